import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Button, Card } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { opportunities } from '../../../src/features/opportunities/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, OPENING, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
  bank.clock.set(OPENING)
}, 240_000)
afterAll(() => bank.close())

/** Time goes on between two messages of a person. */
const wangmin = () => {
  bank.clock.advance(1000)
  return bank.as('ou_wangmin')
}

function newest(cards: readonly Card[]): Card {
  const last = cards.at(-1)
  if (last === undefined) throw new Error('no card')
  return last
}

async function named(name: string) {
  const rows = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx.select().from(opportunities).where(eq(opportunities.name, name)),
  )
  return rows[0]
}

function clicksOld(button: Button | null) {
  if (button === null) throw new Error('no such button')
  return click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_elsewhere',
      happenedAt: bank.clock.now(),
      conversation: 'oc_p2p_wangmin',
      sender: { account: 'ou_wangmin' },
      press: button.press,
      form: {},
    },
    () => undefined,
  )
}

describe('a new opportunity', () => {
  it('is saved at once, named after customer, product and amount', async () => {
    const card = newest(await wangmin().says('给李秀英建个商机，贵金属20万，预计月底成交'))
    expect(shown(card)).toContain('李秀英-贵金属-20万')
    expect(await named('李秀英-贵金属-20万')).toMatchObject({
      amountFen: 20_000_000n,
      closeOn: '2026-11-30',
      stage: 'initial_contact',
    })
    await wangmin().presses(/撤销/)
    expect(await named('李秀英-贵金属-20万')).toBeUndefined()
  })

  it('that is there already is asked about', async () => {
    const card = newest(await wangmin().says('给李建国建个商机，3年期大额存单80万'))
    expect(shown(card)).toContain('可能重复')
    expect(await named('李建国-3年期大额存单-80万')).toBeUndefined()
    await wangmin().says('确认')
    expect(await named('李建国-3年期大额存单-80万')).toBeDefined()
    await wangmin().says('撤销')
  })

  it('in another currency asks for yuan', async () => {
    const card = newest(await wangmin().says('李秀英有2万美元要做结构性存款 建个商机'))
    expect(shown(card)).toContain('人民币')
    await wangmin().presses(/确认/, { product: '结构性存款', amount: '14万' })
    expect(await named('李秀英-结构性存款-14万')).toMatchObject({ amountFen: 14_000_000n })
  })
})

describe('moving', () => {
  it('one stage on is saved at once, with before and after, and offers what comes next', async () => {
    const card = newest(await wangmin().says('李建国的大额存单商机推进到方案提供'))
    expect(shown(card)).toContain('需求分析 → 方案提供')
    expect((await named('李建国-3年期大额存单-50万'))?.stage).toBe('proposal')
    const follow = findButton(card, /建任务/)
    const answer = await wangmin().presses(/建任务/)
    expect(answer.toast?.text).toMatchObject({ zh: '已建任务' })
    const again = await clicksOld(follow)
    expect(again.toast?.tone).toBe('error')
  })

  it('a step back asks why, and keeps the reason', async () => {
    const card = newest(await wangmin().says('李建国的大额存单商机退回到初步接触'))
    expect(shown(card)).toContain('退回前面的阶段')
    expect((await named('李建国-3年期大额存单-50万'))?.stage).toBe('proposal')
    await wangmin().presses(/确认/, { reason: '客户要重新考虑金额' })
    expect(await named('李建国-3年期大额存单-50万')).toMatchObject({
      stage: 'initial_contact',
      reason: '客户要重新考虑金额',
    })
  })

  it('a skip asks why too, and without a reason nothing is saved', async () => {
    await wangmin().says('李建国的大额存单商机推进到谈判签约')
    expect(shown(newest(wangmin().cards()))).toContain('跳过中间阶段')
    const answer = await wangmin().presses(/确认/)
    expect((await named('李建国-3年期大额存单-50万'))?.stage).toBe('initial_contact')
    expect(shown(answer.card)).toContain('原因')
    await wangmin().presses(/确认/, { reason: '客户已比较过方案' })
    expect((await named('李建国-3年期大额存单-50万'))?.stage).toBe('negotiation')
  })

  it('winning is confirmed first, a typed 确认 will do, and the amount said is kept', async () => {
    const card = newest(await wangmin().says('李建国大额存单的单子成交了，最后定的60万'))
    expect(shown(card)).toContain('确认成交')
    await wangmin().says('确认')
    expect(await named('李建国-3年期大额存单-60万')).toMatchObject({ stage: 'won', amountFen: 60_000_000n })
    const undone = await wangmin().presses(/撤销/)
    expect(undone.toast?.text).toMatchObject({ zh: '已撤销' })
    expect((await named('李建国-3年期大额存单-50万'))?.stage).toBe('negotiation')
  })

  it('losing wants a reason', async () => {
    const card = newest(await wangmin().says('李秀英的结构性存款商机失败了'))
    expect(shown(card)).toContain('确认丢单')
    await wangmin().presses(/确认/, { reason: '他行利率更高' })
    expect(await named('李秀英-结构性存款-14万')).toMatchObject({ stage: 'lost', reason: '他行利率更高' })
  })

  it('from an old card shows the present state and changes nothing', async () => {
    await wangmin().says('给李娜建个商机，国债10万')
    const button = findButton(newest(wangmin().cards()), /推进到/)
    await wangmin().presses(/推进到需求分析/)
    const again = await clicksOld(button)
    expect(again.toast?.text).toMatchObject({ zh: expect.stringContaining('已有变化') })
    expect((await named('李娜-国债-10万'))?.stage).toBe('needs_analysis')
  })
})

describe('changing', () => {
  it('the amount renames it and shows before and after', async () => {
    const card = newest(await wangmin().says('李娜国债的商机金额更新为120万'))
    expect(shown(card)).toContain('10万 → 120万')
    expect(await named('李娜-国债-120万')).toBeDefined()
  })

  it('goes through the form as well', async () => {
    await wangmin().presses(/修改/)
    const answer = await wangmin().presses(/保存/, { product: '国债', amount: '88万', close: '2026-12-31' })
    expect(shown(answer.card)).toContain('李娜-国债-88万')
    expect(await named('李娜-国债-88万')).toMatchObject({ closeOn: '2026-12-31' })
  })
})

describe('who may', () => {
  it('another team finds no such customer', async () => {
    const card = newest(await bank.as('ou_liuyang').says('李建国的大额存单商机推进到方案提供'))
    expect(shown(card)).toContain('未找到')
  })

  it('a head only reads', async () => {
    const card = newest(await bank.as('ou_sunhang').says('给李建国建个商机，国债10万'))
    expect(shown(card)).toContain('只读')
    const list = newest(await bank.as('ou_sunhang').says('商机列表'))
    expect(findButton(list, /推进/)).toBeNull()
  })
})

describe('looking', () => {
  it('lists the open ones a page at a time and moves a line without leaving the list', async () => {
    const card = newest(await wangmin().says('我的商机'))
    expect(shown(card)).toContain('金额合计')
    const answer = await wangmin().presses(/^推进$/)
    expect(answer.toast?.tone).toBe('success')
    expect(shown(answer.card)).toContain('我的商机')
    const next = await wangmin().presses(/下一页/)
    expect(shown(next.card)).toContain('第 2 页')
  })

  it('shows the funnel, whose stages open', async () => {
    const card = newest(await wangmin().says('我的漏斗'))
    expect(card.nodes.map(({ node }) => node)).toEqual(expect.arrayContaining(['chart', 'table']))
    const stage = await wangmin().presses(/^需求分析$/)
    expect(shown(stage.card)).toContain('需求分析')
  })

  it('gives ranges and short names in a group', async () => {
    const [card] = await bank.as('ou_wangmin', 'oc_retail1').says('李建国的商机')
    expect(shown(card)).not.toContain('李建国')
    expect(shown(card)).not.toContain('50万\n')
    expect(shown(card)).toMatch(/万–/)
  })
})
