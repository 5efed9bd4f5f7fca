// An opportunity as its reader may see it: names shortened and amounts as ranges in groups.

import { type BothLanguages, join, say, type Words } from '../../../cards/kit/index.ts'
import type { Difference, OpportunityView } from '../../../cards/opportunities.ts'
import { dayOf, showDay } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { nameHere } from '../customers/index.ts'
import { showAmountHere } from '../money.ts'
import { copy } from './copy.ts'
import { makeName, type Opportunity, showStage } from './opportunity.ts'
import type { OpportunityLine } from './store.ts'

/** The opportunity as this conversation may see it. */
export function toOpportunityView(
  turn: Turn,
  { opportunity, customerName }: OpportunityLine,
): OpportunityView {
  const { stage, product, amountFen, closeOn, reason } = opportunity
  const customer = nameHere(turn, customerName)
  return {
    name: turn.conversation.private ? opportunity.name : makeName(customer, product, null),
    customer,
    product,
    amount: amountFen === null ? null : showAmountHere(turn, amountFen),
    stage: showStage(stage),
    close: closeOn === null ? null : showDay(closeOn, dayOf(turn.now, turn.zone)),
    reason,
    state: stage === 'won' || stage === 'lost' ? stage : 'open',
  }
}

/** What differs between two states of an opportunity, in words. */
export function differencesOf(turn: Turn, before: Opportunity, after: Opportunity): readonly Difference[] {
  const differences: Difference[] = []
  const note = (label: Words, was: Words, is: Words) => differences.push({ label, before: was, after: is })
  if (before.stage !== after.stage) note(copy.stageField, showStage(before.stage), showStage(after.stage))
  if (before.product !== after.product) note(copy.productField, before.product, after.product)
  if (before.amountFen !== after.amountFen)
    note(copy.amount, amountOrNone(turn, before), amountOrNone(turn, after))
  if (before.closeOn !== after.closeOn) note(copy.closeField, dayOrNone(turn, before), dayOrNone(turn, after))
  return differences
}

function amountOrNone(turn: Turn, { amountFen }: Opportunity): BothLanguages {
  return amountFen === null ? copy.none : showAmountHere(turn, amountFen)
}

function dayOrNone(turn: Turn, { closeOn }: Opportunity): BothLanguages {
  return closeOn === null ? copy.none : showDay(closeOn, dayOf(turn.now, turn.zone))
}

/** The label of the button that makes a task of a next step. */
export function taskLabel(title: BothLanguages): BothLanguages {
  return join([say('建任务：', 'Task: '), title])
}
