// Queries for tasks and the changes to them, each with its reminder and its audit in the same round trip.
// Row-level security decides which tasks exist for the person.

import { and, asc, count, eq, gte, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type DaySpan, dayOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { builtOnce, columnsOf, placeholdersFor } from '../../storage/built-statement.ts'
import { schedules } from '../../storage/plumbing-schema.ts'
import type { Turn } from '../../storage/turn.ts'
import { customers } from '../customers/schema.ts'
import { employees } from '../people/schema.ts'
import { tasks } from './schema.ts'
import { type Task, type TaskLine, toBefore } from './task.ts'

/** Kind of the schedule rows that remind of a task. */
export const REMINDER = 'task.reminder'

/** What a new task is made of. */
export interface NewTask {
  /** An id that follows from what it is made for, so that two presses of one button cannot make it twice. */
  readonly id?: string
  readonly title: string
  readonly dueAt: Date | null
  readonly dueOn: string | null
  readonly remindAt: Date | null
  readonly assigneeId: number
  /** The customer it is about, with the customer's owner; null for a task of the assignee's own. */
  readonly customerId: string | null
  readonly ownerId: number
  readonly teamId: number
  readonly branchId: number
  readonly priority?: 'normal' | 'high'
  readonly repeat?: string | null
  readonly followUpId?: string
}

/** The columns of a task that change in its life. */
export type TaskChange = Partial<
  Pick<Task, 'title' | 'dueAt' | 'dueOn' | 'remindAt' | 'state' | 'doneAt' | 'priority' | 'repeat'>
>

/** A change that was made, and how it is taken back. */
export interface Changed {
  readonly task: Task
  readonly undo: UndoStep
}

/**
 * Writes a new task, arms its reminder and audits it; statements go out together.
 * @throws Refusal conflict where a task of the given id is there already
 */
export async function insertTask(turn: Turn, given: NewTask): Promise<Changed> {
  const task: Task = {
    state: 'open',
    doneAt: null,
    createdBy: turn.actor.id,
    createdAt: turn.now,
    version: 1,
    ...given,
    id: given.id ?? turn.newId(),
    priority: given.priority ?? 'normal',
    repeat: given.repeat ?? null,
    followUpId: given.followUpId ?? null,
  }
  const [rows] = await Promise.all([
    insertNewTask(turn.db, task),
    armReminder(turn, task),
    turn.audit({ action: 'task.create', ...subjectOf(task) }),
  ])
  if (rows.length === 0) throw new Refusal('conflict')
  return { task, undo: { entity: 'task', id: task.id, version: 1, before: null } }
}

const insertNewTask = builtOnce((db) =>
  db
    .insert(tasks)
    .values(placeholdersFor(columnsOf(tasks)))
    .onConflictDoNothing()
    .returning({ id: tasks.id }),
)

/**
 * Changes a task that nobody changed since it was read.
 * @throws Refusal stale where somebody did
 */
export async function changeTask(
  turn: Turn,
  task: Task,
  change: TaskChange,
  action: string,
): Promise<Changed> {
  const changed: Task = { ...task, ...change, version: task.version + 1 }
  const [rows] = await Promise.all([
    turn.db
      .update(tasks)
      .set({ ...change, version: changed.version })
      .where(and(eq(tasks.id, task.id), eq(tasks.version, task.version)))
      .returning({ id: tasks.id }),
    rearmReminder(turn, changed),
    turn.audit({ action, ...subjectOf(task) }),
  ])
  if (rows.length === 0) throw new Refusal('stale')
  return {
    task: changed,
    undo: { entity: 'task', id: task.id, version: changed.version, before: toBefore(task) },
  }
}

const instant = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)))

const Before = z.object({
  title: z.string(),
  dueAt: instant,
  dueOn: z.string().nullable(),
  remindAt: instant,
  state: z.enum(['open', 'done', 'cancelled']),
  doneAt: instant,
  priority: z.enum(['normal', 'high']),
  repeat: z.string().nullable(),
})

/**
 * Takes one change of a task back: what it created is gone, what it changed is as it was, with its reminder.
 * @throws Refusal stale where the task has moved on since
 */
export async function undoTask(turn: Turn, step: UndoStep): Promise<void> {
  const task = await findTask(turn, step.id)
  if (task === null || task.version !== step.version) throw new Refusal('stale')
  if (step.before !== null) {
    await changeTask(turn, task, Before.parse(step.before), 'task.undo')
    return
  }
  await Promise.all([
    turn.db.delete(tasks).where(and(eq(tasks.id, step.id), eq(tasks.version, step.version))),
    turn.disarm(REMINDER, step.id),
    turn.audit({ action: 'task.undo', ...subjectOf(task) }),
  ])
}

/** One task by id; null where it does not exist for this person. */
async function findTask(turn: Turn, id: string): Promise<Task | null> {
  const line = await findTaskLine(turn, id)
  return line?.task ?? null
}

/** One task with the name of its customer; null where it does not exist for this person. */
export async function findTaskLine(turn: Turn, id: string): Promise<TaskLine | null> {
  const [line] = await linesWhere(turn, eq(tasks.id, id)).limit(1)
  return line ?? null
}

/** The task that was made with a follow-up; null where there is none. */
export async function findTaskOf(turn: Turn, followUpId: string): Promise<Task | null> {
  const [line] = await linesWhere(turn, eq(tasks.followUpId, followUpId))
    .orderBy(asc(tasks.createdAt))
    .limit(1)
  return line?.task ?? null
}

/** Which tasks a list holds. */
export interface TaskFilter {
  /** Null for everybody in scope. */
  readonly assigneeId: number | null
  readonly span?: DaySpan
  readonly overdue?: boolean
  readonly customerId?: string
}

/** A page of tasks, ranked: overdue first, then by day, the important ones of a day first. */
export async function listTasks(
  turn: Turn,
  filter: TaskFilter,
  page: { offset: number; limit: number },
): Promise<readonly TaskLine[]> {
  const late = sql`case when ${overdueBy(turn)} then 0 else 1 end`
  return linesWhere(turn, filterWhere(turn, filter))
    .orderBy(
      late,
      sql`${tasks.dueOn} asc nulls last`,
      asc(tasks.priority),
      sql`${tasks.dueAt} asc nulls last`,
      asc(tasks.id),
    )
    .limit(page.limit)
    .offset(page.offset)
}

/** How many tasks a list holds, and how many of them are overdue. */
export async function countTasks(
  turn: Turn,
  filter: TaskFilter,
): Promise<{ readonly all: number; readonly overdue: number }> {
  const [row] = await turn.db
    .select({
      all: count(),
      overdue: sql<number>`count(*) filter (where ${overdueBy(turn)})`.mapWith(Number),
    })
    .from(tasks)
    .where(filterWhere(turn, filter))
  return row ?? { all: 0, overdue: 0 }
}

/** The open tasks of a person, for finding the one that words mean; the most urgent first. */
export async function listOpenTasks(turn: Turn, filter: TaskFilter): Promise<readonly TaskLine[]> {
  return listTasks(turn, filter, { offset: 0, limit: 200 })
}

/** Whether the same reminder of the same task is told by another row, armed earlier. */
export async function isToldElsewhere(
  turn: Turn,
  due: { readonly id: string; readonly dueAt: Date },
  taskId: string,
): Promise<boolean> {
  const rows = await turn.db
    .select({ id: schedules.id })
    .from(schedules)
    .where(
      and(
        eq(schedules.kind, REMINDER),
        eq(schedules.subjectId, taskId),
        sql`coalesce(${schedules.lastDueAt}, ${schedules.dueAt}) = ${due.dueAt.toISOString()}::timestamptz`,
        lt(schedules.id, due.id),
      ),
    )
    .limit(1)
  return rows.length > 0
}

function linesWhere(turn: Turn, where: SQL | undefined) {
  return turn.db
    .select({ task: tasks, customerName: customers.name, assigneeName: employees.name })
    .from(tasks)
    .leftJoin(customers, eq(customers.id, tasks.customerId))
    .leftJoin(employees, eq(employees.id, tasks.assigneeId))
    .where(where)
    .$dynamic()
}

function filterWhere(turn: Turn, { assigneeId, span, overdue, customerId }: TaskFilter): SQL | undefined {
  const today = dayOf(turn.now, turn.zone)
  const open = eq(tasks.state, 'open')
  const within = span === undefined ? undefined : and(gte(tasks.dueOn, span.from), lte(tasks.dueOn, span.to))
  // A list that holds today holds what should have been done before it; one of days gone by shows what was done too.
  const times =
    span === undefined || span.to < today
      ? within
      : or(within, span.from <= today ? overdueBy(turn) : undefined)
  const states = span !== undefined && span.to < today ? or(open, eq(tasks.state, 'done')) : open
  return and(
    states,
    times,
    assigneeId === null ? undefined : eq(tasks.assigneeId, assigneeId),
    customerId === undefined ? undefined : eq(tasks.customerId, customerId),
    overdue === true ? overdueBy(turn) : undefined,
  )
}

function overdueBy({ now, zone }: Turn): SQL | undefined {
  return and(
    eq(tasks.state, 'open'),
    or(
      and(isNotNull(tasks.dueAt), lt(tasks.dueAt, now)),
      and(sql`${tasks.dueAt} is null`, lt(tasks.dueOn, dayOf(now, zone))),
    ),
  )
}

async function armReminder(turn: Turn, task: Task): Promise<void> {
  if (task.state !== 'open' || task.remindAt === null) return
  await turn.arm({ kind: REMINDER, employeeId: task.assigneeId, dueAt: task.remindAt, subjectId: task.id })
}

// One after the other: sent together, the new reminder could be what is disarmed.
async function rearmReminder(turn: Turn, task: Task): Promise<void> {
  await turn.disarm(REMINDER, task.id)
  await armReminder(turn, task)
}

function subjectOf(task: Task) {
  return {
    entity: 'task',
    entityId: task.id,
    ...(task.customerId === null ? {} : { customerId: task.customerId }),
  }
}
