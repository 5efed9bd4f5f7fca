// The one way from the words of a `customer` slot to a row: one fit is taken, several are asked about,
// none is said so, with near names from the person's own customers and the offer to create one.

import { chooseCustomerCard, customerNotFoundCard } from '../../../cards/customers.ts'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { Question } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { suggestNames } from '../../understand/suggest-names.ts'
import { copy } from './copy.ts'
import { maskPhone, nameHere } from './mask.ts'
import { parseCustomerReference } from './reference.ts'
import { type Customer, findCustomers, listNames } from './store.ts'

/**
 * The customer that the words mean.
 * @param slot name of the slot under which the choice comes back when the capability runs again
 * @throws Question where several fit, or none
 */
export async function findOneCustomer(turn: Turn, said: string, slot = 'customer'): Promise<Customer> {
  const reference = parseCustomerReference(said)
  const fits = await findCustomers(turn, reference)
  const [only, second] = fits
  if (only !== undefined && second === undefined) return only
  if (only === undefined) throw await notFound(turn, said, slot)
  const choices = await Promise.all(fits.map((customer) => toChoice(turn, customer)))
  throw new Question((resume) =>
    chooseCustomerCard({
      said,
      choices: choices.map((choice) => ({
        ...choice,
        button: resume.button(copy.choose, { [slot]: `id:${choice.id}` }, { tone: 'primary' }),
      })),
      cancel: resume.cancel(copy.cancel),
    }),
  )
}

/** The phone number of a customer as this place may see it; null where there is none. */
export async function phoneHere(turn: Turn, customer: Customer): Promise<string | null> {
  if (customer.phoneSealed === null) return null
  return maskPhone(
    await turn.sealer.open({ table: 'customers', column: 'phone', row: customer.id }, customer.phoneSealed),
  )
}

async function toChoice(turn: Turn, customer: Customer) {
  return {
    id: customer.id,
    name: nameHere(turn, customer.name),
    code: customer.code,
    phone: await phoneHere(turn, customer),
    company: customer.company,
    level: customer.level,
    lastContactAt: customer.lastContactAt,
  }
}

async function notFound(turn: Turn, said: string, slot: string): Promise<Question> {
  const near = suggestNames(said, await listNames(turn)).slice(0, 3)
  const mayCreate = turn.actor.role === 'rm' || turn.actor.role === 'supervisor'
  return new Question((resume) =>
    customerNotFoundCard({
      said,
      near: near.map((name) => resume.button(name, { [slot]: name } satisfies JsonObject)),
      create: mayCreate ? sayButton(`新建客户 ${said}`) : null,
      cancel: resume.cancel(copy.cancel),
    }),
  )
}
