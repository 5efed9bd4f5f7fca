// What the stand-in keeps, in the form in which it is kept. What somebody who watches hears of is numbered without holes.

import type { Envelope } from '../courier/envelope.ts'

/** Who wrote a message. */
type Sender = { readonly kind: 'person'; readonly openId: string } | { readonly kind: 'bot' }

export type MessageType = 'text' | 'post' | 'interactive' | 'image' | 'file' | 'audio' | 'media'

/** A mention of somebody in a message; `key` is the placeholder that stands in the text. */
export interface KeptMention {
  readonly key: string
  readonly openId: string
  readonly name: string
}

/** A message as it is kept. */
export interface KeptMessage {
  /** Number of the entry with which it came. */
  readonly seq: number
  /** Number of the entry that changed it last. */
  readonly changed: number
  readonly messageId: string
  readonly chatId: string
  readonly sender: Sender
  readonly msgType: MessageType
  /** JSON text, as it was sent. */
  readonly content: string
  /** Milliseconds since 1970 by the stand-in's clock. */
  readonly createdAt: number
  readonly updatedAt?: number
  readonly recalled?: boolean
  readonly replyTo?: string
  readonly rootId?: string
  readonly visibleTo?: string
  readonly mentions?: readonly KeptMention[]
  readonly edits?: number
  /** Idempotency key with which the bot sent it. */
  readonly uuid?: string
  /** Bubbles below it, each a text that a tap sends. */
  readonly followUps?: readonly string[]
  /** open_ids of the people at whom it was buzzed. */
  readonly urgentFor?: readonly string[]
}

/** A message before it has its numbers. */
export type MessageDraft = Omit<KeptMessage, 'seq' | 'changed'>

/** A request of the bot that was refused. */
export interface KeptRefusal {
  readonly seq: number
  readonly chatId: string | null
  readonly code: number
  readonly msg: string
  readonly content: unknown
  readonly createdAt: number
}

/** How far somebody has read a chat: up to the message with this seq. */
export interface ReadMark {
  readonly chatId: string
  readonly openId: string
  readonly upTo: number
  readonly readAt: number
}

/** A file that the bot or a person uploaded. Its bytes are kept apart. */
export interface KeptFile {
  readonly key: string
  readonly kind: 'image' | 'file'
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly by: 'bot' | 'person'
  readonly durationMs?: number
}

/** An event on its way to the bot. */
export interface KeptEvent {
  readonly eventId: string
  /** The complete envelope, not yet encrypted. */
  readonly envelope: Envelope
  /** How many deliveries were tried. */
  readonly attempts: number
  /** Milliseconds since 1970 by the stand-in's clock. */
  readonly dueAt: number
}

/** What somebody who watches hears of, without its number. */
export type Happening =
  | { readonly kind: 'message'; readonly message: KeptMessage }
  | { readonly kind: 'refusal'; readonly refusal: KeptRefusal }
  | { readonly kind: 'read'; readonly mark: ReadMark }
  | { readonly kind: 'clock'; readonly now: string; readonly offsetMs: number }

/** A happening with its number. */
export type Change = Happening & { readonly n: number }

/** One line of the journal. */
export type Entry =
  | Change
  | { readonly kind: 'file'; readonly file: KeptFile }
  | { readonly kind: 'event'; readonly event: KeptEvent }
  | { readonly kind: 'settled'; readonly eventId: string }
