// Opportunities: what they can do, and what other features may use of them.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { decide, edit, follow, save, settle, show, step } from './card-actions.ts'
import { createOpportunity } from './create-opportunity.ts'
import { listOpportunities, openFunnel, stepInList, turnPage } from './list-opportunities.ts'
import { moveOpportunityCapability } from './move-opportunity.ts'
import { undoOpportunity } from './store.ts'
import { updateOpportunity } from './update-opportunity.ts'

export { insertOpportunity, listOpenOf, type OpportunityLine } from './store.ts'
export { toOpportunityView } from './view.ts'

export const opportunities: Feature<Turn> = {
  name: 'opportunities',
  capabilities: [createOpportunity, moveOpportunityCapability, updateOpportunity, listOpportunities],
  actions: [step, edit, save, decide, settle, follow, show, turnPage, openFunnel, stepInList],
  undo: { opportunity: undoOpportunity },
}
