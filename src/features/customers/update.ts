// customer.update: one field of one customer. A clear value is saved at once and can be taken back (D1).

import { z } from 'zod'
import { customerFormCard } from '../../../cards/customer-changes.ts'
import { type BothLanguages, type JsonObject, join, say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { dayOf } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { changeCustomer, valuesOf } from './change.ts'
import { copy, FIELD_WORDS } from './copy.ts'
import { WRITERS } from './edit.ts'
import { FIELDS, type FieldName, findField, parseField } from './fields.ts'
import { findOneCustomer } from './find-one.ts'
import { toFormField } from './forms.ts'
import { nameHere } from './mask.ts'
import { savedOutcome, showHere } from './saved.ts'
import type { Customer } from './store.ts'

const said = z.union([z.string().max(200), z.number()]).optional()

export const updateCapability = defineCapability({
  intent: 'customer.update',
  summary: say('改客户资料', "Change a customer's details"),
  examples: {
    zh: ['李建国的职业改成企业管理', '把李秀英的风险等级改为稳健型'],
    en: ["change Li Jianguo's occupation to engineer"],
  },
  access: WRITERS,
  // A form gives the value back under the name of its field.
  input: z
    .object({
      customer: z.string().max(200).optional(),
      field: z.string().max(60).optional(),
      value: said,
      confirmed: z.boolean().optional(),
    })
    .catchall(said),
  run: async (turn: Turn, input): Promise<CardOutcome> => {
    const field = findField(String(input.field ?? ''))
    if (field === null) throw new Refusal('invalid', fieldsWords())
    const customer = await findOneCustomer(turn, input.customer)
    const typed = input[field] ?? input.value
    const value = typed === undefined ? null : parseField(field, typed, dayOf(turn.now, turn.zone))
    if (value === null || !value.ok) throw askValue(turn, customer, field, typed !== undefined)
    if (input.confirmed !== true && turn.actor.alwaysConfirm)
      throw askValue(turn, customer, field, false, value.value)
    const before = await valuesOf(turn, customer, [field])
    if (before[field] === value.value) return sameOutcome(turn, customer, field, value.value)
    const after: JsonObject = { [field]: value.value }
    const changed = await changeCustomer(turn, customer, after as { [name in FieldName]?: string })
    return savedOutcome(turn, changed, { title: say('已更新客户', 'Customer updated'), before, after })
  },
})

function fieldsWords(): BothLanguages {
  const names = join(
    FIELDS.map((field) => FIELD_WORDS[field]),
    say('、', ', '),
  )
  return join([
    say(
      '没有认出要改哪一项，没有保存。可以修改：',
      'I could not tell which field is meant; nothing was saved. You can change: ',
    ),
    names,
  ])
}

function askValue(
  turn: Turn,
  { id, name }: Customer,
  field: FieldName,
  unreadable: boolean,
  value: string | null = null,
): Question {
  const title = join([nameHere(turn, name), say('：修改', ': change '), FIELD_WORDS[field]])
  const note = unreadable
    ? {
        text: say('说的内容不能识别，没有保存。', 'What you said could not be read; nothing was saved.'),
        tone: 'warning' as const,
      }
    : {
        text: say('保存之前不会写入任何内容。', 'Nothing is written before you save.'),
        tone: 'muted' as const,
      }
  return new Question(
    (resume) =>
      customerFormCard({
        title,
        notes: [note],
        fields: [toFormField(field, value, { required: true })],
        buttons: [
          resume.button(copy.save, { customer: `id:${id}`, confirmed: true }, { tone: 'primary' }),
          resume.cancel(copy.cancel),
        ],
      }),
    {
      focus: { customer: { id, name } },
      ...(value === null ? {} : { confirmPatch: { customer: `id:${id}`, confirmed: true } }),
    },
  )
}

function sameOutcome(turn: Turn, { id, name }: Customer, field: FieldName, value: string): CardOutcome {
  const card = noticeCard({
    title: say('没有改动', 'Nothing to change'),
    text: join([
      nameHere(turn, name),
      say('的', "'s "),
      FIELD_WORDS[field],
      say('已经是 ', ' is already '),
      showHere(turn, field, value),
    ]),
  })
  return { kind: 'card', card, focus: { customer: { id, name } } }
}
