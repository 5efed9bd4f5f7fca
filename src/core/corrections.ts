// What people put right on a card: the reading that they chose or dropped, what they edited of what was saved, what they
// took back. Each is a gap in the reading of what they wrote.

import type { JsonObject } from '../../cards/kit/index.ts'
import type { Click } from './capability.ts'
import { gapOf } from './gap.ts'
import type { DispatchTurn, House } from './house.ts'
import type { Outcome } from './outcome.ts'
import type { Pending, PendingQuestion, PendingReading, PendingUndo } from './pending.ts'

/** Keeps which of the readings was chosen. */
export async function keepChosen<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  { readings, text }: PendingReading,
  index: number,
): Promise<void> {
  const [first] = readings
  const chosen = readings[index]
  if (first === undefined || chosen === undefined) return
  await house.keepGap(turn, gapOf('chosen', text, first, { chosen: chosen.intent, place: index + 1 }))
}

/** Keeps that none of the readings was meant. */
export async function keepDropped<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  open: Pending,
): Promise<void> {
  if (open.kind !== 'reading') return
  const [first] = open.readings
  if (first === undefined) return
  const readings = open.readings.map(({ intent }) => intent)
  await house.keepGap(turn, gapOf('dropped', open.text, first, { readings }))
}

/** Keeps that what was read and done was taken back; steps that no message asked for say nothing about a reading. */
export async function keepUndone<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  { said }: PendingUndo,
): Promise<void> {
  if (said !== undefined) await house.keepGap(turn, gapOf('undone', said.text, said.wish))
}

/** Keeps what was changed of what a question had filled in from the message. */
export async function keepAnswered<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  { intent, input, text }: PendingQuestion,
  click: Click,
): Promise<void> {
  const { changed, filled, moments } = compareForm(click)
  if (text === '' || changed.length === 0) return
  await house.keepGap(turn, gapOf('edited', text, { intent, slots: input }, { changed, filled, moments }))
}

/**
 * Keeps what a correcting action changed of a row, where a message of this conversation led to the row within the time in
 * which it can be undone; a later change is a change of mind.
 */
export async function keepEdited<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  { action, click, outcome }: { readonly action: string; readonly click: Click; readonly outcome: Outcome },
): Promise<void> {
  const steps = outcome.kind === 'card' ? (outcome.undo ?? []) : []
  const { changed, filled, moments } = compareForm(click)
  const untouched = Object.keys(click.form).length > 0 && changed.length + filled.length === 0
  if (steps.length === 0 || untouched) return
  const rows = new Set(steps.map(({ entity, id }) => `${entity}:${id}`))
  const undos = await turn.pending.listUndos()
  const said = undos.find((one) => one.steps.some(({ entity, id }) => rows.has(`${entity}:${id}`)))?.said
  if (said === undefined) return
  await house.keepGap(turn, gapOf('edited', said.text, said.wish, { action, changed, filled, moments }))
}

const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/

/**
 * Which fields of a form differ from what they showed. Of the values only moments are told: a day with an hour is the time
 * of a meeting or a reminder, and no data of a person.
 */
function compareForm({ form, shown }: Click) {
  const differing = Object.keys(form).filter((name) => !isSame(form[name], shown[name]))
  const isShown = (name: string) => !isEmpty(shown[name])
  const moments: JsonObject = Object.fromEntries(
    differing.flatMap((name) => {
      const value = form[name]
      return typeof value === 'string' && MOMENT.test(value) ? [[name, value.slice(0, 16)]] : []
    }),
  )
  return {
    changed: differing.filter(isShown),
    filled: differing.filter((name) => !isShown(name)),
    moments,
  }
}

function isSame(given: unknown, shown: unknown): boolean {
  return (isEmpty(given) && isEmpty(shown)) || JSON.stringify(given) === JSON.stringify(shown)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
