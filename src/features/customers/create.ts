// customer.create: one sentence fills a form; nothing is written before it is saved (S13). A number that is known
// within the person's own scope is not recorded twice; whoever is known outside of it stays unknown here (D20).

import { z } from 'zod'
import { customerFormCard } from '../../../cards/customer-changes.ts'
import { type Field, type JsonObject, join, say, type Words } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { dayOf } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { addCustomer, type CustomerValues } from './change.ts'
import { copy, FIELD_WORDS } from './copy.ts'
import { WRITERS } from './edit.ts'
import type { FieldName } from './fields.ts'
import { type ReadForm, readFields, readTags, toFormField, unreadableWords } from './forms.ts'
import { nameHere } from './mask.ts'
import { savedOutcome, showHere } from './saved.ts'
import { type Customer, findByPhone, findCustomers } from './store.ts'

const text = z.union([z.string().max(200), z.number()]).optional()

const CreateInput = z.object({
  name: text,
  gender: text,
  phone: text,
  email: text,
  company: text,
  contactName: text,
  birthday: text,
  source: text,
  level: text,
  risk: text,
  city: text,
  tags: z.union([z.string().max(300), z.array(z.string())]).optional(),
  confirmed: z.boolean().optional(),
})

const PERSON: readonly FieldName[] = [
  'name',
  'phone',
  'gender',
  'source',
  'company',
  'birthday',
  'level',
  'risk',
  'city',
  'email',
]
const COMPANY: readonly FieldName[] = ['name', 'phone', 'contactName', 'source', 'level', 'city', 'email']
const NUMBERS: readonly FieldName[] = ['phone', 'email']
const REQUIRED: readonly FieldName[] = ['name', 'phone']

export const createCapability = defineCapability({
  intent: 'customer.create',
  summary: say('新建客户', 'Record a new customer'),
  examples: {
    zh: ['新增客户 王小明 13812345678 来源转介绍', '新建客户'],
    en: ['add customer Wang Xiaoming 13812345678 from referral', 'new customer'],
  },
  access: WRITERS,
  input: CreateInput,
  run: async (turn: Turn, input): Promise<CardOutcome> => {
    const kind = isCompany(input.name) ? 'company' : 'person'
    const fields = kind === 'company' ? COMPANY : PERSON
    const read = readFields(fields, input, dayOf(turn.now, turn.zone))
    const known = await findKnown(turn, read.values.phone)
    if (known !== null) return knownOutcome(turn, known)
    const tags = readTags(input.tags)
    const { name } = read.values
    const complete =
      typeof name === 'string' && typeof read.values.phone === 'string' && read.unreadable.length === 0
    if (!complete || input.confirmed !== true) throw await askToSave(turn, { fields, read, tags, complete })
    const values = { ...read.values, name, ...(tags.length === 0 ? {} : { tags }) }
    const added = await addCustomer(turn, values, kind)
    return savedOutcome(turn, added, {
      title: say('已新建客户', 'Customer recorded'),
      before: {},
      after: values as JsonObject,
    })
  },
})

function isCompany(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    /(公司|集团|工厂|合作社|事务所|商行|\b(ltd|inc|co|llc)\.?)$/i.test(name.trim())
  )
}

async function findKnown(turn: Turn, phone: string | null | undefined): Promise<Customer | null> {
  if (typeof phone !== 'string') return null
  const [known] = await findByPhone(turn, phone)
  return known ?? null
}

function knownOutcome(turn: Turn, { id, name, code }: Customer): CardOutcome {
  const card = noticeCard({
    title: say('没有新建', 'Not recorded'),
    text: join([
      say('这个手机号已登记在客户 ', 'This number already belongs to '),
      nameHere(turn, name),
      ' ',
      code,
      say(' 名下。', '.'),
    ]),
    tone: 'warning',
    buttons: [{ ...sayButton(code), label: copy.open }],
  })
  return { kind: 'card', card, focus: { customer: { id, name } } }
}

interface Asking {
  readonly fields: readonly FieldName[]
  readonly read: ReadForm
  readonly tags: readonly string[]
  readonly complete: boolean
}

async function askToSave(turn: Turn, { fields, read, tags, complete }: Asking): Promise<Question> {
  const apart = turn.conversation.private ? [] : NUMBERS.filter((field) => read.values[field] !== undefined)
  const asked = fields.filter((field) => !apart.includes(field))
  const notes = [
    ...missing(read.values),
    ...unreadable(read),
    ...(await sameName(turn, read.values.name)),
    ...keptApart(turn, read.values, apart),
  ]
  // Fields that are emptied in the form come back missing; the patch keeps what was said before from filling them again.
  const blank = Object.fromEntries([...asked, 'tags'].map((field) => [field, '']))
  return new Question(
    (resume) =>
      customerFormCard({
        title: say('新建客户', 'New customer'),
        notes: [
          ...notes,
          { text: say('保存之前不会写入任何内容。', 'Nothing is written before you save.'), tone: 'muted' },
        ],
        fields: [
          ...asked.map((field) =>
            toFormField(field, read.values[field] ?? null, { required: REQUIRED.includes(field) }),
          ),
          tagField(tags),
        ],
        buttons: [
          resume.button(copy.save, { ...blank, confirmed: true }, { tone: 'primary' }),
          resume.cancel(copy.cancel),
        ],
      }),
    complete ? { confirmPatch: { confirmed: true } } : {},
  )
}

/** Numbers that were said stay out of a form that a group sees; they are kept with the question. */
function keptApart(turn: Turn, values: CustomerValues, apart: readonly FieldName[]): Note[] {
  return apart.map((field) => ({
    text: join([FIELD_WORDS[field], ' ', showHere(turn, field, values[field])]),
    tone: 'muted',
  }))
}

interface Note {
  readonly text: Words
  readonly tone: 'warning' | 'muted'
}

function missing(values: CustomerValues): Note[] {
  const fields = REQUIRED.filter((field) => typeof values[field] !== 'string')
  if (fields.length === 0) return []
  const names = join(
    fields.map((field) => FIELD_WORDS[field]),
    say('、', ', '),
  )
  return [{ text: join([say('还缺必填项：', 'Still missing: '), names]), tone: 'warning' }]
}

function unreadable({ unreadable: fields }: ReadForm): Note[] {
  return fields.length === 0 ? [] : [{ text: unreadableWords(fields), tone: 'warning' }]
}

async function sameName(turn: Turn, name: string | null | undefined): Promise<Note[]> {
  if (typeof name !== 'string') return []
  const namesakes = (await findCustomers(turn, { by: 'name', name })).filter(
    (customer) => customer.name === name,
  )
  if (namesakes.length === 0) return []
  const codes = namesakes.map(({ code }) => code).join('、')
  return [{ text: join([say('已有同名客户：', 'The same name is on record: '), codes]), tone: 'warning' }]
}

function tagField(tags: readonly string[]): Field {
  return {
    field: 'line',
    name: 'tags',
    label: FIELD_WORDS.tags,
    placeholder: say('用、分开', 'with commas between'),
    ...(tags.length === 0 ? {} : { value: tags.join('、') }),
  }
}
