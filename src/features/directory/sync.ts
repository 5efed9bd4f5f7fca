// Brings the bank's people into line with the company's directory: reads all of it first, compares, and writes in one
// transaction, one instance at a time. A directory that cannot be read whole changes nothing.

import { eq, sql } from 'drizzle-orm'
import { Fault } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Directory, DirectoryDepartment, DirectoryTree } from '../../core/ports.ts'
import type { Database, Transaction } from '../../storage/database.ts'
import { audit } from '../audit/schema.ts'
import { defaultSchedules } from '../digests/index.ts'
import { branches, employees, teams } from '../people/schema.ts'
import { compare, type Plan, type Staff } from './compare.ts'
import { endAccess } from './leaving.ts'

/** Key of the advisory lock under which one instance at a time writes: the letters "dire". */
const SYNC_LOCK = 0x64697265

/** What a comparison works with. */
export interface Sync {
  readonly db: Database
  readonly directory: Directory
  readonly now: Date
  readonly zone: string
  /** Name of the run; the same one again sends nothing twice. */
  readonly cause: string
  readonly evenMany: boolean
}

/** Compares and changes nothing. @throws Fault where the directory cannot be read whole */
export async function planSync({ db, directory, evenMany }: Sync): Promise<Plan> {
  const tree = await readDirectory(db, directory)
  return compare(tree, await readStaff(db), { evenMany })
}

/** Compares and brings the bank into line. @throws Fault where the directory cannot be read whole */
export async function runSync(sync: Sync): Promise<Plan> {
  const tree = await readDirectory(sync.db, sync.directory)
  return sync.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SYNC_LOCK})`)
    const plan = compare(tree, await readStaff(tx), sync)
    await apply(tx, sync, plan)
    return plan
  })
}

/**
 * The tree, and whoever is bound and stands in no department of it, asked for by account: people outside of the range are
 * left out of that answer too, and only they are missing.
 */
async function readDirectory(db: Database, directory: Directory): Promise<DirectoryTree> {
  const tree = await directory.readTree()
  const seen = new Set(tree.people.map(({ who }) => who.account))
  const { employees: staff } = await readStaff(db)
  const asked = staff.flatMap(({ account, status }) =>
    account === null || status === 'left' || seen.has(account) ? [] : [account],
  )
  const others = asked.length === 0 ? [] : await directory.readPeople(asked)
  const people = [...tree.people, ...others]
  // An application whose permission was taken away sees nobody, without an error.
  if (people.length === 0)
    throw new Fault('directory', 'find anybody: check its permissions and range', { retryable: false })
  return { departments: tree.departments, people }
}

async function readStaff(db: Database | Transaction): Promise<Staff> {
  const [people, places, groups] = await Promise.all([
    db.select().from(employees).orderBy(employees.id),
    db.select().from(branches).orderBy(branches.id),
    db.select().from(teams).orderBy(teams.id),
  ])
  return { employees: people, branches: places, teams: groups }
}

async function apply(tx: Transaction, sync: Sync, plan: Plan): Promise<void> {
  const teamIds = await takeOverDepartments(tx, plan)
  await refreshFacts(tx, plan)
  for (const { employee, why } of plan.losses) await endAccess({ ...sync, tx }, employee, why)
  const added = await addJoiners(tx, plan, teamIds)
  if (added.length > 0) await defaultSchedules(tx, sync.now, sync.zone, added)
  await tx.insert(audit).values({
    id: newId(sync.now),
    at: sync.now,
    actorId: null,
    action: 'directory.sync',
    result: 'done',
    entity: 'directory',
    entityId: sync.cause.split(':')[0] ?? '',
    facts: { ended: plan.losses.length, held: plan.held.length, added: added.length },
  })
}

/** Links what was found and makes what is new; neither gives anybody a right. @returns teams by department */
async function takeOverDepartments(tx: Transaction, { links }: Plan): Promise<ReadonlyMap<string, Place>> {
  const branchIds = await takeOverBranches(tx, links.branches)
  const found = new Map<string, Place>()
  for (const { department, known, branch } of links.teams) {
    const branchId = known?.branchId ?? branchIds.get(branch.department.id)
    if (branchId === undefined) continue
    const teamId = known === null ? await makeTeam(tx, department, branchId) : known.id
    if (teamId === null) continue
    found.set(department.id, { teamId, branchId })
    if (known?.department === null)
      await tx.update(teams).set({ department: department.id }).where(eq(teams.id, teamId))
  }
  return found
}

async function takeOverBranches(
  tx: Transaction,
  linked: Plan['links']['branches'],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  for (const { department, known } of linked) {
    const id = known === null ? await makeBranch(tx, department) : known.id
    if (id === null) continue
    ids.set(department.id, id)
    if (known?.department === null)
      await tx.update(branches).set({ department: department.id }).where(eq(branches.id, id))
  }
  return ids
}

// Null where the code or the name is taken by another department: nothing is joined that may not belong together.
async function makeBranch(tx: Transaction, { id, code, name }: DirectoryDepartment): Promise<number | null> {
  const [made] = await tx
    .insert(branches)
    .values({ code: code ?? id, name, department: id })
    .onConflictDoNothing()
    .returning({ id: branches.id })
  return made?.id ?? null
}

async function makeTeam(
  tx: Transaction,
  { id, name }: DirectoryDepartment,
  branchId: number,
): Promise<number | null> {
  const [made] = await tx
    .insert(teams)
    .values({ name, branchId, department: id })
    .onConflictDoNothing()
    .returning({ id: teams.id })
  return made?.id ?? null
}

interface Place {
  readonly teamId: number
  readonly branchId: number
}

/** Names, superiors and further ids follow the directory; none of them decides what somebody may do. */
async function refreshFacts(tx: Transaction, { facts }: Plan): Promise<void> {
  const byAccount = new Map(facts.map(({ employee }) => [employee.account, employee.id]))
  for (const { employee, person } of facts) {
    const leaderId = person.leader === null ? null : (byAccount.get(person.leader) ?? null)
    const name = person.name === '' ? employee.name : person.name
    if (employee.name === name && employee.leaderId === leaderId) continue
    await tx.update(employees).set({ name, leaderId }).where(eq(employees.id, employee.id))
  }
}

/** New people see their own customers, of whom they have none; an account is bound by a code like everybody's. */
async function addJoiners(
  tx: Transaction,
  { joiners }: Plan,
  places: ReadonlyMap<string, Place>,
): Promise<readonly number[]> {
  const rows = joiners.flatMap(({ number, name, department }) => {
    const place = places.get(department)
    return place === undefined ? [] : [{ number, name, role: 'rm' as const, ...place }]
  })
  if (rows.length === 0) return []
  const added = await tx.insert(employees).values(rows).onConflictDoNothing().returning({ id: employees.id })
  return added.map(({ id }) => id)
}
