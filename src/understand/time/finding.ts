// What the time reader finds in a text. All values are wall time in the zone that was passed in.

/** `2026-11-25`, `2026-11-25T14:00`, or `2026-11-25 afternoon` where only a part of the day was said. */
export type WallTime = string

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening'

/** One expression of time in a text, with the place where it stands. */
export interface TimeFinding {
  /** First character of the expression in the text as given. */
  readonly index: number
  /** The words of the expression exactly as they stand in the text. */
  readonly text: string
  readonly kind: 'instant' | 'date' | 'range' | 'duration' | 'recurrence'
  readonly start?: WallTime
  /** Last day or last minute that is meant, included. For a deadline, the last day it allows. */
  readonly end?: WallTime
  /** `before` for deadlines (周五之前), `within` for 三天内, `after` for 周五以后. */
  readonly bound?: 'before' | 'within' | 'after'
  readonly dayPart?: DayPart
  /** ISO 8601 length, for kind `duration`. */
  readonly duration?: string
  /** RFC 5545 rule without the `RRULE:` prefix, for kind `recurrence`. */
  readonly rule?: string
  /** Which of `year month day weekday hour minute` were said rather than assumed. */
  readonly said: readonly string[]
}

export interface TimeReference {
  readonly now: Date
  readonly zone: string
  /** Which way a bare weekday or a bare clock hour leans. Plans lean forward, records of what took place lean back. */
  readonly lean: 'forward' | 'back'
  readonly language?: 'zh' | 'en'
}
