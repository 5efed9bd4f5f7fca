// Questions to the bot, drawn by chance: every capability and every action, about rows of the person's own, of a
// colleague, of another team, of another branch, and about rows that do not exist. Inputs are forged at will.

import type { JsonObject, Press } from '../../cards/kit/index.ts'
import { newId } from '../../src/core/ids.ts'
import { codeAt } from './factor.ts'
import type { Bank, Person } from './oracle.ts'
import type { Chance } from './seeded.ts'

/** One question. */
export interface Probe {
  readonly press: Press
  readonly form: JsonObject
  /** The same question about a row that does not exist, where the question is about a row. */
  readonly absent?: Press
  /** The row it is about. */
  readonly about?: { readonly kind: 'customer' | 'note' | 'task' | 'sale' | 'ticket'; readonly id: string }
  readonly writes: boolean
}

const NOW = new Date('2026-11-21T10:00:00+08:00')
/** No employee is called so, no customer, and no code or number of these was given out. */
const NOBODY = {
  name: '巫马不存',
  code: 'C999999',
  phone: '19900000000',
  tail: '0000',
  ticket: 'T999999',
} as const

const CHANGES_OF: Readonly<Record<string, JsonObject>> = {
  'task.snooze': { by: 'hour' },
  'task.edit': { scope: 'all' },
  'task.list_done': { list: { who: null, from: null, to: null, overdue: false, offset: 0 } },
  'task.list_edit': { list: { who: null, from: null, to: null, overdue: false, offset: 0 } },
  'task.list_save': { list: { who: null, from: null, to: null, overdue: false, offset: 0 } },
  'followup.channel': { channel: 'phone' },
  'followup.save': { task: 1 },
  'opportunity.decide': { stage: 'won' },
  'opportunity.settle': { stage: 'lost' },
  'opportunity.list_step': { list: { stage: null, customer: null, from: null, to: null, offset: 0 } },
  'ticket.call-back': { satisfied: true },
}

/** Actions about one row, by the kind of the row. */
export const ACTIONS = {
  customer: [
    'customer.show',
    'customer.reveal',
    'customer.reveal.show',
    'customer.privately',
    'customer.edit',
    'customer.save',
  ],
  note: ['followup.channel', 'followup.opportunity', 'followup.edit', 'followup.save', 'followup.show'],
  task: [
    'task.done',
    'task.snooze',
    'task.edit',
    'task.save',
    'task.drop',
    'task.show',
    'task.list_done',
    'task.list_edit',
    'task.list_save',
    'followup.of_task',
    'digest.task-done',
  ],
  sale: [
    'opportunity.step',
    'opportunity.edit',
    'opportunity.save',
    'opportunity.decide',
    'opportunity.settle',
    'opportunity.follow',
    'opportunity.show',
    'opportunity.list_step',
  ],
  ticket: [
    'ticket.add-progress',
    'ticket.mark-resolved',
    'ticket.call-back',
    'approval.approve',
    'approval.reject',
    'approval.approve-in-list',
    'approval.revoke',
  ],
} as const

const READING = new Set([
  'customer.show',
  'customer.reveal',
  'customer.reveal.show',
  'customer.privately',
  'followup.show',
  'task.show',
  'opportunity.show',
])

/** Draws a question for a person. */
export function drawProbe(bank: Bank, who: Person, chance: Chance): Probe {
  const roll = chance.below(100)
  if (roll < 45) return drawAction(bank, chance)
  if (roll < 70) return drawAboutCustomer(bank, chance)
  if (roll < 80) return drawAboutTicket(bank, chance)
  return drawList(bank, who, chance)
}

function drawAction(bank: Bank, chance: Chance): Probe {
  const kind = chance.pick(['customer', 'note', 'task', 'sale', 'ticket'] as const)
  const action = chance.pick<string>(ACTIONS[kind])
  const rows = {
    customer: bank.customers,
    note: bank.notes,
    task: bank.tasks,
    sale: bank.sales,
    ticket: bank.tickets,
  }
  const row = chance.pick<{ readonly id: string; readonly version?: number }>(rows[kind])
  const input = (id: string): JsonObject => ({
    ...CHANGES_OF[action],
    ...(kind === 'ticket' ? { ticket: id } : action === 'followup.of_task' ? { task: id } : { id }),
    version: chance.below(4) === 0 ? 7 : (row.version ?? 1),
  })
  const press = { action, input: input(row.id) }
  return {
    press,
    absent: { action, input: { ...input(newId(NOW)), version: press.input['version'] ?? 1 } },
    about: { kind, id: row.id },
    form: formFor(action),
    writes: !READING.has(action),
  }
}

function formFor(action: string): JsonObject {
  switch (action) {
    case 'customer.reveal.show':
      return { field: 'phone', reason: 'contact', code: '123456' }
    case 'followup.of_task':
      return { content: '客户不在', note: '客户不在' }
    case 'ticket.add-progress':
    case 'ticket.mark-resolved':
      return { content: '已联系' }
    case 'approval.reject':
      return { comment: '材料不全' }
    case 'approval.revoke':
      return { reason: '看错了', code: '123456' }
    case 'opportunity.settle':
      return { reason: '价格' }
    default:
      return {}
  }
}

const start = (intent: string, slots: JsonObject): Press => ({ action: 'start', input: { intent, slots } })

/** Ways to point at a customer, and at nobody in the same way. */
function pointers(bank: Bank, chance: Chance) {
  const customer = chance.pick(bank.customers)
  const ways: (readonly [string, string])[] = [
    [`id:${customer.id}`, `id:${newId(NOW)}`],
    [customer.code, NOBODY.code],
    [customer.name, NOBODY.name],
    ...(customer.phone === null
      ? []
      : [
          [customer.phone, NOBODY.phone] as const,
          [customer.phone.slice(-4), NOBODY.tail] as const,
          [`+86 ${customer.phone}`, `+86 ${NOBODY.phone}`] as const,
        ]),
    [`${[...customer.name][0]}先生`, '巫先生'],
  ]
  return { customer, way: chance.pick(ways) }
}

function drawAboutCustomer(bank: Bank, chance: Chance): Probe {
  const { customer, way } = pointers(bank, chance)
  const [said, nobody] = way
  const [intent, slots] = chance.pick<readonly [string, JsonObject]>([
    ['customer.find', {}],
    ['customer.update', { field: '职业', value: '教师' }],
    ['customer.update', { field: '手机', value: '19911112222', confirmed: true }],
    ['customer.tag', { add: '高净值' }],
    ['customer.assign', { to: '李磊', confirmed: true }],
    ['followup.log', { content: '聊过', note: '聊过', confirmed: true }],
    ['followup.list', {}],
    ['task.create', { title: '回访', due: '2026-11-25', confirmed: true }],
    ['task.complete', {}],
    ['task.postpone', { due: '2026-11-27' }],
    ['task.cancel', { title: '回访' }],
    ['opportunity.create', { product: '信用卡', amount: 10000, confirmed: true }],
    ['opportunity.move', { stage: 'proposal', confirmed: true }],
    ['opportunity.list', {}],
    ['ticket.create', { kind: 'inquiry', content: '咨询' }],
    ['ticket.create', { kind: 'rate', content: '上浮', rate_bp: 10, amount: 100000 }],
    ['ticket.list', {}],
  ])
  return {
    press: start(intent, { ...slots, customer: said }),
    ...(said.startsWith('id:') ? { absent: start(intent, { ...slots, customer: nobody }) } : {}),
    about: { kind: 'customer', id: customer.id },
    form: {},
    writes: !intent.endsWith('.find') && !intent.endsWith('.list'),
  }
}

function drawAboutTicket(bank: Bank, chance: Chance): Probe {
  const ticket = chance.pick(bank.tickets)
  const [intent, slots] = chance.pick<readonly [string, JsonObject]>([
    ['ticket.show', {}],
    ['ticket.show', {}],
    ['ticket.progress', { content: '已联系' }],
    ['ticket.resolve', { content: '好了' }],
    ['ticket.close', { satisfied: true }],
    ['ticket.assign', { to: '李磊' }],
    ['approval.approve', {}],
    ['approval.reject', { comment: '材料不全' }],
    ['approval.revoke', { reason: '看错了' }],
  ])
  return {
    press: start(intent, { ...slots, ticket: `T${ticket.number}` }),
    absent: start(intent, { ...slots, ticket: NOBODY.ticket }),
    about: { kind: 'ticket', id: ticket.id },
    form: {},
    writes: intent !== 'ticket.show',
  }
}

function drawList(bank: Bank, who: Person, chance: Chance): Probe {
  const year = { from: '2026-01-01', to: '2027-12-31' }
  const customer = chance.pick(bank.customers)
  const list = (press: Press, writes = false): Probe => ({ press, form: {}, writes })
  return chance.pick<() => Probe>([
    () => list(start('customer.search', { filters: chance.pick(FILTERS) })),
    () =>
      list({
        action: 'customer.page',
        input: { filters: chance.pick(FILTERS), page: 1 + chance.below(5) },
      }),
    () => list(start('customer.export', { filters: chance.pick(FILTERS) })),
    () => drawExport(who, chance, chance.pick(FILTERS)),
    () => drawExport(who, chance, {}, customer.id),
    () => list(start('followup.list', { period: year })),
    () => list(start('followup.list', { by: chance.pick(bank.people).name })),
    () =>
      list({
        action: 'followup.page',
        input: { customer: customer.id, from: null, to: null, channel: null, by: null, offset: 0 },
      }),
    () =>
      list({
        action: 'followup.page',
        input: {
          customer: null,
          from: null,
          to: null,
          channel: null,
          by: chance.pick(bank.people).id,
          offset: chance.below(40),
        },
      }),
    () => list(start('task.list', { assignee: chance.pick(bank.people).name })),
    () => list(start('task.list', { overdue: true })),
    () =>
      list({
        action: 'task.page',
        input: { who: chance.pick(bank.people).id, from: null, to: null, overdue: false, offset: 0 },
      }),
    () => list(start('task.complete', { title: chance.pick(bank.tasks).title }), true),
    () => list(start('task.postpone', { title: chance.pick(bank.tasks).title, due: '2026-11-27' }), true),
    () => list(start('opportunity.list', { funnel: true })),
    () => list(start('opportunity.list', { period: year })),
    () =>
      list({
        action: 'opportunity.page',
        input: { stage: null, customer: customer.id, from: null, to: null, offset: 0 },
      }),
    () => list(start('opportunity.move', { product: '大额存单', stage: 'proposal' }), true),
    () => list(start('ticket.list', { status: chance.pick(['open', 'overdue', 'mine']) })),
    () => list({ action: 'ticket.page', input: { customerId: customer.id, offset: 0 } }),
    () => list(start('approval.list', {})),
    () => list(start('approval.revoke', {})),
    () => list({ action: 'approval.page', input: { offset: 0 } }),
    () => list(start('digest.show', {})),
    () => list({ action: 'digest.show-personal', input: {} }),
    () =>
      list(start('customer.create', { name: '新客户', phone: customer.phone ?? '', confirmed: true }), true),
    () => list(start('customer.create', { name: customer.name, phone: '19977778888' }), true),
    () => list(start('settings.show', {})),
    () => list(start('help', {})),
  ])()
}

/** The confirmation of an export, with a right code: by whoever was asked, or on somebody else's card. */
function drawExport(who: Person, chance: Chance, filters: JsonObject, customer?: string): Probe {
  const by = chance.below(5) === 0 ? who.id + 1 : who.id
  const input = { filters, by, language: 'zh', ...(customer === undefined ? {} : { customer }) }
  return {
    press: { action: 'customer.export.confirm', input },
    form: { reason: 'visits', code: codeAt(NOW) },
    writes: false,
  }
}

const FILTERS: readonly JsonObject[] = [
  {},
  { level: 'VIP' },
  { tag: '高净值' },
  { city: '唐山' },
  { product: '大额存单' },
  { inactive_days: 30 },
  { balance_min: 500000 },
  { birthday: { from: '2026-11-21', to: '2026-12-21' } },
  { maturing: { from: '2026-11-21', to: '2027-01-31' } },
]
