// All that the stand-in remembers, rebuilt from the journal at the start. Knows no rule of the platform.

import type {
  Change,
  Entry,
  Happening,
  KeptEvent,
  KeptFile,
  KeptMessage,
  KeptRefusal,
  MessageDraft,
  ReadMark,
} from './entries.ts'
import type { Journal } from './journal.ts'
import { Kept } from './kept.ts'

/** What may be different about a message later. */
type MessageChange = Partial<
  Pick<KeptMessage, 'content' | 'updatedAt' | 'recalled' | 'edits' | 'followUps' | 'urgentFor' | 'mentions'>
>

export interface Memory {
  /** Number of the newest change. */
  newest(): number
  addMessage(draft: MessageDraft): KeptMessage
  /** Changes a message; returns it unchanged in all else. Throws where there is none. */
  changeMessage(messageId: string, change: MessageChange): KeptMessage
  findMessage(messageId: string): KeptMessage | null
  /** The message that was sent with this uuid last. */
  findByUuid(uuid: string): KeptMessage | null
  /** Oldest first. */
  messagesOf(chatId: string): readonly KeptMessage[]
  addRefusal(refusal: Omit<KeptRefusal, 'seq'>): void
  markRead(mark: ReadMark): void
  readMarkOf(chatId: string, openId: string): ReadMark | null
  /** Tells everybody who watches that the bot's clock stands differently now. */
  noteClock(state: { readonly now: string; readonly offsetMs: number }): void
  addFile(file: KeptFile): void
  findFile(key: string): KeptFile | null
  keepEvent(event: KeptEvent): void
  settleEvent(eventId: string): void
  /** Events that the bot has not taken yet. */
  events(): readonly KeptEvent[]
  /** Every change after a number, oldest first; null where not all of them are remembered. */
  changesSince(n: number): readonly Change[] | null
  /** Calls back with each change; returns how to stop. */
  watch(listener: (change: Change) => void): () => void
  close(): void
}

/** Rebuilds the memory from a journal; beyond `maxMessages` the oldest are forgotten. */
export function createMemory(journal: Journal, maxMessages = 20_000): Memory {
  const kept = new Kept(maxMessages)
  for (const entry of journal.entries) kept.apply(entry)
  if (journal.entries.length > 2 * kept.size() + 1000) journal.rewrite(kept.entries())
  const { record, note, watch } = createRecorder(journal, kept)
  const getMessage = (messageId: string): KeptMessage => {
    const message = kept.messages.get(messageId)
    if (message === undefined) throw new Error(`no message ${messageId}`)
    return message
  }
  const putMessage = (message: KeptMessage): KeptMessage => {
    record({ kind: 'message', message })
    return message
  }

  return {
    newest: () => kept.newest,
    addMessage: (draft) => putMessage({ ...draft, seq: kept.newest + 1, changed: kept.newest + 1 }),
    changeMessage: (messageId, change) =>
      putMessage({ ...getMessage(messageId), ...change, changed: kept.newest + 1 }),
    findMessage: (messageId) => kept.messages.get(messageId) ?? null,
    findByUuid: (uuid) => kept.messages.get(kept.byUuid.get(uuid) ?? '') ?? null,
    messagesOf: (chatId) => [...(kept.byChat.get(chatId) ?? [])].map(getMessage),
    addRefusal: (refusal) => record({ kind: 'refusal', refusal: { ...refusal, seq: kept.newest + 1 } }),
    markRead: (mark) => record({ kind: 'read', mark }),
    readMarkOf: (chatId, openId) => kept.marks.get(`${chatId} ${openId}`)?.mark ?? null,
    noteClock: (state) => record({ kind: 'clock', ...state }),
    addFile: (file) => note({ kind: 'file', file }),
    findFile: (key) => kept.files.get(key) ?? null,
    keepEvent: (event) => note({ kind: 'event', event }),
    settleEvent: (eventId) => note({ kind: 'settled', eventId }),
    events: () => [...kept.events.values()],
    changesSince: (n) => kept.changesSince(n),
    watch,
    close: () => journal.close(),
  }
}

/** Writes entries down before they count, and tells those who watch of what they may hear. */
function createRecorder(journal: Journal, kept: Kept) {
  const listeners = new Set<(change: Change) => void>()
  const note = (entry: Entry): void => {
    journal.append(entry)
    kept.apply(entry)
  }
  return {
    note,
    record: (happening: Happening): void => {
      const change = { ...happening, n: kept.newest + 1 }
      note(change)
      for (const listener of listeners) listener(change)
    },
    watch: (listener: (change: Change) => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
