// Confidence means something: of the readings that are 95 % sure, 95 in a hundred are right.

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
  it('never falls while the likelihood grows', () => {
    for (const incomplete of [true, false])
      for (let likelihood = 0; likelihood < 1; likelihood += 0.01)
        expect(toConfidence(likelihood + 0.01, incomplete)).toBeGreaterThanOrEqual(
          toConfidence(likelihood, incomplete),
        )
  })

  it('is a probability', () => {
    for (const likelihood of [0, 1e-9, 0.5, 1]) {
      const confidence = toConfidence(likelihood, false)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  it('is lower where a slot that the intent needs is missing', () => {
    expect(toConfidence(0.9, true)).toBeLessThan(toConfidence(0.9, false))
  })

  it('is worth what it says, on phrases that no rule was tuned on', () => {
    expect(shareRight(ASK_BELOW, 0.95)).toBeGreaterThanOrEqual(ASK_BELOW)
    expect(shareRight(0.95, 1.01)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('unseen phrases', () => {
  it('are read right more than nineteen times in twenty, though they were written to be hard', () => {
    const right = readings.filter(({ intent, frame }) => frame.intent === intent).length
    expect(right / readings.length).toBeGreaterThanOrEqual(0.95)
  })
})
