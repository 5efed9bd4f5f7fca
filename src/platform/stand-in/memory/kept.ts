// The present state of the stand-in, folded from the entries of its journal. Knows neither file nor listener.

import type { Change, Entry, KeptEvent, KeptFile, KeptMessage, KeptRefusal, ReadMark } from './entries.ts'

const MAX_REFUSALS = 500
const MAX_FILES = 5000
const MAX_RECENT = 2000

/** The state that entries lead to when they are applied in their order. */
export class Kept {
  /** Number of the newest change. */
  newest = 0
  readonly messages = new Map<string, KeptMessage>()
  readonly byChat = new Map<string, Set<string>>()
  readonly byUuid = new Map<string, string>()
  readonly marks = new Map<string, { readonly n: number; readonly mark: ReadMark }>()
  readonly files = new Map<string, KeptFile>()
  readonly events = new Map<string, KeptEvent>()
  #refusals: KeptRefusal[] = []
  #recent: Change[] = []
  #clock: Change[] = []
  readonly #maxMessages: number

  constructor(maxMessages: number) {
    this.#maxMessages = maxMessages
  }

  apply(entry: Entry): void {
    if (entry.kind === 'file') this.#putFile(entry.file)
    else if (entry.kind === 'event') this.events.set(entry.event.eventId, entry.event)
    else if (entry.kind === 'settled') this.events.delete(entry.eventId)
    else this.#applyChange(entry)
  }

  size(): number {
    return this.messages.size + this.#refusals.length + this.marks.size + this.files.size + this.events.size
  }

  /** The fewest entries that lead to this state. Messages come in the order in which they were written. */
  entries(): Entry[] {
    const changes: Change[] = [
      ...[...this.messages.values()].map((message) => ({
        n: message.changed,
        kind: 'message' as const,
        message,
      })),
      ...this.#refusals.map((refusal) => ({ n: refusal.seq, kind: 'refusal' as const, refusal })),
      ...[...this.marks.values()].map(({ n, mark }) => ({ n, kind: 'read' as const, mark })),
      ...this.#clock,
    ]
    return [
      ...[...this.files.values()].map((file) => ({ kind: 'file' as const, file })),
      ...[...this.events.values()].map((event) => ({ kind: 'event' as const, event })),
      ...changes.sort((left, right) => toBirth(left) - toBirth(right)),
    ]
  }

  changesSince(n: number): readonly Change[] | null {
    const since = this.#recent.filter((change) => change.n > n).sort((left, right) => left.n - right.n)
    return since.length === this.newest - n ? since : null
  }

  #applyChange(change: Change): void {
    this.newest = Math.max(this.newest, change.n)
    this.#recent.push(change)
    if (this.#recent.length > 2 * MAX_RECENT) this.#recent = this.#recent.slice(-MAX_RECENT)
    if (change.kind === 'message') this.#putMessage(change.message)
    if (change.kind === 'refusal') this.#refusals = [...this.#refusals, change.refusal].slice(-MAX_REFUSALS)
    if (change.kind === 'clock') this.#clock = [change]
    if (change.kind === 'read') this.marks.set(`${change.mark.chatId} ${change.mark.openId}`, change)
  }

  #putMessage(message: KeptMessage): void {
    this.messages.set(message.messageId, message)
    const ofChat = this.byChat.get(message.chatId) ?? new Set()
    this.byChat.set(message.chatId, ofChat.add(message.messageId))
    if (message.uuid !== undefined) this.byUuid.set(message.uuid, message.messageId)
    if (this.messages.size > this.#maxMessages) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const [oldest] = this.messages.values()
    if (oldest === undefined) return
    this.messages.delete(oldest.messageId)
    this.byChat.get(oldest.chatId)?.delete(oldest.messageId)
    if (oldest.uuid !== undefined) this.byUuid.delete(oldest.uuid)
  }

  #putFile(file: KeptFile): void {
    this.files.set(file.key, file)
    if (this.files.size <= MAX_FILES) return
    const [oldest] = this.files.keys()
    if (oldest !== undefined) this.files.delete(oldest)
  }
}

/** Messages are put back in the order in which they came, whatever changed them last. */
function toBirth(change: Change): number {
  return change.kind === 'message' ? change.message.seq : change.n
}
