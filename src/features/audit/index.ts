// What the audit's domain can do, and what keeps the trail.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { auditShow } from './show.ts'

export { keepAudit } from './keep.ts'
export { EXPORTS, LOOKS } from './words.ts'

export const audits: Feature<Turn> = {
  name: 'audits',
  capabilities: [auditShow.capability],
  actions: [auditShow.action],
}
