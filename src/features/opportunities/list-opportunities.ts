// Opportunities as a list or as the funnel, in the scope of the person; a stage of the funnel opens its list.

import { z } from 'zod'
import { type Button, join, say, type Words } from '../../../cards/kit/index.ts'
import { funnelCard, opportunityListCard } from '../../../cards/opportunity-lists.ts'
import { dayOf, isDay, showSpan } from '../../core/calendar.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findCustomer, findOneCustomer, nameHere } from '../customers/index.ts'
import { showAmountHere } from '../money.ts'
import { onStanding, Target, targetOf, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { moveOpportunity } from './moving.ts'
import { isClosed, nextStage, STAGES, showStage } from './opportunity.ts'
import {
  countOpportunities,
  listOpportunities as list,
  type OpportunityFilter,
  type OpportunityLine,
  sumOpportunities,
} from './store.ts'
import { toOpportunityView } from './view.ts'

const PAGE = 5
const READS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }

/** Which list it is, as its buttons carry it. */
const Query = z.object({
  stage: z.enum(STAGES).nullable(),
  customer: z.uuid().nullable(),
  from: z.string().refine(isDay).nullable(),
  to: z.string().refine(isDay).nullable(),
  offset: z.int().min(0).max(10_000),
})
type Query = z.output<typeof Query>

export const listOpportunities = defineCapability({
  intent: 'opportunity.list',
  summary: say('查看商机和漏斗', 'Opportunities and the funnel'),
  examples: {
    zh: ['我的商机', '我的漏斗', '在方案提供那一步的单子给我看看'],
    en: ['list my open deals in negotiation', 'my funnel', 'which opportunities does Zhang Wei have'],
  },
  access: READS,
  input: z.object({
    customer: z.string().optional(),
    stage: z.enum(STAGES).optional(),
    period: z.object({ from: z.string().refine(isDay), to: z.string().refine(isDay) }).optional(),
    funnel: z.boolean().optional(),
  }),
  run: async (turn: Turn, { customer, stage, period, funnel }) => {
    if (funnel === true) return renderFunnel(turn, period ?? null)
    const one = customer === undefined ? null : await findOneCustomer(turn, customer)
    const query = {
      stage: stage ?? null,
      customer: one?.id ?? null,
      from: period?.from ?? null,
      to: period?.to ?? null,
      offset: 0,
    }
    const outcome = await renderList(turn, query)
    return one === null ? outcome : { ...outcome, focus: { customer: { id: one.id, name: one.name } } }
  },
})

/** 下一页, and from the funnel to a stage. */
export const turnPage = defineAction({
  name: 'opportunity.page',
  access: READS,
  input: Query,
  run: async (turn: Turn, query): Promise<Outcome> => renderList(turn, query),
})

/** 看漏斗. */
export const openFunnel = defineAction({
  name: 'opportunity.funnel',
  access: READS,
  input: z.object({}),
  run: async (turn: Turn): Promise<Outcome> => renderFunnel(turn, null),
})

/** 推进 on a line, which leaves the list in place. */
export const stepInList = defineAction({
  name: 'opportunity.list_step',
  access: WRITES,
  input: Target.extend({ list: Query }),
  run: async (turn: Turn, { list: query, ...target }) =>
    onStanding(turn, target, async (line) => {
      const stage = nextStage(line.opportunity.stage)
      if (stage === null) return { kind: 'toast', toast: { tone: 'warning', text: copy.sameStage } }
      const changed = await moveOpportunity(turn, line, stage, {})
      const outcome = await renderList(turn, query)
      const text = join([toOpportunityView(turn, line).name, ' → ', showStage(stage)])
      return { ...outcome, toast: { tone: 'success', text }, undo: [changed.undo] }
    }),
})

async function renderList(turn: Turn, query: Query): Promise<CardOutcome> {
  const filter = toFilter(query)
  const [lines, counts, customer] = await Promise.all([
    list(turn, filter, { offset: query.offset, limit: PAGE }),
    countOpportunities(turn, filter),
    query.customer === null ? null : findCustomer(turn, query.customer),
  ])
  if (lines.length === 0 && query.offset > 0)
    return renderList(turn, { ...query, offset: Math.max(0, query.offset - PAGE) })
  return {
    kind: 'card',
    card: opportunityListCard({
      title:
        customer === null
          ? titleOf(turn)
          : join([nameHere(turn, customer.name), say(' 的商机', "'s opportunities")]),
      subtitle: subtitleOf(turn, query),
      items: lines.map((line) => ({
        view: toOpportunityView(turn, line),
        buttons: lineButtons(turn, line, query),
      })),
      all: counts.all,
      amount: showAmountHere(turn, counts.amountFen),
      buttons: listButtons(query, counts.all),
    }),
  }
}

async function renderFunnel(
  turn: Turn,
  span: { readonly from: string; readonly to: string } | null,
): Promise<CardOutcome> {
  const sums = (await sumOpportunities(turn, span ?? undefined)).filter(({ stage }) => !isClosed(stage))
  return {
    kind: 'card',
    card: funnelCard({
      title: copy.funnelTitle,
      subtitle: join(
        [titleOf(turn), span === null ? copy.open : showSpan(span, dayOf(turn.now, turn.zone))],
        ' · ',
      ),
      stages: sums.map(({ stage, count, amountFen }) => ({
        stage: showStage(stage),
        count,
        amount: showAmountHere(turn, amountFen),
      })),
      buttons: sums
        .filter(({ count }) => count > 0)
        .map(({ stage }) =>
          turnPage.button(showStage(stage), {
            stage,
            customer: null,
            from: span?.from ?? null,
            to: span?.to ?? null,
            offset: 0,
          }),
        ),
    }),
  }
}

function toFilter({ stage, customer, from, to }: Query): OpportunityFilter {
  return {
    ...(stage === null ? {} : { stage }),
    ...(customer === null ? {} : { customerId: customer }),
    ...(from === null || to === null ? {} : { span: { from, to } }),
  }
}

function lineButtons(turn: Turn, { opportunity }: OpportunityLine, query: Query): readonly Button[] {
  if (!WRITES.roles.includes(turn.actor.role) || nextStage(opportunity.stage) === null) return []
  return [stepInList.button(copy.moveOn, { ...targetOf(opportunity), list: query })]
}

function listButtons(query: Query, all: number): readonly Button[] {
  const buttons: Button[] = []
  if (query.offset + PAGE < all)
    buttons.push(turnPage.button(copy.next, { ...query, offset: query.offset + PAGE }))
  else if (query.offset > 0) buttons.push(turnPage.button(copy.first, { ...query, offset: 0 }))
  if (query.customer === null) buttons.push(openFunnel.button(copy.funnel, {}))
  return buttons
}

function titleOf({ actor }: Turn): Words {
  if (actor.role === 'rm') return copy.mineTitle
  return actor.role === 'supervisor' ? copy.teamTitle : copy.scopeTitle
}

function subtitleOf(turn: Turn, { stage, from, to, offset }: Query): Words {
  const what = stage === null ? copy.open : showStage(stage)
  const closed = stage !== null && isClosed(stage)
  const span = from === null || to === null ? null : showSpan({ from, to }, dayOf(turn.now, turn.zone))
  const parts: Words[] = [what]
  if (span !== null) parts.push(closed ? span : join([copy.closeField, ' ', span]))
  if (offset > 0) parts.push(say(`第 ${offset / PAGE + 1} 页`, `page ${offset / PAGE + 1}`))
  return join(parts, ' · ')
}
