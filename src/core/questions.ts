// A question leaves the transaction that it stopped, and is kept in the next one.

import type { JsonObject } from '../../cards/kit/index.ts'
import type { Intent } from '../understand/frame.ts'
import { type DispatchTurn, PENDING_MS } from './house.ts'
import type { CardOutcome, Question } from './outcome.ts'
import { resumeWith } from './presses.ts'

/** A question on its way out of the transaction that must be rolled back; it is kept in the next one. */
export class PendingQuestionThrown extends Error {
  override readonly name = 'PendingQuestionThrown'
  readonly intent: Intent
  readonly input: JsonObject
  readonly text: string
  readonly question: Question

  constructor(intent: Intent, input: JsonObject, text: string, question: Question) {
    super('question')
    this.intent = intent
    this.input = input
    this.text = text
    this.question = question
  }
}

/** Keeps a question in a fresh transaction and makes its card. */
export async function keepQuestion<T extends DispatchTurn>(
  turn: T,
  thrown: PendingQuestionThrown,
): Promise<CardOutcome> {
  const id = turn.newId()
  const { question } = thrown
  await turn.pending.put(
    id,
    {
      kind: 'question',
      intent: thrown.intent,
      input: thrown.input,
      text: thrown.text,
      confirmPatch: question.confirmPatch ?? null,
    },
    new Date(turn.now.getTime() + PENDING_MS),
  )
  const card = question.card(resumeWith(id))
  return question.focus === undefined ? { kind: 'card', card } : { kind: 'card', card, focus: question.focus }
}
