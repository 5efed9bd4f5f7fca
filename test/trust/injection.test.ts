// User text is inert: whatever was written into names, notes, requests and reasons, the cards that show it are taken by
// the platform and hold neither mention nor link nor markup. The check was written apart from the renderer.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card, JsonObject } from '../../cards/kit/index.ts'
import { loadSamples } from '../../src/card-samples.ts'
import { renderCard } from '../../src/platform/lark/render/index.ts'
import { checkCard } from '../../src/platform/stand-in/index.ts'
import { type Bank as OpenBank, openBank, shown } from '../support/bank.ts'
import { type Answer, openDesk } from './ask.ts'
import { hostileText } from './hostile-texts.ts'
import { type Bank, copyBank, type Person } from './oracle.ts'
import { type Chance, chanceOf } from './seeded.ts'

const TEXTS = Number(process.env['TRUST_TEXTS'] ?? 20_000)
const SEED = Number(process.env['TRUST_SEED'] ?? 20261121)

/** Nobody is known: a mention, wherever it came from, would make the platform refuse the card. */
const NOBODY = { knowsPerson: () => false, knowsImage: () => false }
/** Elements whose text the platform reads as markup, or that show what an address holds. */
const LIVE_TAGS = new Set(['markdown', 'lark_md', 'img', 'a', 'link', 'at'])
const ADDRESSES = new Set(['url', 'multi_url', 'pc_url', 'android_url', 'ios_url', 'href', 'default_url'])

/** What is wrong with a card as it is sent; null where nothing is. */
function faultOf(card: Card): string | null {
  const { json } = renderCard(card)
  const verdict = checkCard(json, NOBODY)
  if (!verdict.ok) return `refused: ${verdict.code} ${verdict.message}`
  return isLive(json) ? 'something in it is live' : null
}

function isLive(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(isLive)
  if (typeof part !== 'object' || part === null) return false
  if ('tag' in part && LIVE_TAGS.has(String(part.tag))) return true
  return Object.entries(part).some(([key, value]) => ADDRESSES.has(key) || isLive(value))
}

class TakenBack extends Error {}

describe('hostile words in the cards of the house', () => {
  it(`are text, ${TEXTS} of them, seed ${SEED}`, { timeout: TEXTS * 10 + 30_000 }, async () => {
    const samples = (await loadSamples()).map(({ sample }) => sample)
    const chance = chanceOf(SEED)
    const faults: string[] = []
    let texts = 0
    const next = () => {
      texts += 1
      return hostileText(chance)
    }
    while (texts < TEXTS) {
      const { name, card } = chance.pick(samples)
      const fault = faultOf(withTexts(card, next))
      if (fault !== null) faults.push(`${name}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

/** Keys that hold no word of a person. */
const CLOSED = new Set([
  'node',
  'tone',
  'size',
  'field',
  'form',
  'press',
  'name',
  'accounts',
  'kind',
  'options',
  'zh',
  'en',
])

/** The sample with every text that a person may have written replaced. */
function withTexts(card: Card, next: () => string): Card {
  const replace = (part: unknown, key: string): unknown => {
    if (CLOSED.has(key)) return part
    if (typeof part === 'string') return key === 'value' && /^\d{4}-\d\d-\d\d/.test(part) ? part : next()
    if (Array.isArray(part)) return part.map((item) => replace(item, key))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, replace(value, name)]))
  }
  return replace(card, '') as Card
}

describe('hostile words through the capabilities', () => {
  let open: OpenBank
  let bank: Bank
  beforeAll(async () => {
    open = await openBank()
    bank = await copyBank(open.parts.store, open.parts.sealer)
  }, 240_000)
  afterAll(() => open.close())

  const person = (account: string): Person => {
    const found = bank.people.find((one) => one.account === account)
    if (found === undefined) throw new Error(account)
    return found
  }

  it.each([
    ['ou_wangmin', 220],
    ['ou_zhaoqiang', 60],
  ] as const)(
    'come out as text on every card that answers %s or is sent to others, %i times',
    async (account, count) => {
      const chance = chanceOf(SEED + 1)
      const says = account === 'ou_wangmin' ? MANAGER_SAYS : SUPERVISOR_SAYS
      const answers: (readonly [intent: string, answer: Answer])[] = []
      await open.parts.store.db
        .transaction(async (tx) => {
          const desk = await openDesk(open.parts, tx, bank, person(account))
          for (let asked = 0; asked < count; asked += 1) {
            const input = chance.pick(says)(chance)
            answers.push([input.intent, await desk.ask({ press: { action: 'start', input }, form: {} })])
          }
          throw new TakenBack()
        })
        .catch((thrown: unknown) => {
          if (!(thrown instanceof TakenBack)) throw thrown
        })
      expect(
        answers.flatMap(([intent, answer]) => faultsOf(answer).map((fault) => `${intent}: ${fault}`)),
      ).toEqual([])
      expect(answers.filter(([, { kind }]) => kind === 'card' || kind === 'question').length).toBeGreaterThan(
        count / 4,
      )
    },
    300_000,
  )

  it('are kept and shown again as text, in the private chat and in a group', {
    timeout: 300_000,
  }, async () => {
    const manager = open.as('ou_wangmin')
    const name = '<at id=all></at>[点我](http://evil.example)'
    await manager.says('新增客户 王试探 13811112222 来源转介绍')
    await manager.presses(/保存/, {
      name,
      phone: '13811112222',
      company: '**已批准**',
      source: '<a href=x>x</a>',
    })
    for (const sentence of [
      '13811112222',
      '微信联系尾号2222的客户，说 <at id=all></at> ![x](http://evil.example) 对大额存单感兴趣',
      '尾号2222的跟进记录',
      '明天提醒我给尾号2222的客户打电话 <at id=ou_fake></at>',
      '我的任务',
      '尾号2222的客户投诉 <button>批准</button> `code`',
      '工单列表',
      '我的客户',
      '</at><at user_id="all">',
    ]) {
      await manager.says(sentence)
      await open.as('ou_wangmin', 'oc_retail1').says(sentence)
    }
    const [noted] = await manager.says('电话沟通李建国，有一半字符\ud800和空字符\0，聊过')
    expect(shown(noted)).toContain('有一半字符\ufffd和空字符，聊过')
    const cards = open.sent.flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
    expect(
      cards.map((card) => shown(card)).filter((text) => text.includes('<at id=all></at>')).length,
    ).toBeGreaterThan(2)
    expect(cards.some((card) => shown(card).includes('出了点问题'))).toBe(false)
    expect(cards.map(faultOf).filter((fault) => fault !== null)).toEqual([])
  })
})

function faultsOf({ kind, text }: Answer): readonly string[] {
  if (kind === 'broken') return [text]
  if (kind !== 'card' && kind !== 'question') return []
  const [outcome, posts] = JSON.parse(text) as [{ card: Card }, { card: Card | null }[]]
  return [outcome.card, ...posts.flatMap((post) => post.card ?? [])].flatMap((card) => faultOf(card) ?? [])
}

type Saying = (chance: Chance) => { readonly intent: string; readonly slots: JsonObject }

const short = (chance: Chance, length = 190) => hostileText(chance).slice(0, length)

const MANAGER_SAYS: readonly Saying[] = [
  (chance) => ({
    intent: 'customer.create',
    slots: {
      name: short(chance),
      phone: `139${String(10_000_000 + chance.below(89_999_999))}`,
      company: short(chance),
      source: short(chance),
      tags: [short(chance, 20)],
      confirmed: true,
    },
  }),
  (chance) => ({ intent: 'customer.create', slots: { name: short(chance) } }),
  (chance) => ({ intent: 'customer.find', slots: { customer: short(chance) } }),
  (chance) => ({
    intent: 'customer.update',
    slots: { customer: '李建国', field: '职业', value: short(chance, 90), confirmed: true },
  }),
  (chance) => ({ intent: 'customer.tag', slots: { customer: '李建国', add: short(chance) } }),
  (chance) => ({ intent: 'customer.search', slots: { filters: { tag: short(chance, 60) } } }),
  (chance) => ({
    intent: 'followup.log',
    slots: {
      customer: '李建国',
      note: hostileText(chance).slice(0, 4900),
      interest: short(chance, 90),
      next_title: short(chance),
      next_at: '2026-11-25 14:00',
      confirmed: true,
    },
  }),
  (chance) => ({
    intent: 'followup.log',
    slots: { customer: '李建国', content: hostileText(chance), at: '明天' },
  }),
  (chance) => ({
    intent: 'task.create',
    slots: { customer: '李建国', title: short(chance), due: '2026-11-25T14:00', confirmed: true },
  }),
  (chance) => ({ intent: 'task.complete', slots: { title: short(chance) } }),
  (chance) => ({
    intent: 'opportunity.create',
    slots: { customer: '李建国', product: short(chance, 90), amount: 500000, confirmed: true },
  }),
  (chance) => ({
    intent: 'ticket.create',
    slots: { customer: '李建国', kind: 'complaint', content: short(chance, 1900), product: short(chance) },
  }),
  (chance) => ({
    intent: 'ticket.create',
    slots: { customer: '李建国', kind: 'rate', content: short(chance, 1900), rate_bp: 10, amount: 100000 },
  }),
  (chance) => ({ intent: 'ticket.show', slots: { ticket: short(chance) } }),
  (chance) => ({ intent: 'ticket.progress', slots: { ticket: 'T1028', content: short(chance, 490) } }),
  (chance) => ({ intent: 'followup.list', slots: { by: short(chance) } }),
]

const SUPERVISOR_SAYS: readonly Saying[] = [
  (chance) => ({ intent: 'approval.reject', slots: { ticket: 'T1024', comment: short(chance) } }),
  (chance) => ({ intent: 'approval.approve', slots: { ticket: 'T1024', comment: short(chance) } }),
  (chance) => ({ intent: 'customer.assign', slots: { customer: '李建国', to: short(chance, 60) } }),
  (chance) => ({ intent: 'ticket.assign', slots: { ticket: 'T1028', to: short(chance, 60) } }),
]
