// What the page knows of the stand-in: people, chats, clock, open conversations. Events change it, components read it.

import { batch, computed, signal } from '@preact/signals'
import type { ConsoleChat, ConsoleEvent, ConsoleMessage, ConsoleState } from '../../protocol.ts'
import {
  type Conversation,
  createConversation,
  isVisibleTo,
  joinNewest,
  mergeMessages,
  settlePending,
} from './conversation.ts'
import { fetchMessages, fetchState, markRead } from './server.ts'

const pageSize = 60

/** State of the line to the server. */
export const connection = signal<'connecting' | 'open' | 'lost'>('connecting')
export const consoleState = signal<ConsoleState | null>(null)
export const chats = signal<readonly ConsoleChat[]>([])
export const offsetMs = signal(0)
/** Chats in which the bot works at the moment. */
export const typingIn = signal<ReadonlySet<string>>(new Set())
/** Chats that somebody looks at right now, as `openId chatId`; what arrives there is read at once. */
const watched = signal<ReadonlySet<string>>(new Set())

export const people = computed(() => consoleState.value?.people ?? [])
export const timeZone = computed(() => consoleState.value?.timeZone ?? 'Asia/Shanghai')

const conversations = new Map<string, Conversation>()

/** Name of the person, or their id where the directory does not know them. */
export function nameOf(openId: string): string {
  return people.value.find((person) => person.openId === openId)?.name ?? openId
}

/** Chats of one person, the most recent first. */
export function chatsOf(openId: string): readonly ConsoleChat[] {
  return chats.value
    .filter((chat) => chat.members.includes(openId))
    .sort((one, other) => other.newest - one.newest || (one.kind === 'p2p' ? -1 : 1))
}

/** Messages that the person has not read, in all their chats. */
export function countUnread(openId: string): number {
  return chatsOf(openId).reduce((sum, chat) => sum + (chat.unread?.[openId] ?? 0), 0)
}

/** The conversation of a person in a chat; created empty at first. */
export function getConversation(as: string, chatId: string): Conversation {
  const key = `${as} ${chatId}`
  const known = conversations.get(key)
  if (known !== undefined) return known
  const created = createConversation(as, chatId)
  conversations.set(key, created)
  return created
}

/** Loads the newest page, or joins it to what is known after a break. */
export async function loadNewest(conversation: Conversation): Promise<void> {
  const { as, chatId: chat, messages, status } = conversation
  if (status.value === 'loading') return
  if (status.value !== 'ready') status.value = 'loading'
  try {
    const page = await fetchMessages({ as, chat, limit: pageSize })
    takeNewest(conversation, page.messages)
  } catch {
    status.value = messages.value.length > 0 ? 'ready' : 'failed'
  }
}

function takeNewest(conversation: Conversation, page: readonly ConsoleMessage[]): void {
  const { as, chatId, messages, pending, reachesStart, status } = conversation
  const newest = chats.value.find((chat) => chat.chatId === chatId)?.newest ?? 0
  // A server that begins anew knows less than the page: what it does not know is then no longer shown.
  const known = messages.value.filter((message) => message.seq <= newest)
  const last = page.at(-1)?.seq ?? 0
  // What events brought while the page was on its way is newer than the page and stays.
  const meanwhile = known.filter((message) => message.seq > last)
  const joined = joinNewest(
    known.filter((message) => message.seq <= last),
    page,
  )
  batch(() => {
    messages.value = mergeMessages(joined.messages, meanwhile)
    if (joined.dropped) reachesStart.value = page.length < pageSize
    for (const message of page) {
      if (isOwn(message, as)) pending.value = settlePending(pending.value, message)
    }
    status.value = 'ready'
  })
}

const loadingOlder = new Set<Conversation>()

/** Loads the page before the oldest known message; does nothing while one is on its way or at the chat's start. */
export async function loadOlder(conversation: Conversation): Promise<void> {
  const { as, chatId: chat, messages, reachesStart } = conversation
  const first = messages.value[0]
  if (first === undefined || reachesStart.value || loadingOlder.has(conversation)) return
  loadingOlder.add(conversation)
  try {
    const page = await fetchMessages({ as, chat, before: first.seq, limit: pageSize })
    batch(() => {
      messages.value = mergeMessages(page.messages, messages.value)
      reachesStart.value = page.messages.length < pageSize
    })
  } catch {
    // The line is lost: the banner says so, and scrolling asks again.
  } finally {
    loadingOlder.delete(conversation)
  }
}

/** Fetches everything anew: at the start, and after events were lost. */
export async function resync(): Promise<void> {
  const state = await fetchState()
  batch(() => {
    consoleState.value = state
    chats.value = state.chats
    offsetMs.value = state.offsetMs
    typingIn.value = new Set()
  })
  const open = [...conversations.values()].filter((one) => one.status.value !== 'empty')
  await Promise.all(open.map(loadNewest))
}

/** Applies one event to everything it touches. */
export function applyEvent(event: ConsoleEvent): void {
  batch(() => {
    switch (event.type) {
      case 'message':
        return receiveMessage(event.message)
      case 'updated':
        return replaceMessage(event.message)
      case 'refused':
        for (const one of conversationsIn(event.refusal.chatId)) {
          one.refusals.value = [...one.refusals.value, event.refusal]
        }
        return
      case 'clock':
        offsetMs.value = event.offsetMs
        return
      case 'typing':
        typingIn.value = withMember(typingIn.value, event.chatId, event.on)
        return
      case 'read':
        return applyRead(event)
      case 'reset':
        return
      default:
        return event satisfies never
    }
  })
}

function conversationsIn(chatId: string | null): readonly Conversation[] {
  return [...conversations.values()].filter((one) => one.chatId === chatId && one.status.value !== 'empty')
}

function isOwn(message: ConsoleMessage, openId: string): boolean {
  return message.sender.kind === 'person' && message.sender.openId === openId
}

function receiveMessage(message: ConsoleMessage): void {
  for (const one of conversationsIn(message.chatId)) {
    if (!isVisibleTo(message, one.as)) continue
    if (isOwn(message, one.as)) one.pending.value = settlePending(one.pending.value, message)
    one.messages.value = mergeMessages(one.messages.value, [message])
  }
  chats.value = chats.value.map((chat) => (chat.chatId === message.chatId ? withNewest(chat, message) : chat))
}

function withNewest(chat: ConsoleChat, message: ConsoleMessage): ConsoleChat {
  const unread: { [openId: string]: number } = { ...chat.unread }
  for (const openId of chat.members) {
    if (isOwn(message, openId) || !isVisibleTo(message, openId)) continue
    if (watched.value.has(`${openId} ${chat.chatId}`)) reportRead(openId, chat.chatId)
    else unread[openId] = (unread[openId] ?? 0) + 1
  }
  const last = message.visibleTo === undefined ? { last: message } : {}
  return { ...chat, ...last, newest: Math.max(chat.newest, message.seq), unread }
}

function replaceMessage(message: ConsoleMessage): void {
  for (const one of conversationsIn(message.chatId)) {
    if (!one.messages.value.some((known) => known.messageId === message.messageId)) continue
    one.messages.value = one.messages.value.map((known) =>
      known.messageId === message.messageId ? message : known,
    )
  }
  chats.value = chats.value.map((chat) =>
    chat.last?.messageId === message.messageId ? { ...chat, last: message } : chat,
  )
}

function applyRead(event: { readonly chatId: string; readonly openId: string; readonly upTo: number }): void {
  const reader = event.openId
  for (const one of conversationsIn(event.chatId)) {
    one.messages.value = one.messages.value.map((message) =>
      message.seq > event.upTo || message.readBy.includes(reader)
        ? message
        : { ...message, readBy: [...message.readBy, reader] },
    )
  }
  chats.value = chats.value.map((chat) =>
    chat.chatId === event.chatId ? { ...chat, unread: { ...chat.unread, [reader]: 0 } } : chat,
  )
}

function withMember(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(member)
  else next.delete(member)
  return next
}

/** Says that somebody looks at a chat, or no longer does; looking at it reads it. */
export function watch(openId: string, chatId: string, isLooking: boolean): void {
  watched.value = withMember(watched.value, `${openId} ${chatId}`, isLooking)
  if (!isLooking) return
  chats.value = chats.value.map((chat) =>
    chat.chatId === chatId ? { ...chat, unread: { ...chat.unread, [openId]: 0 } } : chat,
  )
  reportRead(openId, chatId)
}

function reportRead(openId: string, chatId: string): void {
  // A lost report only leaves a message unread for a while; the next one covers it.
  markRead({ as: openId, chat: chatId }).catch(() => undefined)
}
