// Reads the platform's markdown: CommonMark and tables by marked, without raw HTML, plus the platform's own tags.
// The result is a tree of tokens that components draw; no HTML text is ever made, so none can be injected.

import { Marked, type Token, type Tokens } from 'marked'

/** One of the platform's own tags, as a token of the tree. */
export interface LarkToken {
  readonly type: 'lark'
  readonly raw: string
  readonly tag: string
  readonly attributes: { readonly [name: string]: string }
  readonly text: string
  readonly tokens: Token[]
}

export interface EmojiToken {
  readonly type: 'emoji'
  readonly raw: string
  readonly text: string
}

const opening =
  /^<(at|person|font|text_tag|number_tag|link|a|local_datetime|raw|br|hr)((?:\s+[\w-]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s'">]+))*)\s*\/?>/
const attribute = /([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/g

const emojis: { readonly [name: string]: string } = {
  DONE: '✅',
  OK: '👌',
  THUMBSUP: '👍',
  SMILE: '🙂',
  LAUGH: '😄',
  HEART: '❤️',
  APPLAUSE: '👏',
  FISTBUMP: '🤜',
  JIAYI: '➕',
  MUSCLE: '💪',
  PARTY: '🎉',
  CRY: '😢',
  THANKS: '🙏',
  THINKING: '🤔',
  FIRE: '🔥',
  Alarm: '⏰',
  CheckMark: '✔️',
  CrossMark: '❌',
  Pin: '📌',
  Loudspeaker: '📢',
  Calendar: '📅',
  Trophy: '🏆',
  ROSE: '🌹',
}

function readAttributes(text: string): { readonly [name: string]: string } {
  const found: { [name: string]: string } = {}
  for (const match of text.matchAll(attribute)) {
    found[(match[1] ?? '').toLowerCase()] = decodeEntities(match[2] ?? match[3] ?? match[4] ?? '')
  }
  return found
}

/** Where the tag that was just opened ends, with tags of its own name inside it counted. */
function findEnd(
  source: string,
  tag: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const either = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g')
  either.lastIndex = from
  let depth = 1
  for (let match = either.exec(source); match !== null; match = either.exec(source)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return { start: match.index, end: match.index + match[0].length }
  }
  return null
}

const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  ensp: '\u2002',
  emsp: '\u2003',
}

/** Puts characters in the place of HTML entities. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

const reader = new Marked({ gfm: true, breaks: true })

reader.use({
  // The platform knows no raw HTML: whatever is not one of its own tags stands there as text.
  tokenizer: { html: () => undefined, tag: () => undefined, def: () => undefined },
  extensions: [
    {
      name: 'lark',
      level: 'inline',
      start: (source) => source.search(/<[a-z]/),
      tokenizer(source) {
        const open = opening.exec(source)
        if (open === null) return undefined
        const tag = open[1] ?? ''
        const attributes = readAttributes(open[2] ?? '')
        if (tag === 'br' || tag === 'hr')
          return { type: 'lark', raw: open[0], tag, attributes, text: '', tokens: [] }
        const end = findEnd(source, tag, open[0].length)
        if (end === null) return undefined
        const text = source.slice(open[0].length, end.start)
        const tokens = tag === 'raw' ? [] : this.lexer.inlineTokens(text)
        return { type: 'lark', raw: source.slice(0, end.end), tag, attributes, text, tokens }
      },
    },
    {
      name: 'emoji',
      level: 'inline',
      start: (source) => source.search(/:[A-Za-z]/),
      tokenizer(source) {
        const match = /^:([A-Za-z_]{2,20}):/.exec(source)
        const text = emojis[match?.[1] ?? '']
        return match === null || text === undefined ? undefined : { type: 'emoji', raw: match[0], text }
      },
    },
  ],
})

/** Parses markdown as the platform reads it. */
export function parseMarkdown(content: string): Token[] {
  return reader.lexer(content)
}

export type { Token, Tokens }
