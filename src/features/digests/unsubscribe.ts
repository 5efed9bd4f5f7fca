// Stops a regular digest.

import { z } from 'zod'
import { join, say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { placeOf, SUBSCRIBING } from './subscribe.ts'
import { disarmSubscription, listArmed, subjectOf } from './subscription.ts'

export const unsubscribeDigest = defineCapability({
  intent: 'digest.unsubscribe',
  summary: say('退订简报', 'Stop a digest'),
  examples: { zh: ['别再给我发简报了', '取消日报订阅', '退订团队简报'], en: ['stop the daily digest'] },
  access: SUBSCRIBING,
  input: z
    .object({
      cadence: z.enum(['daily', 'weekly']).optional(),
      kind: z.enum(['personal', 'team']).optional(),
    })
    .loose(),
  run: async (turn: Turn, { cadence, kind = 'personal' }) => {
    const { id } = await placeOf(turn, kind)
    const rhythms = cadence === undefined ? (['daily', 'weekly'] as const) : [cadence]
    const rows = await listArmed(
      turn,
      kind,
      rhythms.map((rhythm) => subjectOf(kind, id, rhythm)),
    )
    if (rows.length === 0) throw new Refusal('invalid', copy.notSubscribed)
    const undo = await Promise.all(rows.map((row) => disarmSubscription(turn, kind, row)))
    const what = kind === 'personal' ? copy.personal : copy.team
    const title = join([copy.unsubscribed, what], ' · ')
    return { kind: 'card', card: noticeCard({ title, text: copy.noMore, tone: 'good' }), undo }
  },
})
