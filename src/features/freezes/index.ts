// The breach plan (S99): freezing in an instant, thawing by two others, and the report.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { decisions } from './decide.ts'
import { showFreezes } from './list.ts'
import { reportFreeze } from './report-file.ts'
import { starting } from './start.ts'

export { buttonsFor, carryOut } from './decide.ts'
export { makeReport } from './report.ts'
export { defaultSince, toReportFile } from './report-file.ts'
export { FREEZE_REASONS, SCOPES } from './schema.ts'
export { beginFreeze, type Freeze, getFreeze, listDeciders, listFreezes, writeFreezeDown } from './store.ts'
export { findTarget, mayDecide, type Target, targetOf } from './target.ts'
export { sendToDeciders } from './view.ts'

export const freezing: Feature<Turn> = {
  name: 'freezes',
  capabilities: [starting.capability, showFreezes, reportFreeze],
  actions: [...starting.actions, ...decisions],
}
