// A freeze that comes in when messages are claimed already: what was not handed over stays, and what is on its way is stopped.

import { asc, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeCard } from '../../cards/notice.ts'
import { newId } from '../../src/core/ids.ts'
import type { Delivery, Messenger } from '../../src/core/ports.ts'
import { freezes } from '../../src/features/freezes/schema.ts'
import type { Database } from '../../src/storage/database.ts'
import { sendRound } from '../../src/storage/outbox.ts'
import { outbox } from '../../src/storage/plumbing-schema.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')
const later = new Date(now.getTime() + 2000)
const STOPPED: Delivery = { outcome: 'retry', code: 0, afterMs: 1000 }

describe.each(allHomes)('messages that are claimed before a freeze, on $name', ({ open }) => {
  let home: TestHome
  let asked: string[]
  beforeAll(async () => {
    home = await open()
  })
  beforeEach(() => {
    asked = []
  })
  afterEach(async () => {
    await home.store.db.execute(sql`delete from outbox`)
    await home.store.db
      .update(freezes)
      .set({ thawAskedBy: 1, thawedBy: 2, thawedAt: now })
      .where(isNull(freezes.thawedAt))
  })
  afterAll(() => home.close())

  async function queue(row: Partial<typeof outbox.$inferInsert> = {}): Promise<string> {
    const id = newId(now)
    await home.store.db.insert(outbox).values({
      id,
      receiver: id,
      receiverKind: 'conversation',
      receiverId: id,
      card: noticeCard({ title: '李建国' }),
      dueAt: now,
      createdAt: now,
      ...row,
    })
    return id
  }
  const begin = () =>
    home.store.db
      .insert(freezes)
      .values({ id: newId(now), scope: 'bank', reason: 'leak', startedAt: now, startedBy: 999 })
  const rows = () => home.store.db.select().from(outbox).orderBy(asc(outbox.seq))
  const stateOf = async (id: string) =>
    (await home.store.db.select().from(outbox).where(eq(outbox.id, id)))[0]

  /** A platform at which something happens with the first message, and which takes each until it is stopped. */
  function slowPlatform(happens: () => Promise<unknown> = begin): Messenger {
    const take = async (id: string, stop?: AbortSignal): Promise<Delivery> => {
      asked.push(id)
      if (asked.length === 1) await happens()
      if (stop === undefined) return { outcome: 'sent', messageId: `om_${id}`, conversation: 'oc' }
      const stopped = Promise.withResolvers<void>()
      stop.addEventListener('abort', () => stopped.resolve(), { once: true })
      await stopped.promise
      return STOPPED
    }
    return {
      send: ({ id, stop }) => take(id, stop),
      update: ({ messageId, stop }) => take(messageId, stop),
      placePictures: async (card) => card,
      download: async () => new Uint8Array(),
    }
  }

  it('stay where they were not handed over yet, and count as not tried', async () => {
    await queue()
    await queue({ card: null, fileName: 'customers.csv', fileBytes: new Uint8Array([1]) })
    const free = await queue({ inFreeze: 'send' })
    await sendRound(afterClaim(home.store.db, begin), slowPlatform(), now)
    expect(asked).toEqual([free])
    expect(await rows()).toMatchObject([
      { state: 'parked', attempts: 0, firstTriedAt: null },
      { state: 'dropped', fileBytes: null },
      { state: 'sent' },
    ])
  })

  it('are stopped on their way, then wait; what goes out in a freeze goes on', async () => {
    const held = await queue()
    const changed = await queue({ op: 'update', receiverKind: 'message' })
    const file = await queue({ card: null, fileName: 'customers.csv', fileBytes: new Uint8Array([1]) })
    const free = await queue({ inFreeze: 'send' })
    const hides = await queue({ inFreeze: 'cover', op: 'update', receiverKind: 'message' })
    const platform = slowPlatform()
    await sendRound(home.store.db, platform, now)
    expect(asked.toSorted()).toEqual([held, changed, file, free, hides].toSorted())
    await sendRound(home.store.db, platform, later)
    expect(asked).toHaveLength(5)
    expect(await rows()).toMatchObject([
      // It may have arrived: it keeps the time of its try, so that it is not repeated when the platform has forgotten it.
      { id: held, state: 'parked', attempts: 1, firstTriedAt: now },
      { id: changed, state: 'parked' },
      { id: file, state: 'dropped', fileBytes: null },
      { id: free, state: 'sent' },
      { id: hides, state: 'sent' },
    ])
  })

  it('are stopped where nobody can tell whether something is frozen', async () => {
    const id = await queue()
    // The statements that look are built once, and run on the session below.
    const lost = new Proxy(home.store.db, {
      get: (db, name) => (name === '_' && asked.length > 0 ? undefined : Reflect.get(db, name, db)),
    })
    await sendRound(
      lost,
      slowPlatform(async () => undefined),
      now,
    )
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', failure: 0 })
  })

  it('what goes out all the same comes before what waits', async () => {
    for (let i = 0; i < 25; i += 1) await queue()
    const hides = await queue({ inFreeze: 'cover', op: 'update', receiverKind: 'message' })
    await begin()
    await sendRound(home.store.db, slowPlatform(), now)
    expect(asked).toEqual([hides])
  })
})

/** The same database, at which something happens right after the first transaction. */
function afterClaim(db: Database, happens: () => Promise<unknown>): Database {
  let first = true
  return new Proxy(db, {
    get: (target, name) => {
      if (name !== 'transaction') return Reflect.get(target, name, target)
      return async (...args: Parameters<Database['transaction']>) => {
        const done = await target.transaction(...args)
        if (first) await happens()
        first = false
        return done
      }
    },
  })
}
