// Somebody pressed, picked, ticked or submitted something on a card. Who may do what is decided elsewhere: whoever sees
// a card may click it, and the value of a button is only what we once wrote there.

import { z } from 'zod'
import type { Json, JsonObject, Press } from '../../../../cards/kit/index.ts'
import { defineNormaliser, Id, Ids, MaybeId, toAccount } from './about.ts'

const Values = z.record(z.string(), z.json())

const Action = z.object({
  value: z.unknown().optional(),
  name: MaybeId,
  form_value: Values.nullish(),
  input_value: z.string().nullish(),
  option: z.string().nullish(),
  options: z.array(z.string()).nullish(),
  checked: z.boolean().nullish(),
})

const Clicked = z.object({
  operator: Ids,
  token: MaybeId,
  action: Action,
  context: z.object({ open_message_id: Id, open_chat_id: Id }),
})

// What the renderer puts into every callback; see render/press.ts.
const Carried = z.object({ a: z.string().min(1), i: Values.default({}) })

// Pickers add the offset of the clicker's device; days and times on a card are always the bank's own.
const PICKED = /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}) [+-]\d{2}:?\d{2}$/

// Names are unique on a card, so the renderer numbers a field whose name another form already has.
const NUMBERED = /__\d+$/

/** An element of a card was used. */
export const cardClicked = defineNormaliser(Clicked, (body, { id, happenedAt }) => {
  const { operator, token, action, context } = body
  const press = toPress(action.value)
  return {
    kind: 'click',
    id,
    happenedAt,
    conversation: context.open_chat_id,
    messageId: context.open_message_id,
    sender: toAccount(operator),
    ...(press ? { press } : {}),
    ...(action.name ? { element: action.name } : {}),
    form: toForm(action),
    ...(token ? { updateToken: token } : {}),
  }
})

function toPress(value: unknown): Press | null {
  const carried = Carried.safeParse(value)
  return carried.success ? { action: carried.data.a, input: carried.data.i } : null
}

function toForm(action: z.infer<typeof Action>): JsonObject {
  const fields = Object.entries(action.form_value ?? {}).map(([name, value]) => [
    name.replace(NUMBERED, ''),
    withoutOffset(value),
  ])
  return {
    ...Object.fromEntries(fields),
    ...(typeof action.option === 'string' ? { option: withoutOffset(action.option) } : {}),
    ...(action.options ? { options: action.options } : {}),
    ...(typeof action.checked === 'boolean' ? { checked: action.checked } : {}),
    ...(typeof action.input_value === 'string' ? { input: action.input_value } : {}),
  }
}

function withoutOffset(value: Json): Json {
  return typeof value === 'string' ? (PICKED.exec(value)?.[1] ?? value) : value
}
