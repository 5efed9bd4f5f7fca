// The platform's error numbers as data: what each of them means for a message that waits to be sent.

import type { Delivery } from '../../core/ports.ts'

/**
 * `retry`: the same call may succeed later. `dead`: it never will, and the reason lies with the receiver or the message.
 * `alert`: it never will, and an operator has to do something about the application.
 */
export type Remedy = 'retry' | 'dead' | 'alert'

interface ErrorRule {
  readonly remedy: Remedy
  readonly means: string
  readonly codes: readonly number[]
}

/** The tenant's access token is no longer good: fetch another, then try once more. */
export const TOKEN_INVALID = 99991663

const RULES: readonly ErrorRule[] = [
  { remedy: 'retry', means: 'rate limit', codes: [99991400, 11232, 11233, 230020] },
  { remedy: 'retry', means: 'message still being sent', codes: [230049] },
  { remedy: 'retry', means: 'tenant token invalid', codes: [TOKEN_INVALID] },
  {
    remedy: 'alert',
    means: 'credentials invalid',
    codes: [99991661, 99991664, 99991665, 99991668, 99991671, 99991677, 10014],
  },
  { remedy: 'alert', means: 'scope not granted', codes: [99991672, 99991679] },
  { remedy: 'alert', means: 'application disabled or not installed', codes: [99991662, 99991673] },
  { remedy: 'alert', means: 'caller address not allowed', codes: [99991401] },
  { remedy: 'alert', means: 'monthly quota used up', codes: [99991403] },
  { remedy: 'alert', means: 'bot ability off', codes: [230006] },
  { remedy: 'alert', means: 'tenant encryption key deleted', codes: [230036] },
  { remedy: 'alert', means: 'request malformed', codes: [99992402, 10003, 230001] },
  {
    remedy: 'alert',
    means: 'card could not be built',
    codes: [230099, 11310, 100290, 200550, 200570, 200621, 200830, 200861],
  },
  { remedy: 'alert', means: 'content refused by audit', codes: [230022, 230028] },
  { remedy: 'alert', means: 'too long', codes: [230025] },
  {
    remedy: 'dead',
    means: 'id unknown or of another application',
    codes: [99992351, 99992354, 99992356, 99992360, 99992361],
  },
  { remedy: 'dead', means: 'bot not in the chat', codes: [230002] },
  { remedy: 'dead', means: 'chat dissolved', codes: [232009] },
  { remedy: 'dead', means: 'message gone', codes: [230011, 230110, 230111] },
  { remedy: 'dead', means: 'receiver cannot be reached', codes: [230013, 230029, 230053, 230034, 230038] },
  { remedy: 'dead', means: 'not the owner or no permission', codes: [230017, 230027] },
  {
    remedy: 'dead',
    means: 'sending not allowed here',
    codes: [230018, 230035, 230050, 230075, 230019, 230071],
  },
  { remedy: 'dead', means: 'older than 14 days', codes: [230031] },
  { remedy: 'dead', means: 'file type does not fit', codes: [230054, 230055, 234043] },
  { remedy: 'dead', means: 'update token spent', codes: [300020, 300030, 300040] },
]

const BY_CODE: ReadonlyMap<number, ErrorRule> = new Map(
  RULES.flatMap((rule) => rule.codes.map((code) => [code, rule] as const)),
)

const RETRY_AFTER_MS = 1000

/** A call to the platform that did not succeed. Holds numbers only, so that it can be logged whole. */
export class LarkFailure extends Error {
  override readonly name = 'LarkFailure'
  /** The platform's number; 0 where there was no answer, or none of the platform's making. */
  readonly code: number
  /** Status of the HTTP answer; 0 where there was none. */
  readonly status: number
  /** Number inside of the message, with which the platform tells why it could not build a card; 0 where there is none. */
  readonly subCode: number
  /** How long the platform asks to wait; null where it does not say. */
  readonly waitMs: number | null

  constructor(facts: {
    readonly code: number
    readonly status: number
    readonly subCode?: number
    readonly waitMs?: number | null
  }) {
    super(`the platform answered ${facts.code} with status ${facts.status}`)
    this.code = facts.code
    this.status = facts.status
    this.subCode = facts.subCode ?? 0
    this.waitMs = facts.waitMs ?? null
  }
}

/** What a failure means, in words for the log. */
export function describeFailure({ code, status }: LarkFailure): string {
  return BY_CODE.get(code)?.means ?? (status === 0 ? 'no answer' : 'unknown')
}

/**
 * What to do about a failure. Where it is not known whether the call was carried out, the answer is to repeat it: the
 * platform recognises a message by its idempotency key.
 */
export function findRemedy({ code, status }: LarkFailure): Remedy {
  const rule = BY_CODE.get(code)
  if (rule !== undefined) return rule.remedy
  const unanswered = code === 0 && status < 400
  return unanswered || status === 429 || status >= 500 ? 'retry' : 'alert'
}

/** How a try to send ended, for the one who keeps the messages. */
export function toDelivery(failure: LarkFailure): Delivery {
  const { code, waitMs } = failure
  if (findRemedy(failure) !== 'retry') return { outcome: 'dead', code }
  return { outcome: 'retry', code, afterMs: waitMs ?? RETRY_AFTER_MS }
}
