// What came in is stored once and worked on once, in order within a conversation, by however many instances.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MessageInbound } from '../../src/core/inbound.ts'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import {
  type Claimed,
  claimInbound,
  finishInbound,
  MAX_ATTEMPTS,
  releaseInbound,
  storeInbound,
} from '../../src/storage/inbox.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import type { Sealer } from '../../src/storage/seal.ts'
import { allHomes, serverHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')
const later = (ms: number) => new Date(now.getTime() + ms)
const KEYS = [{ id: 'k', key: new Uint8Array(32).fill(3) }]

function message(id: string, conversation: string, text = '你好'): MessageInbound {
  const sender = { account: 'ou_x' }
  const common = { mentions: [], attachments: [], happenedAt: now, private: true } as const
  return { kind: 'message', id, messageId: id, conversation, sender, text, ...common }
}

const claim = (store: Store, sealer: Sealer, at = now) =>
  claimInbound(store.db, sealer, at, crypto.randomUUID())
const finish = (store: Store, { inbound, lease }: Claimed, at = now) =>
  store.db.transaction((tx) => finishInbound(tx, inbound.id, lease, at))

describe.each(allHomes)('the inbox on $name', ({ open }) => {
  let home: TestHome
  let sealer: Sealer
  beforeAll(async () => {
    home = await open()
    sealer = await openSealer(home.store.db, KEYS)
  })
  beforeEach(() => home.store.db.execute(sql`delete from inbox`))
  afterAll(() => home.close())

  it('knows the same event again', async () => {
    expect(await storeInbound(home.store.db, sealer, message('m1', 'c'), now)).toBe('new')
    expect(await storeInbound(home.store.db, sealer, message('m1', 'c'), later(1000))).toBe('known')
  })

  it('keeps no word of a message in clear', async () => {
    await storeInbound(home.store.db, sealer, message('m1', 'c', '手机13800001234'), now)
    const [row] = rowsOf<{ body_sealed: string }>(await home.store.db.execute(sql`select * from inbox`))
    expect(JSON.stringify(row)).not.toContain('13800001234')
  })

  it('hands out the events of a conversation one after the other', async () => {
    for (const id of ['m1', 'm2']) await storeInbound(home.store.db, sealer, message(id, 'c'), now)
    const first = await claim(home.store, sealer)
    expect(first?.inbound.id).toBe('m1')
    expect(await claim(home.store, sealer)).toBeNull()
    if (first !== null) await finish(home.store, first)
    expect((await claim(home.store, sealer))?.inbound.id).toBe('m2')
  })

  it('hands out events of other conversations meanwhile', async () => {
    await storeInbound(home.store.db, sealer, message('m1', 'a'), now)
    await storeInbound(home.store.db, sealer, message('m2', 'b'), now)
    const both = [await claim(home.store, sealer), await claim(home.store, sealer)]
    expect(both.map((claimed) => claimed?.inbound.id)).toEqual(['m1', 'm2'])
  })

  it('gives an event whose worker died to another, and the dead one’s lease no longer holds', async () => {
    await storeInbound(home.store.db, sealer, message('m1', 'c'), now)
    const dead = await claim(home.store, sealer)
    const heir = await claim(home.store, sealer, later(21_000))
    expect(heir?.inbound.id).toBe('m1')
    expect(dead === null ? null : await finish(home.store, dead)).toBe(false)
    expect(heir === null ? null : await finish(home.store, heir)).toBe(true)
  })

  it('gives up an event that fails again and again, and lets the next one through', async () => {
    for (const id of ['bad', 'good']) await storeInbound(home.store.db, sealer, message(id, 'c'), now)
    let at = now
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const claimed = await claim(home.store, sealer, at)
      expect(claimed?.inbound.id).toBe('bad')
      if (claimed !== null) await releaseInbound(home.store.db, claimed, at, 'Error')
      at = new Date(at.getTime() + 120_000)
    }
    expect((await claim(home.store, sealer, at))?.inbound.id).toBe('good')
  })

  it('sets an event aside that does not open, keeps it, and hands out the next', async () => {
    for (const id of ['bad', 'good']) await storeInbound(home.store.db, sealer, message(id, 'c'), now)
    await home.store.db.execute(sql`update inbox set body_sealed = 'g1.gone.AAAA' where id = 'bad'`)
    expect((await claim(home.store, sealer))?.inbound.id).toBe('good')
    const [row] = rowsOf<{ failure: string; body_sealed: string }>(
      await home.store.db.execute(sql`select failure, body_sealed from inbox where id = 'bad'`),
    )
    expect(row).toEqual({ failure: 'unreadable', body_sealed: 'g1.gone.AAAA' })
  })

  it('forgets the words of an event that is done', async () => {
    await storeInbound(home.store.db, sealer, message('m1', 'c'), now)
    const claimed = await claim(home.store, sealer)
    if (claimed !== null) await finish(home.store, claimed)
    const rows = rowsOf<{ body_sealed: string | null }>(
      await home.store.db.execute(sql`select body_sealed from inbox`),
    )
    expect([...rows]).toEqual([{ body_sealed: null }])
  })
})

describe.each(serverHomes)('two instances on $name', ({ open }) => {
  let home: TestHome
  beforeAll(async () => {
    home = await open()
  })
  afterAll(() => home.close())

  it('work on each event once, and in order within each conversation', async () => {
    const sealer = await openSealer(home.store.db, KEYS)
    for (let i = 0; i < 60; i += 1)
      await storeInbound(home.store.db, sealer, message(`m${i}`, `c${i % 6}`), now)
    const worked: string[] = []
    const work = async (store: Store) => {
      for (let idle = 0; idle < 20; ) {
        const claimed = await claim(store, sealer)
        if (claimed === null) {
          idle += 1
          continue
        }
        idle = 0
        worked.push(claimed.inbound.id)
        await finish(store, claimed)
      }
    }
    await Promise.all([work(home.store), work(home.store), work(home.another()), work(home.another())])
    expect(worked.toSorted()).toEqual(Array.from({ length: 60 }, (_, i) => `m${i}`).toSorted())
    for (let conversation = 0; conversation < 6; conversation += 1) {
      const order = worked.map((id) => Number(id.slice(1))).filter((i) => i % 6 === conversation)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
  })

  it('accept the same event from both sides once', async () => {
    const sealer = await openSealer(home.store.db, KEYS)
    const other = home.another()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        storeInbound((i % 2 === 0 ? home.store : other).db, sealer, message('same', 'c'), now),
      ),
    )
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1)
  })
})
