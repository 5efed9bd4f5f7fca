// Everything that can happen to the bot, in its own words: what the platform sent, normalised.

import type { JsonObject, Press } from '../../cards/kit/index.ts'
import type { Account } from './actor.ts'

interface InboundBase {
  /** Idempotency key: the message's own id for messages, the event's id for everything else. */
  readonly id: string
  /** When it happened by the platform's clock. */
  readonly happenedAt: Date
}

export interface Attachment {
  readonly kind: 'image' | 'file' | 'audio' | 'video'
  readonly key: string
  readonly name?: string
  readonly durationMs?: number
}

export interface Mention {
  readonly account: string
  readonly name: string
  readonly bot: boolean
}

/** Somebody wrote something. */
export interface MessageInbound extends InboundBase {
  readonly kind: 'message'
  readonly messageId: string
  readonly conversation: string
  readonly private: boolean
  readonly sender: Account
  /** Plain text with the mention of the bot taken out and other mentions replaced by `@name`. */
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly attachments: readonly Attachment[]
  /** The message that this one answers. */
  readonly replyTo?: string
}

/** Somebody pressed, picked or submitted something on a card. */
export interface ClickInbound extends InboundBase {
  readonly kind: 'click'
  readonly conversation: string
  readonly messageId: string
  readonly sender: Account
  /** The press as the button carried it; missing where the platform does not hand it over (form submits). */
  readonly press?: Press
  /** Name of the element, always there for form submits. */
  readonly element?: string
  /** Values of a form by field name; a single pick is under `option`, several under `options`, a check under `checked`. */
  readonly form: JsonObject
  /** Lets the card be replaced later, 30 minutes and twice at most. */
  readonly updateToken?: string
}

/** Somebody opened the private chat, or chose an entry of the bot's menu. */
export interface OpenedInbound extends InboundBase {
  readonly kind: 'opened'
  readonly conversation: string | null
  readonly sender: Account
  readonly menuKey?: string
}

/** A message was taken back. */
export interface RecalledInbound extends InboundBase {
  readonly kind: 'recalled'
  readonly messageId: string
  readonly conversation: string
}

/** The bot came into a group or left it. */
export interface MembershipInbound extends InboundBase {
  readonly kind: 'joined' | 'left'
  readonly conversation: string
  readonly external: boolean
}

/** An account of the directory was removed, frozen, came back, or stands in other departments now. */
export interface AccountInbound extends InboundBase {
  readonly kind: 'account'
  readonly person: Account
  readonly change: 'removed' | 'frozen' | 'active' | 'moved'
  /** Where the person stands now, for a move. */
  readonly departments?: readonly string[]
}

/** The directory changed in a way that does not say whom it concerns. */
export interface DirectoryInbound extends InboundBase {
  readonly kind: 'directory'
}

export type Inbound =
  | MessageInbound
  | ClickInbound
  | OpenedInbound
  | RecalledInbound
  | MembershipInbound
  | AccountInbound
  | DirectoryInbound
