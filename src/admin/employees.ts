// Commands about employees and their roles. Every change is written to the audit trail; no customer data is touched.

import { eq } from 'drizzle-orm'
import { ROLES, type Role } from '../core/actor.ts'
import { issueBindingCode, reachOf } from '../features/people/index.ts'
import { branches, employees, teams } from '../features/people/schema.ts'
import type { Employee } from '../features/people/store.ts'
import type { Transaction } from '../storage/database.ts'
import { type Command, type CommandArgs, toLine, UsageError } from './command.ts'
import { writeDown } from './write-down.ts'

const list: Command = {
  name: 'employees list',
  usage: '',
  does: 'everybody: number, name, role, team, branch, status, bound or not',
  run: async ({ store }) => {
    const rows = await store.db
      .select({ employee: employees, team: teams.name, branch: branches.code })
      .from(employees)
      .leftJoin(teams, eq(teams.id, employees.teamId))
      .leftJoin(branches, eq(branches.id, employees.branchId))
      .orderBy(employees.number)
    return rows.map(({ employee: { number, name, role, status, account }, team, branch }) =>
      toLine([number, name, role, team, branch, status, account === null ? 'unbound' : 'bound']),
    )
  },
}

const add: Command = {
  name: 'employees add',
  usage: 'NUMBER NAME ROLE [--team NAME] [--branch CODE] [--deputy-of NUMBER]',
  does: 'adds an employee, who then binds an account with a code of bind-code',
  run: async ({ store, now }, { words, options }) => {
    const [number, name, role] = words
    if (number === undefined || name === undefined)
      throw new UsageError('employees add needs NUMBER NAME ROLE')
    return store.db.transaction(async (tx) => {
      const place = await findPlace(tx, parseRole(role), options)
      const deputyOf =
        options['deputy-of'] === undefined ? null : (await getByNumber(tx, options['deputy-of'])).id
      const [added] = await tx
        .insert(employees)
        .values({ number, name, role: parseRole(role), ...place, deputyOf })
        .onConflictDoNothing()
        .returning()
      if (added === undefined) throw new UsageError(`number ${number} is taken`)
      await writeDown(tx, now, toDeed('admin.employee.add', added.id))
      return [`${number} ${name} is added`]
    })
  },
}

const bindCode: Command = {
  name: 'employees bind-code',
  usage: 'NUMBER',
  does: 'a one-time code with which the employee binds an account; 10 minutes, 5 tries',
  run: async ({ store, sealer, now }, args) =>
    store.db.transaction(async (tx) => {
      const employee = await getByNumber(tx, args.words[0])
      if (employee.status !== 'active') throw new UsageError(`${employee.number} is ${employee.status}`)
      const code = await issueBindingCode(tx, sealer, employee, now)
      await writeDown(tx, now, toDeed('admin.employee.bind_code', employee.id))
      return [code]
    }),
}

const freeze = setStatus('freeze', 'frozen', 'takes every right away until thaw')
const thaw = setStatus('thaw', 'active', 'gives the rights back')
const leave = setStatus('leave', 'left', 'a leaver: rights and account are gone')

function setStatus(word: string, status: Employee['status'], does: string): Command {
  return {
    name: `employees ${word}`,
    usage: 'NUMBER',
    does,
    run: async ({ store, now }, args) =>
      store.db.transaction(async (tx) => {
        const { id, number } = await getByNumber(tx, args.words[0])
        const unbound =
          status === 'left'
            ? { account: null, unionAccount: null, userAccount: null, conversation: null }
            : {}
        await tx
          .update(employees)
          .set({ status, statusBy: status === 'active' ? null : 'operator', ...unbound })
          .where(eq(employees.id, id))
        await writeDown(tx, now, toDeed(`admin.employee.${word}`, id))
        return [`${number} is ${status}`]
      }),
  }
}

const roles: Command = {
  name: 'roles list',
  usage: '',
  does: 'the roles and how far each sees',
  run: async () =>
    ROLES.map((role) =>
      toLine([
        role,
        reachOf(role, role === 'head' ? 0 : null),
        role === 'head' ? 'bank where the head belongs to no branch' : null,
      ]),
    ),
}

const setRole: Command = {
  name: 'roles set',
  usage: 'NUMBER ROLE [--team NAME] [--branch CODE]',
  does: 'gives an employee another role, team or branch',
  run: async ({ store, now }, { words, options }) =>
    store.db.transaction(async (tx) => {
      const role = parseRole(words[1])
      const { id, number } = await getByNumber(tx, words[0])
      await tx
        .update(employees)
        .set({ role, ...(await findPlace(tx, role, options)) })
        .where(eq(employees.id, id))
      await writeDown(tx, now, { ...toDeed('admin.role.set', id), facts: { role } })
      return [`${number} is ${role}`]
    }),
}

/** Commands about people. */
export const employeeCommands: readonly Command[] = [list, add, bindCode, freeze, thaw, leave, roles, setRole]

function parseRole(said: string | undefined): Role {
  const role = ROLES.find((known) => known === said)
  if (role === undefined) throw new UsageError(`ROLE must be one of ${ROLES.join(', ')}`)
  return role
}

/** An employee by number. @throws UsageError where there is none */
export async function getByNumber(tx: Transaction, number: string | undefined): Promise<Employee> {
  if (number === undefined) throw new UsageError('NUMBER is missing')
  const [employee] = await tx.select().from(employees).where(eq(employees.number, number))
  if (employee === undefined) throw new UsageError(`nobody has the number ${number}`)
  return employee
}

/** The team and branch of an employee; managers and supervisors need a team, which stands in a branch. */
async function findPlace(tx: Transaction, role: Role, { team, branch }: CommandArgs['options']) {
  if (team !== undefined) {
    const [found] = await tx.select().from(teams).where(eq(teams.name, team))
    if (found === undefined) throw new UsageError(`there is no team ${team}`)
    return { teamId: found.id, branchId: found.branchId }
  }
  if (role === 'rm' || role === 'supervisor') throw new UsageError(`a ${role} needs --team NAME`)
  if (branch === undefined) return { teamId: null, branchId: null }
  const [found] = await tx.select().from(branches).where(eq(branches.code, branch))
  if (found === undefined) throw new UsageError(`there is no branch ${branch}`)
  return { teamId: null, branchId: found.id }
}

function toDeed(action: string, employeeId: number) {
  return { action, entity: 'employee', entityId: String(employeeId) }
}
