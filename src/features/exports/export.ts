// customer.export (导出我的客户): customers of the person's scope as a file with masked numbers, in the private chat, after
// a second factor and a reason. Each of them has it in the trail, in the transaction that queues the file.

import { z } from 'zod'
import {
  askExportCard,
  exportCancelledCard,
  exportedCard,
  nobodyToExportCard,
} from '../../../cards/exports.ts'
import { type Card, type Language, say, type Words } from '../../../cards/kit/index.ts'
import { sentPrivatelyCard } from '../../../cards/notice.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Outcome } from '../../core/outcome.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { Filters, filterWords, findOneCustomer, refuseUnknownTag, toPress } from '../customers/index.ts'
import { findEmployee } from '../people/index.ts'
import { hasSecondFactor, offerFactor, proveStepUp, writeRefused } from '../step-up/index.ts'
import { GONE, NO_REASON, NOT_YOURS, REASONS, tooMany } from './copy.ts'
import { COLUMN_WORDS, toExportFile } from './file.ts'
import { countSelected, type Exported, MOST_CUSTOMERS, readSelected, Selection } from './selection.ts'

const READERS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }
const ACTION = 'customer.export'

type Reason = keyof typeof REASONS
const Form = z.object({
  reason: z.enum(Object.keys(REASONS) as [Reason, ...Reason[]]),
  code: z.string().max(40),
})

/** What was shown is exported to whoever it was shown to, in the language in which it was asked for. */
const Asked = Selection.extend({ by: z.int(), language: z.enum(['zh', 'en']) })

const confirm = defineAction({
  name: 'customer.export.confirm',
  access: READERS,
  input: Asked,
  run: async (turn: Turn, { by, language, ...selection }, { form }): Promise<Outcome> => {
    assertPrivate(turn)
    if (by !== turn.actor.id) throw new Refusal('forbidden', NOT_YOURS)
    const given = Form.safeParse(form)
    if (!given.success) throw new Refusal('invalid', NO_REASON)
    const { reason, code } = given.data
    const proof = await proveStepUp(turn, code)
    if (!proof.ok) {
      await writeRefused(turn, { action: ACTION, facts: { reason } })
      return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
    }
    return exportSelected(turn, selection, reason, turn.actor.language ?? language)
  },
})

const cancel = defineAction({
  name: 'customer.export.cancel',
  access: READERS,
  input: z.object({}),
  run: async (): Promise<Outcome> => ({ kind: 'card', card: exportCancelledCard() }),
})

const exportCustomers = defineCapability({
  intent: 'customer.export',
  summary: say('导出客户名单', 'Export a list of customers'),
  examples: {
    zh: ['导出我的客户', '导出VIP客户', '导出有大额存单的客户'],
    en: ['export my customers', 'export my VIP customers', 'export customers not contacted for 30 days'],
  },
  access: READERS,
  input: z.object({ filters: Filters.optional(), customer: z.string().max(200).optional() }),
  run: async (turn: Turn, { filters = {}, customer }) => {
    if (!(await hasSecondFactor(turn))) {
      await writeRefused(turn, { action: ACTION, facts: { code: 'no_factor' } })
      return offerFactor(turn)
    }
    const card = await askToExport(turn, filters, customer)
    return turn.conversation.private ? { kind: 'card', card } : sendPrivately(turn, card)
  },
})

/** The capability and the actions of its card. */
export const exporting = { capability: exportCustomers, actions: [confirm, cancel] }

async function askToExport(turn: Turn, filters: Filters, said: string | undefined): Promise<Card> {
  const one = said === undefined ? null : await findOneCustomer(turn, said)
  const understood: Words = one === null ? filterWords(turn, filters) : `${one.name} ${one.code}`
  const selection = { filters, ...(one === null ? {} : { customer: one.id }) }
  const total = await countSelected(turn, selection)
  if (total === 0) {
    await refuseUnknownTag(turn, filters)
    return nobodyToExportCard(understood)
  }
  assertFew(total)
  const asked = { ...selection, filters: toPress(filters), by: turn.actor.id, language: turn.language }
  return askExportCard({
    understood,
    total,
    columns: COLUMN_WORDS,
    reasons: Object.entries(REASONS).map(([value, label]) => ({ value, label })),
    submit: confirm.button(say('确认导出', 'Confirm the export'), asked, { tone: 'primary' }),
    cancel: cancel.button(say('取消', 'Cancel'), {}),
  })
}

async function sendPrivately(turn: Turn, card: Card): Promise<Outcome> {
  await turn.send({ receiver: { to: 'account', id: turn.actor.account }, card, key: ACTION })
  return { kind: 'card', card: sentPrivatelyCard() }
}

async function exportSelected(
  turn: Turn,
  selection: Selection,
  reason: Reason,
  language: Language,
): Promise<Outcome> {
  const [customers, employee] = await Promise.all([
    readSelected(turn, selection),
    findEmployee(turn.db, turn.actor.id),
  ])
  if (customers.length === 0) throw new Refusal('not_found', GONE)
  assertFew(customers.length)
  const id = turn.newId()
  const mark = { id, number: employee?.number ?? '', language }
  const [file] = await Promise.all([
    toExportFile(turn, mark, customers),
    writeExport(turn, customers, { export: id, reason }),
  ])
  const card = exportedCard({ total: customers.length, reason: REASONS[reason], file: file.name, id })
  return { kind: 'file', ...file, card }
}

// No silent cut: a file that looks whole and is not would mislead whoever works with it.
function assertFew(total: number): void {
  if (total > MOST_CUSTOMERS) throw new Refusal('limit', tooMany(MOST_CUSTOMERS), { most: MOST_CUSTOMERS })
}

/** One entry for the export, and one in the trail of each customer: one statement for all of them. */
function writeExport(
  turn: Turn,
  customers: readonly Exported[],
  facts: { readonly export: string; readonly reason: Reason },
): Promise<void> {
  return turn.auditAll([
    { action: ACTION, entity: 'export', entityId: facts.export, facts: { ...facts, rows: customers.length } },
    ...customers.map(({ id }) => ({
      action: ACTION,
      entity: 'customer',
      entityId: id,
      customerId: id,
      facts,
    })),
  ])
}
