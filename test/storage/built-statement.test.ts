// Built statements beside the same queries written in place: the same rows, on every kind of database.

import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { branches, employees, teams } from '../../src/features/people/schema.ts'
import {
  builtOnce,
  columnsOf,
  insertInto,
  placeholderFor,
  placeholdersFor,
  sqlOnce,
} from '../../src/storage/built-statement.ts'
import { schedules } from '../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const dueAt = new Date('2026-11-25T06:00:00.123Z')
const row = {
  id: '01a1fbd5-1ff8-7088-bcd6-8e99770b5a03',
  kind: 'digest.morning',
  employeeId: 1,
  createdBy: 1,
  subjectId: null,
  conversation: null,
  dueAt,
  cadence: { every: 'working_day', time: '08:30', missed: 'skip' } as const,
}

const insertSchedule = insertInto(schedules)
const insertBranch = builtOnce((db) =>
  db
    .insert(branches)
    .values(placeholdersFor(columnsOf(branches)))
    .onConflictDoNothing()
    .returning({ id: branches.id }),
)
const scheduleFor = builtOnce((db) =>
  db
    .select()
    .from(schedules)
    .where(
      and(
        eq(schedules.dueAt, placeholderFor(schedules.dueAt, 'dueAt')),
        eq(schedules.employeeId, sql.placeholder('employeeId')),
      ),
    ),
)
const bySubject = builtOnce((db) =>
  db
    .select()
    .from(schedules)
    .where(eq(schedules.subjectId, sql.placeholder('subjectId'))),
)
const withEmployee = builtOnce((db) =>
  db
    .select({ schedule: schedules, employee: employees })
    .from(schedules)
    .leftJoin(employees, eq(employees.id, schedules.employeeId)),
)
const twice = sqlOnce<{ readonly doubled: number }>(sql`select ${sql.placeholder('n')}::int * 2 as doubled`)

describe.each(allHomes)('a built statement on $name', ({ open }) => {
  let home: TestHome

  beforeAll(async () => {
    home = await open()
    await insertSchedule(home.store.db, row)
  })
  afterAll(() => home.close())

  it('reads what the same query in place reads, with its values encoded for their columns', async () => {
    const inPlace = await home.store.db.select().from(schedules).where(eq(schedules.dueAt, dueAt))
    expect(await scheduleFor(home.store.db, { dueAt, employeeId: 1 })).toEqual(inPlace)
    expect(inPlace).toMatchObject([row])
  })

  it('finds nothing by a value that is null or not given', async () => {
    expect(await bySubject(home.store.db, { subjectId: null })).toEqual([])
    expect(await bySubject(home.store.db)).toEqual([])
  })

  it('has null for the side of a join that is absent', async () => {
    expect(await withEmployee(home.store.db)).toMatchObject([{ schedule: { id: row.id }, employee: null }])
  })

  it('runs within a transaction, and goes back with it', async () => {
    const other = { ...row, id: crypto.randomUUID(), employeeId: 2 }
    await expect(
      home.store.db.transaction(async (tx) => {
        await insertSchedule(tx, other)
        expect(await scheduleFor(tx, other)).toHaveLength(1)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await scheduleFor(home.store.db, other)).toEqual([])
  })

  it('returns what the same insert in place returns', async () => {
    const branch = { id: 77, code: '77', name: '网点', department: null }
    const write = () => asKeeper(home.store.db, 'test', (tx) => insertBranch(tx, branch))
    expect(await write()).toEqual([{ id: 77 }])
    expect(await write()).toEqual([])
  })

  it('in SQL answers with its rows', async () => {
    expect(await twice(home.store.db, { n: 21 })).toEqual([{ doubled: 42 }])
  })

  it('names every column of a table', () => {
    expect(columnsOf(teams)).toContain('branchId')
  })
})
