// The long run: hostile strings through every parser of the understanding. FUZZ_STRINGS says how many (a million),
// FUZZ_SEED repeats a run. Ends with code 1 at the first string that throws, gives what is no reading, or takes too long.

import fc from 'fast-check'
import { INTENTS, understand } from '../src/understand/index.ts'
import { readTimes } from '../src/understand/time/index.ts'
import { PHRASE_CONTEXT } from '../test/understand/phrase-context.ts'
import { ENGLISH_PHRASES } from '../test/understand/phrases-en.ts'
import { CHINESE_PHRASES } from '../test/understand/phrases-zh.ts'
import { ownTime } from './own-time.ts'

const STRINGS = Number(process.env['FUZZ_STRINGS'] ?? 1_000_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const MOST_MS = 50
const REPORT_EVERY = 100_000

const phrases = [...Object.values(CHINESE_PHRASES), ...Object.values(ENGLISH_PHRASES)].flat()
const pieces = [...new Set(phrases.flatMap((phrase) => phrase.split(/(?<=[\u4e00-\u9fff]{2})|\s/)))]
const odd = [
  '\ud83d',
  '\udc00',
  '\u0000',
  '\ue000',
  '\ue900',
  '\u200d',
  '９',
  '○',
  '「',
  "'; --",
  '<at id=all>',
  '{{',
  '%s',
  '9'.repeat(30),
]

const characters = [...new Set(phrases.join(''))]

// one thing again and again, and then another: what a pattern that may be divided in many ways never gets over
const repeated = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces, ...characters), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 8, max: 60 }),
    fc.constantFrom('鑫', 'x', '1', '。', ''),
  )
  .map(([parts, times, end]) => parts.join('').repeat(times) + end)

// a third of the strings is noise, the others are made of what the parsers look for
const hostile = fc.oneof(
  repeated,
  repeated,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 16 }).map((parts) => parts.join(' ')),
)

function check(text: string): void {
  const frame = understand(text, PHRASE_CONTEXT)
  const sure = frame.confidence >= 0 && frame.confidence <= 1
  if (!INTENTS.includes(frame.intent) || !sure) throw new Error(`no reading: ${JSON.stringify(frame)}`)
  const times = (['forward', 'back'] as const).flatMap((lean) =>
    readTimes(text, { now: PHRASE_CONTEXT.now, zone: PHRASE_CONTEXT.zone, lean }),
  )
  if (/NaN|null|Infinity/.test(JSON.stringify([frame.slots, times])) && !/NaN|null|Infinity/i.test(text))
    throw new Error(`no value: ${JSON.stringify([frame.slots, times])}`)
}

let slowest = 0
let done = 0
fc.assert(
  fc.property(hostile, (text) => {
    const ms = ownTime(() => check(text), MOST_MS)
    if (ms > MOST_MS) throw new Error(`${ms.toFixed(1)} ms`)
    slowest = Math.max(slowest, ms)
    done++
    if (done % REPORT_EVERY === 0) console.log(`${done} strings, slowest ${slowest.toFixed(1)} ms`)
  }),
  { numRuns: STRINGS, seed: SEED },
)
console.log(`seed ${SEED}: ${done} strings, none threw, slowest ${slowest.toFixed(1)} ms`)
