// What the bot may send: the content of each kind of message, its size and its shape.

import type { CardFacts } from './card-checker/index.ts'
import { checkCard } from './card-checker/index.ts'
import { asList, asRecord, asText, isRecord, type JsonRecord, readJson } from './json.ts'
import type { MessageType } from './memory/entries.ts'
import type { Memory } from './memory/memory.ts'
import type { People } from './people.ts'
import { invalidParameter, PlatformError } from './platform-error.ts'

const KB = 1024
const MAX_BYTES: { readonly [type in MessageType]: number } = {
  text: 150 * KB,
  post: 30 * KB,
  interactive: 30 * KB,
  image: 30 * KB,
  file: 30 * KB,
  audio: 30 * KB,
  media: 30 * KB,
}

/** What content may refer to. */
export interface ContentFacts {
  readonly people: People
  readonly memory: Memory
}

/** The type as one that the bot may send. Throws a PlatformError. */
export function parseMessageType(value: unknown): MessageType {
  if (typeof value === 'string' && Object.hasOwn(MAX_BYTES, value)) return value as MessageType
  throw invalidParameter('invalid msg_type')
}

/** Passes content that the platform takes, and returns its text. Throws a PlatformError with its number. */
export function checkContent(msgType: MessageType, content: unknown, facts: ContentFacts): string {
  if (typeof content !== 'string') throw invalidParameter('content is not a string')
  if (Buffer.byteLength(content) > MAX_BYTES[msgType]) {
    throw new PlatformError(230025, 'The length of the message content reaches its limit.')
  }
  const parsed = readJson(content)
  if (!isRecord(parsed)) throw invalidParameter('content is not a string in json format')
  CHECKS[msgType](parsed, facts)
  return content
}

type Check = (content: JsonRecord, facts: ContentFacts) => void

const CHECKS: { readonly [type in MessageType]: Check } = {
  text: (content) => {
    if ((asText(content['text']) ?? '') === '') throw invalidParameter('text is empty')
  },
  post: checkPost,
  interactive: checkInteractive,
  image: (content, { memory }) => checkKey(memory, content['image_key'], 'image'),
  file: (content, { memory }) => checkKey(memory, content['file_key'], 'file'),
  audio: (content, { memory }) => checkKey(memory, content['file_key'], 'file'),
  media: (content, { memory }) => checkKey(memory, content['file_key'], 'file'),
}

/** Passes a card that the platform can build. Throws 230099 with the sub code, or 230025. */
function checkInteractive(card: JsonRecord, facts: ContentFacts): void {
  const verdict = checkCard(card, toCardFacts(facts))
  if (!verdict.ok) throw new PlatformError(verdict.code, verdict.message)
}

/** What a card may refer to: people of the directory, images that the bot uploaded. */
export function toCardFacts({ people, memory }: ContentFacts): CardFacts {
  return {
    knowsPerson: (id) => people.knows(id),
    knowsImage: (key) => memory.findFile(key)?.by === 'bot',
  }
}

function checkKey(memory: Memory, key: unknown, kind: 'image' | 'file'): void {
  const file = typeof key === 'string' ? memory.findFile(key) : null
  if (file === null || file.kind !== kind) throw invalidParameter(`invalid ${kind}_key`)
  if (file.by !== 'bot') throw new PlatformError(230017, 'Bot is NOT the owner of the resource.')
}

const POST_TAGS = new Set(['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md'])
const ALONE = new Set(['img', 'media', 'md'])

function checkPost(content: JsonRecord, { memory }: ContentFacts): void {
  const languages = Object.values(content)
  if (languages.length === 0) throw invalidParameter('post is empty')
  for (const language of languages) {
    for (const paragraph of asList(asRecord(language)['content'])) checkParagraph(asList(paragraph), memory)
  }
}

function checkParagraph(nodes: readonly unknown[], memory: Memory): void {
  for (const node of nodes) {
    const { tag, image_key: key } = asRecord(node)
    if (typeof tag !== 'string' || !POST_TAGS.has(tag)) throw invalidParameter('unsupported tag in post')
    if (ALONE.has(tag) && nodes.length > 1) throw invalidParameter(`${tag} must be alone in its paragraph`)
    if (tag === 'img') checkKey(memory, key, 'image')
  }
}
