// Calls to the console's server. Every failure becomes a ServerFailure, so that the page can say what happened.

import type {
  ConsoleClick,
  ConsoleMessage,
  ConsoleState,
  ConsoleToast,
  GalleryCard,
  TraceStep,
} from '../../protocol.ts'

/** The server could not be reached (status 0) or refused. */
export class ServerFailure extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'ServerFailure'
    this.status = status
  }
}

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`/console/${path}`, init).catch((cause: unknown) => {
    throw new ServerFailure(0, String(cause))
  })
  if (!response.ok) throw new ServerFailure(response.status, toFault(await response.text()))
  return (await response.json()) as Answer
}

/** What the server says of a fault: `{"error":"too_long","detail":"…"}`, or whatever it is. */
function toFault(body: string): string {
  try {
    const { error, detail } = JSON.parse(body) as { readonly error?: string; readonly detail?: string }
    return [error, detail].filter(Boolean).join(': ')
  } catch {
    return body.slice(0, 200)
  }
}

function post<Answer>(path: string, body: unknown): Promise<Answer> {
  return call<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

interface Messages {
  readonly messages: readonly ConsoleMessage[]
  /** One's own message, where one was sent. */
  readonly message?: ConsoleMessage
}

export interface Say {
  readonly as: string
  readonly chat: string
  readonly text: string
  readonly replyTo?: string
}

export interface PageOfMessages {
  readonly chat: string
  readonly as: string
  readonly before?: number
  readonly limit: number
}

export type ClockMove =
  | { readonly advance: string }
  | { readonly set: string | null }
  | { readonly to: 'next' | 'morning' }

export interface FileToSend {
  readonly as: string
  readonly chat: string
  readonly kind: 'file' | 'image' | 'audio'
  readonly file: File
  readonly durationMs?: number
}

export const fetchState = () => call<ConsoleState>('state')
export const fetchTrace = (messageId: string) =>
  call<{ readonly steps: readonly TraceStep[] }>(`trace?message=${encodeURIComponent(messageId)}`)
export const fetchCards = () => call<{ readonly cards: readonly GalleryCard[] }>('cards.json')
export const say = (body: Say) => post<Messages>('say', body)
export const click = (body: ConsoleClick) =>
  post<Messages & { readonly toast?: ConsoleToast; readonly code?: number }>('click', body)
export const edit = (body: { readonly as: string; readonly messageId: string; readonly text: string }) =>
  post<unknown>('edit', body)
export const recall = (body: { readonly as: string; readonly messageId: string }) =>
  post<unknown>('recall', body)
export const markRead = (body: { readonly as: string; readonly chat: string }) => post<unknown>('read', body)
export const moveClock = (body: ClockMove) =>
  post<{ readonly now: string; readonly offsetMs: number }>('clock', body)

/** A page of a chat's messages, oldest first: the newest ones, or those before a `seq`. */
export function fetchMessages(page: PageOfMessages): Promise<Messages> {
  const query = new URLSearchParams({ chat: page.chat, as: page.as, limit: String(page.limit) })
  if (page.before !== undefined) query.set('before', String(page.before))
  return call<Messages>(`messages?${query}`)
}

/** Sends a file, an image or a voice clip. */
export function sendFile(sent: FileToSend): Promise<Messages> {
  const body = new FormData()
  body.set('as', sent.as)
  body.set('chat', sent.chat)
  body.set('kind', sent.kind)
  if (sent.durationMs !== undefined) body.set('durationMs', String(sent.durationMs))
  body.set('file', sent.file, sent.file.name)
  return call<Messages>('file', { method: 'POST', body })
}

/** Address of the bytes behind an image_key, img_key or file_key. */
export function toResourceUrl(key: string): string {
  // A sample of the gallery holds its picture itself.
  if (key.startsWith('data:image/')) return key
  return `/console/resource?key=${encodeURIComponent(key)}`
}
