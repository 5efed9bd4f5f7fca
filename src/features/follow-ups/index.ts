// Follow-ups: what they can do.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { edit, noteOfTask, offerOpportunity, save, setChannel, show } from './card-actions.ts'
import { listFollowUps, turnPage } from './list-follow-ups.ts'
import { logFollowUp } from './log-follow-up.ts'
import { undoFollowUp, undoLastContact } from './store.ts'

export const followUps: Feature<Turn> = {
  name: 'follow-ups',
  capabilities: [logFollowUp, listFollowUps],
  actions: [setChannel, offerOpportunity, edit, save, show, noteOfTask, turnPage],
  undo: { follow_up: undoFollowUp, last_contact: undoLastContact },
}
