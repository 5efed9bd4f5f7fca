// What a move asks before it is made, and how it is made: a skip, a step back and a loss want a reason,
// a win wants its amount checked.

import { z } from 'zod'
import type { BothLanguages, Field, JsonObject } from '../../../cards/kit/index.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { amountField, getFen, type SaidAmount } from './amount.ts'
import { copy } from './copy.ts'
import { type Move, makeName, moveOf, type Opportunity, type Stage } from './opportunity.ts'
import { type Changed, changeOpportunity, type OpportunityLine } from './store.ts'

/** What was said about a move. */
export interface Answer {
  readonly amount?: SaidAmount | undefined
  readonly reason?: string | undefined
}

const QUESTIONS: Readonly<
  Record<Exclude<Move, 'none' | 'step'>, { readonly title: BothLanguages; readonly text: BothLanguages }>
> = {
  win: { title: copy.confirmWin, text: copy.winAsked },
  lose: { title: copy.confirmLose, text: copy.whyAsked },
  skip: { title: copy.confirmSkip, text: copy.whyAsked },
  back: { title: copy.confirmBack, text: copy.whyAsked },
  reopen: { title: copy.confirmReopen, text: copy.whyAsked },
}

/** The words of the question before a move. */
export function questionOf(
  from: Stage,
  to: Stage,
): { readonly title: BothLanguages; readonly text: BothLanguages } {
  const move = moveOf(from, to)
  return move === 'none' || move === 'step' ? { title: copy.editTitle, text: copy.asked } : QUESTIONS[move]
}

/** Whether a move cannot be made without a reason. */
export function needsReason(from: Stage, to: Stage): boolean {
  return ['lose', 'skip', 'back', 'reopen'].includes(moveOf(from, to))
}

/** The fields of the question before a move, filled with what was said. */
export function fieldsOf(
  turn: Turn,
  to: Stage,
  opportunity: Opportunity,
  answer: Answer | undefined,
): readonly Field[] {
  if (to === 'won') return [amountField(turn, getFen(answer?.amount) ?? opportunity.amountFen)]
  const reason = answer?.reason
  return [
    {
      field: 'line',
      name: 'reason',
      label: copy.reasonField,
      required: true,
      maxLength: 200,
      ...(reason === undefined ? {} : { value: reason }),
    },
  ]
}

const Filled = z.object({ amount: z.string().optional(), reason: z.string().trim().max(200).optional() })

/** Reads what was filled into the question. Throws Refusal invalid where it is not of its form. */
export function readAnswer(form: JsonObject): Answer {
  const filled = Filled.safeParse(form)
  if (!filled.success) throw new Refusal('invalid')
  return { amount: filled.data.amount || undefined, reason: filled.data.reason || undefined }
}

/**
 * Moves an opportunity; an amount that was said with it is kept, and the name follows.
 * @throws Refusal invalid where the move wants a reason and none was given
 */
export async function moveOpportunity(
  turn: Turn,
  { opportunity, customerName }: OpportunityLine,
  to: Stage,
  answer: Answer,
): Promise<Changed> {
  if (needsReason(opportunity.stage, to) && answer.reason === undefined)
    throw new Refusal('invalid', copy.needsReason)
  const amountFen = getFen(answer.amount) ?? opportunity.amountFen
  const change = {
    stage: to,
    stageChangedAt: turn.now,
    reason: answer.reason ?? null,
    amountFen,
    name: makeName(customerName, opportunity.product, amountFen),
  }
  return changeOpportunity(turn, opportunity, change, 'opportunity.move')
}
