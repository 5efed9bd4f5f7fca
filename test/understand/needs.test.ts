// What a pattern needs is asked before the pattern: it must never keep one from fitting, and must spare most of them.

import { describe, expect, it } from 'vitest'
import { INTENT_RULES } from '../../src/understand/intents/index.ts'
import { HeldRuns, readNeeds } from '../../src/understand/needs.ts'
import { readMessage } from '../../src/understand/reading.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'
import { ENGLISH_PHRASES } from './phrases-en.ts'
import { CHINESE_PHRASES } from './phrases-zh.ts'

const PHRASES = [...Object.values(CHINESE_PHRASES), ...Object.values(ENGLISH_PHRASES)].flat()

describe('what a pattern needs', () => {
  it.each([
    ['提醒(?:我|一下)', '记得提醒一下', true],
    ['提醒(?:我|一下)', '记得打电话', false],
    ['(?:建|开).{0,3}商机?', '开个商', true],
    ['[他她].', '它说', false],
    ['\\b(?:call|ring) (?:him|her)', 'please call her', true],
    ['\\b(?:call|ring) (?:him|her)', 'please write', false],
    ['a?b*c{0,2}', 'nothing of it', true],
    ['\\.\\d|(?:x)+', 'y', true],
    ['(?:推迟)?到', '到', true],
    ['(?<who>[\\ue000-\\ue0ff])', '\ue003 called', true],
    ['(?<who>[\\ue000-\\ue0ff])', '\ue103 called', false],
  ])('of %s is held by %s: %s', (source, text, held) => {
    const runs = new HeldRuns()
    runs.note(text)
    expect(runs.holds(readNeeds(new RegExp(source)))).toBe(held)
  })

  it('is held wherever the pattern of a cue fits, and missing for most of them', () => {
    const runs = new HeldRuns()
    let asked = 0
    let spared = 0
    for (const phrase of PHRASES) {
      const { masked, timed } = readMessage(phrase, PHRASE_CONTEXT)
      runs.note(`${masked}\n${timed}`)
      for (const { pattern, needs } of INTENT_RULES.flatMap(({ cues }) =>
        cues.flatMap(({ forms }) => forms),
      )) {
        asked++
        if (runs.holds(needs)) continue
        spared++
        expect(pattern.test(masked) || pattern.test(timed), `${pattern.source} in ${phrase}`).toBe(false)
      }
    }
    expect(spared / asked).toBeGreaterThan(0.6)
  })
})
