// Cards about requests: one request as its reader may see it, lists, the forms around it, and the news of a decision.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  join,
  type ListItem,
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

const STATUS: Readonly<Record<TicketStatusWord, { readonly text: Words; readonly tone: Tone }>> = {
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
  readonly createdAt: Words
  readonly due: Words | null
  readonly overdue: boolean
  /** What was done about it, a line each, oldest first. */
  readonly course: readonly string[]
}

/** One request: its facts, what was done, and below it what the reader can do about it. */
export function ticketCard(view: TicketView, doors: readonly Node[] = [], note?: Words): Card {
  const title = join([view.number, ' · ', KIND_WORDS[view.kind]])
  const { text, tone } = STATUS[view.status]
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
  return join([who, at, STATUS[decision].text], ' ')
}

function decisionNodes(decision: DecisionView | null): readonly Node[] {
  if (decision === null) return []
  const line: Node = {
    node: 'text',
    text: decisionWords(decision),
    tone: STATUS[decision.decision].tone,
    size: 'large',
  }
  return decision.comment === null ? [line] : [line, { node: 'quote', text: decision.comment }]
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
      { node: 'form', name: 'ticket', fields: question.fields, buttons: [question.submit] },
      { node: 'buttons', buttons: [question.cancel] },
    ],
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
        buttons: [question.submit],
      },
      { node: 'buttons', buttons: [question.cancel] },
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

/** A request in a list. */
export interface TicketLine {
  readonly number: string
  readonly kind: TicketKindWord
  readonly status: TicketStatusWord
  readonly customer: string | null
  readonly amount: Words | null
  readonly content: string
  readonly requester: string
  readonly due: Words | null
  readonly overdue: boolean
  readonly buttons: readonly Button[]
}

/** Requests in a list, a page at a time. */
export function ticketListCard(list: {
  readonly title: Words
  readonly total: number
  readonly lines: readonly TicketLine[]
  readonly empty: Words
  readonly buttons: readonly Button[]
}): Card {
  const counted = join([list.title, say(`（${list.total}）`, ` (${list.total})`)])
  return {
    heading: { title: list.total === 0 ? list.title : counted, tone: list.total === 0 ? 'good' : 'info' },
    summary: list.title,
    nodes: [
      list.lines.length === 0
        ? { node: 'text', text: list.empty }
        : { node: 'list', items: list.lines.map(toItem) },
      ...(list.buttons.length === 0 ? [] : [{ node: 'buttons', buttons: list.buttons } as const]),
    ],
  }
}

function toItem(line: TicketLine): ListItem {
  const { text, tone } = STATUS[line.status]
  const about = [line.customer, line.amount, line.content].filter((part) => part !== null)
  return {
    title: join([line.number, ' ', KIND_WORDS[line.kind]]),
    detail: join(about, ' · '),
    note:
      line.due === null
        ? line.requester
        : join([line.requester, join([say('期限 ', 'due '), line.due])], ' · '),
    tags: [
      { text, tone },
      ...(line.overdue ? [{ text: say('已超时', 'Overdue'), tone: 'danger' } as const] : []),
    ],
    buttons: line.buttons,
  }
}

/** The one message by which the person who asked hears of the decision. */
export function decisionNewsCard(news: {
  readonly number: string
  readonly kind: TicketKindWord
  readonly decision: DecisionView
  readonly content: string
  readonly open: Button
}): Card {
  const { text, tone } = STATUS[news.decision.decision]
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

const waiting: TicketView = {
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
  createdAt: say('11月21日（周六）10:00', 'Sat 21 Nov 10:00'),
  due: say('11月25日（周三）18:00', 'Wed 25 Nov 18:00'),
  overdue: false,
  course: [],
}
const rejected: DecisionView = {
  decision: 'rejected',
  who: '赵强',
  at: say('今天 10:02', 'today 10:02'),
  comment: '超出本季度优惠额度',
}

export const samples: readonly Sample[] = [
  {
    name: 'request to decide',
    card: ticketCard(waiting, [
      decisionForm([
        { ...tap('同意', 'Approve'), tone: 'primary' },
        { ...tap('驳回', 'Reject'), tone: 'danger' },
      ]),
    ]),
  },
  { name: 'rejected request', card: ticketCard({ ...waiting, status: 'rejected', decision: rejected }) },
  {
    name: 'ticket being worked on',
    card: ticketCard(
      {
        ...waiting,
        kind: 'complaint',
        status: 'open',
        urgency: 'urgent',
        amount: null,
        rateBp: null,
        product: null,
        approver: null,
        overdue: true,
        content: '手机银行转账失败，客户不满',
        course: ['11月21日 10:20 王敏：已联系科技部排查'],
      },
      [workForm([tap('记录进展', 'Add progress'), tap('标记已解决', 'Mark as solved')])],
    ),
  },
  {
    name: 'new ticket',
    card: newTicketCard({
      text: say('还差一项。', 'One thing is missing.'),
      fields: [{ field: 'lines', name: 'content', label: say('内容', 'Content'), required: true }],
      submit: tap('提交', 'Submit'),
      cancel: tap('取消', 'Cancel'),
    }),
  },
  {
    name: 'reason of a rejection',
    card: rejectCard({ number: 'T1024', submit: tap('提交驳回', 'Submit'), cancel: tap('取消', 'Cancel') }),
  },
  {
    name: 'call-back before closing',
    card: callBackCard({
      number: 'T1031',
      buttons: [tap('满意', 'Satisfied'), tap('不满意', 'Not satisfied')],
    }),
  },
  {
    name: 'tickets in a list',
    card: ticketListCard({
      title: say('未完成的工单', 'Open tickets'),
      total: 12,
      lines: [{ ...waiting, buttons: [tap('查看', 'Open')] }],
      empty: say('没有工单。', 'No tickets.'),
      buttons: [tap('下一页', 'Next')],
    }),
  },
  {
    name: 'news of a decision',
    card: decisionNewsCard({
      number: 'T1024',
      kind: 'rate',
      decision: rejected,
      content: waiting.content,
      open: tap('查看', 'Open'),
    }),
  },
]
