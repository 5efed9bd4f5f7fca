// Personal settings stand on the employee's row, which people may read and only the service may write.

import { eq } from 'drizzle-orm'
import { takeScope, takeServiceScope } from '../../storage/scope.ts'
import type { Turn } from '../../storage/turn.ts'
import { employees } from '../people/schema.ts'

/** What a person can set. */
export interface Settings {
  readonly language: 'zh' | 'en' | null
  readonly alwaysConfirm: boolean
}

/** The settings of whoever acts. */
export async function readSettings({ db, actor }: Turn): Promise<Settings> {
  const [row] = await db
    .select({ language: employees.language, alwaysConfirm: employees.alwaysConfirm })
    .from(employees)
    .where(eq(employees.id, actor.id))
  return row ?? { language: null, alwaysConfirm: false }
}

/** Changes settings of whoever acts, and of nobody else; the person's own scope is back afterwards. */
export async function writeSettings(turn: Turn, change: Partial<Settings>): Promise<void> {
  const { db, actor } = turn
  await takeServiceScope(db)
  await db.update(employees).set(change).where(eq(employees.id, actor.id))
  await takeScope(db, actor)
  await turn.audit({
    action: 'settings.update',
    entity: 'employee',
    entityId: String(actor.id),
    facts: { keys: Object.keys(change) },
  })
}
