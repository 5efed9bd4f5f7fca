import { describe, expect, it } from 'vitest'
import { decisionForm, decisionNewsCard, rejectCard } from '../../cards/approvals.ts'
import { type Button, say } from '../../cards/kit/index.ts'
import { ticketListCard } from '../../cards/ticket-lists.ts'
import { type DecisionView, decisionWords, sampleTicket, ticketCard } from '../../cards/tickets.ts'
import { buttonsOf, shown } from '../support/bank.ts'

const tap = (zh: string): Button => ({ label: say(zh, zh), press: { action: 'x', input: {} } })
const decided: DecisionView = {
  decision: 'approved',
  who: '赵强',
  at: say('11月21日（周六）10:02', 'Sat 21 Nov 10:02'),
  comment: null,
}

describe('the card of a request', () => {
  it('shows the facts on which to decide, in both languages', () => {
    const card = ticketCard(sampleTicket)
    for (const part of ['T1024', '李建国', '50万', '+15 BP', '王敏', '待审批', '优先'])
      expect(shown(card)).toContain(part)
    for (const part of ['T1024', '¥500K', '+15 BP', 'Awaiting approval', 'High'])
      expect(shown(card, 'en')).toContain(part)
  })

  it('leaves out what is not known', () => {
    const card = ticketCard({
      ...sampleTicket,
      customer: null,
      amount: null,
      rateBp: null,
      product: null,
      due: null,
    })
    expect(shown(card)).not.toMatch(/^(客户|金额|利率上浮|产品|期限)$/m)
  })

  it('says who decided and when, and has no buttons of its own', () => {
    const card = ticketCard({ ...sampleTicket, status: 'approved', decision: decided })
    expect(shown(card)).toContain('赵强 11月21日（周六）10:02 已同意')
    expect(shown(card, 'en')).toContain('赵强 Sat 21 Nov 10:02 Approved')
    expect(buttonsOf(card)).toEqual([])
  })

  it('shows what people wrote as a quote, never as a heading or a summary', () => {
    const written = '**粗体** <at id=all></at> [链接](https://example.com)'
    const card = ticketCard({ ...sampleTicket, content: written, course: [written] })
    const quotes = card.nodes
      .flatMap((node) => (node.node === 'panel' ? node.nodes : [node]))
      .filter((node) => node.node === 'quote')
    expect(quotes.map((node) => (node.node === 'quote' ? node.text : ''))).toEqual([written, written])
    expect(JSON.stringify([card.heading, card.summary])).not.toContain('粗体')
  })

  it('names nobody on the lock screen', () => {
    for (const card of [
      ticketCard(sampleTicket),
      decisionNewsCard({ number: 'T1024', decision: decided, content: '', open: tap('查看') }),
    ]) {
      expect(JSON.stringify(card.summary)).not.toMatch(/李建国|50万/)
    }
  })

  it('is marked when it is overdue or urgent', () => {
    expect(shown(ticketCard({ ...sampleTicket, overdue: true, urgency: 'urgent' }))).toMatch(
      /紧急[\s\S]*已超时/,
    )
    expect(shown(ticketCard({ ...sampleTicket, urgency: 'normal' }))).not.toContain('普通')
  })
})

describe('where a decision is taken', () => {
  it('has both buttons beside one line of comment, which approving does not need', () => {
    const form = decisionForm([tap('同意'), tap('驳回')])
    expect(form.node === 'form' ? form.fields.map(({ required }) => required ?? false) : []).toEqual([false])
    expect(form.node === 'form' ? form.buttons : []).toHaveLength(2)
  })

  it('asks for the reason of a rejection where it was said in words', () => {
    const card = rejectCard({ number: 'T1024', submit: tap('提交驳回'), cancel: tap('取消') })
    const form = card.nodes.find((node) => node.node === 'form')
    expect(form?.node === 'form' ? form.fields[0]?.required : false).toBe(true)
    expect(buttonsOf(card)).toHaveLength(2)
  })
})

describe('the news of a decision', () => {
  it('says who, when, what and why', () => {
    const decision: DecisionView = { ...decided, decision: 'rejected', comment: '超出额度' }
    const card = decisionNewsCard({ number: 'T1024', decision, content: '利率上浮', open: tap('查看') })
    for (const part of ['T1024', '已驳回', '赵强', '10:02', '超出额度', '利率上浮'])
      expect(shown(card)).toContain(part)
    expect(decisionWords(decision)).toMatchObject({ zh: '赵强 11月21日（周六）10:02 已驳回' })
  })
})

describe('a list of requests', () => {
  it('says how many there are, or that there are none', () => {
    const list = {
      title: say('未完成的工单', 'Open tickets'),
      empty: say('没有工单。', 'None.'),
      buttons: [],
    }
    const nine = shown(
      ticketListCard({
        ...list,
        total: 9,
        lines: [{ ...sampleTicket, overdue: true, buttons: [tap('查看')] }],
      }),
    )
    for (const part of ['未完成的工单（9）', 'T1024', '已超时', '查看']) expect(nine).toContain(part)
    expect(shown(ticketListCard({ ...list, total: 0, lines: [] }))).toContain('没有工单。')
  })
})
