// From a reading or a press to an Outcome: access, input, run, and the questions in between.
// Knows neither database nor platform; the turn it works in brings both.

import type { z } from 'zod'
import {
  type BothLanguages,
  type Card,
  type JsonObject,
  join,
  say,
  type Words,
} from '../../cards/kit/index.ts'
import { notUnderstoodCard, whichReadingCard } from '../../cards/notice.ts'
import { type Frame, INTENTS, type Intent, type Wish } from '../understand/frame.ts'
import { cancel, cancelLatest } from './cancel.ts'
import type { Access, Click, Turn } from './capability.ts'
import { keepAnswered, keepChosen, keepEdited } from './corrections.ts'
import { describeWish } from './describe-wish.ts'
import { Refusal } from './errors.ts'
import { gapOf } from './gap.ts'
import { type DispatchTurn, type House, PENDING_MS } from './house.ts'
import { laterWords } from './later.ts'
import { type Outcome, Question } from './outcome.ts'
import type { Pending } from './pending.ts'
import { CANCEL, RESUME, resumeWith, SAY, START, sayButton, UNDO } from './presses.ts'
import { keepQuestion, PendingQuestionThrown } from './questions.ts'
import { answerTyped } from './typed-answers.ts'
import { offerUndo, undo, undoLatest } from './undo.ts'

/** Answers words: a typed confirmation, a typed undo, or a reading. */
export async function answerText<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  text: string,
): Promise<Outcome> {
  const typed = await answerTyped(house, turn, text, (open, patch) => resume(house, turn, open, patch))
  if (typed !== null) return typed
  const frame = await house.read(turn, text)
  if (turn.actor.frozen && house.registry.capabilities.get(frame.intent)?.access.whileFrozen !== true)
    throw new Refusal('frozen')
  if (frame.confidence < house.askBelow) return askReading(house, turn, frame)
  if (frame.intent === 'unknown') return notUnderstood(house, turn, frame)
  if (frame.intent === 'undo') return (await cancelLatest(house, turn)) ?? undoLatest(house, turn)
  return runWishes(house, turn.reread(text, frame.confidence), [frame, ...(frame.also ?? [])])
}

/** Answers a press. */
export async function answerPress<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  press: { readonly action: string; readonly input: JsonObject },
  click: Click,
): Promise<Outcome> {
  if (press.action === SAY) return answerText(house, turn, String(press.input['text'] ?? ''))
  if (press.action === START) return start(house, turn, press.input)
  if (press.action === UNDO || press.action === RESUME || press.action === CANCEL)
    return answerPending(house, turn, press, click)
  const action = house.registry.actions.get(press.action)
  if (action === undefined) throw new Refusal('stale', EXPIRED)
  assertAccess(turn, action.access)
  const outcome = await action.run(turn, parseInput(action.input, press.input) as never, click)
  if (action.corrects === true) await keepEdited(house, turn, { action: action.name, click, outcome })
  return offerUndo(turn, outcome)
}

/** Answers a press of 撤销, of a choice, or of 取消: what waited is taken, once. */
async function answerPending<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  { action, input }: { readonly action: string; readonly input: JsonObject },
  click: Click,
): Promise<Outcome> {
  if (action === UNDO && turn.actor.frozen) throw new Refusal('frozen')
  const open = await turn.pending.take(String(input['pending'] ?? ''))
  if (open === null) throw new Refusal('stale', EXPIRED)
  if (action === CANCEL) return cancel(house, turn, open)
  if (open.kind === 'question') await keepAnswered(house, turn, open, click)
  return resume(house, turn, open, { ...asObject(input['patch']), ...withoutEmpty(click.form) })
}

const EXPIRED = say(
  '这个按钮已失效，没有执行任何操作。请重新发起。',
  'This button has expired and nothing was done. Please start again.',
)

/** Starts a capability from a button, as a sentence with these slots would. */
function start<T extends DispatchTurn>(house: House<T>, turn: T, input: JsonObject): Promise<Outcome> {
  const intent = INTENTS.find((known) => known === input['intent'])
  if (intent === undefined) throw new Refusal('stale', EXPIRED)
  return runAlone(house, turn, intent, asObject(input['slots']))
}

async function runWishes<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  wishes: readonly Wish[],
): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const wish of wishes) outcomes.push(await runWish(house, turn, wish, outcomes.length === 0))
  const [first] = wishes
  return offerUndo(turn, mergeOutcomes(outcomes), first === undefined ? undefined : saidBy(turn, first))
}

// What the first wish wrote is kept when a further one has a question: a question comes before anything is written.
async function runWish<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  wish: Wish,
  first: boolean,
): Promise<Outcome> {
  try {
    return await runCapability(house, turn, wish.intent, wish.slots as JsonObject)
  } catch (thrown) {
    if (first || !(thrown instanceof PendingQuestionThrown)) throw thrown
    return keepQuestion(turn, thrown)
  }
}

/** Runs a capability that is all of its answer: what it changed can be taken back. */
async function runAlone<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  intent: Intent,
  input: JsonObject,
): Promise<Outcome> {
  const outcome = await runCapability(house, turn, intent, input)
  return offerUndo(turn, outcome, saidBy(turn, { intent, slots: input }))
}

async function runCapability<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  intent: Intent,
  input: JsonObject,
): Promise<Outcome> {
  const capability = house.registry.capabilities.get(intent)
  if (capability === undefined) throw new Refusal('later', laterWords(intent), { intent })
  assertAccess(turn, capability.access)
  try {
    return await capability.run(turn, parseInput(capability.input, input) as never)
  } catch (thrown) {
    if (!(thrown instanceof Question)) throw thrown
    throw new PendingQuestionThrown(intent, input, turn.text, thrown)
  }
}

/** The message behind a wish; undefined where a button started it. */
function saidBy({ text }: Turn, wish: Wish) {
  return text === '' ? undefined : { text, wish }
}

async function resume<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  open: Pending,
  patch: JsonObject,
): Promise<Outcome> {
  switch (open.kind) {
    case 'undo':
      return undo(house, turn, open)
    case 'reading': {
      const index = Number(patch['reading'] ?? 0)
      const reading = open.readings[index]
      if (reading === undefined) throw new Refusal('stale', EXPIRED)
      if (turn.actor.frozen && reading.intent === 'undo') throw new Refusal('frozen')
      await keepChosen(house, turn, open, index)
      if (reading.intent === 'undo') return undoLatest(house, turn)
      return runWishes(house, turn.reread(open.text, 1), [reading])
    }
    case 'question': {
      const added = Object.keys(patch).length === 0 ? (open.confirmPatch ?? {}) : patch
      return runAlone(house, turn.reread(open.text, 1), open.intent, { ...open.input, ...added })
    }
  }
}

async function askReading<T extends DispatchTurn>(house: House<T>, turn: T, frame: Frame): Promise<Outcome> {
  const readings = [frame, ...(frame.alternatives ?? [])]
    .filter(({ intent }) => summaryOf(house, intent) !== undefined)
    .slice(0, 3)
  if (readings.length === 0) return notUnderstood(house, turn, frame)
  const id = turn.newId()
  await turn.pending.put(
    id,
    { kind: 'reading', readings: readings.map(({ intent, slots }) => ({ intent, slots })), text: turn.text },
    new Date(turn.now.getTime() + PENDING_MS),
  )
  const { confidence } = frame
  await house.keepGap(turn, gapOf('asked', turn.text, frame, { confidence }))
  const resumeReading = resumeWith(id)
  const buttons = readings.map((wish, reading) =>
    resumeReading.button(
      describeWish(summaryOf(house, wish.intent) ?? wish.intent, wish, turn.conversation),
      {
        reading,
      },
    ),
  )
  return { kind: 'card', card: whichReadingCard([...buttons, resumeReading.cancel(say('取消', 'Cancel'))]) }
}

/** What a reading is called on its button; undefined where nothing serves it. */
function summaryOf<T extends DispatchTurn>(house: House<T>, intent: Intent): BothLanguages | undefined {
  if (intent === 'undo') return say('撤销上一步', 'Undo the last step')
  return house.registry.capabilities.get(intent)?.summary
}

async function notUnderstood<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  frame: Frame,
): Promise<Outcome> {
  const { confidence } = frame
  await house.keepGap(turn, gapOf('missed', turn.text, frame, { confidence }))
  return { kind: 'card', card: notUnderstoodCard(house.suggest(turn).slice(0, 3).map(sayButton)) }
}

/** The answers to the wishes of one message on one card, which is taken back as one. */
function mergeOutcomes(outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes
  if (first === undefined) throw new Error('no wish was run')
  if (rest.length === 0 || first.kind !== 'card') return first
  const others = rest.filter((outcome) => outcome.kind === 'card')
  const nodes = others.flatMap(({ card: { heading, nodes: below } }) => [
    { node: 'divider' } as const,
    { node: 'text', text: titleOf(heading), size: 'large' } as const,
    ...below,
  ])
  const steps = [first, ...others].flatMap(({ undo: taken = [] }) => taken)
  return { ...first, card: { ...first.card, nodes: [...first.card.nodes, ...nodes] }, undo: steps }
}

function titleOf({ title, subtitle }: Card['heading']): Words {
  return subtitle === undefined ? title : join([title, subtitle], ' · ')
}

/**
 * Whether the person's role may use it.
 * @throws Refusal frozen for somebody whose data is frozen, read_only for a reading role at a writing door, forbidden otherwise
 */
function assertAccess(turn: Turn, access: Access): void {
  if (turn.actor.frozen && access.whileFrozen !== true) throw new Refusal('frozen')
  if (access.roles.includes(turn.actor.role)) return
  const reads = turn.actor.role === 'head' || turn.actor.role === 'auditor'
  throw new Refusal(reads && access.mode === 'write' ? 'read_only' : 'forbidden')
}

function parseInput(schema: z.ZodType, input: JsonObject): unknown {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', undefined, {
    fields: parsed.error.issues.map((issue) => issue.path.join('.')),
  })
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

function withoutEmpty(form: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '' && value !== null))
}
