// What an opportunity is, its stages and the rules of moving between them. Pure.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import { showAmount } from '../money.ts'
import type { opportunities } from './schema.ts'

export type Opportunity = typeof opportunities.$inferSelect

/** Every stage, in the order in which a sale goes through them; the last two close it. */
export const STAGES = ['initial_contact', 'needs_analysis', 'proposal', 'negotiation', 'won', 'lost'] as const
export type Stage = (typeof STAGES)[number]

/** The stages of the funnel. */
export const OPEN_STAGES = ['initial_contact', 'needs_analysis', 'proposal', 'negotiation'] as const

const WORDS: Readonly<Record<Stage, BothLanguages>> = {
  initial_contact: say('初步接触', 'Initial contact'),
  needs_analysis: say('需求分析', 'Needs analysis'),
  proposal: say('方案提供', 'Proposal'),
  negotiation: say('谈判签约', 'Negotiation'),
  won: say('成交', 'Won'),
  lost: say('失败', 'Lost'),
}

/** A stage in words. */
export function showStage(stage: Stage): BothLanguages {
  return WORDS[stage]
}

/** Whether the sale is over. */
export function isClosed(stage: Stage): boolean {
  return stage === 'won' || stage === 'lost'
}

/** How a move is to be taken: one step on is plain, anything else asks (mission D16). */
export type Move = 'none' | 'step' | 'skip' | 'back' | 'win' | 'lose' | 'reopen'

/** What kind of move leads from one stage to another. */
export function moveOf(from: Stage, to: Stage): Move {
  if (from === to) return 'none'
  if (to === 'won') return 'win'
  if (to === 'lost') return 'lose'
  if (isClosed(from)) return 'reopen'
  const steps = STAGES.indexOf(to) - STAGES.indexOf(from)
  if (steps < 0) return 'back'
  return steps === 1 ? 'step' : 'skip'
}

/** The stage after this one; null where the next is a matter of winning or losing. */
export function nextStage(stage: Stage): Stage | null {
  const next = STAGES[STAGES.indexOf(stage) + 1]
  return isClosed(stage) || next === undefined || isClosed(next) ? null : next
}

/** The name of an opportunity, made of customer, product and amount: 李建国-3年期大额存单-50万. */
export function makeName(customer: string, product: string, amountFen: bigint | null): string {
  return [customer, product, ...(amountFen === null ? [] : [showAmount(amountFen).zh])].join('-')
}

/** What to do after a move: the title of a task and in how many days. */
export function nextStep(stage: Stage): { readonly title: BothLanguages; readonly inDays: number } | null {
  return NEXT_STEPS[stage] ?? null
}

const NEXT_STEPS: Partial<
  Readonly<Record<Stage, { readonly title: BothLanguages; readonly inDays: number }>>
> = {
  initial_contact: { title: say('了解客户需求', 'Learn what the customer needs'), inDays: 3 },
  needs_analysis: { title: say('准备产品方案', 'Prepare the proposal'), inDays: 2 },
  proposal: { title: say('回访方案意见', 'Ask what they think of the proposal'), inDays: 3 },
  negotiation: { title: say('确认签约时间和材料', 'Settle date and papers for signing'), inDays: 2 },
  won: { title: say('成交后回访', 'Call after the sale'), inDays: 7 },
}
