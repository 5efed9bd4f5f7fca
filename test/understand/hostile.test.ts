// Whatever is typed: no exception, a confidence that is a probability, and bounded work.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTENTS, understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const WORDS = [
  '提醒我',
  '王芳',
  '明天',
  '下午3点',
  '50万',
  '大额存单',
  '商机',
  '工单',
  'T1024',
  '#',
  '标签',
  '：',
  '，',
  '\n',
  '1',
  '年',
  '尾号',
  '把',
  '了',
  '吗',
  'remind me',
  'Laura Kim',
  ' at ',
  '$',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\ue000',
  '\ue900',
  '\u200d',
  "'; drop table customers; --",
  '<at id=all></at>',
  '{{x}}',
  '**',
  '%s',
  '9'.repeat(30),
  '个',
  '千万',
]

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((parts) => parts.join(''))
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  words,
)

describe('any string', () => {
  it('is read without an exception into a frame of the contract', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const frame = understand(text, PHRASE_CONTEXT)
        const json = JSON.stringify(frame)
        return (
          INTENTS.includes(frame.intent) &&
          frame.confidence >= 0 &&
          frame.confidence <= 1 &&
          !json.includes('null')
        )
      }),
      { numRuns: 20_000 },
    )
  }, 240_000)

  it.each([
    ['a word that is also twice a shorter one', `${'刚刚Monday'.repeat(55)}x`],
    ['looking and looking again', `${'看看'.repeat(60)}鑫`],
    ['whose and whose again', `${'咱我们的'.repeat(60)}鑫`],
    ['a phone number again and again', `find${' phone number'.repeat(60)} x`],
  ])('%s is read to its end', (_, text) => {
    expect(INTENTS).toContain(understand(text, PHRASE_CONTEXT).intent)
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \t\n '],
    ['emoji', '😀🎉👍🏽'],
    ['control characters', '\u0000\u0001\u0002\u007f'],
    ['long laughter that ends in another word', `${'哈'.repeat(50)}鑫`],
    ['many small words that end in another one', `${'ok嗯'.repeat(18)}zz`],
    ['a lone surrogate', '\ud800'],
    ['card markup', '<at user_id="all"></at>{"tag":"button"}'],
  ])('%s means nothing', (_, text) => {
    expect(understand(text, PHRASE_CONTEXT).intent).toBe('unknown')
  })

  it('of 40 KB keeps its whole content', () => {
    const text = `刚给王芳打了电话，${'她说想买国债。'.repeat(6000)}`
    const frame = understand(text, PHRASE_CONTEXT)
    expect(frame.intent).toBe('followup.log')
    expect(String(frame.slots['content']).length).toBe(text.length)
  })

  it('that looks like a command to the database is only text', () => {
    const frame = understand("刚给王芳打了电话'; DROP TABLE customers; --", PHRASE_CONTEXT)
    expect(frame.slots).toMatchObject({ customer: '王芳', channel: 'phone' })
  })
})
