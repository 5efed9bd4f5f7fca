// Confidence means something: where it is higher, more readings are right.

import { describe, expect, it } from 'vitest'
import { toConfidence } from '../../src/understand/calibration.ts'
import { ASK_BELOW, understand } from '../../src/understand/index.ts'
import { ENGLISH_FRAMES } from './frames-en.ts'
import { CHINESE_FRAMES } from './frames-zh.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'
import { ENGLISH_PHRASES } from './phrases-en.ts'
import { CHINESE_PHRASES } from './phrases-zh.ts'

const table = [
  ...[CHINESE_PHRASES, ENGLISH_PHRASES].flatMap((phrases) =>
    Object.entries(phrases).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text }))),
  ),
  ...[...CHINESE_FRAMES, ...ENGLISH_FRAMES].map(([text, intent]) => ({ text, intent })),
]

const readings = table.map(({ intent, text }) => ({ intent, frame: understand(text, PHRASE_CONTEXT) }))

const shareRight = (from: number, to: number): number => {
  const inBin = readings.filter(({ frame }) => frame.confidence >= from && frame.confidence < to)
  return inBin.filter(({ intent, frame }) => frame.intent === intent).length / Math.max(1, inBin.length)
}

describe('confidence', () => {
  it('never falls while the evidence grows', () => {
    for (const incomplete of [true, false]) {
      for (let score = 0; score < 12; score += 0.25) {
        const here = toConfidence({ score, margin: 2, incomplete })
        expect(toConfidence({ score: score + 0.25, margin: 2, incomplete })).toBeGreaterThanOrEqual(here)
        expect(toConfidence({ score, margin: 2.25, incomplete })).toBeGreaterThanOrEqual(here)
      }
    }
  })

  it('is a probability', () => {
    for (const score of [-5, 0, 3, 100]) {
      const confidence = toConfidence({ score, margin: score, incomplete: false })
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  it('is lower where a slot that the intent needs is missing', () => {
    expect(toConfidence({ score: 5, margin: 2, incomplete: true })).toBeLessThan(toConfidence({ score: 5, margin: 2, incomplete: false }))
  })

  it('has more right readings above the threshold than below it', () => {
    expect(shareRight(ASK_BELOW, 1.01)).toBeGreaterThan(shareRight(0, ASK_BELOW))
    expect(shareRight(0.9, 1.01)).toBeGreaterThanOrEqual(shareRight(ASK_BELOW, 0.9))
  })
})
