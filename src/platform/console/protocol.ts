// What the browser console and its server say to each other, under /console. Demo only.
// Both sides import these types; neither side knows the other's insides.

/** Somebody who can be acted as. */
export interface ConsolePerson {
  readonly openId: string
  readonly name: string
  readonly role: string | null
  readonly team: string | null
  readonly branch: string | null
}

export interface ConsoleChat {
  readonly chatId: string
  readonly kind: 'p2p' | 'group'
  readonly name: string
  /** open_ids of the people in it; the bot is in every chat. */
  readonly members: readonly string[]
  /** `seq` of the newest message, 0 where there is none. */
  readonly newest: number
  /** The newest message itself, for the line under the chat's name. */
  readonly last?: ConsoleMessage
  /** How many messages each person has not read yet; whoever has read all may be missing. */
  readonly unread?: { readonly [openId: string]: number }
}

/** One message as the platform keeps it. `content` is the parsed content of the platform's message. */
export interface ConsoleMessage {
  /** Grows with every message of the whole stand-in. */
  readonly seq: number
  readonly messageId: string
  readonly chatId: string
  readonly sender: { readonly kind: 'person'; readonly openId: string } | { readonly kind: 'bot' }
  readonly msgType: 'text' | 'post' | 'interactive' | 'image' | 'file' | 'audio' | 'media'
  readonly content: unknown
  /** ISO 8601 instant by the bot's clock. */
  readonly createdAt: string
  readonly updatedAt?: string
  readonly recalled?: boolean
  readonly replyTo?: string
  /** Only this person sees it (an ephemeral card). */
  readonly visibleTo?: string
  readonly mentions?: readonly { readonly key: string; readonly openId: string; readonly name: string }[]
  readonly readBy: readonly string[]
  /** Short answers offered under the bot's newest message of a private chat; a tap sends the text. */
  readonly followUps?: readonly string[]
  /** People whom the bot buzzed for this message. */
  readonly urgentFor?: readonly string[]
}

/** A request of the bot that the platform refused, shown in the chat with its code. */
export interface ConsoleRefusal {
  readonly seq: number
  readonly chatId: string | null
  readonly code: number
  readonly msg: string
  readonly content: unknown
  readonly createdAt: string
}

export interface ConsoleToast {
  readonly type: 'info' | 'success' | 'error' | 'warning'
  readonly content: string
  readonly i18n?: { readonly [language: string]: string }
}

export interface ConsoleState {
  readonly now: string
  /** Milliseconds by which the bot's clock differs from real time. */
  readonly offsetMs: number
  readonly people: readonly ConsolePerson[]
  readonly chats: readonly ConsoleChat[]
  readonly newest: number
  readonly languages: readonly ['zh_cn', 'en_us']
  /** How the bot is called; the page has words of its own where this is missing. */
  readonly bot?: { readonly name: string; readonly openId: string }
  /** IANA zone in which times are shown; Asia/Shanghai where it is missing. */
  readonly timeZone?: string
}

/**
 * One server-sent event; its SSE id is `seq` of a journal that never goes back, for Last-Event-ID. Journal numbers have
 * no holes: the page takes a hole, or a number below the last one, as loss and fetches everything anew.
 */
export type ConsoleEvent =
  | { readonly type: 'message'; readonly message: ConsoleMessage }
  | { readonly type: 'updated'; readonly message: ConsoleMessage }
  | { readonly type: 'refused'; readonly refusal: ConsoleRefusal }
  | { readonly type: 'clock'; readonly now: string; readonly offsetMs: number }
  | { readonly type: 'typing'; readonly chatId: string; readonly on: boolean }
  | { readonly type: 'read'; readonly chatId: string; readonly openId: string; readonly upTo: number }
  /** What was asked for by Last-Event-ID is no longer in the journal: fetch everything anew. */
  | { readonly type: 'reset' }

/** Body of POST /console/click. */
export interface ConsoleClick {
  readonly as: string
  readonly messageId: string
  /**
   * Which component: its `name`, its `element_id`, or, where it has neither, the JSON pointer of the component in the
   * card as sent (`/body/elements/0/columns/1/elements/0`), which begins with a slash and so is never mistaken.
   */
  readonly element: string
  /** Fields of the form, by name, when a submit button was pressed. */
  readonly form?: { readonly [name: string]: string | boolean | readonly string[] }
  /** The choice of a select, an overflow, a date or a time. */
  readonly option?: string
  readonly options?: readonly string[]
  /** Text of an input that stands outside a form. */
  readonly inputValue?: string
  /** State of a checker. */
  readonly checked?: boolean
  /** IANA zone of the device, as the platform sends it with dates and times. */
  readonly timezone?: string
}

/** One card in GET /console/cards.json. */
export interface GalleryCard {
  /** File in `cards/` that makes it. */
  readonly file: string
  readonly name: string
  readonly card: unknown
  readonly bytes: number
  readonly elements: number
  /** What the platform would answer where it would not take the card. */
  readonly refusal?: { readonly code: number; readonly subCode: number | null; readonly message: string }
}

/** One step of the way a message took through the house, personal data shown as the log would show it. */
export interface TraceStep {
  readonly step: 'received' | 'understood' | 'scope' | 'statement' | 'outcome' | 'sent'
  readonly at: string
  readonly tookMs?: number
  readonly facts: { readonly [name: string]: unknown }
}

// GET  /console                         the page; /console/cards the gallery
// GET  /console/state                   ConsoleState
// GET  /console/messages?chat=&as=&before=&limit=   { messages: ConsoleMessage[] } oldest first, newest page without `before` (a seq)
// GET  /console/events                  server-sent ConsoleEvents; Last-Event-ID or ?after= resumes without a gap
// GET  /console/transcript?chat=        { messages: [...] } every message of a chat
// GET  /console/trace?message=          { steps: TraceStep[] }
// GET  /console/cards.json              { cards: GalleryCard[] }
// POST /console/say      { as, chat: 'p2p' | chat id, text, replyTo? }        { messages: ConsoleMessage[], message: ConsoleMessage } of the bot since, once it has finished; `message` is one's own
// POST /console/click    ConsoleClick                                       { toast?: ConsoleToast, code?: number, messages: ConsoleMessage[] }; a code other than 0 is what the client shows
// POST /console/open     { as } the private chat is opened    POST /console/menu { as, key } the bot's menu   { messages }
// GET  /console/resource?key=           the bytes behind an image_key, img_key or file_key
// POST /console/file     multipart: as, chat, kind (file|image|audio), file, durationMs?   { messages, message }
// POST /console/edit     { as, messageId, text }    POST /console/recall { as, messageId }    POST /console/read { as, chat }
// POST /console/say takes `mention: false` as well: in a group the bot is mentioned otherwise; what does not mention it is
//                        posted, and `delivered` is false
// Errors are { error: reason, detail? } with 400, 403, 404, 409 (disabled or expired) or 413
// POST /console/clock    { advance: 'PT1H' } | { set: ISO instant } | { set: null } | { to: 'next' | 'morning' }   { now, offsetMs }
