// The wall in the database, on every server this run has: who sees which rows, whatever the application asks.

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Reach, Role } from '../../src/core/actor.ts'
import { newId } from '../../src/core/ids.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { branches, employees, teams } from '../../src/features/people/schema.ts'
import { tasks } from '../../src/features/tasks/schema.ts'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import { asKeeper, inScope } from '../../src/storage/scope.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')

function actor(id: number, role: Role, reach: Reach, teamId: number | null, branchId: number | null): Actor {
  return {
    id,
    account: `ou_${id}`,
    name: `n${id}`,
    role,
    reach,
    teamId,
    branchId,
    language: null,
    alwaysConfirm: false,
    frozen: false,
  }
}

const rm = actor(1, 'rm', 'own', 1, 1)
const colleague = actor(2, 'rm', 'own', 1, 1)
const supervisor = actor(3, 'supervisor', 'team', 1, 1)
const otherSupervisor = actor(4, 'supervisor', 'team', 2, 1)
const branchHead = actor(5, 'head', 'branch', null, 1)
const otherBranchHead = actor(6, 'head', 'branch', null, 2)
const bankHead = actor(7, 'head', 'bank', null, null)
const administrator = actor(8, 'administrator', 'none', null, null)
const everybody = [
  rm,
  colleague,
  supervisor,
  otherSupervisor,
  branchHead,
  otherBranchHead,
  bankHead,
  administrator,
]

describe.each(allHomes)('on $name', ({ open }) => {
  let home: TestHome
  let store: Store
  const mine = newId(now)

  beforeAll(async () => {
    home = await open()
    store = home.store
    await asKeeper(store.db, 'test', async (tx) => {
      await tx.insert(branches).values([
        { id: 1, code: 'B1', name: 'b1' },
        { id: 2, code: 'B2', name: 'b2' },
      ])
      await tx.insert(teams).values([
        { id: 1, name: 't1', branchId: 1 },
        { id: 2, name: 't2', branchId: 1 },
      ])
      await tx.insert(employees).values(
        everybody.map(({ id, name, role, teamId, branchId }) => ({
          id,
          number: String(id),
          name,
          role,
          teamId,
          branchId,
        })),
      )
      await tx
        .insert(customers)
        .values({ id: mine, name: '李建国', ownerId: 1, teamId: 1, branchId: 1, createdAt: now })
    })
  })
  afterAll(() => home.close())

  const namesSeenBy = (who: Actor) =>
    inScope(store.db, who, async (tx) => (await tx.select().from(customers)).map(({ name }) => name))

  it.each([
    ['the owner', rm, ['李建国']],
    ['a colleague of the same team', colleague, []],
    ["the team's supervisor", supervisor, ['李建国']],
    ["another team's supervisor", otherSupervisor, []],
    ["the branch's head", branchHead, ['李建国']],
    ["another branch's head", otherBranchHead, []],
    ['the head of the bank', bankHead, ['李建国']],
  ])('%s sees what the reach allows', async (_who, who, names) => {
    expect(await namesSeenBy(who)).toEqual(names)
  })

  it('an administrator has no right on customer data at all', async () => {
    await expect(namesSeenBy(administrator)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') },
    })
  })

  it('without a scope the connection is the service, which has no right on customer data', async () => {
    await expect(store.db.select().from(customers)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') },
    })
  })

  it('heads read and change nothing', async () => {
    const changed = await inScope(store.db, branchHead, (tx) =>
      tx
        .update(customers)
        .set({ city: '唐山' })
        .where(eq(customers.id, mine))
        .returning({ id: customers.id }),
    )
    expect(changed).toEqual([])
  })

  it('an owner cannot give a customer away to a colleague', async () => {
    const giving = inScope(store.db, rm, (tx) =>
      tx.update(customers).set({ ownerId: 2 }).where(eq(customers.id, mine)),
    )
    await expect(giving).rejects.toMatchObject({
      cause: { message: expect.stringContaining('row-level security') },
    })
  })

  it('a row for a hidden customer fails exactly as one for a customer who does not exist', async () => {
    const attach = (customerId: string) =>
      inScope(store.db, colleague, (tx) =>
        tx.insert(tasks).values({
          id: newId(now),
          customerId,
          assigneeId: 2,
          title: 't',
          createdBy: 2,
          ownerId: 2,
          teamId: 1,
          branchId: 1,
          createdAt: now,
        }),
      ).then(
        () => 'inserted',
        (error: { cause?: { message?: string } }) => error.cause?.message,
      )
    expect(await attach(mine)).toContain('foreign key')
    expect(await attach(mine)).toBe(await attach(newId(now)))
  })

  it('a hand-over carries the rows of the customer along', async () => {
    const task = newId(now)
    await inScope(store.db, rm, (tx) =>
      tx.insert(tasks).values({
        id: task,
        customerId: mine,
        assigneeId: 1,
        title: 't',
        createdBy: 1,
        ownerId: 1,
        teamId: 1,
        branchId: 1,
        createdAt: now,
      }),
    )
    await inScope(store.db, supervisor, (tx) =>
      tx.update(customers).set({ ownerId: 2 }).where(eq(customers.id, mine)),
    )
    const owners = await inScope(store.db, supervisor, (tx) =>
      tx.select({ owner: tasks.ownerId }).from(tasks).where(eq(tasks.id, task)),
    )
    expect(owners).toEqual([{ owner: 2 }])
    expect(await namesSeenBy(rm)).toEqual([])
    await inScope(store.db, supervisor, (tx) =>
      tx.update(customers).set({ ownerId: 1 }).where(eq(customers.id, mine)),
    )
  })

  it('the scope ends with its transaction, also when it fails', async () => {
    await inScope(store.db, rm, () => Promise.reject(new Error('stop'))).catch(() => undefined)
    const [first] = rowsOf(
      await store.db.execute(
        sql`select current_user as role, nullif(current_setting('app.employee', true), '') as employee`,
      ),
    )
    expect(first).toEqual({ role: 'larkspur_service', employee: null })
  })

  it('every table has row-level security, enabled and forced', async () => {
    const bare =
      await store.db.execute(sql`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`)
    expect([...rowsOf(bare)]).toEqual([])
  })
})
