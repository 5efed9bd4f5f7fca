// What a text must hold for a pattern to fit at all, read out of the pattern itself: a few pairs of characters, of
// which one at least has to occur. Asking for them costs a hundredth of trying the pattern.

const LATIN_RUN = 3
const HAN_RUN = 2
const PAIRS_FROM = 0x10000
const SLOTS = 0x20000

const MARK_COST = 8
const MARK_BLOCK = 0xff00

/** The marks of the masked text that stand for what was found; those of one kind share a block. */
const isMark = (code: number): boolean => code >= 0xe000 && code < 0xf000
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** The place of a run of characters in the table of what a text holds; one place may stand for several runs. */
function toSlot(text: string, at: number, length: number): number {
  if (length === 1) return text.charCodeAt(at)
  let hash = 0
  for (let n = 0; n < length; n++) hash = (hash * 131 + text.charCodeAt(at + n)) & 0xffff
  return PAIRS_FROM + hash
}

/** What the text that was noted last holds; the table is written anew for every text and never cleared. */
export class HeldRuns {
  readonly #held = new Uint32Array(SLOTS)
  #round = 0

  /** Notes what a text holds and forgets the one before. */
  note(text: string): void {
    this.#round = this.#round === 0xffffffff ? 1 : this.#round + 1
    if (this.#round === 1) this.#held.fill(0)
    const [held, round] = [this.#held, this.#round]
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      held[isMark(code) ? code & MARK_BLOCK : code] = round
      if (at + 1 < text.length) held[toSlot(text, at, HAN_RUN)] = round
      if (at + 2 < text.length) held[toSlot(text, at, LATIN_RUN)] = round
    }
  }

  /** Whether the noted text holds at least one of what is needed. */
  holds(needs: Uint32Array | null): boolean {
    if (needs === null) return true
    for (let n = 0; n < needs.length; n++) if (this.#held[needs[n] ?? 0] === this.#round) return true
    return false
  }
}

type Needs = ReadonlySet<number> | null

interface Reader {
  readonly source: string
  at: number
}

/** How often a text meets what is needed: nearly every message holds a mark, such as the one for a customer. */
function cost(needs: ReadonlySet<number>): number {
  let total = 0
  for (const one of needs) total += isMark(one) ? MARK_COST : 1
  return total
}

function rarer(a: Needs, b: Needs): Needs {
  if (a === null || b === null) return a ?? b
  return cost(a) <= cost(b) ? a : b
}

/** Reads a quantifier; true where what stands before it may be left out. */
function readQuantifier(reader: Reader): { optional: boolean; present: boolean } {
  const match = /^(?:[*?+]|\{(\d*)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))
  if (!match) return { optional: false, present: false }
  reader.at += match[0].length
  return { optional: /^[*?]/.test(match[0]) || match[1] === '0', present: true }
}

const MARK_RANGE = /\\u(e[\da-f]00)-/g

function readClass(reader: Reader): Needs {
  const end = /^\[(?:\\.|[^\]\\])*\]/s.exec(reader.source.slice(reader.at))?.[0] ?? '['
  reader.at += end.length
  const body = end.slice(1, -1)
  const marks = body.replace(MARK_RANGE, '').replace(/\\ue[\da-f]ff/g, '') === ''
  if (marks) return new Set([...body.matchAll(MARK_RANGE)].map(([, code = '']) => Number.parseInt(code, 16)))
  return /[\\^-]/.test(body) ? null : new Set([...body].map((one) => one.charCodeAt(0)))
}

function readGroup(reader: Reader): Needs {
  const opener =
    /^\((?:\?(?:<[!=]|<\w+>|[:=!]))?/.exec(reader.source.slice(reader.at, reader.at + 24))?.[0] ?? '('
  reader.at += opener.length
  const needs = readAlternatives(reader)
  reader.at++
  return /[=!]$/.test(opener) ? null : needs
}

/** What a run of plain characters needs: the rarest it can say is its first pair, or triple of letters. */
function needRun(run: string): Needs {
  for (let at = 0; at < run.length; at++) {
    const length = isHan(run.charCodeAt(at)) ? HAN_RUN : LATIN_RUN
    const part = run.slice(at, at + length)
    if (part.length === length && (length === LATIN_RUN || isHan(part.charCodeAt(1))))
      return new Set([toSlot(part, 0, length)])
  }
  const han = [...run].find((one) => isHan(one.charCodeAt(0)))
  return han === undefined ? null : new Set([han.charCodeAt(0)])
}

function readPlain(reader: Reader): string | null {
  const one = reader.source[reader.at] ?? ''
  if (one === '\\') {
    const escaped = reader.source[reader.at + 1] ?? ''
    reader.at += escaped === 'u' ? 6 : 2
    return /\w/.test(escaped) ? null : escaped
  }
  reader.at++
  return /[.^$]/.test(one) ? null : one
}

interface Item {
  /** The character that the item is; null where it is none in particular. */
  readonly plain: string | null
  readonly needs: Needs
  readonly optional: boolean
  readonly repeated: boolean
}

function readItem(reader: Reader): Item {
  const opens = reader.source[reader.at]
  const grouped = opens === '(' || opens === '['
  const needs = opens === '(' ? readGroup(reader) : grouped ? readClass(reader) : null
  const plain = grouped ? null : readPlain(reader)
  const { optional, present } = readQuantifier(reader)
  return { plain, needs: plain === null ? needs : needRun(plain), optional, repeated: present }
}

function readSequence(reader: Reader): Needs {
  let best: Needs = null
  let run = ''
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) {
    const { plain, needs, optional, repeated } = readItem(reader)
    if (plain !== null && !repeated) {
      run += plain
      continue
    }
    best = rarer(needRun(run), best)
    run = ''
    if (!optional) best = rarer(best, needs)
  }
  return rarer(needRun(run), best)
}

function readAlternatives(reader: Reader): Needs {
  const all = new Set<number>()
  let open = false
  for (;;) {
    const needs = readSequence(reader)
    if (needs === null) open = true
    else for (const one of needs) all.add(one)
    if (reader.source[reader.at] !== '|') return open ? null : all
    reader.at++
  }
}

/** What a text needs to hold for the pattern to fit; null where the pattern tells nothing. */
export function readNeeds({ source }: RegExp): Uint32Array | null {
  const needs = readAlternatives({ source, at: 0 })
  return needs === null ? null : Uint32Array.from(needs)
}
