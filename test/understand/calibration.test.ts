// Confidence means something: where it is higher, more readings are right.

import { describe, expect, it } from 'vitest'
import { toConfidence } from '../../src/understand/calibration.ts'
import { ASK_BELOW, understand } from '../../src/understand/index.ts'
import { HELD_OUT } from './held-out.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const readings = HELD_OUT.map(([text, intent]) => ({ intent, frame: understand(text, PHRASE_CONTEXT) }))

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
    expect(toConfidence({ score: 5, margin: 2, incomplete: true })).toBeLessThan(
      toConfidence({ score: 5, margin: 2, incomplete: false }),
    )
  })

  it('has more right readings where it is higher, on phrases that no rule was tuned on', () => {
    expect(shareRight(ASK_BELOW, 1.01)).toBeGreaterThan(shareRight(0, ASK_BELOW))
    expect(shareRight(0.95, 1.01)).toBeGreaterThan(shareRight(ASK_BELOW, 0.95))
    expect(shareRight(0.95, 1.01)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('unseen phrases', () => {
  it('are read right more than eight times in ten, though they were written to be hard', () => {
    const right = readings.filter(({ intent, frame }) => frame.intent === intent).length
    expect(right / readings.length).toBeGreaterThanOrEqual(0.82)
  })
})
