// Customers that leave as a file.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { exporting } from './export.ts'

export { isExportHeading } from './file.ts'

export const exports: Feature<Turn> = {
  name: 'exports',
  capabilities: [exporting.capability],
  actions: exporting.actions,
}
