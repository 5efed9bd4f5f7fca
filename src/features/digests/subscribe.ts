// Subscribes to a regular digest: one's own into the private chat, the team's into the team's group.

import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { subscribedCard } from '../../../cards/digests.ts'
import { say } from '../../../cards/kit/index.ts'
import { isClockTime, showMoment } from '../../core/calendar.ts'
import { type Access, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { listSupervisors } from '../people/index.ts'
import { teams } from '../people/schema.ts'
import { cadenceWords, copy } from './copy.ts'
import { armSubscription, DEFAULT_TIME, type DigestKind, subjectOf, toCadence } from './subscription.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const SUBSCRIBING: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

const SubscribeInput = z.object({
  cadence: z.enum(['daily', 'weekly']).optional(),
  time: z.string().optional(),
  weekday: z.enum(WEEKDAYS).optional(),
  kind: z.enum(['personal', 'team']).optional(),
})

export const subscribeDigest = defineCapability({
  intent: 'digest.subscribe',
  summary: say('订阅简报', 'Subscribe to a digest'),
  examples: {
    zh: ['每天早上8点半给我发简报', '每天18:00往群里发团队简报', '每周一9点给我发简报'],
    en: ['send me a digest every morning at 8:30'],
  },
  access: SUBSCRIBING,
  input: SubscribeInput,
  run: async (turn: Turn, input) => {
    const kind = input.kind ?? 'personal'
    const time = input.time ?? DEFAULT_TIME[kind]
    if (!isClockTime(time)) throw new Refusal('invalid', copy.badTime)
    const weekly = input.cadence === 'weekly' || input.weekday !== undefined
    const weekday = weekly ? WEEKDAYS.indexOf(input.weekday ?? 'MO') + 1 : null
    const { id, conversation } = await placeOf(turn, kind)
    const subject = subjectOf(kind, id, weekly ? 'weekly' : 'daily')
    const { dueAt, undo } = await armSubscription(turn, {
      kind,
      subject,
      cadence: toCadence(time, weekday),
      conversation,
    })
    const card = subscribedCard({
      what: kind === 'personal' ? copy.personal : copy.team,
      when: cadenceWords(weekday, time),
      where: conversation === null ? copy.privateChat : copy.teamChat,
      next: showMoment(dueAt, turn.zone, turn.now),
      buttons: [
        { ...sayButton(kind === 'personal' ? '退订个人简报' : '退订团队简报'), label: copy.unsubscribe },
      ],
    })
    return { kind: 'card', card, undo: [undo] }
  },
})

/**
 * Whose digest it is, and where it goes. A team has one, which its first supervisor sets up, so that it is never posted twice.
 * @throws Refusal forbidden for anybody else
 */
export async function placeOf(
  turn: Turn,
  kind: DigestKind,
): Promise<{ readonly id: number; readonly conversation: string | null }> {
  const { actor, conversation } = turn
  if (kind === 'personal') return { id: actor.id, conversation: null }
  if (actor.role !== 'supervisor' || actor.teamId === null)
    throw new Refusal('forbidden', copy.onlySupervisor)
  const [[first], [team]] = await Promise.all([
    listSupervisors(turn.db, actor.teamId),
    turn.db.select({ conversation: teams.conversation }).from(teams).where(eq(teams.id, actor.teamId)),
  ])
  if (first?.id !== actor.id) throw new Refusal('forbidden', copy.onlySupervisor)
  return {
    id: actor.teamId,
    conversation: team?.conversation ?? (conversation.private ? null : conversation.id),
  }
}
