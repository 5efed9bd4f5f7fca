// Cards about requests: one request as its reader may see it, a new one, and the call-back before it is closed.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  join,
  type Node,
  type Sample,
  say,
  type Tone,
  type Words,
} from './kit/index.ts'

export type TicketKindWord = 'complaint' | 'inquiry' | 'service' | 'rate' | 'contract' | 'expense'
export type TicketStatusWord =
  | 'open'
  | 'waiting'
  | 'approved'
  | 'rejected'
  | 'resolved'
  | 'closed'
  | 'withdrawn'
export type UrgencyWord = 'low' | 'normal' | 'high' | 'urgent'

export const KIND_WORDS: Readonly<Record<TicketKindWord, Words>> = {
  complaint: say('投诉', 'Complaint'),
  inquiry: say('咨询', 'Inquiry'),
  service: say('业务办理', 'Service'),
  rate: say('利率优惠申请', 'Better rate'),
  contract: say('合同审批', 'Contract'),
  expense: say('费用申请', 'Expense'),
}

export const URGENCY_WORDS: Readonly<Record<UrgencyWord, Words>> = {
  low: say('不急', 'Low'),
  normal: say('普通', 'Normal'),
  high: say('优先', 'High'),
  urgent: say('紧急', 'Urgent'),
}

/** What a state is called, and how it should feel. */
export const STATUS_WORDS: Readonly<Record<TicketStatusWord, { readonly text: Words; readonly tone: Tone }>> =
  {
    open: { text: say('处理中', 'Open'), tone: 'info' },
    waiting: { text: say('待审批', 'Awaiting approval'), tone: 'warning' },
    approved: { text: say('已同意', 'Approved'), tone: 'good' },
    rejected: { text: say('已驳回', 'Rejected'), tone: 'danger' },
    resolved: { text: say('已解决，待回访', 'Resolved, to be called back'), tone: 'good' },
    closed: { text: say('已关闭', 'Closed'), tone: 'muted' },
    withdrawn: { text: say('已撤回', 'Withdrawn'), tone: 'muted' },
  }

/** Who decided what, and when. */
export interface DecisionView {
  readonly decision: 'approved' | 'rejected' | 'withdrawn'
  readonly who: string
  readonly at: Words
  readonly comment: string | null
}

/** A request as its reader may see it: names shortened and amounts as ranges where the place asks for it. */
export interface TicketView {
  readonly number: string
  readonly kind: TicketKindWord
  readonly status: TicketStatusWord
  readonly urgency: UrgencyWord
  readonly customer: string | null
  readonly product: string | null
  readonly amount: Words | null
  /** In hundredths of a per cent. */
  readonly rateBp: number | null
  readonly content: string
  readonly requester: string
  readonly handler: string
  readonly approver: string | null
  readonly decision: DecisionView | null
  /** Who took the decision back for which it waits again. */
  readonly revokedBy: string | null
  readonly createdAt: Words
  readonly due: Words | null
  readonly overdue: boolean
  /** What was done about it, a line each, oldest first. */
  readonly course: readonly string[]
}

/** One request: its facts, what was done, and below it what the reader can do about it. */
export function ticketCard(view: TicketView, doors: readonly Node[] = [], note?: Words): Card {
  const title = join([view.number, ' · ', KIND_WORDS[view.kind]])
  const { text, tone } = STATUS_WORDS[view.status]
  const urgent = view.urgency === 'urgent' || view.urgency === 'high'
  return {
    heading: {
      title,
      tone,
      tags: [
        { text, tone },
        ...(urgent ? [{ text: URGENCY_WORDS[view.urgency], tone: 'danger' } as const] : []),
        ...(view.overdue ? [{ text: say('已超时', 'Overdue'), tone: 'danger' } as const] : []),
      ],
    },
    summary: join([view.number, ' ', text]),
    nodes: [
      ...(note === undefined ? [] : [{ node: 'text', text: note, tone: 'warning' } as const]),
      ...decisionNodes(view.decision),
      ...revokedNodes(view.revokedBy),
      { node: 'facts', facts: factsOf(view) },
      { node: 'quote', text: view.content },
      ...courseNodes(view.course),
      ...doors,
    ],
  }
}

function factsOf(view: TicketView): readonly Fact[] {
  const facts: (Fact | null)[] = [
    view.customer === null ? null : { label: say('客户', 'Customer'), value: view.customer },
    view.product === null ? null : { label: say('产品', 'Product'), value: view.product },
    view.amount === null ? null : { label: say('金额', 'Amount'), value: view.amount },
    view.rateBp === null
      ? null
      : { label: say('利率上浮', 'Rate'), value: `${view.rateBp > 0 ? '+' : ''}${view.rateBp} BP` },
    { label: say('申请人', 'Asked by'), value: view.requester },
    view.status === 'waiting' && view.approver !== null
      ? { label: say('审批人', 'Approver'), value: view.approver }
      : { label: say('处理人', 'Handler'), value: view.handler },
    { label: say('提交时间', 'Asked at'), value: view.createdAt },
    view.due === null
      ? null
      : { label: say('期限', 'Due'), value: view.due, ...(view.overdue ? { tone: 'danger' as const } : {}) },
  ]
  return facts.filter((fact) => fact !== null)
}

/** `赵强 11月21日 10:02 已同意`. */
export function decisionWords({ decision, who, at }: DecisionView): Words {
  return join([who, at, STATUS_WORDS[decision].text], ' ')
}

/** The decision and its comment, for the top of a card; nothing while it waits. */
export function decisionNodes(decision: DecisionView | null): readonly Node[] {
  if (decision === null) return []
  const line: Node = {
    node: 'text',
    text: decisionWords(decision),
    tone: STATUS_WORDS[decision.decision].tone,
    size: 'large',
  }
  return decision.comment === null ? [line] : [line, { node: 'quote', text: decision.comment }]
}

/** That a decision was taken back, for the top of a card; nothing where none was. */
export function revokedNodes(who: string | null): readonly Node[] {
  const words = say(' 已撤回审批，等待重新审批', ' revoked the decision; it waits to be decided again')
  return who === null ? [] : [{ node: 'text', text: join([who, words]), tone: 'warning', size: 'large' }]
}

function courseNodes(course: readonly string[]): readonly Node[] {
  if (course.length === 0) return []
  return [
    {
      node: 'panel',
      title: say('处理经过', 'What was done'),
      open: true,
      nodes: course.map((text) => ({ node: 'quote', text }) as const),
    },
  ]
}

/** Where work on a request is written down. */
export function workForm(buttons: readonly Button[]): Node {
  return {
    node: 'form',
    name: 'work',
    fields: [{ field: 'line', name: 'content', label: say('处理情况', 'What was done'), maxLength: 500 }],
    buttons,
  }
}

/** What is still missing before a request can be made; what was said stands in the fields. */
export function newTicketCard(question: {
  readonly text: Words
  /** Whom it is about, where that is known already. */
  readonly customer: string | null
  readonly fields: readonly Field[]
  readonly submit: Button
  readonly cancel: Button
}): Card {
  const title = say('新建工单', 'New ticket')
  return {
    heading: { title, tone: 'info' },
    summary: title,
    nodes: [
      { node: 'text', text: question.text },
      ...(question.customer === null
        ? []
        : [
            { node: 'facts', facts: [{ label: say('客户', 'Customer'), value: question.customer }] } as const,
          ]),
      { node: 'form', name: 'ticket', fields: question.fields, buttons: [question.submit, question.cancel] },
    ],
  }
}

/** Closing waits for the call-back: was the customer satisfied? */
export function callBackCard(question: {
  readonly number: string
  readonly buttons: readonly Button[]
}): Card {
  const title = join([question.number, say(' 还不能关闭', ' cannot be closed yet')])
  return {
    heading: { title, tone: 'warning' },
    summary: title,
    nodes: [
      {
        node: 'text',
        text: say(
          '关闭之前需要回访客户并记录结果。没有任何改动。客户是否满意？',
          'The customer must be called back first, and the result kept. Nothing was changed. Is the customer satisfied?',
        ),
      },
      { node: 'buttons', buttons: question.buttons },
    ],
  }
}

const tap = (zh: string, en: string): Button => ({
  label: say(zh, en),
  press: { action: 'sample', input: {} },
})

/** A request for the samples of the gallery. */
export const sampleTicket: TicketView = {
  number: 'T1024',
  kind: 'rate',
  status: 'waiting',
  urgency: 'high',
  customer: '李建国',
  product: '3年期大额存单',
  amount: say('50万', '¥500K'),
  rateBp: 15,
  content: '客户计划存入50万，同业报价较高，申请3年期大额存单利率上浮15个基点。',
  requester: '王敏',
  handler: '赵强',
  approver: '赵强',
  decision: null,
  revokedBy: null,
  createdAt: say('11月21日（周六）10:00', 'Sat 21 Nov 10:00'),
  due: say('11月25日（周三）18:00', 'Wed 25 Nov 18:00'),
  overdue: false,
  course: [],
}

export const samples: readonly Sample[] = [
  {
    name: 'ticket being worked on',
    card: ticketCard(
      {
        ...sampleTicket,
        kind: 'complaint',
        status: 'open',
        urgency: 'urgent',
        amount: null,
        rateBp: null,
        product: null,
        approver: null,
        overdue: true,
        content: '手机银行转账失败，客户不满',
        course: ['2026-11-21 10:20 王敏 进展：已联系科技部排查'],
      },
      [
        workForm([
          tap('记录进展', 'Add progress'),
          { ...tap('标记已解决', 'Mark as solved'), tone: 'primary' },
        ]),
      ],
    ),
  },
  {
    name: 'new ticket',
    card: newTicketCard({
      text: say('还差一项。', 'One thing is missing.'),
      customer: '李建国',
      fields: [{ field: 'lines', name: 'content', label: say('内容', 'Content'), required: true }],
      submit: { ...tap('提交', 'Submit'), tone: 'primary' },
      cancel: tap('取消', 'Cancel'),
    }),
  },
  {
    name: 'call-back before closing',
    card: callBackCard({
      number: 'T1031',
      buttons: [{ ...tap('满意', 'Satisfied'), tone: 'primary' }, tap('不满意', 'Not satisfied')],
    }),
  },
]
