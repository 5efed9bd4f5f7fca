// The whole picture of one customer as this place may see it: in a group the name is shortened, amounts are ranges
// and what people wrote stays out (D18).

import { type CustomerProfile, customerProfileCard } from '../../../cards/customer-profile.ts'
import {
  type BothLanguages,
  type Button,
  type Card,
  type Fact,
  join,
  say,
  type Words,
} from '../../../cards/kit/index.ts'
import { dayOf, showDay, showMomentShort } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { showAmount, showAmountHere } from '../money.ts'
import {
  CHANNEL_WORDS,
  FIELD_WORDS,
  GENDER_WORDS,
  RISK_WORDS,
  STAGE_WORDS,
  TICKET_KIND_WORDS,
  TICKET_STATUS_WORDS,
  wordsFor,
} from './copy.ts'
import { levelWords, phoneHere } from './find-one.ts'
import { maskName, nameHere } from './mask.ts'
import { type Overview, readOverview } from './overview.ts'
import type { Customer } from './store.ts'

/** What the card shows beyond the customer's own row. */
export interface ProfileOptions {
  readonly buttons: readonly Button[]
}

/** Makes the card. */
export async function makeProfileCard(
  turn: Turn,
  customer: Customer,
  options: ProfileOptions,
): Promise<Card> {
  const overview = await readOverview(turn, customer)
  const phone = await phoneHere(turn, customer)
  return customerProfileCard({
    name: nameHere(turn, customer.name),
    code: customer.code,
    level: levelWords(customer.level),
    tags: customer.tags,
    facts: factsOf(turn, customer, overview, phone),
    openComplaints: overview.openComplaints,
    holdings: overview.holdings.map(({ product, amountFen, maturesOn }) => ({
      product,
      amount: showAmountHere(turn, amountFen),
      maturesOn: maturesOn === null ? null : showDayHere(turn, maturesOn),
    })),
    ...eventsOf(turn, overview),
    buttons: options.buttons,
  })
}

function eventsOf(
  turn: Turn,
  overview: Overview,
): Pick<CustomerProfile, 'followUps' | 'opportunities' | 'tickets' | 'nextTask'> {
  const { private: isPrivate } = turn.conversation
  const { nextTask } = overview
  return {
    followUps: overview.followUps.map(({ happenedAt, channel, content }) => ({
      at: showMomentShort(happenedAt, turn.zone, turn.now),
      channel: channel === null ? null : CHANNEL_WORDS[channel],
      content: isPrivate ? content : '',
    })),
    opportunities: overview.opportunities.map(({ name, product, amountFen, stage, closeOn }) => ({
      name: isPrivate ? name : product,
      amount: amountFen === null ? null : showAmountHere(turn, amountFen),
      stage: STAGE_WORDS[stage],
      closeOn: closeOn === null ? null : showDayHere(turn, closeOn),
    })),
    tickets: overview.tickets.map(({ number, kind, status, content }) => ({
      number: `T${number}`,
      kind: TICKET_KIND_WORDS[kind],
      status: status === 'waiting' ? TICKET_STATUS_WORDS.waiting : TICKET_STATUS_WORDS.open,
      content: isPrivate ? content : '',
    })),
    nextTask:
      nextTask === null
        ? null
        : { title: isPrivate ? nextTask.title : '', due: dueOf(turn, nextTask.dueAt, nextTask.dueOn) },
  }
}

function factsOf(turn: Turn, customer: Customer, { owner }: Overview, phone: string | null): Fact[] {
  const { private: isPrivate } = turn.conversation
  const today = dayOf(turn.now, turn.zone)
  const lastContact =
    customer.lastContactAt === null
      ? say('暂无', 'none')
      : showDay(dayOf(customer.lastContactAt, turn.zone), today)
  return [
    fact(FIELD_WORDS.phone, phone),
    fact(FIELD_WORDS.company, customer.company),
    fact(FIELD_WORDS.contactName, isPrivate ? customer.contactName : maskOrNull(customer.contactName)),
    fact(FIELD_WORDS.gender, customer.gender === null ? null : GENDER_WORDS[customer.gender]),
    fact(FIELD_WORDS.birthday, customer.birthday === null ? null : showMonthAndDay(customer.birthday)),
    fact(FIELD_WORDS.occupation, customer.occupation),
    fact(
      FIELD_WORDS.income,
      customer.incomeFen === null || !isPrivate ? null : showAmount(customer.incomeFen),
    ),
    fact(FIELD_WORDS.risk, riskWords(customer.risk)),
    fact(FIELD_WORDS.city, customer.city),
    fact(FIELD_WORDS.source, customer.source),
    fact(say('最近联系', 'Last contact'), lastContact),
    fact(say('客户经理', 'Relationship manager'), turn.actor.reach === 'own' ? null : owner),
  ].flat()
}

function fact(label: BothLanguages, value: Words | null): Fact[] {
  return value === null || value === '' ? [] : [{ label, value }]
}

/** The words for a risk level. */
export function riskWords(risk: string | null): Words | null {
  return risk === null ? null : (wordsFor(RISK_WORDS, risk) ?? risk)
}

/** A birthday without its year: the age is nobody's business in a chat. */
function showMonthAndDay(day: string): BothLanguages {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return say(`${month}月${date}日`, `${date} ${MONTHS[month - 1]}`)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

function showDayHere(turn: Turn, day: string): BothLanguages {
  return showDay(day, dayOf(turn.now, turn.zone))
}

function dueOf(turn: Turn, dueAt: Date | null, dueOn: string | null): Words | null {
  if (dueAt !== null) return showMomentShort(dueAt, turn.zone, turn.now)
  return dueOn === null ? null : join([showDayHere(turn, dueOn)])
}

function maskOrNull(name: string | null): string | null {
  return name === null ? null : maskName(name)
}
