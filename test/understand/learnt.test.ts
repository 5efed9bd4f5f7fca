import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { takeFingerprint } from '../../learning/fingerprint.ts'
import { learn } from '../../learning/logistic.ts'
import { openWeights, weighPieces } from '../../src/understand/learnt.ts'
import { listPieces, toComparable } from '../../src/understand/pieces.ts'

const written = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../src/understand/lexicon/weights-${language}.json`, import.meta.url), 'utf8'),
  )

it.each(['chinese', 'english'])(
  'the %s weights were learnt from the examples that stand there',
  (language) => {
    expect(written(language).learntFrom, 'npm run learn').toBe(takeFingerprint())
  },
)

/** The letters and digits of a text alone. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

it('what is learnt and what is tested have no message in common', () => {
  const examples = new Set(
    ['chinese', 'english'].flatMap((language) =>
      readFileSync(new URL(`../../learning/messages-${language}.tsv`, import.meta.url), 'utf8')
        .split('\n')
        .map((line) => bare(line.split('\t')[1] ?? '')),
    ),
  )
  const lines = readFileSync(new URL('unseen/unseen.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const texts = lines.map((line) => String(JSON.parse(line).text))
  expect(texts.filter((text) => bare(text) !== '' && examples.has(bare(text)))).toEqual([])
})

describe('learning', () => {
  const examples = ['remind me', 'remind him', 'remind her', 'close it', 'close that', 'close this'].map(
    (text) => ({ pieces: listPieces(text), right: text.startsWith('remind') ? 0 : 1 }),
  )

  it('gives the same weights each time', () => {
    expect(learn(examples, 2)).toEqual(learn(examples, 2))
  })

  it('tells apart what it never saw by the pieces that it saw', () => {
    const { pieces, weights, bias } = learn(examples, 2)
    const scale = Math.max(...weights.map(Math.abs)) / 127
    const known = openWeights({
      learntFrom: '',
      intents: ['task.create', 'ticket.close'],
      pieces,
      weights: Buffer.from(Int8Array.from(weights, (one) => Math.round(one / scale)).buffer).toString(
        'base64',
      ),
      scale,
      bias: [...bias],
    })
    const likely = weighPieces(listPieces('remind them'), known)
    expect(Math.exp(likely.get('task.create') ?? 0)).toBeGreaterThan(0.8)
    expect([...likely.values()].reduce((sum, one) => sum + Math.exp(one), 0)).toBeCloseTo(1)
  })
})

describe('a text to compare', () => {
  it('has a letter for each thing found in it', () => {
    expect(toComparable({ masked: '提醒我给\ue000打电话，\ue200' })).toBe('提醒我给C打电话 T')
  })

  it('is taken into runs of characters, or of words', () => {
    expect([...listPieces('记下')]).toEqual(['^', '记', '下', '$', '^记', '记下', '下$', '^记下', '记下$'])
    expect([...listPieces('log it')]).toContain('^ log it')
  })
})
