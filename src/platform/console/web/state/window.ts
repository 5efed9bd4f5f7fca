// One window of the page: who acts in it, which chat is open, what is being answered. Two may stand side by side.

import { effect, type Signal, signal } from '@preact/signals'
import type { ConsoleMessage, ConsoleToast } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { language, t } from './preferences.ts'
import { toGuideRole } from './role.ts'
import { ServerFailure } from './server.ts'
import { chatsOf, people } from './store.ts'

interface ShownToast {
  readonly id: number
  readonly type: ConsoleToast['type']
  readonly text: string
}

export interface ChatWindow {
  readonly id: number
  readonly as: Signal<string>
  readonly chatId: Signal<string | null>
  /** On a narrow screen one of the two is shown at a time. */
  readonly view: Signal<'list' | 'chat'>
  readonly replyTo: Signal<ConsoleMessage | null>
  readonly editing: Signal<ConsoleMessage | null>
  readonly isFinding: Signal<boolean>
  readonly toasts: Signal<readonly ShownToast[]>
}

const toastMs = 4_000
let nextToast = 1

function createWindow(id: number, as: string, chatId: string | null): ChatWindow {
  return {
    id,
    as: signal(as),
    chatId: signal(chatId),
    view: signal(chatId === null ? 'list' : 'chat'),
    replyTo: signal(null),
    editing: signal(null),
    isFinding: signal(false),
    toasts: signal([]),
  }
}

export const windows = signal<readonly ChatWindow[]>([])
/** The window in which somebody typed or clicked last; shortcuts go there. */
export const activeWindow = signal(0)

/** Opens the windows that the address names, else one for the first person. The address follows every change. */
export function openWindows(): void {
  const named = decodeURIComponent(location.hash.slice(1))
    .split('&')
    .map((part) => part.split('/'))
    .filter(([as]) => people.value.some((person) => person.openId === as))
  const first = people.value[0]
  const wanted = named.length > 0 ? named.slice(0, 2) : first === undefined ? [] : [[first.openId]]
  windows.value = wanted.map(([as = '', chat], id) => createWindow(id, as, findChat(as, chat)))
  effect(() => {
    const parts = windows.value.map((one) =>
      [one.as.value, one.chatId.value].filter((part) => part !== null).join('/'),
    )
    history.replaceState(null, '', `#${parts.join('&')}`)
  })
}

/** The chat that is named, if the person is in it; else, on a wide screen, the one with the bot. */
function findChat(as: string, chatId: string | undefined): string | null {
  const own = chatsOf(as)
  const named = own.find((chat) => chat.chatId === chatId)
  if (named !== undefined) return named.chatId
  if (matchMedia('(max-width: 640px)').matches) return null
  return (own.find((chat) => chat.kind === 'p2p') ?? own[0])?.chatId ?? null
}

/** Turns one window into two, the second with a supervisor where there is one, or back into one. */
export function toggleSplit(): void {
  const [first] = windows.value
  if (first === undefined) return
  if (windows.value.length > 1) {
    windows.value = [first]
    activeWindow.value = 0
    return
  }
  const others = people.value.filter((person) => person.openId !== first.as.value)
  const other = others.find((person) => toGuideRole(person.role) === 'supervisor') ?? others[0]
  if (other === undefined) return
  windows.value = [first, createWindow(1, other.openId, findChat(other.openId, undefined))]
}

/** Acts as somebody else in this window. */
export function actAs(window: ChatWindow, openId: string): void {
  window.as.value = openId
  window.replyTo.value = null
  window.editing.value = null
  const stays = chatsOf(openId).some((chat) => chat.chatId === window.chatId.value)
  if (!stays) window.chatId.value = findChat(openId, undefined)
}

/** Opens a chat in this window. */
export function openChat(window: ChatWindow, chatId: string): void {
  window.chatId.value = chatId
  window.view.value = 'chat'
  window.replyTo.value = null
  window.editing.value = null
}

/** Shows a toast in this window for some seconds. */
export function showToast(window: ChatWindow, toast: ConsoleToast): void {
  const id = nextToast++
  const text = toast.i18n?.[language.value === 'zh' ? 'zh_cn' : 'en_us'] ?? toast.content
  window.toasts.value = [...window.toasts.value, { id, type: toast.type, text }]
  setTimeout(() => {
    window.toasts.value = window.toasts.value.filter((one) => one.id !== id)
  }, toastMs)
}

/** Says in this window why something failed. */
export function showFailure(window: ChatWindow, cause: unknown): void {
  showToast(window, { type: 'error', content: t(copy.failed(toReason(cause))) })
}

/** Why a call failed, in words for people. */
export function toReason(cause: unknown): string {
  if (cause instanceof ServerFailure)
    return cause.status === 0 ? t(copy.unreachable) : `${cause.status} ${cause.message}`
  return cause instanceof Error ? cause.message : String(cause)
}
