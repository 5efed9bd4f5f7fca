import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Card, say } from '../../cards/kit/index.ts'
import type { BotParts } from '../../src/bot/bot.ts'
import { noTrace } from '../../src/bot/trace.ts'
import type { Due, Schedule } from '../../src/core/capability.ts'
import { newId } from '../../src/core/ids.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { buildRegistry } from '../../src/core/registry.ts'
import { branches, employees, teams } from '../../src/features/people/schema.ts'
import { nextDueAt, tick } from '../../src/schedule/tick.ts'
import type { Store, Transaction } from '../../src/storage/database.ts'
import { type Cadence, outbox, schedules } from '../../src/storage/plumbing-schema.ts'
import { createSealer } from '../../src/storage/seal.ts'
import type { Turn } from '../../src/storage/turn.ts'
import { understand } from '../../src/understand/index.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const NOON = new Date('2026-11-20T12:00:00+08:00')
const later = (ms: number, from = NOON) => new Date(from.getTime() + ms)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let home: TestHome
let store: Store
let parts: BotParts
let logged: string[]
let broken: boolean
let runs: Due[]
let answer: (turn: Turn, due: Due) => Outcome | null

const card = (text: string): Card => ({
  heading: { title: text },
  summary: say('提醒', 'Reminder'),
  nodes: [],
})

const note: Schedule<Turn> = {
  kind: 'test.note',
  run: async (turn, due) => {
    runs.push(due)
    await turn.audit({ action: 'test.note', facts: { private: turn.conversation.private } })
    if (broken) throw new Error('broken on purpose')
    return answer(turn, due)
  },
}
const poison: Schedule<Turn> = {
  kind: 'test.poison',
  run: async (turn) => {
    await turn.db.execute('select 1/0')
    return null
  },
}

describe.each(allHomes)('on $name', ({ open }) => {
  beforeAll(async () => {
    home = await open()
    store = home.store
    const sealer = await createSealer({
      data: [{ id: 'k', key: new Uint8Array(32) }],
      index: new Uint8Array(32),
    })
    const unused = () => Promise.reject(new Error('a tick reads and sends nothing by itself'))
    parts = {
      store,
      sealer,
      messenger: { send: unused, update: unused, placePictures: unused, download: unused },
      clock: { now: () => NOON },
      zone: 'Asia/Shanghai',
      understand,
      house: {
        registry: buildRegistry<Turn>([
          { name: 'test', capabilities: [], actions: [], schedules: [note, poison] },
        ]),
        suggest: () => [],
        askBelow: 0,
        keepGap: unused,
      },
      strangers: { card: () => card('stranger'), click: unused },
      log: { info: () => undefined, warn: () => undefined, error: (event) => logged.push(event) },
      trace: noTrace,
      model: null,
    }
    await store.db.insert(branches).values({ id: 1, code: 'B1', name: 'Branch' })
    await store.db.insert(teams).values({ id: 1, name: 'Team', branchId: 1, conversation: 'oc_team' })
    await store.db.insert(employees).values([
      {
        id: 1,
        number: '1',
        name: '王敏',
        role: 'rm',
        teamId: 1,
        branchId: 1,
        account: 'ou_1',
        conversation: 'oc_p2p_1',
      },
      { id: 2, number: '2', name: '李磊', role: 'rm', teamId: 1, branchId: 1, account: 'ou_2' },
      {
        id: 3,
        number: '3',
        name: '刘洋',
        role: 'rm',
        teamId: 1,
        branchId: 1,
        account: 'ou_3',
        status: 'left',
      },
      { id: 4, number: '4', name: '陈静', role: 'rm', teamId: 1, branchId: 1 },
    ])
  })

  afterAll(() => home.close())

  beforeEach(async () => {
    await store.db.delete(schedules)
    await store.db.delete(outbox)
    logged = []
    broken = false
    runs = []
    answer = (_, due) => ({ kind: 'card', card: card(due.dueAt.toISOString()) })
  })

  async function arm(over: Partial<typeof schedules.$inferInsert> = {}): Promise<string> {
    const id = newId(NOON)
    await store.db
      .insert(schedules)
      .values({ id, kind: 'test.note', employeeId: 1, createdBy: 1, dueAt: NOON, ...over })
    return id
  }

  const standing = (missed: Cadence['missed']): Cadence => ({ every: 'day', time: '12:00', missed })
  const posts = () => store.db.select().from(outbox).orderBy(outbox.seq)
  const rowOf = async (id: string) => (await store.db.select().from(schedules).where(eq(schedules.id, id)))[0]

  describe('a row that falls due', () => {
    it('does not run before its minute, and runs on it', async () => {
      await arm()
      expect(await tick(parts, later(-1))).toEqual({ ran: 0, failed: 0 })
      expect(await tick(parts, NOON)).toEqual({ ran: 1, failed: 0 })
      expect(await posts()).toMatchObject([
        { receiver: 'conversation:oc_p2p_1', employeeId: 1, state: 'waiting' },
      ])
    })

    it('is made up for after a late start, once, and says when it was due', async () => {
      const id = await arm()
      await tick(parts, later(5 * HOUR))
      await tick(parts, later(6 * HOUR))
      expect(runs).toMatchObject([{ id, dueAt: NOON }])
      expect(await rowOf(id)).toMatchObject({ state: 'done', lastDueAt: NOON })
      expect(await posts()).toHaveLength(1)
    })

    it('runs once under two ticks at the same time', async () => {
      await Promise.all([arm(), arm(), arm()])
      const ticks = await Promise.all([tick(parts, NOON), tick(parts, NOON)])
      expect(ticks.reduce((sum, { ran }) => sum + ran, 0)).toBe(3)
      expect(await posts()).toHaveLength(3)
    })

    it('runs once under two instances on one database', async () => {
      const ids = await Promise.all(Array.from({ length: 40 }, () => arm()))
      const other = { ...parts, store: home.another() }
      const ticks = await Promise.all([
        tick(parts, NOON),
        tick(other, NOON),
        tick(parts, NOON),
        tick(other, NOON),
      ])
      expect(ticks.reduce((sum, { ran }) => sum + ran, 0)).toBe(ids.length)
      expect(await posts()).toHaveLength(ids.length)
      expect(new Set(runs.map(({ id }) => id)).size).toBe(ids.length)
      expect(runs).toHaveLength(ids.length)
    })

    it('does not run again when the clock goes back', async () => {
      const id = await arm({ cadence: standing('once') })
      await tick(parts, later(MINUTE))
      await tick(parts, later(-2 * HOUR))
      await tick(parts, NOON)
      expect(await posts()).toHaveLength(1)
      expect(await rowOf(id)).toMatchObject({ state: 'armed', dueAt: later(24 * HOUR) })
    })

    it('leaves nothing behind when its transaction is lost, and then does everything once', async () => {
      const id = await arm()
      const lost = { ...parts, store: { ...store, db: losingItsCommit(store) } }
      await expect(tick(lost, NOON)).rejects.toThrow('connection lost')
      expect(await posts()).toHaveLength(0)
      expect(await rowOf(id)).toMatchObject({ state: 'armed', dueAt: NOON, attempts: 0 })
      await tick(parts, later(MINUTE))
      expect(await posts()).toHaveLength(1)
    })

    it('sends nothing where there is nothing to say', async () => {
      answer = () => null
      const id = await arm()
      expect(await tick(parts, NOON)).toEqual({ ran: 1, failed: 0 })
      expect(await posts()).toHaveLength(0)
      expect(await rowOf(id)).toMatchObject({ state: 'done' })
    })

    it('runs in the scope of its employee, in private where no conversation is named', async () => {
      let seen: unknown
      answer = (turn) => {
        seen = [turn.actor.name, turn.conversation, turn.now]
        return null
      }
      await arm()
      await tick(parts, NOON)
      expect(seen).toEqual(['王敏', { id: 'oc_p2p_1', private: true }, NOON])
    })

    it('goes to its own conversation where it names one, and opens the private chat where none is known', async () => {
      await arm({ conversation: 'oc_team' })
      await arm({ employeeId: 2, createdBy: 2 })
      await tick(parts, NOON)
      const receivers = (await posts()).map(({ receiver }) => receiver).sort()
      expect(receivers).toEqual(['account:ou_2', 'conversation:oc_team'])
    })

    it('passes in silence for an employee who has left or has no account', async () => {
      const [left, unbound] = [
        await arm({ employeeId: 3, createdBy: 3 }),
        await arm({ employeeId: 4, createdBy: 4 }),
      ]
      await tick(parts, NOON)
      expect(runs).toEqual([])
      expect(await rowOf(left)).toMatchObject({ state: 'done' })
      expect(await rowOf(unbound)).toMatchObject({ state: 'done' })
    })
  })

  describe('a standing post', () => {
    it('goes on to its next due time', async () => {
      const id = await arm({ cadence: standing('once') })
      await tick(parts, NOON)
      await tick(parts, later(24 * HOUR))
      expect(runs.map(({ dueAt }) => dueAt)).toEqual([NOON, later(24 * HOUR)])
      expect(await rowOf(id)).toMatchObject({ dueAt: later(48 * HOUR) })
    })

    it('runs once for all the times it missed, as the last of them', async () => {
      await arm({ cadence: standing('once') })
      expect(await tick(parts, later(73 * HOUR))).toEqual({ ran: 1, failed: 0 })
      expect(runs).toMatchObject([{ dueAt: later(72 * HOUR) }])
    })

    it('is skipped when it may be and is more than an hour late', async () => {
      const id = await arm({ cadence: standing('skip') })
      await tick(parts, later(2 * HOUR))
      expect(runs).toEqual([])
      expect(await rowOf(id)).toMatchObject({ dueAt: later(24 * HOUR) })
      await tick(parts, later(24 * HOUR + 30 * MINUTE))
      expect(runs).toMatchObject([{ dueAt: later(24 * HOUR) }])
    })
  })

  describe('a row that fails', () => {
    it('is put off, longer each time, and keeps the due time it is meant for', async () => {
      const id = await arm()
      broken = true
      expect(await tick(parts, NOON)).toEqual({ ran: 0, failed: 1 })
      expect(await rowOf(id)).toMatchObject({ attempts: 1, dueAt: later(MINUTE), state: 'armed' })
      await tick(parts, later(MINUTE))
      expect(await rowOf(id)).toMatchObject({ attempts: 2, dueAt: later(3 * MINUTE) })
      broken = false
      await tick(parts, later(3 * MINUTE))
      expect(runs.map(({ dueAt }) => dueAt)).toEqual([NOON, NOON, NOON])
      expect(await posts()).toHaveLength(1)
      expect(logged).toEqual(['schedule.failed', 'schedule.failed'])
    })

    it('is given up in the end, with a line in the log', async () => {
      const id = await arm()
      const daily = await arm({ cadence: standing('once') })
      broken = true
      for (let minute = 0; minute <= 40; minute += 1) await tick(parts, later(minute * MINUTE))
      expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 6 })
      expect(await rowOf(daily)).toMatchObject({ state: 'armed', attempts: 0, dueAt: later(24 * HOUR) })
      expect(logged.filter((event) => event === 'schedule.given-up')).toHaveLength(2)
      expect(await posts()).toHaveLength(0)
    })

    it('does not stand in the way of another', async () => {
      await arm({ kind: 'test.poison', dueAt: later(-HOUR) })
      await arm({ kind: 'test.unheard-of', dueAt: later(-HOUR) })
      await arm({ cadence: { every: 'week', time: '12:00', missed: 'once' }, dueAt: later(-HOUR) })
      await arm()
      expect(await tick(parts, NOON)).toEqual({ ran: 1, failed: 3 })
      expect(await posts()).toHaveLength(1)
    })
  })

  describe('what falls due next', () => {
    it('is the earliest armed row, or nothing', async () => {
      expect(await nextDueAt(store.db)).toBeNull()
      await arm({ dueAt: later(HOUR) })
      await arm({ dueAt: later(MINUTE) })
      await arm({ dueAt: later(-HOUR), state: 'done' })
      expect(await nextDueAt(store.db)).toEqual(later(MINUTE))
    })
  })
})

/** A database whose transactions do their work and are then lost with the connection. */
function losingItsCommit(whole: Store): Store['db'] {
  return new Proxy(whole.db, {
    get: (db, name, receiver) =>
      name === 'transaction'
        ? (work: (tx: Transaction) => Promise<unknown>) =>
            db.transaction(async (tx) => {
              await work(tx)
              throw new Error('connection lost')
            })
        : Reflect.get(db, name, receiver),
  })
}
