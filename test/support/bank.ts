// A demo bank in memory with the bot in front of it: conversations as people have them, cards as trees.
// Messages and clicks enter as normalised inbounds; the conversations through the signed door are in test/conversations.

import {
  type Button,
  type Card,
  inLanguage,
  type JsonObject,
  type Language,
  type Node,
  type Press,
  type Words,
} from '../../cards/kit/index.ts'
import type { BotParts } from '../../src/bot/bot.ts'
import type { Log } from '../../src/bot/log.ts'
import type { ModelHelp } from '../../src/bot/model-help.ts'
import { noTrace } from '../../src/bot/trace.ts'
import { accept, click, drain } from '../../src/bot/work.ts'
import { type MovableClock, movableClock } from '../../src/core/clock.ts'
import type { ClickAnswer, Content, Messenger, Receiver } from '../../src/core/ports.ts'
import { makeHouse, makeStrangers } from '../../src/features.ts'
import { tick } from '../../src/schedule/tick.ts'
import type { Store } from '../../src/storage/database.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { understand } from '../../src/understand/index.ts'
import { BANK_KEYS, loadBank, OPENING, ZONE } from './demo-bank-template.ts'
import { openEmbedded } from './embedded-store.ts'
import { quietLog } from './quiet-log.ts'

export { OPENING, ZONE } from './demo-bank-template.ts'

/** A message as the platform would hold it. */
export interface Sent {
  readonly messageId: string
  readonly receiver: Receiver
  content: Content
}

export interface Person {
  /** Writes a text and answers with the cards that came back into this chat. */
  says(text: string, options?: { readonly replyTo?: string }): Promise<readonly Card[]>
  /** Presses the button whose label fits, on the newest card in this chat that has one. */
  presses(label: RegExp, form?: JsonObject): Promise<ClickAnswer & { readonly card?: Card }>
  /** Picks a value of the select on the newest card in this chat that has one. */
  picks(option: string): Promise<ClickAnswer & { readonly card?: Card }>
  /** The cards in this chat as they stand now, oldest first. */
  cards(): readonly Card[]
}

export interface Bank {
  readonly parts: BotParts
  readonly clock: MovableClock
  readonly sent: readonly Sent[]
  as(openId: string, chat?: string): Person
  tick(): Promise<void>
  close(): Promise<void>
}

/** What a test may want otherwise. */
export interface Varied {
  readonly log?: Log
  readonly model?: (clock: MovableClock) => ModelHelp
  /** Reads the messages in place of the understanding. */
  readonly read?: typeof understand
}

/** Opens a bank; with a store, the demo bank is loaded into that one (already migrated or not). */
export async function openBank(
  given?: Store,
  { log = quietLog, model, read = understand }: Varied = {},
): Promise<Bank> {
  const store = given ?? (await openEmbedded('demo bank'))
  const sealer = given === undefined ? await openSealer(store.db, BANK_KEYS) : await loadBank(store)
  const frozen = movableClock({ now: () => OPENING })
  const platform = recordingMessenger()
  const parts: BotParts = {
    store,
    sealer,
    messenger: platform.messenger,
    clock: frozen,
    zone: ZONE,
    understand: read,
    house: makeHouse(),
    strangers: makeStrangers({ sealer, zone: ZONE }),
    log,
    trace: noTrace,
    model: model?.(frozen) ?? null,
  }
  const settle = async () => {
    // The clock stands still in these tests, so the pace of 5 a second is let pass by moving it.
    for (
      let next = await drain(parts);
      next !== null && next.getTime() <= frozen.now().getTime() + 5000;
      next = await drain(parts)
    )
      frozen.advance(1000)
  }
  return {
    parts,
    clock: frozen,
    sent: platform.sent,
    as: (openId, chat = `oc_p2p_${openId.slice(3)}`) => person(parts, platform.sent, settle, openId, chat),
    tick: async () => {
      await tick(parts, frozen.now())
      await settle()
    },
    close: () => store.close(),
  }
}

function person(
  parts: BotParts,
  sent: readonly Sent[],
  settle: () => Promise<void>,
  openId: string,
  chat: string,
): Person {
  const isMine = ({ receiver }: Sent) =>
    receiver.id === chat ||
    receiver.id === openId ||
    (receiver.to === 'message' && receiver.id.startsWith(`om_${chat}`))
  const cards = () =>
    sent.filter(isMine).flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
  const findNewest = <Found>(find: (card: Card) => Found | null, what: string): readonly [Sent, Found] => {
    for (const message of sent.filter(isMine).toReversed()) {
      const found = message.content.kind === 'card' ? find(message.content.card) : null
      if (found !== null) return [message, found]
    }
    throw new Error(`no card of ${openId} has ${what}; newest: ${shown(cards().at(-1))}`)
  }
  const pressOn = async (message: Sent, press: Press, form: JsonObject) => {
    const answer = await click(
      parts,
      {
        kind: 'click',
        id: crypto.randomUUID(),
        messageId: message.messageId,
        happenedAt: parts.clock.now(),
        conversation: chat,
        sender: { account: openId },
        press,
        form,
      },
      () => undefined,
    )
    if (answer.card !== undefined) message.content = { kind: 'card', card: answer.card }
    await settle()
    return answer
  }
  return {
    cards,
    says: async (text, options = {}) => {
      const before = sent.length
      const id = `om_${chat}_${crypto.randomUUID()}`
      await accept(parts, {
        kind: 'message',
        id,
        messageId: id,
        happenedAt: parts.clock.now(),
        conversation: chat,
        private: chat.startsWith('oc_p2p_'),
        sender: { account: openId },
        text,
        mentions: [],
        attachments: [],
        ...(options.replyTo === undefined ? {} : { replyTo: options.replyTo }),
      })
      await settle()
      return sent
        .slice(before)
        .filter(isMine)
        .flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
    },
    presses: async (label, form = {}) => {
      const [message, button] = findNewest((card) => findButton(card, label), `a button ${label}`)
      return pressOn(message, button.press, form)
    },
    picks: async (option) => {
      const [message, node] = findNewest(findSelect, 'a select')
      return pressOn(message, node.press, { option })
    },
  }
}

function recordingMessenger(): { readonly messenger: Messenger; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const known = new Map<string, string>()
  return {
    sent,
    messenger: {
      send: async ({ id, receiver, content }) => {
        const messageId = known.get(id) ?? `om_bot_${sent.length}`
        if (!known.has(id)) sent.push({ messageId, receiver, content })
        known.set(id, messageId)
        const conversation = receiver.to === 'account' ? `oc_p2p_${receiver.id.slice(3)}` : receiver.id
        return { outcome: 'sent', messageId, conversation }
      },
      update: async ({ messageId, card }) => {
        const message = sent.find((candidate) => candidate.messageId === messageId)
        if (message !== undefined) message.content = { kind: 'card', card }
        return { outcome: 'sent', messageId, conversation: '' }
      },
      placePictures: async (card) => card,
      download: async () => new Uint8Array(),
    },
  }
}

const findSelect = (card: Card) =>
  card.nodes.find((node): node is Node & { node: 'select' } => node.node === 'select') ?? null

/** Every button of a card, wherever it stands. */
export function buttonsOf(card: Card): readonly Button[] {
  return card.nodes.flatMap(buttonsOfNode)
}

function buttonsOfNode(node: Node): readonly Button[] {
  switch (node.node) {
    case 'buttons':
    case 'form':
      return node.buttons
    case 'list':
      return node.items.flatMap((item) => item.buttons ?? [])
    case 'panel':
      return node.nodes.flatMap(buttonsOfNode)
    default:
      return []
  }
}

/** The first button whose label fits in either language. */
export function findButton(card: Card, label: RegExp): Button | null {
  return (
    buttonsOf(card).find(
      (button) => label.test(inLanguage(button.label, 'zh')) || label.test(inLanguage(button.label, 'en')),
    ) ?? null
  )
}

/** Keys of a card that are not shown to anybody. */
const UNSEEN = new Set(['press', 'summary', 'tone', 'node', 'field', 'name', 'form', 'kind'])

/** Everything that a card shows, as lines of text in one language. */
export function shown(card: Card | undefined, language: Language = 'zh'): string {
  return card === undefined ? '(no card)' : textsOf(card, language).join('\n')
}

function textsOf(value: unknown, language: Language): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((part) => textsOf(part, language))
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [inLanguage(value as unknown as Words, language)]
  return Object.entries(value).flatMap(([key, part]) => (UNSEEN.has(key) ? [] : textsOf(part, language)))
}
