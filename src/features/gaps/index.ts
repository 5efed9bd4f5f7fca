// What the understanding missed: kept for everybody, read by administrators.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { gapList } from './list.ts'

export { toGapFile } from './gap-file.ts'
export { keepGap } from './keep.ts'
export { listGaps } from './store.ts'

export const gaps: Feature<Turn> = {
  name: 'gaps',
  capabilities: [gapList.capability],
  actions: gapList.actions,
}
