// How a capability, and the actions on its cards, are declared: one value each, in one file.

import type { z } from 'zod'
import type { BothLanguages, Button, JsonObject, Language, Press, Words } from '../../cards/kit/index.ts'
import type { Intent } from '../understand/frame.ts'
import type { Actor, Role } from './actor.ts'
import type { Outcome, UndoStep } from './outcome.ts'

/** One thing that happened, being answered: who, when, where. Storage adds the transaction to it. */
export interface Turn {
  readonly actor: Actor
  /** The bot's present instant. */
  readonly now: Date
  /** IANA zone of the bank. */
  readonly zone: string
  readonly language: Language
  readonly conversation: { readonly id: string; readonly private: boolean }
  /** Idempotency key of what is being answered. */
  readonly inboundId: string
  /** The words of the message, empty for a click. */
  readonly text: string
  /** How sure the reading of the message is, 0 to 1; 1 for a click. */
  readonly confidence: number
}

/** Who may use something, and whether it writes. The wall behind it is in the database. */
export interface Access {
  readonly mode: 'read' | 'write'
  readonly roles: readonly Role[]
  /** Open to somebody whose data is frozen: it shows and changes no customer data. */
  readonly whileFrozen?: true
}

/** Something a person can ask for in words. */
export interface Capability<T extends Turn = Turn, S extends z.ZodType = z.ZodType> {
  readonly intent: Intent
  /** One line for the help card. */
  readonly summary: BothLanguages
  /** Sentences that lead here; the first ones are offered to tap. */
  readonly examples: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly access: Access
  /** The slots as they come from the reading, from a form or from a button. */
  readonly input: S
  run(turn: T, input: z.output<S>): Promise<Outcome>
}

/** Something a button, a pick or a form starts. */
export interface Action<T extends Turn = Turn, S extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly access: Access
  readonly input: S
  /** It puts right what a message was read as: what it changes is kept as a gap of the reading. */
  readonly corrects?: true
  run(turn: T, input: z.output<S>, click: Click): Promise<Outcome>
  /** A press of this action; its input is checked when it is clicked, whatever stands here. */
  press(input: z.input<S> & JsonObject): Press
  button(label: Words, input: z.input<S> & JsonObject, style?: Pick<Button, 'tone' | 'confirm'>): Button
}

/** The click that started an action. */
export interface Click {
  readonly messageId: string
  /** Values of the form by field name; a single pick is under `option`. */
  readonly form: JsonObject
  /** What the fields of the card's forms showed before, by field name. */
  readonly shown: JsonObject
}

/** Takes back one change of an entity. Throws Refusal `stale` where the row has moved on. */
export type Undoer<T extends Turn> = (turn: T, step: UndoStep) => Promise<void>

/** A domain: what it can do, which buttons it answers, what it can take back. */
export interface Feature<T extends Turn = Turn> {
  readonly name: string
  readonly capabilities: readonly AnyCapability<T>[]
  readonly actions: readonly AnyAction<T>[]
  readonly undo?: { readonly [entity: string]: Undoer<T> }
  readonly schedules?: readonly Schedule<T>[]
}

/** Work that falls due. It runs in the scope of the employee whose row it is. */
export interface Schedule<T extends Turn = Turn> {
  readonly kind: string
  /** Whether it goes to the deputy while its person is away; it then runs in the deputy's own scope. */
  readonly toDeputy?: true
  /** Answers with what to send to the row's conversation, or null where there is nothing to say. */
  run(turn: T, due: Due): Promise<Outcome | null>
}

/** A due row. */
export interface Due {
  readonly id: string
  readonly dueAt: Date
  readonly subjectId: string | null
}

// The erased forms: a list holds capabilities of many inputs, each of which checks its own.
export type AnyCapability<T extends Turn> = Omit<Capability<T, z.ZodType>, 'run'> & {
  run(turn: T, input: never): Promise<Outcome>
}
export type AnyAction<T extends Turn> = Omit<Action<T, z.ZodType>, 'run' | 'press' | 'button'> & {
  run(turn: T, input: never, click: Click): Promise<Outcome>
}

/**
 * Declares a capability.
 * @example defineCapability({ intent: 'task.list', summary, examples, access, input, run })
 */
export function defineCapability<T extends Turn, S extends z.ZodType>(
  capability: Capability<T, S>,
): Capability<T, S> {
  return capability
}

/**
 * Declares an action; the value makes its own buttons, so a button without a handler cannot be written.
 * @example const done = defineAction({ name: 'task.done', access, input, run }); done.button(say('完成','Done'), { id })
 */
export function defineAction<T extends Turn, S extends z.ZodType>(
  action: Omit<Action<T, S>, 'press' | 'button'>,
): Action<T, S> {
  const press = (input: JsonObject): Press => ({ action: action.name, input })
  return {
    ...action,
    press,
    button: (label, input, style = {}) => ({ label, press: press(input), ...style }),
  }
}
