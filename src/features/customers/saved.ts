// The answer after a customer was recorded or changed: what it was, what it is, and what can be done from here.

import { type ChangedValue, customerSavedCard } from '../../../cards/customer-changes.ts'
import { type BothLanguages, type JsonObject, join, say, type Words } from '../../../cards/kit/index.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { showAmountHere } from '../money.ts'
import type { Changed } from './change.ts'
import { copy, FIELD_WORDS } from './copy.ts'
import { FIELDS, type FieldName, showField } from './fields.ts'
import { maskPhone, nameHere } from './mask.ts'

/** Makes the answer. `before` is empty for a new customer. */
export function savedOutcome(
  turn: Turn,
  { customer, undo }: Changed,
  saved: {
    readonly title: BothLanguages
    readonly before: JsonObject
    readonly after: JsonObject
    readonly note?: Words
  },
): CardOutcome {
  const card = customerSavedCard({
    title: saved.title,
    name: nameHere(turn, customer.name),
    code: customer.code,
    values: changedValues(turn, saved.before, saved.after),
    ...(saved.note === undefined ? {} : { note: saved.note }),
    buttons: [{ ...sayButton(customer.code), label: copy.open }],
  })
  return {
    kind: 'card',
    card,
    undo,
    focus: { customer: { id: customer.id, name: customer.name } },
    toast: { tone: 'success', text: copy.saved },
  }
}

function changedValues(turn: Turn, before: JsonObject, after: JsonObject): ChangedValue[] {
  const fields = FIELDS.filter((field) => field in after).map((field) => ({
    label: FIELD_WORDS[field],
    before: field in before ? showHere(turn, field, before[field]) : '',
    after: showHere(turn, field, after[field]),
  }))
  if (!('tags' in after)) return fields
  const tags = {
    label: FIELD_WORDS.tags,
    before: 'tags' in before ? showTags(before['tags']) : '',
    after: showTags(after['tags']),
  }
  return [...fields, tags]
}

/** A value as this place may see it: numbers masked, amounts as ranges and names shortened in a group. */
export function showHere(turn: Turn, field: FieldName, value: unknown): Words {
  if (typeof value !== 'string') return '—'
  if (field === 'phone') return maskPhone(value)
  if (turn.conversation.private) return showField(field, value)
  if (field === 'name' || field === 'contactName') return nameHere(turn, value)
  if (field === 'income') return showAmountHere(turn, BigInt(value))
  return field === 'email' || field === 'address' || field === 'birthday'
    ? say('（私聊可见）', '(shown privately)')
    : showField(field, value)
}

function showTags(tags: unknown): Words {
  return Array.isArray(tags) && tags.length > 0 ? join(tags.map(String), say('、', ', ')) : '—'
}
