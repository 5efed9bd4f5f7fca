// The comparison of every night, and whenever the directory says that something changed without saying whom: once for all
// instances. Events can be lost; what they would have said is found here at the latest.

import { and, eq, sql } from 'drizzle-orm'
import { directoryNewsCard } from '../../../cards/directory.ts'
import { type BothLanguages, join, type Words } from '../../../cards/kit/index.ts'
import { addDays, dayOf, timeOf } from '../../core/calendar.ts'
import { derivedId } from '../../core/ids.ts'
import type { Directory } from '../../core/ports.ts'
import type { Database, Transaction } from '../../storage/database.ts'
import { dailyRuns, outbox } from '../../storage/plumbing-schema.ts'
import { receiverKey } from '../../storage/turn.ts'
import { employees } from '../people/schema.ts'
import type { Plan } from './compare.ts'
import { runSync } from './sync.ts'
import { copy, LOSS_WORDS, REMARK_WORDS } from './words.ts'

const RUN = 'directory'
/** At night, and not on a full or half hour, at which everybody asks the platform. */
const AT = '02:17'
/** Stands for a run that was asked for, at whatever hour. */
const ASKED = '1970-01-01'
const MOST_LINES = 10

/** Asks for a comparison within the next minute. */
export async function askForSync(db: Database | Transaction): Promise<void> {
  await db
    .insert(dailyRuns)
    .values({ name: RUN, ranOn: ASKED })
    .onConflictDoUpdate({ target: dailyRuns.name, set: { ranOn: ASKED } })
}

/** What a night works with. */
export interface Night {
  readonly db: Database
  readonly directory: Directory
  readonly now: Date
  readonly zone: string
}

/**
 * Compares where it is time and nobody else has done so; called each minute.
 * @returns what was found, or null where it was not this one's turn
 * @throws Fault where the directory cannot be read; then the next minute tries again
 */
export async function syncNightly({ db, directory, now, zone }: Night): Promise<Plan | null> {
  const today = dayOf(now, zone)
  const before = await claim(db, today, timeOf(now, zone))
  if (before === null) return null
  const cause = `night:${now.toISOString()}`
  try {
    const plan = await runSync({ db, directory, now, zone, cause, evenMany: false })
    await tellAdministrators(db, plan, cause, now)
    return plan
  } catch (error) {
    await db.update(dailyRuns).set({ ranOn: before }).where(eq(dailyRuns.name, RUN))
    throw error
  }
}

/** Takes the turn: of many instances one finds it open. A night that was missed is made up for at any hour. */
async function claim(db: Database, today: string, time: string): Promise<string | null> {
  await db.insert(dailyRuns).values({ name: RUN, ranOn: ASKED }).onConflictDoNothing()
  const [row] = await db.select().from(dailyRuns).where(eq(dailyRuns.name, RUN))
  if (row === undefined || row.ranOn >= today) return null
  if (row.ranOn >= addDays(today, -1) && time < AT) return null
  const taken = await db
    .update(dailyRuns)
    .set({ ranOn: today })
    .where(and(eq(dailyRuns.name, RUN), eq(dailyRuns.ranOn, row.ranOn)))
    .returning({ name: dailyRuns.name })
  return taken.length === 1 ? row.ranOn : null
}

/** Who should know: lines for whatever happened or needs a hand; none where all is as it was. */
export function linesOf(plan: Plan): readonly { readonly title: Words; readonly detail: Words }[] {
  const line = (who: string, name: string, detail: BothLanguages) => ({ title: `${name} · ${who}`, detail })
  return [
    ...plan.losses.map(({ employee, why }) => line(employee.number, employee.name, LOSS_WORDS[why])),
    ...plan.held.map(({ employee, why }) =>
      line(employee.number, employee.name, join([LOSS_WORDS[why], copy.held], ' · ')),
    ),
    ...plan.joiners.map(({ number, name }) => line(number, name, copy.joined)),
    ...plan.remarks.map(({ what, who, name, team }) =>
      line(who, name, join([REMARK_WORDS[what], ...(team === undefined ? [] : [team])], ' · ')),
    ),
  ]
}

/** Only where access ended, was held back, or somebody is new: what merely stays to be done is in the command's output. */
async function tellAdministrators(db: Database, plan: Plan, cause: string, now: Date): Promise<void> {
  if (plan.losses.length + plan.held.length + plan.joiners.length === 0) return
  const lines = linesOf(plan)
  const card = directoryNewsCard({
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
  })
  const administrators = await db
    .select({ id: employees.id, account: employees.account })
    .from(employees)
    .where(
      and(
        eq(employees.role, 'administrator'),
        eq(employees.status, 'active'),
        sql`${employees.account} is not null`,
      ),
    )
  for (const { id, account } of administrators) {
    const receiver = { to: 'account', id: account ?? '' } as const
    await db
      .insert(outbox)
      .values({
        id: await derivedId('directory', cause, String(id)),
        employeeId: id,
        receiver: receiverKey(receiver),
        receiverKind: receiver.to,
        receiverId: receiver.id,
        card,
        inboundId: cause,
        dueAt: now,
        createdAt: now,
      })
      .onConflictDoNothing()
  }
}
