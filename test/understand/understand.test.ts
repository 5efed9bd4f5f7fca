// The reading of whole messages: our own tables of phrases, the rulings of the contract, and what must never write.

import { describe, expect, it } from 'vitest'
import { type Frame, understand } from '../../src/understand/index.ts'
import { READING_INTENTS } from '../../src/understand/mood.ts'
import { ENGLISH_FRAMES } from './frames-en.ts'
import { CHINESE_FRAMES, type Example } from './frames-zh.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'
import { ENGLISH_PHRASES } from './phrases-en.ts'
import { CHINESE_PHRASES } from './phrases-zh.ts'

const read = (text: string, more: object = {}): Frame => understand(text, { ...PHRASE_CONTEXT, ...more })

const shareRight = (phrases: typeof CHINESE_PHRASES): { share: number; wrong: string[] } => {
  const all = Object.entries(phrases).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })))
  const wrong = all.filter(({ intent, text }) => read(text).intent !== intent).map(({ text }) => text)
  return { share: 1 - wrong.length / all.length, wrong }
}

describe('the intent of a phrase', () => {
  it('is right for nearly every Chinese phrase of the table', () => {
    const { share, wrong } = shareRight(CHINESE_PHRASES)
    expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.985)
  })

  it('is right for nearly every English phrase of the table', () => {
    const { share, wrong } = shareRight(ENGLISH_PHRASES)
    expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(0.985)
  })
})

const FREE = ['content', 'title', 'comment', 'reason', 'template']
const lower = (value: unknown): unknown => JSON.parse(JSON.stringify(value).toLowerCase())

const exactSlots = (slots: Frame['slots']): unknown => {
  const { next, ...rest } = slots as { next?: { action?: string } }
  const { action: _, ...at } = next ?? {}
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !FREE.includes(name)))
  return lower(Object.keys(at).length > 0 ? { ...kept, next: at } : kept)
}

const fits = ([text, intent, slots, contains = {}]: Example): boolean => {
  const frame = read(text)
  const free = { ...frame.slots, ...(frame.slots['next'] as object | undefined) } as Record<string, unknown>
  const told = Object.entries(contains).every(([name, words]) =>
    String(free[name] ?? '')
      .toLowerCase()
      .includes(words.toLowerCase()),
  )
  return (
    frame.intent === intent &&
    told &&
    JSON.stringify(exactSlots(frame.slots)) === JSON.stringify(exactSlots(slots))
  )
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

describe('the whole frame of a hurried message', () => {
  const wrongOf = (examples: readonly Example[]): string[] =>
    examples
      .filter((example) => {
        const frame = read(example[0])
        const same =
          JSON.stringify(sorted(exactSlots(frame.slots))) === JSON.stringify(sorted(exactSlots(example[2])))
        return frame.intent !== example[1] || !same || !(fits(example) || same)
      })
      .map(([text]) => `${text} => ${JSON.stringify(read(text))}`)

  it('is exact for nearly every Chinese example', () => {
    const wrong = wrongOf(CHINESE_FRAMES)
    expect(wrong.length / CHINESE_FRAMES.length, wrong.join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('is exact for nearly every English example', () => {
    const wrong = wrongOf(ENGLISH_FRAMES)
    expect(wrong.length / ENGLISH_FRAMES.length, wrong.join('\n')).toBeLessThanOrEqual(0.04)
  })
})

describe('a note of a phone call', () => {
  it('holds customer, channel, interest with its term, and the next appointment', () => {
    const frame = read(
      '电话沟通，客户周先生咨询了新一期结构性存款的收益，表示对6个月期产品感兴趣，约好下周四上午10点来网点详谈',
    )
    expect(frame.intent).toBe('followup.log')
    expect(frame.slots).toMatchObject({
      customer: '周先生',
      channel: 'phone',
      interest: '6个月期结构性存款',
      next: { at: '2026-11-26T10:00' },
    })
    expect((frame.slots['next'] as { action: string }).action).toContain('详谈')
    expect(frame.confidence).toBeGreaterThan(0.9)
  })
})

describe('what never writes', () => {
  it.each(['客户说以后别给他打电话了', '王芳不希望我们再联系她', 'the client does not want any more calls'])(
    '%s is a note at most',
    (text) => {
      expect(['followup.log', 'unknown']).toContain(read(text).intent)
    },
  )

  it.each([
    '赵刚今天来电话了吗',
    '王芳上次来是什么时候',
    '赵刚的单子签了没',
    '王芳的工单解决了吗',
    'has Ben Ortiz called back?',
    'did we close the Riverside deal?',
    '哈哈好的',
    '今天好冷',
    'see you tomorrow',
  ])('%s changes nothing', (text) => {
    expect(READING_INTENTS.has(read(text).intent)).toBe(true)
  })
})

describe('the customer of the conversation', () => {
  it('is meant by a pronoun', () => {
    expect(read('给她打个重点维护标签').slots).toEqual({ customer: '张伟', add: ['重点维护'] })
  })

  it('is meant where a note names no one', () => {
    expect(read('刚打过电话，没人接').slots).toMatchObject({ customer: '张伟' })
  })

  it('gives way to a customer who is named', () => {
    expect(read('客户王芳什么情况').slots).toEqual({ customer: '王芳' })
  })

  it('is left out of lists', () => {
    expect(read('我的商机').slots).toEqual({})
    expect(read('本周任务').slots).not.toHaveProperty('customer')
  })

  it('is left out where there is none', () => {
    const { customer: _, ...alone } = PHRASE_CONTEXT
    expect(understand('刚打过电话，没人接', alone).slots).not.toHaveProperty('customer')
  })
})

describe('a customer who is on no list', () => {
  it.each([
    ['大后天下午汪素琴来签合同，提醒我', '汪素琴', '2026-11-21 afternoon'],
    ['阎立冬后天来签合同，提醒我', '阎立冬', '2026-11-20'],
  ])('is found beside a time, and where the name holds one: %s', (text, customer, due) => {
    expect(read(text).slots).toMatchObject({ customer, due })
  })
})

describe('several wishes in one message', () => {
  it('come as the first that changes something and the others after it', () => {
    const frame = read('刚和王芳通了电话，她想买国债，顺便建个商机30万国债，另外提醒我后天给她打电话')
    expect(frame.intent).toBe('followup.log')
    expect(frame.also?.map((one) => one.intent)).toEqual(['opportunity.create', 'task.create'])
    expect(frame.also?.[0]?.slots).toMatchObject({ customer: '王芳', amount: 300000 })
  })

  it('are one where the rest is what comes next', () => {
    const frame = read('拜访了赵刚，约了下周二再谈')
    expect(frame.intent).toBe('followup.log')
    expect(frame.also).toBeUndefined()
  })
})

describe('what also is stated by people', () => {
  it.each([
    ['取消明天拜访王芳的任务', 'task.cancel'],
    ['T1024转给李梅', 'ticket.assign'],
    ['导出我的客户名单', 'customer.export'],
    ['语言切换成英文', 'settings.update'],
  ] as const)('%s is %s', (text, intent) => {
    expect(read(text).intent).toBe(intent)
  })
})

describe('an uncertain reading', () => {
  it('comes with the likeliest other readings', () => {
    const frames = ['王芳回访', '赵刚 合同', '王芳贷款', '明天王芳'].map((text) => read(text))
    for (const frame of frames) expect(frame.alternatives?.length ?? 0).toBeLessThanOrEqual(3)
  })
})
