// Looking at the demo: state, messages, transcripts, events, the inside view, the gallery and files.

import type { Context, Hono } from 'hono'
import { type CardFacts, checkCard, isVisible, type KeptMessage } from '../../stand-in/index.ts'
import type { GalleryCard } from '../protocol.ts'
import { toChatId } from './acting.ts'
import { streamEvents, type Typing } from './event-stream.ts'
import type { CardSample, ConsolePorts } from './ports.ts'
import { toConsoleMessage, toConsoleState } from './views.ts'

const PAGE_SIZE = 50
const MAX_PAGE_SIZE = 500

/** Mounts the calls that only look. */
export function mountLooking(app: Hono, ports: ConsolePorts, typing: Typing): void {
  const { platform } = ports.standIn
  app.get('/console/state', (c) => c.json(toConsoleState(platform, ports.clock)))
  app.get('/console/messages', (c) => {
    const visible = findVisible(ports, c)
    if (visible === null) return answerUnknown(c, 'chat')
    const before = toNumber(c.req.query('before')) ?? Number.POSITIVE_INFINITY
    const limit = Math.min(toNumber(c.req.query('limit')) ?? PAGE_SIZE, MAX_PAGE_SIZE)
    const page = visible.filter((message) => message.seq < before).slice(-limit)
    return c.json({ messages: page.map((message) => toConsoleMessage(platform, message)) })
  })
  app.get('/console/transcript', (c) => {
    const visible = findVisible(ports, c)
    if (visible === null) return answerUnknown(c, 'chat')
    return c.json({ messages: visible.map((message) => toConsoleMessage(platform, message)) })
  })
  app.get('/console/events', (c) => {
    const after = toNumber(c.req.header('last-event-id') ?? c.req.query('after'))
    return streamEvents(c, { platform, typing, after, ending: ports.ending })
  })
  app.get('/console/trace', async (c) => c.json({ steps: await ports.trace(c.req.query('message') ?? '') }))
  app.get('/console/cards.json', async (c) => c.json({ cards: (await ports.samples()).map(toGalleryCard) }))
  app.get('/console/resource', (c) => answerResource(ports, c))
}

/** The messages of the chat that is asked for, as the person who asks sees them, or all of them where nobody is named. */
function findVisible({ standIn: { platform } }: ConsolePorts, c: Context): readonly KeptMessage[] | null {
  const as = c.req.query('as') ?? ''
  const chatId = toChatId(platform, as, c.req.query('chat') ?? '')
  if (platform.chats.find(chatId) === null) return null
  return platform.memory.messagesOf(chatId).filter((message) => as === '' || isVisible(message, as))
}

/** A card in the gallery is drawn for nobody in particular: people and images need not exist. */
const ANYTHING: CardFacts = { knowsPerson: () => true, knowsImage: () => true }

/** A sample with its weight and, where the platform would refuse it, the refusal. */
export function toGalleryCard(sample: CardSample): GalleryCard {
  const verdict = checkCard(sample.card, ANYTHING)
  const refusal = verdict.ok
    ? {}
    : { refusal: { code: verdict.code, subCode: verdict.subCode, message: verdict.message } }
  const bytes = verdict.ok ? verdict.bytes : Buffer.byteLength(JSON.stringify(sample.card))
  return { ...sample, bytes, elements: verdict.ok ? verdict.elements : 0, ...refusal }
}

function answerResource({ standIn: { platform } }: ConsolePorts, c: Context): Response {
  const key = c.req.query('key') ?? ''
  const file = platform.memory.findFile(key)
  const bytes = platform.bytes.find(key)
  if (file === null || bytes === null) return answerUnknown(c, 'file')
  // Whatever somebody uploaded is never run as a page of this address.
  const isMedia = /^(?:image\/(?!svg)|audio\/|video\/)/.test(file.mime)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isMedia ? file.mime : 'application/octet-stream',
    'content-disposition': `${isMedia ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
}

function answerUnknown(c: Context, what: string): Response {
  return c.json({ error: `${what}_unknown` }, 404)
}

function toNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null
}
