// What the audit's domain can do, and what keeps the trail.

export { keepAudit } from './keep.ts'
