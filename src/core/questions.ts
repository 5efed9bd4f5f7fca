// A question leaves the transaction that it stopped, and is kept in the next one.

import type { Card, JsonObject } from '../../cards/kit/index.ts'
import type { Intent } from '../understand/frame.ts'
import { type DispatchTurn, PENDING_MS } from './house.ts'
import type { CardOutcome, Question, Resume } from './outcome.ts'
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
  const { card, choices } = makeCard(question, id)
  await turn.pending.put(
    id,
    {
      kind: 'question',
      intent: thrown.intent,
      input: thrown.input,
      text: thrown.text,
      confirmPatch: question.confirmPatch ?? null,
      choices,
    },
    new Date(turn.now.getTime() + PENDING_MS),
  )
  return question.focus === undefined ? { kind: 'card', card } : { kind: 'card', card, focus: question.focus }
}

/** The card, and what its buttons add where there is something to choose. */
function makeCard(question: Question, id: string): { card: Card; choices: readonly JsonObject[] } {
  const choices: JsonObject[] = []
  const resume = resumeWith(id)
  const button: Resume['button'] = (label, patch, style) => {
    choices.push(patch)
    return resume.button(label, patch, style)
  }
  const card = question.card({ ...resume, button })
  return { card, choices: choices.length > 1 ? choices : [] }
}
