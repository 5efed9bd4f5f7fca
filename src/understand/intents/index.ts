// Every intent that the rules can read, in one list.

import { APPROVAL_RULES } from './approvals.ts'
import { ASSISTANCE_RULES } from './assistance.ts'
import { AUDIT_RULES } from './audit.ts'
import { CUSTOMER_CHANGE_RULES } from './customer-changes.ts'
import { CUSTOMER_RULES } from './customers.ts'
import { DIGEST_RULES } from './digests.ts'
import { FOLLOW_UP_RULES } from './follow-ups.ts'
import { FREEZE_RULES } from './freezes.ts'
import { GAP_RULES } from './gaps.ts'
import { OPPORTUNITY_RULES } from './opportunities.ts'
import { REPORT_RULES } from './reports.ts'
import type { IntentRule } from './rule.ts'
import { TASK_CHANGE_RULES } from './task-changes.ts'
import { TASK_RULES } from './tasks.ts'
import { TEMPLATE_RULES } from './templates.ts'
import { TICKET_WORK_RULES } from './ticket-work.ts'
import { TICKET_RULES } from './tickets.ts'

/** All rules; where two weigh the same, the earlier one is the likelier. */
export const INTENT_RULES: readonly IntentRule[] = [
  ...FOLLOW_UP_RULES,
  ...TASK_RULES,
  ...TASK_CHANGE_RULES,
  ...CUSTOMER_RULES,
  ...CUSTOMER_CHANGE_RULES,
  ...OPPORTUNITY_RULES,
  ...TICKET_RULES,
  ...TICKET_WORK_RULES,
  ...APPROVAL_RULES,
  ...REPORT_RULES,
  ...DIGEST_RULES,
  ...TEMPLATE_RULES,
  ...ASSISTANCE_RULES,
  ...AUDIT_RULES,
  ...FREEZE_RULES,
  ...GAP_RULES,
]
