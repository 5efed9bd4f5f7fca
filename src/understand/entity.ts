// Something that was found in a message: a customer, a colleague, a time, an amount, and where it stands.

import type { Amount } from './recognise/money.ts'
import type { TimeFinding } from './time/index.ts'

/** Kinds of things found in a message; each has its own character in the masked text. */
export type EntityKind =
  | 'customer'
  | 'colleague'
  | 'time'
  | 'money'
  | 'product'
  | 'ticket'
  | 'phone'
  | 'email'

/** Something found in the message, with its place in the message as given. */
export interface Entity {
  readonly kind: EntityKind
  readonly start: number
  readonly end: number
  /** As it stands in the folded text. */
  readonly text: string
  /** The value of its slot, where that differs from the words. */
  readonly value: string | Amount
  /** Whether it is on a list that was passed in; false for what only the sentence makes plain. */
  readonly listed: boolean
  readonly time?: TimeFinding
}
