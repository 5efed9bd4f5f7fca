// 看全部号码: a full number, in the private chat only, for sixty seconds, after a second factor, with its reason in the
// trail (S4, S14, S94, S95). The number stands in the answer to the click and nowhere else: what is stored is its mask.

import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Button, say } from '../../../cards/kit/index.ts'
import { askRevealCard, hiddenCard, revealedCard } from '../../../cards/reveals.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Outcome } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import { updateOf } from '../../storage/outbox.ts'
import { outbox } from '../../storage/plumbing-schema.ts'
import type { Turn } from '../../storage/turn.ts'
import { customers } from '../customers/schema.ts'
import { hasSecondFactor, offerFactor, proveStepUp, writeRefused } from '../step-up/index.ts'
import { listNumbers, maskNumber, NUMBER_WORDS, NUMBERS, openNumber } from './numbers.ts'

const READERS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }
const ById = z.object({ id: z.uuid() })
/** How long a number stands. */
const SHOWN_MS = 60_000

const REASONS = {
  contact: say('联系客户', 'To contact the customer'),
  identify: say('核实身份', 'To verify the identity'),
  process: say('办理业务', 'To process business'),
  complaint: say('处理投诉', 'To handle a complaint'),
  regulator: say('监管或司法要求', 'Required by a regulator or court'),
} as const
const Form = z.object({
  field: z.enum(NUMBERS),
  reason: z.enum(Object.keys(REASONS) as [keyof typeof REASONS, ...(keyof typeof REASONS)[]]),
  code: z.string().max(40),
})

/** Asks which number, why, and for a code; who has no second factor is offered to set one up. */
export const revealNumber = defineAction({
  name: 'customer.reveal',
  access: READERS,
  input: ById,
  run: async (turn: Turn, { id }) => {
    const customer = await getCustomer(turn, id)
    const numbers = listNumbers(customer)
    if (numbers.length === 0)
      throw new Refusal('not_found', say('这位客户没有登记号码。', 'There is no number on record.'))
    if (!(await hasSecondFactor(turn))) {
      await writeRefused(turn, { action: 'customer.reveal', customerId: id, facts: { code: 'no_factor' } })
      return offerFactor(turn)
    }
    const card = askRevealCard({
      name: customer.name,
      fields: numbers.map((value) => ({ value, label: NUMBER_WORDS[value] })),
      reasons: Object.entries(REASONS).map(([value, label]) => ({ value, label })),
      submit: showNumber.button(say('确认查看', 'Confirm'), { id }, { tone: 'primary' }),
      back: backTo(customer, say('取消', 'Cancel')),
    })
    return turn.conversation.private ? { kind: 'card', card } : sendPrivately(turn, card, id)
  },
})

const showNumber = defineAction({
  name: 'customer.reveal.show',
  access: READERS,
  input: ById,
  run: async (turn: Turn, { id }, { form, messageId }) => {
    if (!turn.conversation.private)
      throw new Refusal('forbidden', say('群里不能显示全部号码。', 'Full numbers are not shown in groups.'))
    const asked = Form.safeParse(form)
    if (!asked.success)
      throw new Refusal(
        'invalid',
        say('请选择号码和原因，并输入验证码。', 'Choose the number and the reason, and enter a code.'),
      )
    const { field, reason, code } = asked.data
    const customer = await getCustomer(turn, id)
    const value = await openNumber(turn, customer, field)
    if (value === null) throw new Refusal('not_found')
    const proof = await proveStepUp(turn, code)
    if (!proof.ok) {
      await writeRefused(turn, { action: 'customer.reveal', customerId: id, facts: { field, reason } })
      return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
    }
    await turn.audit({
      action: 'customer.reveal',
      entity: 'customer',
      entityId: id,
      customerId: id,
      facts: { field, reason },
    })
    const label = NUMBER_WORDS[field]
    const hidden = hiddenCard({
      name: customer.name,
      label,
      mask: maskNumber(field, value),
      buttons: [backTo(customer, say('返回客户', 'Back to customer'))],
    })
    await turn.db.insert(outbox).values({
      ...updateOf(messageId, hidden, turn.now),
      employeeId: turn.actor.id,
      inFreeze: 'cover',
      dueAt: new Date(turn.now.getTime() + SHOWN_MS),
    })
    return {
      kind: 'card',
      card: revealedCard({ name: customer.name, label, value }),
      kept: hidden,
      focus: { customer: { id, name: customer.name } },
      toast: { tone: 'info', text: say('查看已记入审计', 'Your look was written to the audit trail') },
    }
  },
})

/** The actions of this domain. */
export const revealActions = [revealNumber, showNumber]

async function sendPrivately(
  turn: Turn,
  card: Parameters<Turn['send']>[0]['card'],
  id: string,
): Promise<Outcome> {
  await turn.send({ receiver: { to: 'account', id: turn.actor.account }, card, key: `reveal:${id}` })
  return {
    kind: 'toast',
    toast: { tone: 'success', text: say('已发到您的私聊', 'Sent to our private chat') },
  }
}

function backTo({ code }: { readonly code: string }, label: Button['label']): Button {
  return { ...sayButton(code), label }
}

async function getCustomer(turn: Turn, id: string) {
  const [customer] = await turn.db.select().from(customers).where(eq(customers.id, id))
  if (customer === undefined) throw new Refusal('not_found')
  return customer
}
