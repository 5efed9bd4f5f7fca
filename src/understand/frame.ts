// What a message means: the one form in which the understanding hands its reading to the rest of the house.
// Knows no database, no platform and no clock; everything it needs is in the context that is passed in.

/** Every intent a message can have. The names are the names of the capabilities that answer them. */
export const INTENTS = [
  'customer.find',
  'customer.search',
  'customer.create',
  'customer.update',
  'customer.tag',
  'customer.assign',
  'customer.import',
  'customer.export',
  'followup.log',
  'followup.list',
  'task.create',
  'task.list',
  'task.complete',
  'task.postpone',
  'task.cancel',
  'opportunity.create',
  'opportunity.move',
  'opportunity.update',
  'opportunity.list',
  'ticket.create',
  'ticket.show',
  'ticket.list',
  'ticket.progress',
  'ticket.resolve',
  'ticket.close',
  'ticket.assign',
  'approval.list',
  'approval.approve',
  'approval.reject',
  'approval.revoke',
  'report.show',
  'report.build',
  'digest.show',
  'digest.subscribe',
  'digest.unsubscribe',
  'template.apply',
  'message.draft',
  'insight.churn',
  'insight.recommend',
  'settings.show',
  'settings.update',
  'audit.show',
  'stepup.enrol',
  'freeze.start',
  'freeze.show',
  'freeze.report',
  'gap.list',
  'undo',
  'help',
  'unknown',
] as const

export type Intent = (typeof INTENTS)[number]

/** Slot values as the message stated them, still words and numbers; resolving them to rows is the capability's work. */
export type Slots = Readonly<Record<string, unknown>>

/** One wish: what the sender wants and what was said about it. */
export interface Wish {
  readonly intent: Intent
  readonly slots: Slots
}

/** The whole reading of one message. */
export interface Frame extends Wish {
  /** Probability, 0 to 1, that intent and slots are both right; calibrated on the open samples. */
  readonly confidence: number
  /** Further wishes in the same message, in the order in which they were said. */
  readonly also?: readonly Wish[]
  /** Other readings, likeliest first, for the question that is asked when the confidence is low. */
  readonly alternatives?: readonly Wish[]
}

/** What the sender may see and what the conversation is about. Missing lists are empty lists. */
export interface UnderstandingContext {
  /** The instant at which the message was sent. */
  readonly now: Date
  /** IANA zone of the bank; every day and clock time in the message is read in it. */
  readonly zone: string
  readonly customers?: readonly string[]
  readonly products?: readonly string[]
  readonly colleagues?: readonly string[]
  readonly tags?: readonly string[]
  /** Names of the bank's own customer fields. */
  readonly fields?: readonly string[]
  /** Customer of the card that the sender is talking about. */
  readonly customer?: string
  /** Ticket number of the card that the sender is talking about. */
  readonly ticket?: string
}
