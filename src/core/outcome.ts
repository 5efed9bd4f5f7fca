// What a capability can answer. Refusals and questions are thrown, because both roll back whatever was begun.

import type { Button, Card, JsonObject, Press, Words } from '../../cards/kit/index.ts'
import type { Toast } from './ports.ts'

/** What the conversation is about after this answer, so that "he" and "this ticket" can be understood. */
export interface Focus {
  readonly customer?: { readonly id: string; readonly name: string }
  readonly ticket?: string
}

/**
 * How one change is taken back: the row as it was before, or null where the change created it.
 * `version` is the row's version after the change; a row that moved on since is not touched.
 */
export interface UndoStep {
  readonly entity: string
  readonly id: string
  readonly version: number
  readonly before: JsonObject | null
}

/** A card as the answer; for a click it replaces the card that was clicked. */
export interface CardOutcome {
  readonly kind: 'card'
  readonly card: Card
  /** What is stored, and shown by later updates, in place of a card that holds what must not be kept. Only for clicks. */
  readonly kept?: Card
  readonly toast?: Toast
  /** Name of the matter and of the view on it (`ticket:…:approver`), under which every copy is found and refreshed. */
  readonly subject?: string
  readonly focus?: Focus
  /** Offers 撤销 on the card for some minutes. */
  readonly undo?: readonly UndoStep[]
}

/** A file as the answer. */
export interface FileOutcome {
  readonly kind: 'file'
  readonly name: string
  readonly bytes: Uint8Array
  /** Takes the place of the card that was clicked. Only for clicks. */
  readonly card?: Card
}

/** Words that rise and fade; the card stays as it is. Only for clicks. */
export interface ToastOutcome {
  readonly kind: 'toast'
  readonly toast: Toast
}

export type Outcome = CardOutcome | FileOutcome | ToastOutcome

/** Makes buttons and presses that continue a question with what the person chose. */
export interface Resume {
  press(patch: JsonObject): Press
  button(label: Words, patch: JsonObject, style?: Pick<Button, 'tone' | 'confirm'>): Button
  /** Drops the question; nothing is written. */
  cancel(label: Words): Button
}

/**
 * Stops a capability in order to ask. The dispatcher keeps the input, shows the card and runs the capability
 * again, with the chosen patch merged into the input, when the person presses. Nothing is written before.
 */
export class Question extends Error {
  override readonly name = 'Question'
  readonly card: (resume: Resume) => Card
  /** The patch that a typed 确认 / ok stands for; without it the question takes a press only. */
  readonly confirmPatch: JsonObject | undefined
  readonly focus: Focus | undefined

  constructor(card: (resume: Resume) => Card, options: { confirmPatch?: JsonObject; focus?: Focus } = {}) {
    super('question')
    this.card = card
    this.confirmPatch = options.confirmPatch
    this.focus = options.focus
  }
}
