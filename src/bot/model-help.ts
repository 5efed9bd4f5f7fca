// The optional language model's part. It is asked between two transactions, so that no row is locked while it thinks,
// and what it says goes to the person as a question, never straight to a write.

import { dayOf } from '../core/calendar.ts'
import type { Clock } from '../core/clock.ts'
import type { Frame, UnderstandingContext } from '../understand/frame.ts'
import { askModel, type ModelBudget, type ModelSettings } from '../understand/model.ts'

/** A model that may be asked. */
export interface ModelHelp {
  readonly settings: ModelSettings
  readonly budget: ModelBudget
  readonly fetch: typeof fetch
}

/** Whether the reader may wish for help, or what the help said (null: nothing that holds). */
export type Help = 'none' | 'on request' | { readonly frame: Frame | null }

/** Stops a turn whose words the rules are unsure of; everything begun is rolled back. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted'
  readonly text: string
  readonly context: UnderstandingContext

  constructor(text: string, context: UnderstandingContext) {
    super('help wanted')
    this.text = text
    this.context = context
  }
}

/** Asks the model; null where it is over its budget, fails, or says what does not fit the contract. */
export function askHelp(help: ModelHelp, { text, context }: HelpWanted): Promise<Frame | null> {
  return askModel(text, context, help)
}

/** A budget of so many calls for each day of the bank's zone, kept by this instance. */
export function dailyBudget(calls: number, clock: Clock, zone: string): ModelBudget {
  let day = ''
  let left = 0
  return {
    take: async () => {
      const today = dayOf(clock.now(), zone)
      if (today !== day) {
        day = today
        left = calls
      }
      left -= 1
      return left >= 0
    },
  }
}
