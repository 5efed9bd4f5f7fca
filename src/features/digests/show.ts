// Shows a digest now: one's own, the team's for a supervisor, the branch's for a head.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { dayOf } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { makePersonalDigest } from './personal.ts'
import { makeTeamDigest } from './team.ts'

export const showDigest = defineCapability({
  intent: 'digest.show',
  summary: say('今日简报', "Today's digest"),
  examples: { zh: ['今日简报', '现在给我来一份日报'], en: ["today's digest please"] },
  access: { mode: 'read', roles: ['rm', 'supervisor', 'head'] },
  input: z.object({}),
  run: (turn: Turn) =>
    wantsOwn(turn) ? makePersonalDigest(turn) : makeTeamDigest(turn, dayOf(turn.now, turn.zone)),
})

/** A supervisor has both; without a word about it the team's is meant. */
function wantsOwn({ actor, text }: Turn): boolean {
  return (
    actor.role === 'rm' || (actor.role === 'supervisor' && /个人|我的|我自己|\b(personal|my)\b/i.test(text))
  )
}
