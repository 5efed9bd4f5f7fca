// Cards about decisions: where one is taken, why one is turned down or taken back, and the news of it.

import { type Button, type Card, join, type Node, type Sample, say, type Words } from './kit/index.ts'
import { CODE_FIELD } from './step-up.ts'
import {
  type DecisionView,
  decisionNodes,
  revokedNodes,
  STATUS_WORDS,
  sampleTicket,
  ticketCard,
} from './tickets.ts'

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

/** Takes a decision back: what it was, why it is revoked, and the code. */
export function askRevokeCard(question: {
  readonly number: string
  readonly decision: DecisionView
  readonly requester: string
  /** Until when it can be revoked. */
  readonly until: Words
  /** What was said already. */
  readonly reason: string | undefined
  readonly submit: Button
  readonly cancel: Button
}): Card {
  const title = join([say('撤回审批 ', 'Revoke the decision on '), question.number])
  return {
    heading: { title, tone: 'warning' },
    summary: title,
    nodes: [
      ...decisionNodes(question.decision),
      {
        node: 'facts',
        facts: [
          { label: say('申请人', 'Asked by'), value: question.requester },
          { label: say('可撤回至', 'Revoke by'), value: question.until },
        ],
      },
      {
        node: 'text',
        text: say(
          '撤回后回到待审批，申请人会看到理由。之后可重新审批，但不能用“撤销”恢复。',
          'The request will wait again, and the person who asked will read the reason. It can be decided again; “undo” does not bring the decision back.',
        ),
      },
      {
        node: 'form',
        name: 'revoke',
        fields: [
          {
            field: 'line',
            name: 'reason',
            label: say('撤回理由', 'Reason'),
            required: true,
            maxLength: 200,
            ...(question.reason === undefined ? {} : { value: question.reason }),
          },
          CODE_FIELD,
        ],
        buttons: [question.submit, question.cancel],
      },
    ],
  }
}

/** The one message by which the person who asked hears that the decision was taken back. */
export function revokedNewsCard(news: {
  readonly number: string
  readonly who: string
  readonly reason: string
  readonly content: string
  readonly open: Button
}): Card {
  return {
    heading: {
      title: join([say('您的申请 ', 'Your request '), news.number, say(' 审批已撤回', ': decision revoked')]),
      tone: 'warning',
    },
    summary: join([news.number, say(' 审批已撤回', ': decision revoked')]),
    nodes: [
      ...revokedNodes(news.who),
      { node: 'quote', text: news.reason },
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
  {
    name: 'revoking a decision',
    card: askRevokeCard({
      number: 'T1024',
      decision: rejected,
      requester: '王敏',
      until: say('11月22日（周日）10:02', 'Sun 22 Nov 10:02'),
      reason: undefined,
      submit: { ...tap('确认撤回', 'Confirm'), tone: 'danger' },
      cancel: tap('取消', 'Cancel'),
    }),
  },
  {
    name: 'request to decide again',
    card: ticketCard(
      {
        ...sampleTicket,
        revokedBy: '赵强',
        course: ['2026-11-21 14:20 赵强 撤回审批（已驳回）：材料已补齐'],
      },
      [
        decisionForm([
          { ...tap('同意', 'Approve'), tone: 'primary' },
          { ...tap('驳回', 'Reject'), tone: 'danger' },
        ]),
      ],
    ),
  },
  {
    name: 'news of a revoked decision',
    card: revokedNewsCard({
      number: 'T1024',
      who: '赵强',
      reason: '材料已补齐',
      content: sampleTicket.content,
      open: tap('查看', 'Open'),
    }),
  },
]
