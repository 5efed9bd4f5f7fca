// What a freeze must hold although nobody reads it in a chat that is asked: copies of a card that follow a change, the late
// answer to a click, and an answer that is being given.

import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BotParts } from '../../../src/bot/bot.ts'
import { accept, click, drain, workInbox } from '../../../src/bot/work.ts'
import { newId } from '../../../src/core/ids.ts'
import type { ClickInbound, MessageInbound } from '../../../src/core/inbound.ts'
import { freezes } from '../../../src/features/freezes/schema.ts'
import { type Database, rowsOf } from '../../../src/storage/database.ts'
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

const thawAll = ({ parts }: Bank) =>
  parts.store.db.execute(sql`update freezes set thaw_asked_by = 901, thawed_by = 902, thawed_at = now()`)

async function idOf({ db }: Bank['parts']['store'], account: string): Promise<number> {
  const [row] = rowsOf<{ id: number }>(
    await db.execute(sql`select id from employees where account = ${account}`),
  )
  if (row === undefined) throw new Error(`no ${account}`)
  return row.id
}

const messageOf = ({ clock }: Bank, who: string, text: string): MessageInbound => ({
  kind: 'message',
  id: crypto.randomUUID(),
  messageId: crypto.randomUUID(),
  happenedAt: clock.now(),
  conversation: `oc_p2p_${who.slice(3)}`,
  private: true,
  sender: { account: who },
  text,
  mentions: [],
  attachments: [],
})

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
  afterEach(() => thawAll(bank))
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

describe('where a freeze comes in between a question and its asking', () => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank()
    await bank.as('ou_wangmin').says('帮助')
  })
  afterEach(() => thawAll(bank))
  afterAll(() => bank.close())

  /** The bot, at whose database a freeze comes in with the first transaction that is rolled back. */
  function overtaken(): BotParts {
    let first = true
    const transaction = async (...args: Parameters<Database['transaction']>) => {
      try {
        return await bank.parts.store.db.transaction(...args)
      } catch (thrown) {
        if (first) await begin(bank, null)
        first = false
        throw thrown
      }
    }
    const db = new Proxy(bank.parts.store.db, {
      get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)),
    })
    return { ...bank.parts, store: { ...bank.parts.store, db } }
  }
  const ASKS = '今天拜访了张伟，聊了理财'

  it('is one that names customers on other days', async () => {
    const cards = await bank.as('ou_wangmin').says(ASKS)
    expect(shown(cards.at(-1))).toMatch(/恒通物流[\s\S]*请选择客户/)
  })

  it('a message is answered with the freeze', async () => {
    const message = messageOf(bank, 'ou_wangmin', ASKS)
    await accept(bank.parts, message)
    const before = bank.sent.length
    await drain(overtaken())
    const answers = bank.sent.slice(before).map(({ content }) => JSON.stringify(content))
    expect(answers).toEqual([expect.stringContaining('冻结中')])
    expect(answers.join()).not.toContain('恒通物流')
  })

  it('a click is answered with the freeze', async () => {
    const answer = await click(overtaken(), clickOf(bank, 'ou_wangmin', ASKS, 'om_card'), () => undefined)
    expect(answer.card).toBeUndefined()
    expect(JSON.stringify(answer.toast?.text)).toContain('冻结中')
  })

  it('a click on a card that is gone is told so', async () => {
    const { press: _, ...form } = clickOf(bank, 'ou_wangmin', '', 'om_gone')
    const answer = await click(bank.parts, { ...form, element: 'submit_x_0' }, () => undefined)
    expect(JSON.stringify(answer.toast?.text)).toContain('已失效')
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
