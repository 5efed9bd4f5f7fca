// Questions to the whole bot, as messages and clicks arrive: about rows that are hidden from whoever asks, and with the
// ids of what waits for others.

import { sql } from 'drizzle-orm'
import type { JsonObject, Press } from '../../cards/kit/index.ts'
import { click } from '../../src/bot/work.ts'
import type { ClickAnswer } from '../../src/core/ports.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { type Bank as OpenBank, type Sent, shown } from '../support/bank.ts'
import { type Bank, type Person, sees } from './oracle.ts'
import { ACTIONS } from './probes.ts'
import type { Chance } from './seeded.ts'

/** What was asked, and everything that came out of the house because of it. */
export interface BotAnswer {
  readonly who: Person
  readonly asked: string
  readonly text: string
  readonly answer: ClickAnswer | null
}

/** Asks so many questions about hidden things. */
export async function askBot(
  open: OpenBank,
  bank: Bank,
  count: number,
  chance: Chance,
): Promise<readonly BotAnswer[]> {
  const answers: BotAnswer[] = []
  const people = bank.people.filter(({ account }) => account !== null)
  const pending = await leavePending(open)
  for (let asked = 0; asked < count; asked += 1) {
    const who = chance.pick(people)
    const words = chance.below(10) < 4 ? drawWords(bank, who, chance) : null
    const before = open.sent.length
    if (words !== null) {
      const chat = chance.below(4) === 0 ? 'oc_retail1' : undefined
      await open.as(who.account, chat).says(words)
      answers.push(toAnswer(who, words, open.sent.slice(before), null))
      continue
    }
    const press = drawPress(bank, who, chance, pending)
    if (press === null) continue
    const answer = await clickAs(open, who, press, chance)
    answers.push(toAnswer(who, JSON.stringify(press), open.sent.slice(before), answer))
  }
  return answers
}

/** A card with an undo and one with a question wait for somebody. @returns their ids */
async function leavePending(open: OpenBank): Promise<readonly string[]> {
  await open.as('ou_chenjing').says('明天上午10点提醒我整理材料')
  await open.as('ou_chenjing').says('新增客户 牛不知 13912340987 来源转介绍')
  return asKeeper(open.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    return rowsOf<{ id: string }>(
      await tx.execute(
        sql`select p.id::text as id from pending p join employees e on e.id = p.employee_id where e.account = 'ou_chenjing' and consumed_at is null`,
      ),
    ).map(({ id }) => id)
  })
}

/** How many of the things that wait were taken. */
export async function countTaken(open: OpenBank): Promise<number> {
  return asKeeper(open.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    return rowsOf(
      await tx.execute(
        sql`select 1 from pending p join employees e on e.id = p.employee_id where e.account = 'ou_chenjing' and consumed_at is not null`,
      ),
    ).length
  })
}

/** Words about a hidden customer with no namesake in sight, or a hidden ticket; null where nothing is hidden. */
function drawWords(bank: Bank, who: Person, chance: Chance): string | null {
  const seen = new Set(bank.customers.filter((row) => sees.customer(who, row)).map(({ name }) => name))
  const customers = bank.customers.filter((row) => !sees.customer(who, row) && !seen.has(row.name))
  const tickets = bank.tickets.filter((row) => !sees.ticket(who, row))
  if (customers.length === 0 || tickets.length === 0) return null
  const { name, code, phone } = chance.pick(customers)
  return chance.pick([
    name,
    code,
    phone ?? code,
    `查一下尾号${(phone ?? '0000').slice(-4)}的客户`,
    `${name}的跟进记录`,
    `电话沟通${name}，聊过，对信用卡感兴趣`,
    `明天提醒我给${name}打电话`,
    `给${name}打标签 高净值`,
    `把${name}的职业改成教师`,
    `${name}的商机`,
    `${name}投诉，网点排队太久`,
    `新增客户 ${name} ${phone ?? '19900001111'} 来源转介绍`,
    `工单T${chance.pick(tickets).number}`,
    `同意 T${chance.pick(tickets).number}`,
    `撤回对T${chance.pick(tickets).number}的审批`,
    '我的客户',
    '我的任务',
    '工单列表',
    '我的商机',
  ])
}

function drawPress(bank: Bank, who: Person, chance: Chance, pending: readonly string[]): Press | null {
  if (chance.below(6) === 0 && who.account !== 'ou_chenjing') {
    const id = chance.pick(pending)
    return chance.pick<Press>([
      { action: 'resume', input: { pending: id, patch: { confirmed: true } } },
      { action: 'cancel', input: { pending: id } },
      { action: 'undo', input: { pending: id } },
    ])
  }
  const kind = chance.pick(['customer', 'note', 'task', 'sale', 'ticket'] as const)
  const hidden = {
    customer: bank.customers.filter((row) => !sees.customer(who, row)),
    note: bank.notes.filter((row) => !sees.note(who, row)),
    task: bank.tasks.filter((row) => !sees.task(who, row)),
    sale: bank.sales.filter((row) => !sees.sale(who, row)),
    ticket: bank.tickets.filter((row) => !sees.ticket(who, row)),
  }[kind]
  if (hidden.length === 0) return null
  const row = chance.pick<{ readonly id: string; readonly version?: number }>(hidden)
  const input: JsonObject = {
    id: row.id,
    task: row.id,
    ticket: row.id,
    version: row.version ?? 1,
    by: 'hour',
    scope: 'all',
    channel: 'phone',
    stage: 'won',
    satisfied: true,
  }
  return { action: chance.pick<string>(ACTIONS[kind]), input }
}

async function clickAs(open: OpenBank, who: Person, press: Press, chance: Chance): Promise<ClickAnswer> {
  // On a card of somebody else's, as if it had been forwarded.
  const message = chance.pick(open.sent)
  return click(
    open.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: message.messageId,
      happenedAt: open.clock.now(),
      conversation: chance.pick([`oc_p2p_${who.account.slice(3)}`, 'oc_retail1']),
      sender: { account: who.account },
      press,
      form: { content: 'x', comment: 'x', reason: 'x', code: '123456' },
    },
    () => undefined,
  )
}

function toAnswer(who: Person, asked: string, sent: readonly Sent[], answer: ClickAnswer | null): BotAnswer {
  const cards = sent.map(({ content }) => (content.kind === 'card' ? content.card : content.name))
  return {
    who,
    asked,
    text: JSON.stringify([
      cards,
      answer,
      sent.map(({ content }) => (content.kind === 'card' ? shown(content.card) : '')),
    ]),
    answer,
  }
}
