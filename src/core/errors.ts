// How things go wrong. A Refusal is an expected no, a Fault is the outside world failing; anything else is our bug.

import type { BothLanguages, JsonObject } from '../../cards/kit/index.ts'

export type RefusalCode =
  | 'not_found'
  | 'forbidden'
  | 'read_only'
  | 'conflict'
  | 'stale'
  | 'invalid'
  | 'limit'
  | 'later'
  | 'frozen'

/** An expected no inside a transaction: everything written so far is rolled back, and the person is told why. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly facts: JsonObject
  /** What the person reads: what happened, what was kept, what to do. Without it, the code's own sentence. */
  readonly words: BothLanguages | undefined

  constructor(code: RefusalCode, words?: BothLanguages, facts: JsonObject = {}) {
    super(code)
    this.code = code
    this.words = words
    this.facts = facts
  }
}

/** The outside world failed: which service, doing what, and whether a later try can help. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly service: string
  readonly operation: string
  readonly retryable: boolean

  constructor(service: string, operation: string, options: { retryable: boolean; cause?: unknown }) {
    super(`${service} failed at ${operation}`, { cause: options.cause })
    this.service = service
    this.operation = operation
    this.retryable = options.retryable
  }
}
