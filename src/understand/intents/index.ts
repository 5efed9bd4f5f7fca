// Every intent that the rules can read, in one list.

import { APPROVAL_RULES } from './approvals.ts'
import { ASSISTANCE_RULES } from './assistance.ts'
import { CUSTOMER_RULES } from './customers.ts'
import { DIGEST_RULES } from './digests.ts'
import { FOLLOW_UP_RULES } from './follow-ups.ts'
import { OPPORTUNITY_RULES } from './opportunities.ts'
import { REPORT_RULES } from './reports.ts'
import type { IntentRule } from './rule.ts'
import { TASK_RULES } from './tasks.ts'
import { TICKET_RULES } from './tickets.ts'

/** All rules; where two weigh the same, the earlier one is the likelier. */
export const INTENT_RULES: readonly IntentRule[] = [
  ...FOLLOW_UP_RULES,
  ...TASK_RULES,
  ...CUSTOMER_RULES,
  ...OPPORTUNITY_RULES,
  ...TICKET_RULES,
  ...APPROVAL_RULES,
  ...REPORT_RULES,
  ...DIGEST_RULES,
  ...ASSISTANCE_RULES,
]
