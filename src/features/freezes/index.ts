// The breach plan (S99): freezing in an instant, thawing by two others, and the report.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { decisions } from './decide.ts'
import { showFreezes } from './list.ts'
import { reportFreeze } from './report-file.ts'
import { starting } from './start.ts'

export const freezing: Feature<Turn> = {
  name: 'freezes',
  capabilities: [starting.capability, showFreezes, reportFreeze],
  actions: [...starting.actions, ...decisions],
}
