// customer.find: a name, last digits, a code, pinyin or a phone number shows everything about one customer (D4).

import { z } from 'zod'
import { type Button, say } from '../../../cards/kit/index.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, Focus } from '../../core/outcome.ts'
import { startButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { revealNumber } from '../reveals/index.ts'
import { copy } from './copy.ts'
import { editCustomer } from './edit.ts'
import { findOneCustomer } from './find-one.ts'
import { makeProfileCard } from './profile.ts'
import { type Customer, findCustomer } from './store.ts'

const READERS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }
const ById = z.object({ id: z.uuid() })

/** Shows one customer, from a button of a list or of another card. */
export const showCustomer = defineAction({
  name: 'customer.show',
  access: READERS,
  input: ById,
  run: async (turn: Turn, { id }) => lookAt(turn, await getCustomer(turn, id)),
})

/** Sends the customer's card to the private chat of whoever presses in a group (D18). */
export const showPrivately = defineAction({
  name: 'customer.privately',
  access: READERS,
  input: ById,
  run: async (turn: Turn, { id }) => {
    const customer = await getCustomer(turn, id)
    const privately = { ...turn, conversation: { id: `account:${turn.actor.account}`, private: true } }
    const { card, focus } = await profileOutcome(privately, customer)
    await turn.audit({ action: 'customer.privately', entity: 'customer', entityId: id, customerId: id })
    await turn.send({
      receiver: { to: 'account', id: turn.actor.account },
      card,
      key: `customer:${id}`,
      ...(focus === undefined ? {} : { focus }),
    })
    return {
      kind: 'toast',
      toast: { tone: 'success', text: say('已发到您的私聊', 'Sent to our private chat') },
    }
  },
})

export const findCapability = defineCapability({
  intent: 'customer.find',
  summary: say('查客户', 'Look a customer up'),
  examples: { zh: ['李先生', '查一下尾号1234的客户', '张伟'], en: ['find Li Jianguo', 'look up *1234'] },
  access: READERS,
  input: z.object({ customer: z.string().max(200).optional() }),
  run: async (turn: Turn, { customer }) => lookAt(turn, await findOneCustomer(turn, customer)),
})

/** Shows a customer to whoever asked, and writes down that they looked. */
async function lookAt(turn: Turn, customer: Customer): Promise<CardOutcome> {
  const { id } = customer
  const [outcome] = await Promise.all([
    profileOutcome(turn, customer),
    turn.audit({ action: 'customer.show', entity: 'customer', entityId: id, customerId: id }),
  ])
  return outcome
}

/** The card of a customer as an answer, with what can be done from here. */
async function profileOutcome(turn: Turn, customer: Customer): Promise<CardOutcome> {
  const card = await makeProfileCard(turn, customer, { buttons: buttonsFor(turn, customer) })
  return { kind: 'card', card, focus: focusOn(customer) }
}

/** What the conversation is about once this customer was shown. */
export function focusOn({ id, name }: Customer): Focus {
  return { customer: { id, name } }
}

/**
 * The customer of a button.
 * @throws Refusal not_found where it is none of this person's
 */
async function getCustomer(turn: Turn, id: string): Promise<Customer> {
  const customer = await findCustomer(turn, id)
  if (customer === null) throw new Refusal('not_found')
  return customer
}

function buttonsFor(turn: Turn, { id, phoneSealed, idNumberSealed, cardNumberSealed }: Customer): Button[] {
  const writes = turn.actor.role === 'rm' || turn.actor.role === 'supervisor'
  const acts = writes
    ? [
        {
          ...startButton(copy.logFollowUp, 'followup.log', { customer: `id:${id}` }),
          tone: 'primary' as const,
        },
        startButton(copy.createTask, 'task.create', { customer: `id:${id}` }),
        startButton(copy.createOpportunity, 'opportunity.create', { customer: `id:${id}` }),
      ]
    : []
  if (!turn.conversation.private)
    return [...acts, showPrivately.button(say('私聊看全部', 'Show all privately'), { id })]
  const sealed = phoneSealed ?? idNumberSealed ?? cardNumberSealed
  const reveal = sealed === null ? [] : [revealNumber.button(copy.showNumber, { id })]
  return [...acts, ...(writes ? [editCustomer.button(copy.edit, { id })] : []), ...reveal]
}
