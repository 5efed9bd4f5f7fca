// The one list of features, and the house that is built from it. Adding a domain is one line here and one migration.

import type { BotParts, Strangers } from './bot/bot.ts'
import type { Role } from './core/actor.ts'
import { buildRegistry, type Registry } from './core/registry.ts'
import { absences } from './features/absences/index.ts'
import { approvals, decisions } from './features/approvals/index.ts'
import { audits } from './features/audit/index.ts'
import { customers } from './features/customers/index.ts'
import { digests } from './features/digests/index.ts'
import { directory } from './features/directory/index.ts'
import { exports } from './features/exports/index.ts'
import { followUps } from './features/follow-ups/index.ts'
import { freezing } from './features/freezes/index.ts'
import { gaps, keepGap } from './features/gaps/index.ts'
import { defineHelp } from './features/help/index.ts'
import { imports } from './features/imports/index.ts'
import { opportunities } from './features/opportunities/index.ts'
import { peopleStrangers } from './features/people/index.ts'
import { reveals } from './features/reveals/index.ts'
import { settings } from './features/settings/index.ts'
import { stepUp } from './features/step-up/index.ts'
import { tasks } from './features/tasks/index.ts'
import { defineTickets } from './features/tickets/index.ts'
import type { Sealer } from './storage/seal.ts'
import type { Turn } from './storage/turn.ts'
import type { Intent } from './understand/frame.ts'
import { ASK_BELOW } from './understand/index.ts'

const FEATURES = [
  customers,
  followUps,
  tasks,
  opportunities,
  defineTickets(decisions),
  approvals,
  digests,
  imports,
  exports,
  settings,
  audits,
  freezing,
  gaps,
  reveals,
  stepUp,
  directory,
  absences,
] as const

/** What each role is offered to tap when a message was not understood. */
const SUGGESTED: Readonly<Record<Role, readonly Intent[]>> = {
  rm: ['followup.log', 'task.list', 'customer.find'],
  supervisor: ['approval.list', 'digest.show', 'task.list'],
  head: ['customer.find', 'opportunity.list', 'help'],
  administrator: ['settings.show', 'help'],
  auditor: ['audit.show', 'help'],
}

/** Builds the house: every capability, and what is done with a message that none of them fits. */
export function makeHouse(): BotParts['house'] {
  const registry: Registry<Turn> = buildRegistry<Turn>([...FEATURES, defineHelp(FEATURES)])
  return {
    registry,
    askBelow: ASK_BELOW,
    suggest: (turn) =>
      SUGGESTED[turn.actor.role].flatMap(
        (intent) => registry.capabilities.get(intent)?.examples[turn.language].slice(0, 1) ?? [],
      ),
    keepGap,
  }
}

/** How people without a place in the bank are answered. */
export function makeStrangers(parts: { readonly sealer: Sealer; readonly zone: string }): Strangers {
  return peopleStrangers(parts)
}
