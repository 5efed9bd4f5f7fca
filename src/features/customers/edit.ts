// The form that changes several fields of a customer at once, from the button 修改.

import { z } from 'zod'
import { customerFormCard } from '../../../cards/customer-changes.ts'
import { type JsonObject, join, say } from '../../../cards/kit/index.ts'
import { dayOf } from '../../core/calendar.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { type CustomerValues, changeCustomer, valuesOf } from './change.ts'
import { copy } from './copy.ts'
import type { FieldName } from './fields.ts'
import { readFields, toFormField, unreadableWords } from './forms.ts'
import { maskPhone } from './mask.ts'
import { savedOutcome } from './saved.ts'
import { type Customer, findCustomer } from './store.ts'

/** Who may write about customers; the database says about which. */
export const WRITERS: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

/** Numbers stay out of the form: an empty number field leaves the number as it is. */
const NUMBERS: readonly FieldName[] = ['phone', 'email']
const PERSON: readonly FieldName[] = [
  'name',
  'gender',
  ...NUMBERS,
  'level',
  'risk',
  'birthday',
  'company',
  'occupation',
  'income',
  'city',
  'address',
  'source',
]
const COMPANY: readonly FieldName[] = [
  'name',
  'contactName',
  ...NUMBERS,
  'level',
  'city',
  'address',
  'source',
]

/** Shows the form. */
export const editCustomer = defineAction({
  name: 'customer.edit',
  access: WRITERS,
  input: z.object({ id: z.uuid() }),
  run: async (turn: Turn, { id }) => {
    if (!turn.conversation.private)
      throw new Refusal(
        'forbidden',
        say(
          '群里不能修改客户资料，请私聊操作。',
          'Customers are not edited in groups; please do it in our private chat.',
        ),
      )
    const customer = await getOwn(turn, id)
    const fields = fieldsOf(customer)
    const values = await valuesOf(turn, customer, fields)
    const card = customerFormCard({
      title: join([say('修改客户 ', 'Edit '), customer.name]),
      notes: [
        {
          text: say(
            '号码留空表示不变。保存之前不会写入任何内容。',
            'Leave a number empty to keep it. Nothing is written before you save.',
          ),
          tone: 'muted',
        },
      ],
      fields: fields.map((field) => formField(field, values)),
      buttons: [
        saveCustomer.button(copy.save, { id, version: customer.version }, { tone: 'primary' }),
        { ...sayButton(customer.code), label: copy.cancel },
      ],
    })
    return { kind: 'card', card, focus: { customer: { id, name: customer.name } } }
  },
})

/** Saves the form, if nobody changed the customer since it was shown. */
export const saveCustomer = defineAction({
  name: 'customer.save',
  corrects: true,
  access: WRITERS,
  input: z.object({ id: z.uuid(), version: z.int() }),
  run: async (turn: Turn, { id, version }, { form }) => {
    const customer = await getOwn(turn, id)
    if (customer.version !== version) throw new Refusal('stale')
    const fields = fieldsOf(customer)
    const read = readFields(fields, form, dayOf(turn.now, turn.zone))
    if (read.unreadable.length > 0) {
      const words = unreadableWords(read.unreadable)
      throw new Refusal('invalid', typeof words === 'string' ? say(words, words) : words, {
        fields: [...read.unreadable],
      })
    }
    const before = await valuesOf(turn, customer, fields)
    const after = changesOf(fields, before, form, read.values)
    if (Object.keys(after).length === 0)
      return { kind: 'toast', toast: { tone: 'info', text: say('没有改动', 'Nothing was changed') } }
    const changed = await changeCustomer(turn, customer, after)
    return savedOutcome(turn, changed, {
      title: say('已更新客户', 'Customer updated'),
      before,
      after: after as JsonObject,
    })
  },
})

function fieldsOf({ kind }: Customer): readonly FieldName[] {
  return kind === 'company' ? COMPANY : PERSON
}

function formField(field: FieldName, values: JsonObject) {
  const value = values[field]
  const kept = typeof value === 'string' ? value : null
  if (NUMBERS.includes(field))
    return toFormField(
      field,
      null,
      kept === null ? {} : { placeholder: field === 'phone' ? maskPhone(kept) : '****' },
    )
  return toFormField(field, kept, { required: field === 'name' })
}

// A field that was emptied is taken away; an empty name or number is left as it was.
function changesOf(
  fields: readonly FieldName[],
  before: JsonObject,
  form: JsonObject,
  read: CustomerValues,
): CustomerValues {
  const changes: { [field in FieldName]?: string | null } = {}
  for (const field of fields) {
    const value = read[field] ?? null
    const kept = field === 'name' || NUMBERS.includes(field)
    if (!(field in form) || (value === null && kept) || value === (before[field] ?? null)) continue
    changes[field] = value
  }
  return changes
}

async function getOwn(turn: Turn, id: string): Promise<Customer> {
  const customer = await findCustomer(turn, id)
  if (customer === null) throw new Refusal('not_found')
  return customer
}
