// Moving an opportunity to another stage, in words (mission D16): one step on is saved at once with before and after;
// a skip, a step back, a win and a loss ask first.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { askOpportunityCard } from '../../../cards/opportunities.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { getFen, isForeign, SaidAmount } from './amount.ts'
import { toMovedOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { findOneOpportunity } from './find-one-opportunity.ts'
import { type Answer, fieldsOf, moveOpportunity, needsReason, questionOf } from './moving.ts'
import { isClosed, moveOf, STAGES, type Stage, showStage } from './opportunity.ts'
import type { OpportunityLine } from './store.ts'
import { differencesOf, toOpportunityView } from './view.ts'

const Input = z.object({
  customer: z.string().optional(),
  product: z.string().optional(),
  stage: z.enum(STAGES).optional(),
  amount: SaidAmount.optional(),
  reason: z.string().trim().max(200).optional(),
  opportunity: z.uuid().optional(),
  confirmed: z.boolean().optional(),
})

export const moveOpportunityCapability = defineCapability({
  intent: 'opportunity.move',
  summary: say('推进商机阶段', 'Move an opportunity'),
  examples: {
    zh: [
      '李先生的大额存单商机推进到谈判签约',
      '王总经营贷的单子成交了，280万',
      'C000123的商机退回到初步接触',
    ],
    en: [
      "move Zhang Wei's Structured Deposit deal to negotiation",
      'Mr Li signed, mark the deal as won',
      'we lost the payroll deal with Acme, price',
    ],
  },
  access: WRITES,
  input: Input,
  run: async (turn: Turn, input) => {
    const { stage } = input
    const reopens = stage !== undefined && !isClosed(stage)
    const line = await findOneOpportunity(turn, input, reopens ? ['won', 'lost'] : [])
    if (stage === undefined) throw askStage(turn, line)
    if (stage === line.opportunity.stage) throw new Refusal('conflict', copy.sameStage)
    const answer: Answer = { amount: input.amount, reason: input.reason || undefined }
    const first = turn.actor.alwaysConfirm
    if (mustAsk(line, stage, answer, input.confirmed === true, first))
      throw askMove(turn, line, stage, answer)
    return toMovedOutcome(turn, line, await moveOpportunity(turn, line, stage, answer))
  },
})

function mustAsk(
  { opportunity }: OpportunityLine,
  stage: Stage,
  answer: Answer,
  confirmed: boolean,
  first: boolean,
): boolean {
  if (isForeign(answer.amount)) return true
  if (needsReason(opportunity.stage, stage) && answer.reason === undefined) return true
  if (confirmed) return false
  return first || ['win', 'lose', 'reopen'].includes(moveOf(opportunity.stage, stage))
}

function askMove(turn: Turn, line: OpportunityLine, stage: Stage, answer: Answer): Question {
  const { opportunity } = line
  const domestic: Answer = isForeign(answer.amount) ? { reason: answer.reason } : answer
  const fen = getFen(domestic.amount)
  const after = { ...opportunity, stage, amountFen: fen ?? opportunity.amountFen }
  const plain = moveOf(opportunity.stage, stage) === 'step'
  const patch = { opportunity: opportunity.id, confirmed: true }
  const ready =
    !isForeign(answer.amount) && (!needsReason(opportunity.stage, stage) || answer.reason !== undefined)
  return new Question(
    (resume) =>
      askOpportunityCard({
        ...questionOf(opportunity.stage, stage),
        ...(isForeign(answer.amount) ? { text: copy.foreign } : {}),
        view: toOpportunityView(turn, line),
        differences: differencesOf(turn, opportunity, after),
        fields: plain ? [] : fieldsOf(turn, stage, opportunity, domestic),
        buttons: [resume.button(copy.confirm, patch, { tone: 'primary' }), resume.cancel(copy.dismiss)],
      }),
    ready ? { confirmPatch: patch } : {},
  )
}

function askStage(turn: Turn, line: OpportunityLine): Question {
  return new Question((resume) =>
    askOpportunityCard({
      title: copy.stageField,
      text: copy.noStage,
      view: toOpportunityView(turn, line),
      fields: [],
      buttons: [
        ...STAGES.filter((stage) => stage !== line.opportunity.stage).map((stage) =>
          resume.button(showStage(stage), { opportunity: line.opportunity.id, stage }),
        ),
        resume.cancel(copy.dismiss),
      ],
    }),
  )
}
