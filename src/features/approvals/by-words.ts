// Decisions in words: 同意 T1024, 驳回 T1024 理由; without a number what waits is shown.

import { rejectCard } from '../../../cards/approvals.ts'
import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import { Refusal } from '../../core/errors.ts'
import { type Outcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { focusOf, getTicketByNumber, showNumber } from '../tickets/index.ts'
import { judge } from './approval.ts'
import { copy } from './copy.ts'
import { alreadyDecided, askedOf, decide } from './decide.ts'
import { answerDecision } from './decision-form.ts'
import { showWaiting } from './list.ts'
import { standsInFor } from './store.ts'

/** A decision as words state it. */
export interface SaidDecision {
  readonly ticket?: string | undefined
  readonly comment?: string | undefined
}

/** Which of several is meant is never guessed. */
const WHICH: BothLanguages = say(
  '请说明是哪一项，例如“同意 T1024”。',
  'Please say which one, for instance “approve T1024”.',
)

/**
 * Decides what the words name, or shows what waits where they name nothing.
 * @throws Question where a rejection gives no reason
 * @throws Refusal conflict where it was decided before
 */
export async function decideByWords(
  turn: Turn,
  { ticket, comment }: SaidDecision,
  decision: 'approved' | 'rejected',
): Promise<Outcome> {
  if (ticket === undefined) return showWaiting(turn, 0, WHICH)
  const record = await getTicketByNumber(turn, ticket)
  const { approval, asked } = askedOf(turn, record)
  const may = judge(asked, {
    employeeId: turn.actor.id,
    standsIn: await standsInFor(turn, approval.approverId),
  })
  if (may.ok && decision === 'rejected' && comment === undefined) {
    throw new Question(
      (resume) =>
        rejectCard({
          number: showNumber(record.ticket),
          submit: resume.button(copy.submitRejection, { ticket }, { tone: 'danger' }),
          cancel: resume.cancel(copy.cancel),
        }),
      { focus: focusOf(record) },
    )
  }
  const decided = await decide(turn, record, decision, comment ?? null)
  if (!decided.fell) throw new Refusal('conflict', alreadyDecided(turn, decided.record))
  return answerDecision(turn, decided)
}
