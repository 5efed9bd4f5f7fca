// Changing amount or expected close of an opportunity, in words.

import { z } from 'zod'
import { type Field, say } from '../../../cards/kit/index.ts'
import { askOpportunityCard } from '../../../cards/opportunities.ts'
import { defineCapability } from '../../core/capability.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { amountField, getCloseOn, getFen, isForeign, SaidAmount } from './amount.ts'
import { toChangedOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { findOneOpportunity } from './find-one-opportunity.ts'
import { makeName } from './opportunity.ts'
import { changeOpportunity, type OpportunityLine } from './store.ts'
import { differencesOf, toOpportunityView } from './view.ts'

const Input = z.object({
  customer: z.string().optional(),
  product: z.string().optional(),
  amount: SaidAmount.optional(),
  close: z.string().optional(),
  opportunity: z.uuid().optional(),
  confirmed: z.boolean().optional(),
})

export const updateOpportunity = defineCapability({
  intent: 'opportunity.update',
  summary: say('修改商机', 'Change an opportunity'),
  examples: {
    zh: [
      '刘芳安心固收的机会金额更新为120万',
      '李先生的商机预计成交日期改到月底',
      '把大额存单那个商机改成80万',
    ],
    en: [
      "change Mr Li's deal to 800k",
      'change the close date of the Acme deal to Friday',
      'update the mortgage opportunity to 2m',
    ],
  },
  access: WRITES,
  input: Input,
  run: async (turn: Turn, input) => {
    const line = await findOneOpportunity(turn, input)
    const { opportunity, customerName } = line
    const nothing = input.amount === undefined && input.close === undefined
    if (nothing || isForeign(input.amount)) throw ask(turn, line, null, isForeign(input.amount))
    const amountFen = getFen(input.amount) ?? opportunity.amountFen
    const change = {
      amountFen,
      closeOn: getCloseOn(input.close) ?? opportunity.closeOn,
      name: makeName(customerName, opportunity.product, amountFen),
    }
    if (input.confirmed !== true && turn.actor.alwaysConfirm) throw ask(turn, line, change, false)
    return toChangedOutcome(
      turn,
      line,
      await changeOpportunity(turn, opportunity, change, 'opportunity.update'),
    )
  },
})

type Change = { readonly amountFen: bigint | null; readonly closeOn: string | null }

function ask(turn: Turn, line: OpportunityLine, change: Change | null, foreign: boolean): Question {
  const { opportunity } = line
  const { amountFen, closeOn } = change ?? opportunity
  const fields: readonly Field[] = [
    amountField(turn, foreign ? null : amountFen),
    { field: 'date', name: 'close', label: copy.closeField, ...(closeOn === null ? {} : { value: closeOn }) },
  ]
  const patch = { opportunity: opportunity.id, confirmed: true }
  return new Question(
    (resume) =>
      askOpportunityCard({
        title: copy.askUpdate,
        text: foreign ? copy.foreign : copy.asked,
        view: toOpportunityView(turn, line),
        differences: change === null ? [] : differencesOf(turn, opportunity, { ...opportunity, ...change }),
        fields,
        buttons: [resume.button(copy.confirm, patch, { tone: 'primary' }), resume.cancel(copy.dismiss)],
      }),
    change === null ? {} : { confirmPatch: patch },
  )
}
