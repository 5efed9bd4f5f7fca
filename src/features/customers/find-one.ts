// The one way from the words of a `customer` slot to a row: one fit is taken, several are asked about,
// none is said so, with near names from the person's own customers and the offer to create one.

import { askCustomerCard } from '../../../cards/customer-changes.ts'
import { chooseCustomerCard, customerNotFoundCard } from '../../../cards/customers.ts'
import { type BothLanguages, type Button, type JsonObject, say } from '../../../cards/kit/index.ts'
import { dayOf, showDay } from '../../core/calendar.ts'
import { Question, type Resume } from '../../core/outcome.ts'
import { startButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { suggestNames } from '../../understand/names.ts'
import { copy, LEVEL_WORDS, wordsFor } from './copy.ts'
import { maskPhone, nameHere } from './mask.ts'
import { parseCustomerReference } from './reference.ts'
import {
  type Customer,
  findCustomers,
  getNumberFoundBy,
  isWhole,
  listNames,
  MOST_HITS,
  type WithPhone,
} from './store.ts'

/** Choices on one page of the question. */
const PAGE = 10
/** A further page of the question comes back in the slot itself, so that no capability needs to know of pages. */
const PAGED = /^page:(\d{1,2}):(.+)$/su

/**
 * The customer that the words mean.
 * @param said the words; where there are none, the person is asked
 * @param slot name of the slot under which the choice comes back when the capability runs again
 * @throws Question where several fit, or none, or one only by the beginning of the name
 */
export async function findOneCustomer(
  turn: Turn,
  said: string | undefined,
  slot = 'customer',
): Promise<Customer> {
  if (said === undefined || said.trim() === '') throw askWho(slot)
  const [, page = '1', words = said] = PAGED.exec(said) ?? []
  const reference = parseCustomerReference(words)
  const fits = await findCustomers(turn, reference)
  const [only, second] = fits
  if (only === undefined) throw await notFound(turn, words, slot)
  if (second === undefined && (reference.by !== 'name' || isWhole(only, reference.name))) return only
  throw await whichOne(turn, { said: words, slot, page: Number(page), fits })
}

/** The phone number of a customer as this place may see it; null where there is none. */
export async function phoneHere(turn: Turn, customer: WithPhone): Promise<string | null> {
  // a number by which the customer was found is known, and need not be opened to be masked
  const digits = getNumberFoundBy(customer) ?? (await openPhone(turn, customer))
  return digits === null ? null : maskPhone(digits)
}

/** The whole phone number; whoever shows it writes an audit line. */
export async function openPhone(turn: Turn, customer: WithPhone): Promise<string | null> {
  if (customer.phoneSealed === null) return null
  return turn.sealer.open({ table: 'customers', column: 'phone', row: customer.id }, customer.phoneSealed)
}

/** The words for a level; a level of the bank's own stands as it was written. */
export function levelWords(level: string | null): BothLanguages | string | null {
  return level === null ? null : (wordsFor(LEVEL_WORDS, level) ?? level)
}

function askWho(slot: string): Question {
  return new Question((resume) =>
    askCustomerCard({
      field: slot,
      submit: resume.button(copy.confirm, {}, { tone: 'primary' }),
      cancel: resume.cancel(copy.cancel),
    }),
  )
}

interface Several {
  readonly said: string
  readonly slot: string
  readonly page: number
  readonly fits: readonly Customer[]
}

async function whichOne(turn: Turn, { said, slot, page, fits }: Several): Promise<Question> {
  const from = (page - 1) * PAGE
  const choices = await Promise.all(fits.slice(from, from + PAGE).map((customer) => toChoice(turn, customer)))
  const turnTo = (resume: Resume, to: number, label: BothLanguages): Button[] =>
    to >= 1 && (to - 1) * PAGE < fits.length ? [resume.button(label, { [slot]: `page:${to}:${said}` })] : []
  return new Question((resume) =>
    chooseCustomerCard({
      said,
      total:
        fits.length < MOST_HITS ? String(fits.length) : say(`${MOST_HITS} 位以上`, `${MOST_HITS} or more`),
      choices: choices.map((choice) => ({
        ...choice,
        button: resume.button(copy.choose, { [slot]: `id:${choice.id}` }, { tone: 'primary' }),
      })),
      turning: [...turnTo(resume, page - 1, copy.previous), ...turnTo(resume, page + 1, copy.next)],
      cancel: resume.cancel(copy.cancel),
    }),
  )
}

async function toChoice(turn: Turn, customer: Customer) {
  const { id, name, code, company, contactName, level, lastContactAt } = customer
  return {
    id,
    name: nameHere(turn, name),
    code,
    phone: await phoneHere(turn, customer),
    company: company ?? contactName,
    level: levelWords(level),
    lastContact:
      lastContactAt === null ? null : showDay(dayOf(lastContactAt, turn.zone), dayOf(turn.now, turn.zone)),
  }
}

async function notFound(turn: Turn, said: string, slot: string): Promise<Question> {
  // In a group no near name is offered: what its button carries would be a whole name for whoever looks for it.
  const near = turn.conversation.private ? suggestNames(said, await listNames(turn)).slice(0, 3) : []
  const mayCreate = turn.actor.role === 'rm' || turn.actor.role === 'supervisor'
  return new Question((resume) =>
    customerNotFoundCard({
      said: saidHere(turn, said),
      near: near.map((name) => resume.button(nameHere(turn, name), { [slot]: name })),
      create: mayCreate
        ? startButton(say('新建客户', 'New customer'), 'customer.create', newCustomer(turn, said))
        : null,
      cancel: resume.cancel(copy.cancel),
    }),
  )
}

/** What was said, as this place may read it: the name may come from an earlier card, and not from who speaks now. */
function saidHere(turn: Turn, said: string): string {
  return parseCustomerReference(said).by === 'name' ? nameHere(turn, said) : said
}

/** What is known of somebody who is to be recorded: a name or a number, where the words are one of these. */
function newCustomer({ conversation }: Turn, said: string): JsonObject {
  const reference = parseCustomerReference(said)
  // What a button carries can be read by everybody in the group who looks for it.
  if (!conversation.private) return {}
  if (reference.by === 'name') return { name: reference.name }
  return reference.by === 'phone' ? { phone: reference.digits } : {}
}
