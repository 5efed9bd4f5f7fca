// The buttons on an opportunity's card: one stage on, edit, and the task that follows.
// Every click is decided on the opportunity as it stands now; a card of an earlier state is shown the present one.

import { z } from 'zod'
import { type Button, inLanguage, type JsonObject } from '../../../cards/kit/index.ts'
import {
  askOpportunityCard,
  movedCard,
  type OpportunityNews,
  opportunityCard,
} from '../../../cards/opportunities.ts'
import { addDays, dayOf } from '../../core/calendar.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { derivedId } from '../../core/ids.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import { isWorkingDay } from '../../schedule/working-calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { defaultReminder, insertTask } from '../tasks/index.ts'
import { amountField, getAmountAfter, getCloseOn } from './amount.ts'
import { copy } from './copy.ts'
import { fieldsOf, moveOpportunity, questionOf, readAnswer } from './moving.ts'
import { isClosed, makeName, nextStage, nextStep, type Opportunity, showStage } from './opportunity.ts'
import { type Changed, changeOpportunity, findOpportunity, type OpportunityLine } from './store.ts'
import { differencesOf, taskLabel, toOpportunityView } from './view.ts'

/** Opportunities are written by those who have customers; heads only read. */
export const WRITES: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

/** The opportunity that a button stands for, and the version that its card showed. */
export const Target = z.object({ id: z.uuid(), version: z.int() })
export type Target = z.output<typeof Target>

/** 推进: one stage on. */
export const step = defineAction({
  name: 'opportunity.step',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) =>
    onStanding(turn, target, async (line) => {
      const stage = nextStage(line.opportunity.stage)
      if (stage === null) throw new Refusal('conflict', copy.sameStage)
      const changed = await moveOpportunity(turn, line, stage, {})
      return { ...toMovedOutcome(turn, line, changed), toast: { tone: 'success', text: copy.toastSaved } }
    }),
})

/** 修改: opens the form. */
export const edit = defineAction({
  name: 'opportunity.edit',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) =>
    onStanding(turn, target, async (line) => ({
      kind: 'card',
      card: askOpportunityCard({
        title: copy.editTitle,
        text: copy.asked,
        view: toOpportunityView(turn, line),
        fields: editFields(turn, line.opportunity),
        buttons: [
          save.button(copy.save, target, { tone: 'primary' }),
          show.button(copy.dismiss, { id: target.id }),
        ],
      }),
    })),
})

function editFields(turn: Turn, { product, amountFen, closeOn }: Opportunity) {
  return [
    {
      field: 'line',
      name: 'product',
      label: copy.productField,
      value: product,
      required: true,
      maxLength: 100,
    },
    amountField(turn, amountFen),
    { field: 'date', name: 'close', label: copy.closeField, ...(closeOn === null ? {} : { value: closeOn }) },
  ] as const
}

const Filled = z.object({
  product: z.string().trim().min(1).max(100).optional(),
  amount: z.string().optional(),
  close: z.string().optional(),
})

/** 保存 on the form. */
export const save = defineAction({
  name: 'opportunity.save',
  corrects: true,
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target, click) =>
    onStanding(turn, target, async (line) => {
      const change = readForm(turn, line, click.form)
      const changed = await changeOpportunity(turn, line.opportunity, change, 'opportunity.update')
      return { ...toChangedOutcome(turn, line, changed), toast: { tone: 'success', text: copy.toastSaved } }
    }),
})

function readForm(turn: Turn, { opportunity, customerName }: OpportunityLine, form: JsonObject) {
  const filled = Filled.safeParse(form)
  if (!filled.success) throw new Refusal('invalid')
  const product = filled.data.product ?? opportunity.product
  const amountFen = getAmountAfter(turn, filled.data.amount, opportunity.amountFen)
  const closeOn =
    filled.data.close === undefined ? opportunity.closeOn : getCloseOn(filled.data.close || undefined)
  return { product, amountFen, closeOn, name: makeName(customerName, product, amountFen) }
}

/** 成交 and 丢单: weigh more, so they ask first. */
export const decide = defineAction({
  name: 'opportunity.decide',
  access: WRITES,
  input: Target.extend({ stage: z.enum(['won', 'lost']) }),
  run: async (turn: Turn, { stage, ...target }) =>
    onStanding(turn, target, async (line) => ({
      kind: 'card',
      card: askOpportunityCard({
        ...questionOf(line.opportunity.stage, stage),
        view: toOpportunityView(turn, line),
        differences: differencesOf(turn, line.opportunity, { ...line.opportunity, stage }),
        fields: fieldsOf(turn, stage, line.opportunity, undefined),
        buttons: [
          settle.button(copy.confirm, { ...target, stage }, { tone: 'primary' }),
          show.button(copy.dismiss, { id: target.id }),
        ],
      }),
    })),
})

/** 确认 on that question. */
export const settle = defineAction({
  name: 'opportunity.settle',
  access: WRITES,
  input: Target.extend({ stage: z.enum(['won', 'lost']) }),
  run: async (turn: Turn, { stage, ...target }, click) =>
    onStanding(turn, target, async (line) => {
      const changed = await moveOpportunity(turn, line, stage, readAnswer(click.form))
      return { ...toMovedOutcome(turn, line, changed), toast: { tone: 'success', text: copy.toastSaved } }
    }),
})

/** The task that follows a move. */
export const follow = defineAction({
  name: 'opportunity.follow',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) =>
    onStanding(turn, target, async (line) => {
      const { customerId, ownerId, teamId, branchId, stage } = line.opportunity
      const next = nextStep(stage)
      if (next === null) throw new Refusal('stale')
      const due = { dueAt: null, dueOn: workingDayFrom(addDays(dayOf(turn.now, turn.zone), next.inDays)) }
      const created = await insertTask(turn, {
        id: await derivedId('follow', target.id, String(target.version)),
        title: inLanguage(next.title, turn.language),
        ...due,
        remindAt: defaultReminder(due, 0, turn.now, turn.zone),
        assigneeId: turn.actor.id,
        customerId,
        ownerId,
        teamId,
        branchId,
      })
      const card = opportunityCard('shown', toOpportunityView(turn, line), {
        note: taskLabel(next.title),
        buttons: cardButtons(line.opportunity),
      })
      return { kind: 'card', card, toast: { tone: 'success', text: copy.toastTask }, undo: [created.undo] }
    }),
})

/** Nobody said this day, so it is a working one. */
function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1))
}

/** Back from a form to the opportunity. */
export const show = defineAction({
  name: 'opportunity.show',
  access: { mode: 'read', roles: ['rm', 'supervisor', 'head'] },
  input: z.object({ id: z.uuid() }),
  run: async (turn: Turn, { id }): Promise<Outcome> =>
    toStandingOutcome(turn, await getOpportunity(turn, id)),
})

/** One opportunity for this person. Throws Refusal not_found where there is none. */
export async function getOpportunity(turn: Turn, id: string): Promise<OpportunityLine> {
  const line = await findOpportunity(turn, id)
  if (line === null) throw new Refusal('not_found', copy.noneOpen)
  return line
}

/** The buttons of an open opportunity's card: the next stage by its name, and edit. */
function cardButtons(opportunity: Opportunity): readonly Button[] {
  const target = targetOf(opportunity)
  const stage = nextStage(opportunity.stage)
  const next: readonly Button[] =
    stage === null
      ? []
      : [
          step.button({ zh: `推进到${showStage(stage).zh}`, en: `Move to ${showStage(stage).en}` }, target, {
            tone: 'primary',
          }),
        ]
  if (isClosed(opportunity.stage)) return []
  const close: readonly Button[] =
    opportunity.stage === 'negotiation'
      ? [
          decide.button(copy.win, { ...target, stage: 'won' }, { tone: 'primary' }),
          decide.button(copy.lose, { ...target, stage: 'lost' }),
        ]
      : []
  return [...next, ...close, edit.button(copy.edit, target)]
}

/** The press target of an opportunity as it stands. */
export function targetOf({ id, version }: Opportunity): Target {
  return { id, version }
}

/** The answer to an opportunity that was created. */
export function toOpportunityOutcome(
  turn: Turn,
  news: OpportunityNews,
  line: OpportunityLine,
  changed: Changed,
): CardOutcome {
  const view = toOpportunityView(turn, { ...line, opportunity: changed.opportunity })
  return {
    kind: 'card',
    card: opportunityCard(news, view, { buttons: cardButtons(changed.opportunity) }),
    undo: [changed.undo],
    focus: focusOf(line),
  }
}

/** The answer to an opportunity that was changed: before and after. */
export function toChangedOutcome(turn: Turn, line: OpportunityLine, changed: Changed): CardOutcome {
  const view = toOpportunityView(turn, { ...line, opportunity: changed.opportunity })
  const differences = differencesOf(turn, line.opportunity, changed.opportunity)
  return {
    kind: 'card',
    card: opportunityCard('changed', view, { differences, buttons: cardButtons(changed.opportunity) }),
    undo: [changed.undo],
    focus: focusOf(line),
  }
}

/** The answer to a move: before and after, and the task that could follow. */
export function toMovedOutcome(turn: Turn, line: OpportunityLine, changed: Changed): CardOutcome {
  const { opportunity } = changed
  const next = nextStep(opportunity.stage)
  const offer =
    next === null ? [] : [follow.button(taskLabel(next.title), targetOf(opportunity), { tone: 'primary' })]
  const view = toOpportunityView(turn, { ...line, opportunity })
  const differences = differencesOf(turn, line.opportunity, opportunity)
  const buttons = isClosed(opportunity.stage)
    ? offer
    : [...offer, edit.button(copy.edit, targetOf(opportunity))]
  return {
    kind: 'card',
    card: movedCard(view, { differences, buttons }),
    undo: [changed.undo],
    focus: focusOf(line),
  }
}

function toStandingOutcome(turn: Turn, line: OpportunityLine): CardOutcome {
  const writes = WRITES.roles.includes(turn.actor.role)
  const buttons = writes ? cardButtons(line.opportunity) : []
  return { kind: 'card', card: opportunityCard('shown', toOpportunityView(turn, line), { buttons }) }
}

function focusOf({ opportunity, customerName }: OpportunityLine) {
  return { customer: { id: opportunity.customerId, name: customerName } }
}

/** Runs on the opportunity that the card showed; otherwise the card becomes what it is now, with a word about it. */
export async function onStanding(
  turn: Turn,
  target: Target,
  run: (line: OpportunityLine) => Promise<Outcome>,
): Promise<Outcome> {
  const line = await getOpportunity(turn, target.id)
  if (line.opportunity.version === target.version) return run(line)
  return { ...toStandingOutcome(turn, line), toast: { tone: 'warning', text: copy.toastMoved } }
}
