// People who come and go by the company's directory: by its events, by a comparison of every night, and by command.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { leaverPageAction } from './leaving.ts'

export { followAccount } from './follow-account.ts'
export { askForSync, linesOf, syncNightly } from './nightly.ts'
export { planSync, runSync } from './sync.ts'

export const directory: Feature<Turn> = { name: 'directory', capabilities: [], actions: [leaverPageAction] }
