// Dropping a question: nothing is written, and the card says so.

import { say } from '../../cards/kit/index.ts'
import { noticeCard } from '../../cards/notice.ts'
import { keepDropped } from './corrections.ts'
import type { DispatchTurn, House } from './house.ts'
import type { Outcome } from './outcome.ts'
import type { Pending } from './pending.ts'

/** Cancels the question that this conversation ended with; null where it ended with none. */
export async function cancelLatest<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
): Promise<Outcome | null> {
  const open = await turn.pending.takeLatest('question')
  return open === null ? null : cancel(house, turn, open)
}

/** Drops a question that was taken. */
export async function cancel<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  open: Pending,
): Promise<Outcome> {
  await keepDropped(house, turn, open)
  return {
    kind: 'card',
    card: noticeCard({
      title: say('已取消', 'Cancelled'),
      text: say('没有保存任何内容。', 'Nothing was saved.'),
      tone: 'muted',
    }),
    toast: { tone: 'info', text: say('已取消', 'Cancelled') },
  }
}
