// What the edges of the house implement. The kernel and the features speak to these, never to a platform.

import type { Card, Words } from '../../cards/kit/index.ts'
import type { Account } from './actor.ts'

/** Where a message goes: a conversation, a person's private chat, or below a message that it answers. */
export type Receiver =
  | { readonly to: 'conversation'; readonly id: string }
  | { readonly to: 'account'; readonly id: string }
  | { readonly to: 'message'; readonly id: string }

/** What is sent. A file is uploaded first; its name and bytes are given. */
export type Content =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }

/**
 * How a try to send ended.
 * `retry`: nothing was sent, or the platform will recognise the repetition; try again after `afterMs`.
 * `dead`: no repetition can help; `code` is the platform's error number, 0 where the network failed for good.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId: string; readonly conversation: string }
  | { readonly outcome: 'retry'; readonly code: number; readonly afterMs: number }
  | { readonly outcome: 'dead'; readonly code: number }

/** Sends and changes messages on the chat platform. `stop` ends what is not handed over yet: it must not leave any more. */
export interface Messenger {
  /** Sends one message; `id` is the idempotency key (at most 50 characters) under which a repetition is no second message. */
  send(message: {
    readonly id: string
    readonly receiver: Receiver
    readonly content: Content
    readonly stop?: AbortSignal
  }): Promise<Delivery>
  /** Replaces the card of a message that the bot sent. */
  update(message: {
    readonly messageId: string
    readonly card: Card
    readonly stop?: AbortSignal
  }): Promise<Delivery>
  /** The card with its pictures where the platform can show them; what cannot be had in time is left out of it. */
  placePictures(card: Card): Promise<Card>
  /** Bytes of a file that a person attached to a message. Throws a Fault when it cannot be had. */
  download(file: {
    readonly messageId: string
    readonly key: string
    readonly kind: 'image' | 'file'
  }): Promise<Uint8Array>
}

/** Short words that rise and fade at the person who clicked. */
export interface Toast {
  readonly tone: 'info' | 'success' | 'warning' | 'error'
  readonly text: Words
}

/** The answer to a click: words for the clicker, and the card as it is now, for everybody who sees it. */
export interface ClickAnswer {
  readonly toast?: Toast
  readonly card?: Card
  /** What a later update shows in place of a card that must not be stored. */
  readonly kept?: Card
}

/** A person of the company's directory, as far as the application may see one. */
export interface DirectoryPerson {
  readonly who: Account
  readonly name: string
  /** 工号; null where there is none, or it may not be seen. */
  readonly number: string | null
  /** Ids of the departments; null where they may not be seen. */
  readonly departments: readonly string[] | null
  /** Account of the superior. */
  readonly leader: string | null
  readonly state: 'active' | 'frozen' | 'left' | 'unknown'
}

/** A department of the company's directory. */
export interface DirectoryDepartment {
  readonly id: string
  /** The code that the company itself gave it; null where it gave none. */
  readonly code: string | null
  readonly name: string
  /** Null below the root. */
  readonly parent: string | null
  /** Account of whoever leads it. */
  readonly leader: string | null
}

export interface DirectoryTree {
  readonly departments: readonly DirectoryDepartment[]
  readonly people: readonly DirectoryPerson[]
}

/** Reads the company's directory. */
export interface Directory {
  /** The whole tree. Throws a Fault when any part of it cannot be had: half a tree would look as if people had gone. */
  readTree(): Promise<DirectoryTree>
  /** People by account, wherever they stand; whoever is out of the application's range is missing. Throws a Fault. */
  readPeople(accounts: readonly string[]): Promise<readonly DirectoryPerson[]>
}
