// Regular posts of figures and things to do, and what arms them when a bank is loaded.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { doneInDigestAction, personalSchedule, showPersonalAction } from './personal.ts'
import { showDigest } from './show.ts'
import { subscribeDigest } from './subscribe.ts'
import { SUBSCRIPTION, undoSubscription } from './subscription.ts'
import { teamSchedule } from './team.ts'
import { unsubscribeDigest } from './unsubscribe.ts'

export { defaultSchedules } from './standing-posts.ts'

export const digests: Feature<Turn> = {
  name: 'digests',
  capabilities: [showDigest, subscribeDigest, unsubscribeDigest],
  actions: [showPersonalAction, doneInDigestAction],
  undo: { [SUBSCRIPTION]: undoSubscription },
  schedules: [personalSchedule, teamSchedule],
}
