// A follow-up as its reader may see it: names shortened and phone numbers masked in groups, the words otherwise as written.

import type { AppointmentView, FollowUpView } from '../../../cards/follow-ups.ts'
import { dayOf, showDay, showMoment, showMomentShort } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { maskPhone, nameHere } from '../customers/index.ts'
import type { Task } from '../tasks/index.ts'
import { CHANNEL_WORDS } from './copy.ts'
import type { FollowUpLine } from './store.ts'

/** The follow-up as this conversation may see it. */
export function toFollowUpView(
  turn: Turn,
  { followUp, customerName, authorName }: FollowUpLine,
): FollowUpView {
  const { channel, content, happenedAt, interest, authorId } = followUp
  return {
    customer: nameHere(turn, customerName),
    content: wordsHere(turn, content, customerName),
    channel: channel === null ? null : CHANNEL_WORDS[channel],
    happened: showMomentShort(happenedAt, turn.zone, turn.now),
    interest,
    author: authorId === turn.actor.id ? null : authorName,
  }
}

/** The words of a note; in a group the customer's full name and mobile numbers are covered (mission D18). */
function wordsHere(turn: Turn, words: string, customerName: string): string {
  if (turn.conversation.private) return words
  return words
    .replaceAll(customerName, nameHere(turn, customerName))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (digits) => maskPhone(digits))
}

/** The appointment of a follow-up; null where there is none, or it was cancelled. */
export function toAppointmentView(
  turn: Turn,
  task: Task | null,
  customerName: string,
): AppointmentView | null {
  if (task === null || task.state === 'cancelled') return null
  const { now, zone } = turn
  const { dueAt, dueOn, remindAt, title } = task
  const day = dueOn === null ? null : showDay(dueOn, dayOf(now, zone))
  return {
    title: wordsHere(turn, title, customerName),
    due: dueAt === null ? day : showMoment(dueAt, zone, now),
    remind: remindAt === null ? null : showMoment(remindAt, zone, now),
  }
}
