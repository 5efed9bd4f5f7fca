// 总是先确认: the personal setting under which every write is shown before it is saved (mission D1).

import type { Turn } from '../storage/turn.ts'
import { findEmployee } from './people/index.ts'

/** Whether this person wants to confirm every write. */
export async function asksFirst(turn: Turn): Promise<boolean> {
  const employee = await findEmployee(turn.db, turn.actor.id)
  return employee?.alwaysConfirm ?? false
}
