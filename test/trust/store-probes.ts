// Questions to the stores and to the bare tables in somebody's scope, each with an answer that the oracle knows.

import { type SQL, sql } from 'drizzle-orm'
import type { BotParts } from '../../src/bot/bot.ts'
import type { Actor } from '../../src/core/actor.ts'
import { Refusal } from '../../src/core/errors.ts'
import { findByPhone, findCustomer, findCustomers, listNames } from '../../src/features/customers/store.ts'
import { countListed, findFollowUp } from '../../src/features/follow-ups/store.ts'
import {
  countOpportunities,
  findOpportunity,
  sumOpportunities,
} from '../../src/features/opportunities/store.ts'
import { findEmployee, toActor } from '../../src/features/people/store.ts'
import { countTasks, findTaskLine, listOpenTasks } from '../../src/features/tasks/store.ts'
import { getTicket, getTicketByNumber, listTickets } from '../../src/features/tickets/store.ts'
import { rowsOf, type Transaction } from '../../src/storage/database.ts'
import { takeScope, takeServiceScope } from '../../src/storage/scope.ts'
import { openTurn, type Turn } from '../../src/storage/turn.ts'
import { type Bank, mayRead, mayWrite, type Person, sees } from './oracle.ts'
import type { Chance } from './seeded.ts'

/** What a question is called, what it is answered, and what the oracle says. */
type Judged = readonly [what: string, answered: unknown, expected: unknown]
type Question = (turn: Turn, bank: Bank, who: Person, chance: Chance) => Promise<Judged>

class TakenBack extends Error {}

/** Asks so many questions, people in turn. @returns those that were answered otherwise than the oracle says */
export async function probeStores(
  parts: BotParts,
  bank: Bank,
  count: number,
  chance: Chance,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const each = Math.ceil(count / bank.people.length)
  for (const who of bank.people) {
    await parts.store.db
      .transaction(async (tx) => {
        await takeServiceScope(tx)
        const employee = await findEmployee(tx, who.id)
        if (employee === null) throw new Error(`no employee ${who.id}`)
        const actor = toActor(employee)
        await takeScope(tx, actor)
        const turn = turnOf(parts, tx, actor)
        const questions = mayRead(who) ? READERS_QUESTIONS : NOBODYS_QUESTIONS
        for (let asked = 0; asked < each; asked += 1) {
          const [what, answered, expected] = await chance.pick(questions)(turn, bank, who, chance)
          if (JSON.stringify(answered) !== JSON.stringify(expected))
            wrong.push(`${who.name} ${what}: ${JSON.stringify(answered)}, not ${JSON.stringify(expected)}`)
        }
        throw new TakenBack()
      })
      .catch((thrown: unknown) => {
        if (!(thrown instanceof TakenBack)) throw thrown
      })
  }
  return wrong
}

function turnOf(parts: BotParts, tx: Transaction, actor: Actor): Turn {
  return openTurn({
    db: tx,
    sealer: parts.sealer,
    actor,
    now: parts.clock.now(),
    zone: parts.zone,
    language: 'zh',
    conversation: { id: 'oc_p2p_probe', private: true },
    inboundId: 'probe',
    text: '',
    confidence: 1,
  })
}

const foundOr = async <Row>(work: Promise<Row>, id: (row: Row) => string): Promise<string | null> =>
  work.then(id, (thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not_found') return null
    throw thrown
  })

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()
const customersOf = (bank: Bank, who: Person) => bank.customers.filter((row) => sees.customer(who, row))

const TABLES = {
  customers: ['customers', sees.customer],
  notes: ['follow_ups', sees.note],
  tasks: ['tasks', sees.task],
  sales: ['opportunities', sees.sale],
  tickets: ['tickets', sees.ticket],
  holdings: ['holdings', sees.holding],
} as const

/** One row of one table by its id, through a statement of our own. */
async function rowOf(
  turn: Turn,
  bank: Bank,
  who: Person,
  chance: Chance,
  statement: (table: SQL, id: string) => SQL,
  may: boolean,
) {
  const kind = chance.pick(Object.keys(TABLES) as (keyof typeof TABLES)[])
  const [table, seen] = TABLES[kind]
  const row = chance.pick<{ readonly id: string }>(bank[kind])
  const rows = rowsOf(await turn.db.execute(statement(sql.raw(table), row.id)))
  return [`${table} ${row.id}`, rows.length, may && seen(who, row as never) ? 1 : 0] as const
}

const READERS_QUESTIONS: readonly Question[] = [
  (turn, bank, who, chance) =>
    rowOf(turn, bank, who, chance, (table, id) => sql`select id from ${table} where id = ${id}`, true),
  (turn, bank, who, chance) =>
    rowOf(
      turn,
      bank,
      who,
      chance,
      (table, id) => sql`select count(*) from ${table} where id = ${id} having count(*) > 0`,
      true,
    ),
  (turn, bank, who, chance) =>
    rowOf(
      turn,
      bank,
      who,
      chance,
      (table, id) => sql`update ${table} set owner_id = owner_id where id = ${id} returning id`,
      mayWrite(who),
    ),
  async (turn, bank, who, chance) => {
    const customer = chance.pick(bank.customers)
    const seen = sees.customer(who, customer)
    return [
      `customer ${customer.code} by id`,
      (await findCustomer(turn, customer.id))?.id ?? null,
      seen ? customer.id : null,
    ]
  },
  async (turn, bank, who, chance) => {
    const { code } = chance.pick(bank.customers)
    const expected = customersOf(bank, who).filter((row) => row.code === code)
    return [
      `customer by code ${code}`,
      idsOf(await findCustomers(turn, { by: 'code', code })),
      idsOf(expected),
    ]
  },
  async (turn, bank, who, chance) => {
    const { phone } = chance.pick(bank.customers.filter((row) => row.phone !== null))
    const expected = customersOf(bank, who).filter((row) => row.phone === phone)
    return [`customer by phone`, idsOf(await findByPhone(turn, phone ?? '')), idsOf(expected)]
  },
  async (turn, bank, who, chance) => {
    const { name } = chance.pick(bank.customers)
    const expected = customersOf(bank, who).filter((row) => row.name === name)
    const found = (await findCustomers(turn, { by: 'name', name })).filter((row) => row.name === name)
    return [`customer by name ${name}`, idsOf(found), idsOf(expected)]
  },
  async (turn, bank, who, chance) => {
    const { name } = chance.pick(bank.customers)
    const surname = [...name][0] ?? ''
    const found = await findCustomers(turn, { by: 'title', surname, gender: null })
    const mine = new Set(idsOf(customersOf(bank, who)))
    return [`customers called ${surname}`, idsOf(found).filter((id) => !mine.has(id)), []]
  },
  async (turn, bank, who, chance) => {
    const { phone } = chance.pick(bank.customers.filter((row) => row.phone !== null))
    const digits = (phone ?? '').slice(-4)
    const found = await findCustomers(turn, { by: 'tail', digits })
    const mine = customersOf(bank, who)
    const expected = mine.filter((row) => row.phone?.endsWith(digits))
    const foreign = idsOf(found).filter((id) => !mine.some((row) => row.id === id))
    const missed = expected.filter(({ id }) => !found.some((row) => row.id === id)).length
    return [`customers by tail`, [foreign, found.length < 50 ? missed : 0], [[], 0]]
  },
  async (turn, bank, who) => {
    const expected = who.role === 'head' ? [] : customersOf(bank, who).map(({ name }) => name)
    return ['names for near misses', [...(await listNames(turn))].sort(), expected.sort()]
  },
  async (turn, bank, who, chance) => {
    const note = chance.pick(bank.notes)
    return [
      `follow-up ${note.id}`,
      (await findFollowUp(turn, note.id))?.followUp.id ?? null,
      sees.note(who, note) ? note.id : null,
    ]
  },
  async (turn, bank, who, chance) => {
    const { customer } = chance.pick(bank.notes)
    const expected = bank.notes.filter((row) => row.customer === customer && sees.note(who, row)).length
    return [`follow-ups of ${customer}`, await countListed(turn, { customerId: customer }), expected]
  },
  async (turn, bank, who, chance) => {
    const task = chance.pick(bank.tasks)
    return [
      `task ${task.id}`,
      (await findTaskLine(turn, task.id))?.task.id ?? null,
      sees.task(who, task) ? task.id : null,
    ]
  },
  async (turn, bank, who) => {
    const expected = bank.tasks.filter((row) => row.state === 'open' && sees.task(who, row))
    const found = await listOpenTasks(turn, { assigneeId: null })
    return ['open tasks', idsOf(found.map(({ task }) => task)), idsOf(expected)]
  },
  async (turn, bank, who, chance) => {
    const assignee = chance.pick(bank.people).id
    const expected = bank.tasks.filter(
      (row) => row.state === 'open' && row.assignee === assignee && sees.task(who, row),
    ).length
    return [
      `how many tasks ${assignee} has`,
      (await countTasks(turn, { assigneeId: assignee })).all,
      expected,
    ]
  },
  async (turn, bank, who, chance) => {
    const sale = chance.pick(bank.sales)
    return [
      `opportunity ${sale.id}`,
      (await findOpportunity(turn, sale.id))?.opportunity.id ?? null,
      sees.sale(who, sale) ? sale.id : null,
    ]
  },
  async (turn, bank, who, chance) => {
    const { customer } = chance.pick(bank.sales)
    const open = bank.sales.filter(
      (row) =>
        row.customer === customer && sees.sale(who, row) && row.stage !== 'won' && row.stage !== 'lost',
    )
    const { all, amountFen } = await countOpportunities(turn, { customerId: customer })
    return [
      `opportunities of ${customer}`,
      [all, `${amountFen}`],
      [open.length, `${open.reduce((sum, { fen }) => sum + fen, 0n)}`],
    ]
  },
  async (turn, bank, who) => {
    const seen = bank.sales.filter((row) => sees.sale(who, row))
    const expected = (stage: string) => seen.filter((row) => row.stage === stage)
    const stages = await sumOpportunities(turn)
    return [
      'the funnel',
      stages.map(({ stage, count, amountFen }) => [stage, count, `${amountFen}`]),
      stages.map(({ stage }) => [
        stage,
        expected(stage).length,
        `${expected(stage).reduce((sum, { fen }) => sum + fen, 0n)}`,
      ]),
    ]
  },
  async (turn, bank, who, chance) => {
    const ticket = chance.pick(bank.tickets)
    const found = await foundOr(getTicket(turn, ticket.id), (record) => record.ticket.id)
    return [`ticket ${ticket.number} by id`, found, sees.ticket(who, ticket) ? ticket.id : null]
  },
  async (turn, bank, who, chance) => {
    const ticket = chance.pick(bank.tickets)
    const record = await getTicketByNumber(turn, `T${ticket.number}`).catch(() => null)
    const seen = sees.ticket(who, ticket)
    const customer = bank.customers.find(({ id }) => id === ticket.customer)
    const named = seen && customer !== undefined && sees.customer(who, customer) ? customer.name : null
    return [
      `ticket T${ticket.number}`,
      [record?.ticket.id ?? null, record?.customerName ?? null],
      [seen ? ticket.id : null, named],
    ]
  },
  async (turn, bank, who) => {
    const expected = bank.tickets.filter(
      (row) => sees.ticket(who, row) && ['open', 'waiting', 'resolved'].includes(row.status),
    )
    const { total } = await listTickets(turn, {}, { offset: 0, limit: 5 })
    return ['how many tickets', total, expected.length]
  },
  async (turn, bank, who) => {
    const rows = rowsOf<{ id: string }>(
      await turn.db.execute(sql`select ticket_id::text as id from approvals`),
    )
    const mine = new Set(bank.tickets.filter((row) => sees.ticket(who, row)).map(({ id }) => id))
    return ['approvals of other tickets', rows.filter(({ id }) => !mine.has(id)).length, 0]
  },
]

/** Whoever has no customer data is refused by the database itself. */
const NOBODYS_QUESTIONS: readonly Question[] = [
  async (turn, _bank, _who, chance) => {
    const table = chance.pick([
      'customers',
      'customer_names',
      'holdings',
      'follow_ups',
      'tasks',
      'opportunities',
      'tickets',
      'approvals',
    ])
    const answered = await turn.db
      .transaction((inner) => inner.execute(sql.raw(`select 1 from ${table} limit 1`)))
      .then(
        () => 'answered',
        (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code,
      )
    return [`any row of ${table}`, answered, '42501']
  },
]
