// audit.show: who looked at a customer, changed or exported one, when and with which result (S96). Looking at the trail
// is written into it as well.

import { z } from 'zod'
import { auditCard } from '../../../cards/audit.ts'
import { type BothLanguages, type Button, join, say, type Words } from '../../../cards/kit/index.ts'
import { dayOf, showMoment, showSpan } from '../../core/calendar.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { type ChainState, readChainState, readTrail, type TrailEntry } from './store.ts'
import { findSubject } from './subject.ts'
import { DEED_WORDS, DEEDS, deedWords, factWords } from './words.ts'

const READERS: Access = { mode: 'read', roles: ['supervisor', 'auditor'] }
const PAGE = 10

const Period = z.object({ from: z.iso.date(), to: z.iso.date() })
const Asked = z.object({ deed: z.enum(DEEDS).optional(), period: Period.optional() })
type Asked = z.output<typeof Asked>

/** Turns to a page of a trail; the customer is found again in the scope of whoever presses. */
const turnTrailPage = defineAction({
  name: 'audit.page',
  access: READERS,
  input: Asked.extend({ customer: z.string().max(60), page: z.int().min(1).max(100_000) }),
  run: (turn: Turn, { customer, page, ...asked }) => showTrail(turn, customer, asked, page),
})

const showAudit = defineCapability({
  intent: 'audit.show',
  summary: say('查审计：谁看过、改过、导出过', 'Audit: who looked, changed, exported'),
  examples: {
    zh: ['审计 C000001', '谁看过李建国', '谁改过李建国'],
    en: ['audit C000001', 'who looked at Li Jianguo'],
  },
  access: READERS,
  input: Asked.extend({ customer: z.string().max(200).optional() }),
  run: (turn: Turn, { customer, ...asked }) => showTrail(turn, customer, asked, 1),
})

/** The capability and the action of its card. */
export const auditShow = { capability: showAudit, action: turnTrailPage }

async function showTrail(
  turn: Turn,
  said: string | undefined,
  asked: Asked,
  page: number,
): Promise<CardOutcome> {
  const { id, about, again } = await findSubject(turn, said)
  await turn.audit({ action: 'audit.show', entity: 'customer', entityId: id, customerId: id })
  const [{ total, entries }, chain] = await Promise.all([
    readTrail(turn, { customerId: id, ...asked }, { limit: PAGE, offset: (page - 1) * PAGE }),
    readChainState(turn),
  ])
  const pages = Math.ceil(total / PAGE)
  const to = (label: Words, target: number): Button =>
    turnTrailPage.button(label, { customer: again, page: target, ...withoutUndefined(asked) })
  return {
    kind: 'card',
    card: auditCard({
      about,
      understood: understoodWords(turn, asked),
      total,
      page,
      pages,
      lines: entries.map((entry) => toLine(turn, entry)),
      chain: chainWords(turn, chain),
      turning: [
        ...(page > 1 ? [to(say('上一页', 'Previous'), page - 1)] : []),
        ...(page < pages ? [to(say('下一页', 'Next'), page + 1)] : []),
      ],
    }),
  }
}

// A press holds JSON, in which there is no undefined.
function withoutUndefined({ deed, period }: Asked) {
  return { ...(deed === undefined ? {} : { deed }), ...(period === undefined ? {} : { period }) }
}

function understoodWords(turn: Turn, { deed, period }: Asked): Words | null {
  const parts = [
    ...(deed === undefined ? [] : [DEED_WORDS[deed]]),
    ...(period === undefined ? [] : [showSpan(period, dayOf(turn.now, turn.zone))]),
  ]
  return parts.length === 0 ? null : join(parts, say('，', ', '))
}

function toLine(turn: Turn, { at, who, action, refused, facts, intact }: TrailEntry) {
  return {
    at: showMoment(at, turn.zone, turn.now),
    who: who ?? say('运维命令', 'Operator'),
    deed: deedWords(action),
    detail: factWords(facts),
    refused,
    intact,
  }
}

function chainWords(turn: Turn, { sealed, sealedAt, waiting }: ChainState): BothLanguages {
  if (sealedAt === null) return say('审计链尚未封存任何记录。', 'The chain holds no entry yet.')
  const when = showMoment(sealedAt, turn.zone, turn.now)
  return join([
    say(`审计链已封存 ${sealed} 条（最近 `, `The chain holds ${sealed} entries (last `),
    when,
    say(
      `），待封存 ${waiting} 条。本页已封存的记录与封存时一致。`,
      `), ${waiting} wait. What is sealed on this page is as it was.`,
    ),
  ])
}
