// 刚才那条, that one: the task that was written last in this conversation.

import type { Turn } from '../../storage/turn.ts'
import { findTaskLine } from './store.ts'
import type { TaskLine } from './task.ts'

const POINTS_BACK =
  /^(?:把|将)?(?:(?:刚才|刚刚|刚|上)的?(?:那|这|一)?|[那这])一?(?:条|个|项|次)?的?(?:任务|待办|提醒|预约|约|会面|安排)?$|^(?:that|this|it|(?:that|the last|the previous) (?:one|task|appointment|reminder))$/i

/** Whether a title names no task but points at the last one. */
export function pointsBack(title: string): boolean {
  return POINTS_BACK.test(title.trim())
}

/** The last open task that was written or changed here and can still be taken back; null where there is none. */
export async function findLastTask(turn: Turn): Promise<TaskLine | null> {
  const undos = await turn.pending.listUndos()
  const step = undos.flatMap(({ steps }) => steps).find(({ entity }) => entity === 'task')
  const line = step === undefined ? null : await findTaskLine(turn, step.id)
  return line?.task.state === 'open' ? line : null
}
