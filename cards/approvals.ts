// Cards about decisions: where one is taken, why one is turned down, and the news of it.

import { type Button, type Card, join, type Node, type Sample, say } from './kit/index.ts'
import { type DecisionView, decisionNodes, STATUS_WORDS, sampleTicket, ticketCard } from './tickets.ts'

/** Where a decision is taken: one line of comment, which a rejection needs. */
export function decisionForm(buttons: readonly Button[]): Node {
  return {
    node: 'form',
    name: 'decision',
    fields: [
      {
        field: 'line',
        name: 'comment',
        label: say('审批意见', 'Comment'),
        placeholder: say('驳回时必填', 'Needed for a rejection'),
        maxLength: 200,
      },
    ],
    buttons,
  }
}

/** Why a request is turned down. */
export function rejectCard(question: {
  readonly number: string
  readonly submit: Button
  readonly cancel: Button
}): Card {
  const title = join([say('驳回 ', 'Reject '), question.number])
  return {
    heading: { title, tone: 'warning' },
    summary: title,
    nodes: [
      {
        node: 'text',
        text: say(
          '驳回需要写明理由，申请人会看到。',
          'A rejection needs a reason; the person who asked will read it.',
        ),
      },
      {
        node: 'form',
        name: 'reject',
        fields: [
          {
            field: 'lines',
            name: 'comment',
            label: say('驳回理由', 'Reason'),
            required: true,
            maxLength: 200,
          },
        ],
        buttons: [question.submit, question.cancel],
      },
    ],
  }
}

/** The one message by which the person who asked hears of the decision. */
export function decisionNewsCard(news: {
  readonly number: string
  readonly decision: DecisionView
  readonly content: string
  readonly open: Button
}): Card {
  const { text, tone } = STATUS_WORDS[news.decision.decision]
  const title = join([say('您的申请 ', 'Your request '), news.number, ' ', text])
  return {
    heading: { title, tone },
    summary: join([news.number, ' ', text]),
    nodes: [
      ...decisionNodes(news.decision),
      { node: 'quote', text: news.content },
      { node: 'buttons', buttons: [news.open] },
    ],
  }
}

const tap = (zh: string, en: string): Button => ({
  label: say(zh, en),
  press: { action: 'sample', input: {} },
})

const rejected: DecisionView = {
  decision: 'rejected',
  who: '赵强',
  at: say('11月21日（周六）10:02', 'Sat 21 Nov 10:02'),
  comment: '超出本季度优惠额度',
}

export const samples: readonly Sample[] = [
  {
    name: 'request to decide',
    card: ticketCard(sampleTicket, [
      decisionForm([
        { ...tap('同意', 'Approve'), tone: 'primary' },
        { ...tap('驳回', 'Reject'), tone: 'danger' },
      ]),
    ]),
  },
  { name: 'rejected request', card: ticketCard({ ...sampleTicket, status: 'rejected', decision: rejected }) },
  {
    name: 'reason of a rejection',
    card: rejectCard({
      number: 'T1024',
      submit: { ...tap('提交驳回', 'Submit'), tone: 'danger' },
      cancel: tap('取消', 'Cancel'),
    }),
  },
  {
    name: 'news of a decision',
    card: decisionNewsCard({
      number: 'T1024',
      decision: rejected,
      content: sampleTicket.content,
      open: tap('查看', 'Open'),
    }),
  },
]
