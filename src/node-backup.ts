// The backup of every day, where a folder is set: once for all instances, at night, told to the administrators in the chat.
// A night that was missed or failed is made up for within the hour.

import { basename, join } from 'node:path'
import { and, eq, isNotNull } from 'drizzle-orm'
import { schedule } from 'node-cron'
import { backupDoneCard, backupFailedCard } from '../cards/backups.ts'
import type { Card } from '../cards/kit/index.ts'
import type { BotParts } from './bot/bot.ts'
import { addDays, dayOf, timeOf } from './core/calendar.ts'
import { Fault } from './core/errors.ts'
import { derivedId, newId } from './core/ids.ts'
import { audit } from './features/audit/schema.ts'
import { employees } from './features/people/schema.ts'
import { backupName, type CheckedFile, writeBackupFile } from './storage/backup/file.ts'
import type { BackupKeys } from './storage/backup/format.ts'
import type { Database } from './storage/database.ts'
import { dailyRuns, outbox } from './storage/plumbing-schema.ts'
import { receiverKey } from './storage/turn.ts'

const RUN = 'backup'
const NEVER = '1970-01-01'
/** Not before this hour of the bank's night. */
const AT = '03:00'

/** Where backups go and under which keys. */
export interface BackupPlace {
  readonly folder: string
  readonly keys: BackupKeys
}
type Parts = Pick<BotParts, 'store' | 'clock' | 'zone' | 'log'>

/** Looks once an hour. @returns how to stop */
export function startDailyBackup(parts: Parts, place: BackupPlace): () => Promise<void> {
  const task = schedule('7 * * * *', () => backUpWhenDue(parts, place), { noOverlap: true })
  return async () => {
    await task.destroy()
  }
}

/** Writes the backup of the day where it is time and nobody else has; whatever goes wrong is told and tried again. */
export async function backUpWhenDue(parts: Parts, { folder, keys }: BackupPlace): Promise<void> {
  const { store, zone, log } = parts
  const now = parts.clock.now()
  const today = dayOf(now, zone)
  try {
    const before = await claim(store.db, today, timeOf(now, zone))
    if (before === null) return
    try {
      const path = join(folder, backupName(now))
      const written = await writeBackupFile(store.db, keys, path, now)
      await writeDown(store.db, now, written)
      await tell(store.db, now, `${today}:done`, backupDoneCard({ ...written, file: basename(path) }))
    } catch (error) {
      await store.db.update(dailyRuns).set({ ranOn: before }).where(eq(dailyRuns.name, RUN))
      await tell(store.db, now, `${today}:failed`, backupFailedCard(reasonOf(error)))
      throw error
    }
  } catch (error) {
    log.error('backup.failed', error)
  }
}

/** Takes the turn: of many instances one finds it open. @returns the day before; null where it is not this one's turn */
async function claim(db: Database, today: string, time: string): Promise<string | null> {
  await db.insert(dailyRuns).values({ name: RUN, ranOn: NEVER }).onConflictDoNothing()
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

// A Fault of ours names its step; of anything else only the code of the system is shown, because a message may quote data.
function reasonOf(error: unknown): string {
  if (error instanceof Fault) return error.message
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

async function writeDown(
  db: Database,
  now: Date,
  { header, rows, bytes, fingerprint }: CheckedFile,
): Promise<void> {
  await db.insert(audit).values({
    id: newId(now),
    at: now,
    actorId: null,
    action: 'backup.daily',
    result: 'done',
    entity: 'backup',
    entityId: header.id,
    facts: { rows, bytes, fingerprint },
  })
}

/** One message for each administrator and result of a day; it holds no customer data, so it goes out during a freeze too. */
async function tell(db: Database, now: Date, key: string, card: Card): Promise<void> {
  const administrators = await db
    .select({ id: employees.id, account: employees.account })
    .from(employees)
    .where(
      and(eq(employees.role, 'administrator'), eq(employees.status, 'active'), isNotNull(employees.account)),
    )
  for (const { id, account } of administrators) {
    const receiver = { to: 'account', id: account ?? '' } as const
    await db
      .insert(outbox)
      .values({
        id: await derivedId('backup', key, String(id)),
        employeeId: id,
        receiver: receiverKey(receiver),
        receiverKind: receiver.to,
        receiverId: receiver.id,
        card,
        inFreeze: 'send',
        dueAt: now,
        createdAt: now,
      })
      .onConflictDoNothing()
  }
}
