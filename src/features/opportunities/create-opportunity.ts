// A new opportunity in words. Saved at once where everything was said; a missing product, an amount in another currency
// and a likely duplicate are asked about.

import { z } from 'zod'
import { type Field, join, say } from '../../../cards/kit/index.ts'
import { askOpportunityCard } from '../../../cards/opportunities.ts'
import { defineCapability } from '../../core/capability.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Customer, findOneCustomer, nameHere } from '../customers/index.ts'
import { amountField, getCloseOn, getFen, isForeign, SaidAmount } from './amount.ts'
import { toOpportunityOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { OPEN_STAGES } from './opportunity.ts'
import { insertOpportunity, listOpenOf, type OpportunityLine } from './store.ts'
import { toOpportunityView } from './view.ts'

const Input = z.object({
  customer: z.string().optional(),
  product: z.string().trim().max(100).optional(),
  amount: SaidAmount.optional(),
  close: z.string().optional(),
  stage: z.enum(OPEN_STAGES).optional().catch(undefined),
  confirmed: z.boolean().optional(),
})
type Input = z.output<typeof Input>

export const createOpportunity = defineCapability({
  intent: 'opportunity.create',
  summary: say('新建商机', 'Create an opportunity'),
  examples: {
    zh: [
      '给李先生建个商机，大额存单50万，预计月底成交',
      '给万里建个商机20万黄金积存',
      '赵敏想做个人经营贷，80万，建商机',
    ],
    en: [
      'create an opportunity for Mr Li: Large CD, 500k, closing this month',
      'open a deal for Tom Zhao, Mortgage 2m',
      'new opp for Acme: Payroll Service',
    ],
  },
  access: WRITES,
  input: Input,
  run: async (turn: Turn, input) => {
    if (input.customer === undefined) throw askMissing(turn, null, input)
    const customer = await findOneCustomer(turn, input.customer)
    const first = turn.actor.alwaysConfirm
    const product = input.product === undefined || input.product === '' ? null : input.product
    if (product === null || isForeign(input.amount)) throw askMissing(turn, customer, input)
    const given = {
      product,
      amountFen: getFen(input.amount),
      closeOn: getCloseOn(input.close),
      stage: input.stage ?? 'initial_contact',
    } as const
    if (input.confirmed !== true) {
      const [same] = await listOpenOf(turn, customer.id, product)
      if (same !== undefined) throw askDuplicate(turn, customer, same)
      if (first) throw askMissing(turn, customer, input)
    }
    const changed = await insertOpportunity(turn, customer, given)
    return toOpportunityOutcome(
      turn,
      'created',
      { opportunity: changed.opportunity, customerName: customer.name },
      changed,
    )
  },
})

/** The form of what is missing, filled with what was said. */
function askMissing(turn: Turn, customer: Customer | null, input: Input): Question {
  const foreign = isForeign(input.amount)
  const fen = foreign ? null : getFen(input.amount)
  const closeOn = getCloseOn(input.close)
  const fields: Field[] = [
    {
      field: 'line',
      name: 'product',
      label: copy.productField,
      required: true,
      maxLength: 100,
      ...(input.product === undefined ? {} : { value: input.product }),
    },
    amountField(turn, fen, foreign),
    { field: 'date', name: 'close', label: copy.closeField, ...(closeOn === null ? {} : { value: closeOn }) },
  ]
  if (customer === null)
    fields.unshift({ field: 'line', name: 'customer', label: copy.customerField, required: true })
  const complete = customer !== null && input.product !== undefined && !foreign
  return new Question(
    (resume) =>
      askOpportunityCard({
        title:
          customer === null ? copy.askProduct : join([copy.askProduct, ' · ', nameHere(turn, customer.name)]),
        text: foreign ? copy.foreign : copy.asked,
        fields,
        buttons: [
          resume.button(
            copy.confirm,
            customer === null ? {} : { customer: `id:${customer.id}`, confirmed: complete },
            { tone: 'primary' },
          ),
          resume.cancel(copy.dismiss),
        ],
      }),
    complete ? { confirmPatch: { confirmed: true } } : {},
  )
}

function askDuplicate(turn: Turn, customer: Customer, same: OpportunityLine): Question {
  const patch = { customer: `id:${customer.id}`, confirmed: true }
  return new Question(
    (resume) =>
      askOpportunityCard({
        title: copy.duplicateTitle,
        text: copy.duplicate,
        view: toOpportunityView(turn, same),
        fields: [],
        buttons: [resume.button(copy.confirmCreate, patch, { tone: 'primary' }), resume.cancel(copy.dismiss)],
      }),
    { confirmPatch: patch },
  )
}
