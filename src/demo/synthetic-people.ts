// The people of a synthetic bank: about 400 customers to a relationship manager, ten of them to a team, ten teams to a branch.

import { branches, employees, teams } from '../features/people/schema.ts'
import type { Transaction } from '../storage/database.ts'
import type { Ownership } from './demo-history.ts'

const CUSTOMERS_PER_MANAGER = 400
const MANAGERS_PER_TEAM = 10
const TEAMS_PER_BRANCH = 10

/** Code of a branch of this seed's bank; the first one tells whether the bank was loaded. */
export function branchCode(seed: number, index: number): string {
  return `S${seed}-${String(index + 1).padStart(3, '0')}`
}

/**
 * Chat account of an employee of a synthetic bank, for whoever wants to act as one.
 * @example syntheticAccount(7, 'rm', 0) // ou_s7_rm_1
 */
export function syntheticAccount(
  seed: number,
  role: 'rm' | 'supervisor' | 'head' | 'bank_head',
  index: number,
): string {
  return `ou_s${seed}_${role}_${index + 1}`
}

/** Inserts the people. @returns the relationship managers with their team and branch, in order */
export async function insertSyntheticPeople(
  tx: Transaction,
  seed: number,
  customers: number,
): Promise<readonly Ownership[]> {
  const managerCount = Math.max(1, Math.ceil(customers / CUSTOMERS_PER_MANAGER))
  const teamCount = Math.ceil(managerCount / MANAGERS_PER_TEAM)
  const branchCount = Math.ceil(teamCount / TEAMS_PER_BRANCH)
  const branchRows = listOf(branchCount, (index) => ({
    code: branchCode(seed, index),
    name: `模拟支行${index + 1}`,
  }))
  const branchIds = await tx.insert(branches).values(branchRows).returning({ id: branches.id })
  const teamRows = listOf(teamCount, (index) => ({
    name: `模拟${index + 1}组（${seed}）`,
    branchId: idAt(branchIds, Math.floor(index / TEAMS_PER_BRANCH)),
  }))
  const teamIds = await tx
    .insert(teams)
    .values(teamRows)
    .returning({ id: teams.id, branchId: teams.branchId })
  const managers = listOf(managerCount, (index) => {
    const team = teamIds[Math.floor(index / MANAGERS_PER_TEAM)]
    return { ...employee(seed, 'rm', index), teamId: team?.id ?? null, branchId: team?.branchId ?? null }
  })
  const supervisors = teamIds.map((team, index) => ({
    ...employee(seed, 'supervisor', index),
    teamId: team.id,
    branchId: team.branchId,
  }))
  const heads = branchIds.map(({ id }, index) => ({ ...employee(seed, 'head', index), branchId: id }))
  const bankHead = { ...employee(seed, 'bank_head', 0) }
  const inserted = await tx
    .insert(employees)
    .values(managers)
    .returning({ ownerId: employees.id, teamId: employees.teamId, branchId: employees.branchId })
  await tx.insert(employees).values([...supervisors, ...heads, bankHead])
  return inserted.map(({ ownerId, teamId, branchId }) => ({
    ownerId,
    teamId: teamId ?? 0,
    branchId: branchId ?? 0,
  }))
}

function employee(seed: number, kind: 'rm' | 'supervisor' | 'head' | 'bank_head', index: number) {
  const role = kind === 'bank_head' ? ('head' as const) : kind
  return {
    number: `S${seed}-${kind}-${index + 1}`,
    name: `${TITLES[kind]}${index + 1}`,
    role,
    account: syntheticAccount(seed, kind, index),
  }
}

const TITLES = { rm: '经理', supervisor: '主管', head: '行长', bank_head: '总行长' } as const

function idAt(rows: readonly { readonly id: number }[], index: number): number {
  const row = rows[index]
  if (row === undefined) throw new Error('a team of a synthetic bank needs its branch')
  return row.id
}

function listOf<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
