// What a freeze must hold although nobody reads it in a chat that is asked: copies of a card that follow a change, the late
// answer to a click, and an answer that is being given.

import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { click, workInbox } from '../../../src/bot/work.ts'
import { newId } from '../../../src/core/ids.ts'
import type { ClickInbound } from '../../../src/core/inbound.ts'
import { freezes } from '../../../src/features/freezes/schema.ts'
import { rowsOf } from '../../../src/storage/database.ts'
import { storeInbound } from '../../../src/storage/inbox.ts'
import { outbox } from '../../../src/storage/plumbing-schema.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'
import { serverHomes, type TestHome } from '../../support/open-homes.ts'

const begin = async ({ parts, clock }: Bank, employee: string | null) => {
  const employeeId = employee === null ? null : await idOf(parts.store, employee)
  await parts.store.db.insert(freezes).values({
    id: newId(clock.now()),
    scope: employeeId === null ? 'bank' : 'employee',
    employeeId,
    reason: 'leak',
    startedAt: clock.now(),
    startedBy: 999,
  })
}

async function idOf({ db }: Bank['parts']['store'], account: string): Promise<number> {
  const [row] = rowsOf<{ id: number }>(
    await db.execute(sql`select id from employees where account = ${account}`),
  )
  if (row === undefined) throw new Error(`no ${account}`)
  return row.id
}

/** A click of somebody that looks a customer up, on a card in the own chat. */
const clickOf = ({ clock }: Bank, who: string, text: string, messageId: string): ClickInbound => ({
  kind: 'click',
  id: crypto.randomUUID(),
  happenedAt: clock.now(),
  conversation: `oc_p2p_${who.slice(3)}`,
  messageId,
  sender: { account: who },
  press: { action: 'say', input: { text } },
  form: {},
})

describe('while an employee is frozen', () => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank()
    await bank.as('ou_lilei').says('帮助')
  })
  afterEach(() =>
    bank.parts.store.db.execute(
      sql`update freezes set thaw_asked_by = 901, thawed_by = 902, thawed_at = now()`,
    ),
  )
  afterAll(() => bank.close())

  const states = async (op: 'send' | 'update') =>
    rowsOf<{ conversation: string; state: string }>(
      await bank.parts.store.db.execute(
        sql`select conversation, state from outbox where op = ${op} and (subject = 'ticket:bench' or op = 'update') order by seq`,
      ),
    )

  it('copies of a card in that chat stay as they are, others follow', async () => {
    const now = bank.clock.now()
    const card = { heading: { title: '工单' }, summary: '', nodes: [] }
    const copy = (who: string) => ({
      id: newId(now),
      receiver: `conversation:oc_p2p_${who}`,
      receiverKind: 'conversation' as const,
      receiverId: `oc_p2p_${who}`,
      card,
      subject: 'ticket:bench',
      dueAt: now,
      createdAt: now,
    })
    await bank.parts.store.db.insert(outbox).values([copy('lilei'), copy('wangmin')])
    await bank.tick()
    await begin(bank, 'ou_lilei')
    bank.clock.advance(60_000)
    await bank.parts.store.db.insert(outbox).values({
      id: newId(now),
      op: 'refresh',
      receiver: 'refresh:ticket:bench',
      receiverKind: 'message',
      receiverId: 'ticket:bench',
      subject: 'ticket:bench',
      card: { ...card, heading: { title: '工单已转给王敏' } },
      dueAt: bank.clock.now(),
      createdAt: bank.clock.now(),
    })
    await bank.tick()
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).toContain('已转给')
    expect(shown(bank.as('ou_lilei').cards().at(-1))).not.toContain('已转给')
    expect((await states('update')).map(({ state }) => state)).toEqual(['parked', 'sent'])
  })

  it('the late answer to a click waits too', async () => {
    const { store, sealer } = bank.parts
    await bank.parts.store.db.execute(sql`delete from outbox where op = 'update'`)
    const late = clickOf(bank, 'ou_lilei', '赵敏', 'om_card')
    await storeInbound(store.db, sealer, late, bank.clock.now())
    await workInbox(bank.parts)
    await begin(bank, 'ou_lilei')
    await bank.tick()
    expect(await states('update')).toEqual([{ conversation: 'oc_p2p_lilei', state: 'parked' }])
  })
})

describe.each(serverHomes.slice(0, 1))('an answer to a click, on $name', ({ open }) => {
  let home: TestHome
  let bank: Bank
  beforeAll(async () => {
    home = await open()
    bank = await openBank(home.store)
  })
  afterAll(() => home.close())

  it('is not given where a freeze comes in while somebody holds the card', async () => {
    await bank.as('ou_wangmin').says('李建国')
    const [message] = bank.sent.slice(-1)
    const held = Promise.withResolvers<void>()
    const other = home.another()
    const locked = Promise.withResolvers<void>()
    const holding = other.db.transaction(async (tx) => {
      await tx.execute(sql`select id from outbox where message_id = ${message?.messageId ?? ''} for update`)
      locked.resolve()
      await held.promise
    })
    await locked.promise
    const answering = click(
      bank.parts,
      clickOf(bank, 'ou_wangmin', '李秀英', message?.messageId ?? ''),
      () => undefined,
    )
    while (!(await isAnybodyWaiting()));
    await begin(bank, null)
    held.resolve()
    await holding
    const answer = await answering
    expect(answer.card).toBeUndefined()
    expect(JSON.stringify(answer.toast?.text)).toContain('冻结中')
  })

  /** Whether a statement of the database waits for a row. */
  async function isAnybodyWaiting(): Promise<boolean> {
    const [row] = rowsOf<{ waits: boolean }>(
      await home.store.db.execute(sql`select exists (select from pg_locks where not granted) as waits`),
    )
    return row?.waits ?? false
  }
})
