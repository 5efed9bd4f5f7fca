// What goes out is sent once, in order, at the pace a receiver allows, and never repeated when the platform would not know it.

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeCard } from '../../cards/notice.ts'
import { newId } from '../../src/core/ids.ts'
import type { Delivery, Messenger } from '../../src/core/ports.ts'
import type { Store } from '../../src/storage/database.ts'
import { listDeadLetters, releaseDeadLetter, sendRound } from '../../src/storage/outbox.ts'
import { outbox } from '../../src/storage/plumbing-schema.ts'
import { allHomes, serverHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')
const later = (ms: number) => new Date(now.getTime() + ms)

/** A platform that answers as told and remembers what it was asked to send. */
function platform(
  answer: (id: string) => Delivery | Promise<Delivery>,
): Messenger & { readonly asked: string[] } {
  const asked: string[] = []
  const sent = async (id: string) => {
    asked.push(id)
    return answer(id)
  }
  return {
    asked,
    send: ({ id }) => sent(id),
    update: ({ messageId }) => sent(messageId),
    placePictures: async (card) => card,
    download: async () => new Uint8Array(),
  }
}

const obliging = () => platform((id) => ({ outcome: 'sent', messageId: `om_${id}`, conversation: 'oc' }))

async function queue(store: Store, receiver: string, subject?: string): Promise<string> {
  const id = newId(now)
  await store.db.insert(outbox).values({
    id,
    receiver,
    receiverKind: 'conversation',
    receiverId: receiver,
    card: noticeCard({ title: 'x' }),
    subject: subject ?? null,
    dueAt: now,
    createdAt: now,
  })
  return id
}

async function queueFile(store: Store, receiver: string): Promise<string> {
  const id = await queue(store, receiver)
  await store.db
    .update(outbox)
    .set({ card: null, fileName: 'x.csv', fileBytes: new TextEncoder().encode('x') })
    .where(eq(outbox.id, id))
  return id
}

async function sendAll(
  store: Store,
  messenger: Messenger,
  from: Date,
  rounds: number,
  stepMs: number,
): Promise<void> {
  for (let i = 0; i < rounds; i += 1)
    await sendRound(store.db, messenger, new Date(from.getTime() + i * stepMs))
}

describe.each(allHomes)('the outbox on $name', ({ open }) => {
  let home: TestHome
  beforeAll(async () => {
    home = await open()
  })
  beforeEach(() => home.store.db.execute(sql`delete from outbox`))
  afterAll(() => home.close())

  it('sends to one receiver in the order of writing', async () => {
    const ids = [await queue(home.store, 'a'), await queue(home.store, 'a'), await queue(home.store, 'a')]
    const messenger = obliging()
    await sendAll(home.store, messenger, now, 3, 300)
    expect(messenger.asked).toEqual(ids)
  })

  it('sends five a second to one receiver and no more', async () => {
    for (let i = 0; i < 8; i += 1) await queue(home.store, 'a')
    const messenger = obliging()
    await sendAll(home.store, messenger, now, 10, 1)
    expect(messenger.asked).toHaveLength(5)
    await sendAll(home.store, messenger, later(1400), 5, 1)
    expect(messenger.asked).toHaveLength(8)
  })

  it('keeps the order behind a message that must be tried again', async () => {
    const first = await queue(home.store, 'a')
    const second = await queue(home.store, 'a')
    let failing = true
    const messenger = platform((id) =>
      failing
        ? { outcome: 'retry', code: 99991400, afterMs: 5000 }
        : { outcome: 'sent', messageId: `om_${id}`, conversation: 'oc' },
    )
    await sendAll(home.store, messenger, now, 3, 100)
    expect(messenger.asked).toEqual([first])
    failing = false
    await sendAll(home.store, messenger, later(5100), 2, 300)
    expect(messenger.asked).toEqual([first, first, second])
  })

  it('sets a message aside that no repetition can help, and lets the next one through', async () => {
    const bad = await queue(home.store, 'a')
    const good = await queue(home.store, 'a')
    const messenger = platform((id) =>
      id === bad
        ? { outcome: 'dead', code: 230013 }
        : { outcome: 'sent', messageId: 'om', conversation: 'oc' },
    )
    await sendAll(home.store, messenger, now, 2, 300)
    expect(messenger.asked).toEqual([bad, good])
    expect(await listDeadLetters(home.store.db)).toMatchObject([{ id: bad, state: 'dead', failure: 230013 }])
  })

  it('lets an operator release a dead letter', async () => {
    const bad = await queue(home.store, 'a')
    await sendRound(
      home.store.db,
      platform(() => ({ outcome: 'dead', code: 230013 })),
      now,
    )
    expect(await releaseDeadLetter(home.store.db, bad, later(1000))).toBe(true)
    const messenger = obliging()
    await sendRound(home.store.db, messenger, later(2000))
    expect(messenger.asked).toEqual([bad])
    expect(await listDeadLetters(home.store.db)).toEqual([])
  })

  it('repeats a send whose end nobody saw, under the same id, within the hour', async () => {
    const id = await queue(home.store, 'a')
    await expect(
      sendRound(
        home.store.db,
        platform(() => Promise.reject(new Error('died'))),
        now,
      ),
    ).rejects.toThrow('died')
    const messenger = obliging()
    await sendRound(home.store.db, messenger, later(59_000))
    expect(messenger.asked).toEqual([id])
  })

  it('flags a send whose end nobody saw when the hour is over, and does not repeat it', async () => {
    await queue(home.store, 'a')
    await expect(
      sendRound(
        home.store.db,
        platform(() => Promise.reject(new Error('died'))),
        now,
      ),
    ).rejects.toThrow('died')
    const messenger = obliging()
    await sendRound(home.store.db, messenger, later(61 * 60_000))
    expect(messenger.asked).toEqual([])
    expect(await listDeadLetters(home.store.db)).toMatchObject([{ state: 'flagged' }])
  })

  describe('a file', () => {
    const bytesOf = async (id: string) => {
      const [row] = await home.store.db.select().from(outbox).where(eq(outbox.id, id))
      return { state: row?.state, bytes: row?.fileBytes ?? null }
    }

    it('waits with its bytes, and leaves none behind once it was sent', async () => {
      const id = await queueFile(home.store, 'a')
      await sendRound(
        home.store.db,
        platform(() => ({ outcome: 'retry', code: 99991400, afterMs: 1000 })),
        now,
      )
      expect(await bytesOf(id)).toEqual({ state: 'waiting', bytes: expect.any(Uint8Array) })
      await sendRound(home.store.db, obliging(), later(2000))
      expect(await bytesOf(id)).toEqual({ state: 'sent', bytes: null })
    })

    it('that no repetition can help leaves none behind, and is not released', async () => {
      const id = await queueFile(home.store, 'a')
      await sendRound(
        home.store.db,
        platform(() => ({ outcome: 'dead', code: 230013 })),
        now,
      )
      expect(await bytesOf(id)).toEqual({ state: 'dead', bytes: null })
      expect(await releaseDeadLetter(home.store.db, id, later(1000))).toBe(false)
    })

    it('whose end nobody saw leaves none behind when it is flagged', async () => {
      const id = await queueFile(home.store, 'a')
      await expect(
        sendRound(
          home.store.db,
          platform(() => Promise.reject(new Error('died'))),
          now,
        ),
      ).rejects.toThrow('died')
      await sendRound(home.store.db, obliging(), later(61 * 60_000))
      expect(await bytesOf(id)).toEqual({ state: 'flagged', bytes: null })
    })
  })

  it('refreshes every copy of a card', async () => {
    await queue(home.store, 'a', 'ticket:1')
    await queue(home.store, 'b', 'ticket:1')
    const messenger = obliging()
    await sendRound(home.store.db, messenger, now)
    const copies = messenger.asked.map((id) => `om_${id}`)
    await home.store.db.insert(outbox).values({
      id: newId(now),
      op: 'refresh',
      receiver: 'refresh:ticket:1',
      receiverKind: 'message',
      receiverId: 'ticket:1',
      subject: 'ticket:1',
      card: noticeCard({ title: 'decided' }),
      dueAt: now,
      createdAt: now,
    })
    messenger.asked.length = 0
    await sendAll(home.store, messenger, later(2000), 2, 100)
    expect(messenger.asked.toSorted()).toEqual(copies.toSorted())
    const titles = await home.store.db.select({ card: outbox.card }).from(outbox).where(eq(outbox.op, 'send'))
    expect(titles.map(({ card }) => card?.heading.title)).toEqual(['decided', 'decided'])
  })
})

describe.each(serverHomes)('two instances on $name', ({ open }) => {
  let home: TestHome
  beforeAll(async () => {
    home = await open()
  })
  afterAll(() => home.close())

  it('send each message once, in order, and keep the pace together', async () => {
    const ids: string[] = []
    for (let i = 0; i < 12; i += 1) ids.push(await queue(home.store, 'a'))
    const messenger = obliging()
    const other = home.another()
    const burst = (at: Date) =>
      Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          sendRound((i % 2 === 0 ? home.store : other).db, messenger, new Date(at.getTime() + i)),
        ),
      )
    await burst(now)
    expect(messenger.asked.length).toBeLessThanOrEqual(5)
    for (let second = 1; second <= 12; second += 1) await burst(later(second * 1400))
    expect(messenger.asked).toEqual(ids)
  })
})
