// Reading messages: milliseconds of our own phrases, of 100,000 characters of one kind, and of hostile strings in the
// long run. BENCH_STRINGS sets how many of those there are.

import fc from 'fast-check'
import { type UnderstandingContext, understand } from '../src/understand/index.ts'
import { PHRASE_CONTEXT } from '../test/understand/phrase-context.ts'
import { ENGLISH_PHRASES } from '../test/understand/phrases-en.ts'
import { CHINESE_PHRASES } from '../test/understand/phrases-zh.ts'
import { atMost, type Benchmark } from './bench.ts'
import { ownTime } from './own-time.ts'

const STRINGS = Number(process.env['BENCH_STRINGS'] ?? 20_000)
const PASSES = 5
const LONG = 100_000
const REPEATED = [
  '客户说想买大额存单,',
  '明天下午3点',
  '1234567890',
  'T1024 ',
  '。',
  ' ',
  'call Mr Li at 3pm ',
  '50万',
]

function timeReading(text: string, context: UnderstandingContext): number {
  const started = performance.now()
  understand(text, context)
  return performance.now() - started
}

function timePhrases(): number[] {
  const phrases = [...Object.values(CHINESE_PHRASES), ...Object.values(ENGLISH_PHRASES)].flat()
  for (const text of phrases) understand(text, PHRASE_CONTEXT)
  return Array.from({ length: PASSES }, () => phrases.map((text) => timeReading(text, PHRASE_CONTEXT))).flat()
}

function timeHostile(): number {
  let slowest = 0
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  fc.assert(
    fc.property(text, (one) => {
      slowest = Math.max(
        slowest,
        ownTime(() => understand(one, PHRASE_CONTEXT), slowest),
      )
    }),
    { numRuns: STRINGS },
  )
  return slowest
}

export const understanding: Benchmark = {
  name: 'understand',
  run: async () => {
    const times = timePhrases().sort((a, b) => a - b)
    const long = REPEATED.map((part) => timeReading(part.repeat(LONG / part.length), PHRASE_CONTEXT))
    return [
      atMost('understand, one message, p99', times[Math.floor(times.length * 0.99)] ?? Number.NaN, 2, 'ms'),
      atMost('understand, 100,000 characters', Math.max(...long), 50, 'ms'),
      atMost('understand, hostile string, slowest', timeHostile(), 50, 'ms'),
    ]
  },
}
