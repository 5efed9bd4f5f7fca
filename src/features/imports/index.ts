// Lists of customers that come in as files.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { importList } from './import-list.ts'
import { undoImport } from './write-list.ts'

export { toImportSlots } from './import-list.ts'

export const imports: Feature<Turn> = {
  name: 'imports',
  capabilities: [importList],
  actions: [],
  undo: { import: undoImport },
}
