// Seeing full numbers, for the card of a customer.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { revealActions } from './reveal.ts'

export { revealNumber } from './reveal.ts'

export const reveals: Feature<Turn> = { name: 'reveals', capabilities: [], actions: revealActions }
