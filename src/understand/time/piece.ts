// The pieces that the recognisers cut out of a text and that the refiners put together.
import type { Clues, Length } from './clues.ts'

/** How often something comes back. Weekdays are ISO, Monday is 1. */
export interface Every {
  readonly frequency: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY'
  readonly interval?: number
  readonly weekdays?: readonly number[]
  /** Days of the month, where more than one is said. */
  readonly monthDays?: readonly number[]
}

/** Which side of a moment is meant. */
export type Bound = 'before' | 'within' | 'after'

/**
 * What a recogniser makes of its match; where it stands is added by the scanner. A `weak` draft needs a neighbour,
 * `until` takes in the whole of a period (by March), `past` looks back (since Monday), an `exclusive` bound takes
 * lengths only (再过 two days), a link that joins nothing is a bound if `alone` says so.
 */
export type Draft =
  | { readonly type: 'when'; readonly clues: Clues; readonly weak?: boolean }
  | { readonly type: 'range'; readonly from: Clues; readonly to: Clues }
  | {
      readonly type: 'bounded'
      readonly bound: Bound
      readonly clues: Clues
      readonly until?: true
      readonly past?: true
    }
  | { readonly type: 'length'; readonly length: Length; readonly weak?: boolean }
  | { readonly type: 'every'; readonly every: Every; readonly clues: Clues }
  | { readonly type: 'link'; readonly alone?: Bound }
  | {
      readonly type: 'bound'
      readonly bound: Bound
      readonly side: 'prefix' | 'suffix'
      readonly exclusive?: boolean
      readonly until?: true
      readonly past?: true
      readonly clues?: Clues
    }
  | { readonly type: 'number'; readonly value: number; readonly ordinal?: boolean; readonly digits: number }
  | { readonly type: 'glue'; readonly word: string }
  | { readonly type: 'skip' }

/** A draft with its place in the folded text; `end` is the first character after it. */
export type Piece = Draft & { readonly index: number; readonly end: number }

/** A piece that names one moment or period. */
export type When = Extract<Piece, { type: 'when' }>

/** One way to recognise a piece. The pattern is sticky and must be linear. */
export interface Recogniser {
  /** Every character that a match may begin with. */
  readonly starts: string
  readonly pattern: RegExp
  /** Returns null where the words look alike but mean no time. */
  readonly read: (match: RegExpExecArray, text: string) => Draft | null
}
