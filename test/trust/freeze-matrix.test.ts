// What each person reads under each freeze, held against plain arithmetic over the whole bank, on every database; and a
// freeze that falls between messages that are being sent.

import { eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import type { Messenger } from '../../src/core/ports.ts'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { followUps } from '../../src/features/follow-ups/schema.ts'
import { freezes } from '../../src/features/freezes/schema.ts'
import { employees } from '../../src/features/people/schema.ts'
import { toActor } from '../../src/features/people/store.ts'
import { isFrozenMeanwhile } from '../../src/storage/frozen.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { sendRound } from '../../src/storage/outbox.ts'
import { outbox } from '../../src/storage/plumbing-schema.ts'
import { asKeeper, inScope } from '../../src/storage/scope.ts'
import { allHomes, serverHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')
type Employee = typeof employees.$inferSelect
type Row = {
  readonly id: string
  readonly ownerId: number
  readonly teamId: number
  readonly branchId: number
}
type Beginning = Partial<typeof freezes.$inferInsert> & Pick<typeof freezes.$inferInsert, 'scope'>

async function openSeeded(open: () => Promise<TestHome>): Promise<TestHome> {
  const home = await open()
  const sealer = await openSealer(home.store.db, [{ id: 'test', key: new Uint8Array(32).fill(7) }])
  await loadDemoBank({ store: home.store, sealer, now, zone: 'Asia/Shanghai' })
  return home
}

const begin = ({ store }: TestHome, freeze: Beginning) =>
  store.db
    .insert(freezes)
    .values({ id: newId(now), reason: 'leak', startedAt: now, startedBy: 999, ...freeze })
const thawAll = ({ store }: TestHome) =>
  store.db
    .update(freezes)
    .set({ thawAskedBy: 1001, thawedBy: 1002, thawedAt: now })
    .where(isNull(freezes.thawedAt))

describe.each(allHomes)('under a freeze, on $name', ({ open }) => {
  let home: TestHome
  let people: readonly Employee[]
  let rows: readonly Row[]
  beforeAll(async () => {
    home = await openSeeded(open)
    people = await home.store.db.select().from(employees).where(eq(employees.status, 'active'))
    rows = await asKeeper(home.store.db, 'test', (tx) => tx.select().from(customers))
  })
  afterAll(() => home.close())

  /** What somebody sees on other days. */
  const usual = ({ id, role, teamId, branchId }: Employee) =>
    rows.filter((row) => {
      if (role === 'rm') return row.ownerId === id
      if (role === 'supervisor') return row.teamId === teamId
      return role === 'head' && (branchId === null || row.branchId === branchId)
    })

  const cases: readonly (readonly [string, () => readonly Beginning[]])[] = [
    ['nothing', () => []],
    ['the bank', () => [{ scope: 'bank' }]],
    ['one branch', () => [{ scope: 'branch', branchId: personOf('ou_wangmin').branchId }]],
    ['one employee', () => [{ scope: 'employee', employeeId: personOf('ou_wangmin').id }]],
    ['one customer', () => [{ scope: 'customer', customerId: firstOf('ou_wangmin').id }]],
    [
      'a customer and an employee',
      () => [
        { scope: 'customer', customerId: firstOf('ou_lilei').id },
        { scope: 'employee', employeeId: personOf('ou_zhaoqiang').id },
      ],
    ],
  ]
  const personOf = (account: string): Employee => {
    const person = people.find((one) => one.account === account)
    if (person === undefined) throw new Error(`no ${account}`)
    return person
  }
  const firstOf = (account: string): Row => {
    const row = rows.find(({ ownerId }) => ownerId === personOf(account).id)
    if (row === undefined) throw new Error(`no customer of ${account}`)
    return row
  }

  it.each(cases)('of %s, everybody sees what is left and no more', async (_, frozen) => {
    const list = frozen()
    for (const freeze of list) await begin(home, freeze)
    try {
      for (const person of people.filter(({ role }) => role !== 'administrator' && role !== 'auditor')) {
        const out = list.some(
          ({ scope, branchId, employeeId }) =>
            scope === 'bank' ||
            employeeId === person.id ||
            (branchId != null && branchId === person.branchId),
        )
        const left = usual(person).filter(
          ({ id, branchId }) => !list.some((one) => one.customerId === id || one.branchId === branchId),
        )
        const [seen, notes] = await inScope(home.store.db, toActor(person), async (tx) => [
          await tx.select({ id: customers.id }).from(customers),
          await tx.selectDistinct({ id: followUps.customerId }).from(followUps),
        ])
        expect(seen.map(({ id }) => id).sort()).toEqual((out ? [] : left).map(({ id }) => id).sort())
        const allowed = new Set(out ? [] : left.map(({ id }) => id))
        expect(notes.filter(({ id }) => !allowed.has(id))).toEqual([])
      }
    } finally {
      await thawAll(home)
    }
  })

  it('nothing of a frozen customer can be written either', async () => {
    const person = personOf('ou_wangmin')
    const frozen = firstOf('ou_wangmin')
    await begin(home, { scope: 'customer', customerId: frozen.id })
    const changed = await inScope(home.store.db, toActor(person), (tx) =>
      tx.update(customers).set({ city: 'X' }).where(eq(customers.id, frozen.id)).returning(),
    )
    expect(changed).toEqual([])
    await expect(
      inScope(home.store.db, toActor(person), (tx) =>
        tx.insert(followUps).values({
          id: newId(now),
          customerId: frozen.id,
          authorId: person.id,
          content: 'x',
          happenedAt: now,
          createdAt: now,
          ownerId: person.id,
          teamId: person.teamId ?? 0,
          branchId: person.branchId ?? 0,
        }),
      ),
    ).rejects.toThrow()
    await thawAll(home)
  })

  it('a freeze that comes in while a click is answered is noticed, other than its own', async () => {
    const person = toActor(personOf('ou_wangmin'))
    const look = (known: string, inboundId: string) =>
      inScope(home.store.db, person, (tx) => isFrozenMeanwhile(tx, known, inboundId))
    expect(await look('', 'click-1')).toBe(false)
    const id = newId(now)
    await begin(home, { id, scope: 'bank', inboundId: 'click-2' })
    expect(await look('', 'click-1')).toBe(true)
    expect(await look('', 'click-2')).toBe(false)
    expect(await look(id, 'click-1')).toBe(false)
    await thawAll(home)
  })

  it('a relationship manager can neither freeze nor thaw, and nobody in another’s name', async () => {
    const fresh = { id: newId(now), scope: 'bank', reason: 'leak', startedAt: now } as const
    const rm = personOf('ou_wangmin')
    const head = personOf('ou_hemei')
    await expect(
      inScope(home.store.db, toActor(rm), (tx) => tx.insert(freezes).values({ ...fresh, startedBy: rm.id })),
    ).rejects.toThrow()
    await expect(
      inScope(home.store.db, toActor(head), (tx) =>
        tx.insert(freezes).values({ ...fresh, startedBy: rm.id }),
      ),
    ).rejects.toThrow()
    await begin(home, { scope: 'bank' })
    await expect(
      inScope(home.store.db, toActor(head), (tx) => tx.update(freezes).set({ thawAskedBy: rm.id })),
    ).rejects.toThrow()
    const touched = await inScope(home.store.db, toActor(rm), (tx) =>
      tx.update(freezes).set({ thawAskedBy: rm.id }).returning(),
    )
    expect(touched).toEqual([])
    await thawAll(home)
  })
})

describe.each(serverHomes.slice(0, 1))('a freeze between messages, on $name', ({ open }) => {
  let home: TestHome
  beforeAll(async () => {
    home = await openSeeded(open)
  })
  afterAll(() => home.close())

  it('what two instances have not claimed by then stays', async () => {
    const { store } = home
    const other = home.another()
    const card = { heading: { title: '李建国 的消息' }, summary: '', nodes: [] }
    await store.db.insert(outbox).values(
      Array.from({ length: 300 }, (_, i) => ({
        id: newId(now),
        receiver: `conversation:oc_${i}`,
        receiverKind: 'conversation' as const,
        receiverId: `oc_${i}`,
        card,
        inFreeze: i % 10 === 9 ? ('send' as const) : ('park' as const),
        dueAt: now,
        createdAt: now,
      })),
    )
    let sent = 0
    let frozenAt: number | null = null
    const messenger: Messenger = {
      send: async ({ id, receiver }) => {
        sent += 1
        if (sent === 60) {
          await begin(home, { scope: 'bank' })
          frozenAt = sent
        }
        return { outcome: 'sent', messageId: `om_${id}`, conversation: receiver.id }
      },
      update: async () => ({ outcome: 'sent', messageId: '', conversation: '' }),
      placePictures: async (card) => card,
      download: async () => new Uint8Array(),
    }
    const sendAll = async (db: typeof store.db) => {
      for (;;) {
        const round = await sendRound(db, messenger, now)
        if (round.sent + round.failed === 0) return
      }
    }
    await Promise.all([sendAll(store.db), sendAll(other.db)])
    expect(frozenAt).not.toBeNull()
    const left = await store.db.select().from(outbox)
    const gone = left.filter(({ state, inFreeze }) => state === 'sent' && inFreeze === 'park').length
    // At most what both had in hand: two rounds of twenty.
    expect(gone).toBeLessThanOrEqual(60 + 40)
    expect(left.filter(({ state }) => state === 'parked').length).toBe(270 - gone)
    expect(left.filter(({ inFreeze }) => inFreeze === 'send').every(({ state }) => state === 'sent')).toBe(
      true,
    )
  })
})
