import { describe, expect, it } from 'vitest'
import { personalDigestCard, samples, subscribedCard, teamDigestCard } from '../../cards/digests.ts'
import { type Button, say } from '../../cards/kit/index.ts'
import { buttonsOf, shown } from '../support/bank.ts'

const tap = (zh: string): Button => ({ label: say(zh, zh), press: { action: 'x', input: {} } })
const line = {
  title: '回访李秀英',
  detail: null,
  note: null,
  tag: { text: say('今天', 'Today'), tone: 'info' as const },
  buttons: [tap('完成')],
}

describe('the personal digest', () => {
  const digest = {
    name: '王敏',
    day: say('11月23日（周一）', 'Mon 23 Nov'),
    figures: [],
    warnings: [],
    lines: [],
    buttons: [],
  }

  it('says so when there is nothing to do', () => {
    expect(shown(personalDigestCard(digest))).toContain('今天没有待办')
    expect(shown(personalDigestCard(digest), 'en')).toContain('Nothing to do today')
  })

  it('puts what is going wrong before what is to do', () => {
    const text = shown(
      personalDigestCard({ ...digest, lines: [line], warnings: [{ ...line, title: '2 个工单已超时' }] }),
    )
    expect(text.indexOf('2 个工单已超时')).toBeLessThan(text.indexOf('回访李秀英'))
  })

  it('names nobody on the lock screen', () => {
    expect(personalDigestCard({ ...digest, lines: [line] }).summary).toEqual(
      say('今日简报', 'Your digest for today'),
    )
  })
})

describe('the team digest', () => {
  it('has a chart outside of any form and a row for each person', () => {
    const card = teamDigestCard({
      name: '零售一组',
      day: '11月20日',
      figures: [],
      trend: say('持平', 'level'),
      chart: { form: 'bar', title: say('跟进', 'Contacts'), values: [{ label: '11/20', value: 3 }] },
      rows: [{ name: '王敏', today: 1, week: 2, opportunities: 3, overdue: 4 }],
      buttons: [],
    })
    expect(card.nodes.map(({ node }) => node)).toEqual(['figures', 'text', 'chart', 'table'])
    expect(shown(card)).toContain('王敏')
    expect(buttonsOf(card)).toEqual([])
  })
})

describe('a subscription', () => {
  it('says what comes when, and where', () => {
    const text = shown(
      subscribedCard({
        what: '个人简报',
        when: '每个工作日 08:30',
        where: '与我的私聊',
        next: '11月23日',
        buttons: [tap('退订')],
      }),
    )
    for (const part of ['已订阅', '个人简报', '每个工作日 08:30', '与我的私聊', '11月23日', '退订'])
      expect(text).toContain(part)
  })
})

describe('the samples', () => {
  it('hold one of each', () => {
    expect(samples.map(({ name }) => name)).toEqual(['personal digest', 'team digest', 'subscribed'])
  })
})
