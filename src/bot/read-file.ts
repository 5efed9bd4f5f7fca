// A file that an employee sent: it is taken for a list of customers. The bytes are fetched before the transaction, and
// for employees only.

import type { Press } from '../../cards/kit/index.ts'
import type { MessageInbound } from '../core/inbound.ts'
import { START } from '../core/presses.ts'
import { toImportSlots } from '../features/imports/index.ts'
import { findEmployeeByAccount } from '../features/people/index.ts'
import type { BotParts } from './bot.ts'

/**
 * What a message with a file starts; null where there is none, or where its sender is no employee.
 * @throws Fault where the platform does not hand the file over
 */
export async function readFile(parts: BotParts, inbound: MessageInbound): Promise<Press | null> {
  const file = inbound.attachments.find(({ kind }) => kind === 'file')
  if (file === undefined) return null
  const employee = await parts.store.db.transaction((tx) => findEmployeeByAccount(tx, inbound.sender))
  if (employee === null) return null
  const bytes = await parts.messenger.download({ messageId: inbound.messageId, key: file.key, kind: 'file' })
  return { action: START, input: { intent: 'customer.import', slots: toImportSlots(file.name ?? '', bytes) } }
}
