import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../cards/kit/index.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { defaultSchedules } from '../../../src/features/digests/index.ts'
import { employees } from '../../../src/features/people/schema.ts'
import { schedules } from '../../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'

let bank: Bank
const wangmin = () => bank.as('ou_wangmin')
const at = (wall: string) => new Date(`${wall}:00+08:00`)

beforeAll(async () => {
  bank = await openBank()
  for (const person of ['ou_wangmin', 'ou_zhaoqiang']) await bank.as(person).says('帮助')
})
afterAll(() => bank.close())
beforeEach(async () => {
  await bank.parts.store.db.delete(schedules)
})

/** Moves the clock to a wall time and runs what is due; answers with the cards of a chat that came by it. */
async function tickAt(wall: string, openId = 'ou_wangmin', chat?: string): Promise<readonly Card[]> {
  const person = bank.as(openId, chat)
  const before = person.cards().length
  bank.clock.set(at(wall))
  await bank.tick()
  return person.cards().slice(before)
}

const armed = (kind: string) =>
  bank.parts.store.db
    .select()
    .from(schedules)
    .where(and(eq(schedules.kind, kind), eq(schedules.state, 'armed')))

const titles = (cards: readonly Card[]) => cards.map((card) => shown({ ...card, nodes: [] }))

describe('the standing posts', () => {
  it('are armed once for everybody who has customers, and for each team with a supervisor', async () => {
    await defaultSchedules(bank.parts.store.db, at('2026-11-21T10:00'), 'Asia/Shanghai')
    await defaultSchedules(bank.parts.store.db, at('2026-11-24T10:00'), 'Asia/Shanghai')
    const personal = await armed('digest.personal')
    const team = await armed('digest.team')
    expect(personal).toHaveLength(7)
    expect(team.map(({ conversation }) => conversation)).toEqual(['oc_retail1', null])
    expect(personal.every(({ dueAt }) => dueAt.getTime() === at('2026-11-23T08:30').getTime())).toBe(true)
    expect(team.every(({ dueAt }) => dueAt.getTime() === at('2026-11-23T18:00').getTime())).toBe(true)
  })

  it('are armed for a new employee alone', async () => {
    const [lilei] = await bank.parts.store.db
      .select()
      .from(employees)
      .where(eq(employees.account, 'ou_lilei'))
    await defaultSchedules(bank.parts.store.db, at('2026-11-21T10:00'), 'Asia/Shanghai', [lilei?.id ?? 0])
    expect(await armed('digest.personal')).toMatchObject([{ employeeId: lilei?.id }])
    expect(await armed('digest.team')).toEqual([])
  })

  it('come on working days at their minute, and once', async () => {
    bank.clock.set(at('2026-11-21T10:00'))
    await defaultSchedules(bank.parts.store.db, bank.clock.now(), 'Asia/Shanghai')
    expect(await tickAt('2026-11-22T09:00')).toEqual([])
    expect(await tickAt('2026-11-23T08:29')).toEqual([])
    expect(titles(await tickAt('2026-11-23T08:30'))).toEqual(['王敏 · 今日简报\n11月23日（周一）'])
    expect(await tickAt('2026-11-23T08:31')).toEqual([])
    expect(titles(await tickAt('2026-11-23T18:00', 'ou_wangmin', 'oc_retail1'))).toEqual([
      '零售一组 · 团队简报\n11月23日（周一）',
    ])
    expect(titles(await tickAt('2026-11-24T08:30'))).toEqual(['王敏 · 今日简报\n11月24日（周二）'])
  })

  it('are made up for the same day after a late start, and not for a morning that has passed', async () => {
    bank.clock.set(at('2026-11-25T07:00'))
    await defaultSchedules(bank.parts.store.db, bank.clock.now(), 'Asia/Shanghai')
    expect(titles(await tickAt('2026-11-25T11:00'))).toEqual(['王敏 · 今日简报\n11月25日（周三）'])
    expect(await tickAt('2026-11-27T07:00')).toEqual([])
    expect(titles(await tickAt('2026-11-27T08:30'))).toEqual(['王敏 · 今日简报\n11月27日（周五）'])
  })

  it('are quiet in a holiday week and come on a make-up Saturday', async () => {
    bank.clock.set(at('2026-09-30T20:00'))
    await defaultSchedules(bank.parts.store.db, bank.clock.now(), 'Asia/Shanghai')
    expect(await tickAt('2026-10-05T12:00')).toEqual([])
    expect(await tickAt('2026-10-08T08:30')).toHaveLength(1)
    expect(await tickAt('2026-10-09T08:30')).toHaveLength(1)
    expect(titles(await tickAt('2026-10-10T08:30'))).toEqual(['王敏 · 今日简报\n10月10日（周六）'])
    expect(await tickAt('2026-10-11T08:30')).toEqual([])
  })
})

describe('the personal digest', () => {
  beforeEach(() => bank.clock.set(at('2026-11-23T08:40')))

  it('has three numbers with their change, and at most ten lines, what is overdue first', async () => {
    const [card] = await wangmin().says('今日简报')
    const figures = card?.nodes.find((node) => node.node === 'figures')
    expect(
      figures?.node === 'figures'
        ? figures.figures.map(({ note }) => shown({ heading: { title: note ?? '' }, summary: '', nodes: [] }))
        : [],
    ).toEqual([
      expect.stringMatching(/^昨天 \d+$/),
      expect.stringMatching(/^上周同期 \d+$/),
      expect.stringMatching(/^一周前 \d+$/),
    ])
    const lists = card?.nodes.flatMap((node) => (node.node === 'list' ? [node.items] : [])) ?? []
    const lines = lists.at(-1) ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(10)
    const tags = lines.map(({ tags: [tag] = [] }) =>
      shown({ heading: { title: tag?.text ?? '' }, summary: '', nodes: [] }),
    )
    const order = ['已过期', '今天', '到期', '生日']
    expect([...tags].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(tags)
    expect(lists.length === 1 || (lists[0]?.length ?? 0) <= 3).toBe(true)
  })

  it('tells of a product that matures and of a birthday', async () => {
    await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.update(customers).set({ birthday: '1980-11-25' }).where(eq(customers.name, '李秀英')),
    )
    const text = shown((await wangmin().says('今日简报'))[0])
    expect(text).toContain('李建国 · 结构性存款到期')
    expect(text).toContain('李秀英 · 生日')
  })

  it('lets a task be done in place, and taken back', async () => {
    const [card] = await wangmin().says('今日简报')
    const before = shown(card)
    const answer = await wangmin().presses(/^完成$/)
    expect(answer.toast?.tone).toBe('success')
    expect(shown(answer.card)).toContain('今日简报')
    expect(shown(answer.card)).not.toBe(before)
    expect(answer.card === undefined ? null : findButton(answer.card, /^撤销/)).not.toBeNull()
  })

  it('opens a customer', async () => {
    await wangmin().says('今日简报')
    const answer = await wangmin().presses(/^客户$/)
    expect(shown(answer.card)).toMatch(/C\d{6}/)
  })
})

describe('the team digest', () => {
  beforeEach(() => bank.clock.set(at('2026-11-20T18:30')))

  it('has a row for each manager, the chart of the week, and no name of a customer', async () => {
    const [card] = await bank.as('ou_zhaoqiang').says('今日简报')
    const text = shown(card)
    for (const part of ['零售一组', '王敏', '李磊', '本周成交', '上一工作日']) expect(text).toContain(part)
    expect(text).not.toContain('刘洋')
    const chart = card?.nodes.find((node) => node.node === 'chart')
    expect(chart?.node === 'chart' ? chart.chart.values : []).toHaveLength(5)
    const names = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select({ name: customers.name }).from(customers),
    )
    expect(names.filter(({ name }) => text.includes(name))).toEqual([])
  })

  it('shows ranges in the group, where nothing can be pressed', async () => {
    const [card] = await bank.as('ou_zhaoqiang', 'oc_retail1').says('今日简报')
    expect(card === undefined ? null : findButton(card, /./)).toBeNull()
    expect(shown(card)).toMatch(/无|–|不足|以上/)
  })

  it('is by team for a head, and by nobody for an administrator', async () => {
    expect(shown((await bank.as('ou_sunhang').says('今日简报'))[0])).toContain('零售二组')
    expect(shown((await bank.as('ou_zhoukai').says('今日简报'))[0])).toContain('无权')
  })
})

describe('a subscription', () => {
  beforeEach(() => bank.clock.set(at('2026-11-23T12:00')))

  it('is made in words, comes at its time, and takes the place of the one before', async () => {
    const [card] = await wangmin().says('每天7:45给我推个人简报')
    expect(shown(card)).toContain('每个工作日 07:45')
    expect(shown(card)).toContain('11月24日（周二）07:45')
    await wangmin().says('每天早上8点半给我发简报')
    expect(await armed('digest.personal')).toHaveLength(1)
    expect(await tickAt('2026-11-24T07:45')).toEqual([])
    expect(await tickAt('2026-11-24T08:30')).toHaveLength(1)
  })

  it('can be weekly', async () => {
    const [card] = await wangmin().says('每周五9点给我发简报')
    expect(shown(card)).toContain('每周五 09:00')
    expect(await armed('digest.personal')).toMatchObject([{ dueAt: at('2026-11-27T09:00') }])
  })

  it('is stopped in words, and the stop can be taken back', async () => {
    await wangmin().says('每天早上8点半给我发简报')
    bank.clock.advance(1000)
    expect(shown((await wangmin().says('别再给我发简报了'))[0])).toContain('已退订')
    expect(await armed('digest.personal')).toEqual([])
    bank.clock.advance(1000)
    await wangmin().says('撤销')
    expect(await armed('digest.personal')).toMatchObject([{ dueAt: at('2026-11-24T08:30') }])
  })

  it('that is not there cannot be stopped', async () => {
    expect(shown((await wangmin().says('别再给我发简报了'))[0])).toContain('没有订阅')
  })

  it('of the team is the supervisor’s alone, and goes to the group', async () => {
    expect(shown((await wangmin().says('每天18:00往群里发团队简报'))[0])).toContain('无权')
    expect(shown((await bank.as('ou_zhoujie').says('每天18:00发团队简报'))[0])).toContain('无权')
    const [card] = await bank.as('ou_zhaoqiang').says('每天18:00发团队简报')
    expect(shown(card)).toContain('团队群')
    expect(await armed('digest.team')).toMatchObject([
      { conversation: 'oc_retail1', dueAt: at('2026-11-23T18:00') },
    ])
  })
})
