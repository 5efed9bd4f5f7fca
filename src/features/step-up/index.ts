// The second factor: set up by everybody for themselves, asked for by other features before a sensitive act.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { enrolment } from './enrol.ts'

export { offerFactor } from './enrol.ts'
export { hasSecondFactor, proveStepUp, writeRefused } from './store.ts'

export const stepUp: Feature<Turn> = {
  name: 'step-up',
  capabilities: [enrolment.capability],
  actions: enrolment.actions,
}
