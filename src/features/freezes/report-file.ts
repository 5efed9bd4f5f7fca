// The report as a file, and freeze.report (冻结报告), which sends it into the private chat.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { instantOf } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { toSpreadsheet } from '../spreadsheet.ts'
import { makeReport, type ReportLines, type ReportOrder } from './report.ts'
import { type Freeze, listFreezes } from './store.ts'
import { mayDecide, type Target, targetOf } from './target.ts'
import { stepOut } from './view.ts'

const DAY_MS = 24 * 60 * 60_000
/** Without a day that was said, the report begins so long before the freeze. */
const BEFORE_MS = 30 * DAY_MS

/** The first instant of a report for which no other was said. */
export function defaultSince({ startedAt }: Freeze): Date {
  return new Date(startedAt.getTime() - BEFORE_MS)
}

/** The lines as a file. */
export function toReportFile(
  { id }: Freeze,
  lines: ReportLines,
): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: `incident-${id.slice(0, 8)}.csv`, bytes: toSpreadsheet(lines) }
}

/** Sends the report of the newest freeze that the person may decide about, in force or over. */
export const reportFreeze = defineCapability({
  intent: 'freeze.report',
  summary: say('冻结报告：涉及谁、何时、多少', 'Incident report: who, when, how much'),
  examples: { zh: ['冻结报告', '泄露事件报告'], en: ['incident report'] },
  access: { mode: 'read', roles: ['head', 'administrator', 'auditor'], whileFrozen: true },
  input: z.object({ since: z.iso.date().optional() }),
  run: async (turn: Turn, { since }) => {
    assertPrivate(turn)
    const { freeze, target } = await findNewest(turn)
    await turn.audit({ action: 'freeze.report', entity: 'freeze', entityId: freeze.id })
    const order: ReportOrder = {
      freeze,
      target,
      since: since === undefined ? defaultSince(freeze) : instantOf(since, turn.zone),
      now: turn.now,
      zone: turn.zone,
    }
    // Out of the person's scope for the trail: codes, numbers of employees and deeds, no data of a customer.
    const lines = await stepOut(turn, () => makeReport(turn.db, order))
    return { kind: 'file', ...toReportFile(freeze, lines) }
  },
})

/** The head of a branch decides about a freeze of the bank, and reads the trail of the own branch's freezes only. */
function mayReport({ actor }: Turn, target: Target): boolean {
  const beyond = actor.role === 'head' && actor.branchId !== null && target.scope === 'bank'
  return mayDecide(actor, target) && !beyond
}

async function findNewest(turn: Turn): Promise<{ readonly freeze: Freeze; readonly target: Target }> {
  for (const freeze of await listFreezes(turn.db, true)) {
    const target = await targetOf(turn.db, freeze, (work) => stepOut(turn, work))
    if (mayReport(turn, target)) return { freeze, target }
  }
  throw new Refusal('not_found', say('没有您可查看的冻结。', 'There is no freeze for you to report on.'))
}
