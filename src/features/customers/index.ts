// What the customers' domain can do, and what other features may use of it.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { assignCapability } from './assign.ts'
import { undoCustomer } from './change.ts'
import { createCapability } from './create.ts'
import { editCustomer, saveCustomer } from './edit.ts'
import { findCapability, showCustomer, showPrivately } from './find.ts'
import { undoHandOver } from './hand-over.ts'
import { searchCapability, turnPage } from './search.ts'
import { tagCapability } from './tag.ts'
import { updateCapability } from './update.ts'

export { parseField } from './fields.ts'
export { Filters, filterWords, toPress, toWhere } from './filters.ts'
export { focusOn, showCustomer } from './find.ts'
export { findOneCustomer, levelWords, phoneHere } from './find-one.ts'
export { maskName, maskPhone, nameHere } from './mask.ts'
export { nameKey, nameKeys } from './name-keys.ts'
export { refuseUnknownTag } from './search.ts'
export { type Customer, findCustomer, isSomebody } from './store.ts'

export const customers: Feature<Turn> = {
  name: 'customers',
  capabilities: [
    findCapability,
    searchCapability,
    createCapability,
    updateCapability,
    tagCapability,
    assignCapability,
  ],
  actions: [showCustomer, showPrivately, editCustomer, saveCustomer, turnPage],
  undo: { customer: undoCustomer, 'customer.owner': undoHandOver },
}
