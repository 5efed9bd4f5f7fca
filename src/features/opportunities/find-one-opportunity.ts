// The one way from words to one opportunity: the customer and the product narrow it down; several fits are asked about.

import { chooseOpportunityCard } from '../../../cards/opportunity-lists.ts'
import { Refusal } from '../../core/errors.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOneCustomer } from '../customers/index.ts'
import { getOpportunity } from './card-actions.ts'
import { copy } from './copy.ts'
import type { Stage } from './opportunity.ts'
import { sameProduct } from './product-names.ts'
import { listOpenOf, listOpportunities, type OpportunityLine } from './store.ts'
import { toOpportunityView } from './view.ts'

/** What was said about an opportunity; `opportunity` is the id that a choice brings back. */
export interface SaidOpportunity {
  readonly opportunity?: string | undefined
  readonly customer?: string | undefined
  readonly product?: string | undefined
}

const MOST_CHOICES = 5

/**
 * The opportunity that is meant: an open one; `closed` names the stages looked into where none is open.
 * @throws Refusal not_found where none fits
 * @throws Question where several fit, or neither customer nor product was said
 */
export async function findOneOpportunity(
  turn: Turn,
  said: SaidOpportunity,
  closed: readonly Stage[] = [],
): Promise<OpportunityLine> {
  if (said.opportunity !== undefined) return getOpportunity(turn, said.opportunity)
  const fits = await findFits(turn, said, closed)
  const [only, second] = fits
  if (only === undefined) throw new Refusal('not_found', copy.noneOpen)
  if (second === undefined && (said.customer !== undefined || said.product !== undefined)) return only
  throw new Question((resume) =>
    chooseOpportunityCard({
      choices: fits.slice(0, MOST_CHOICES).map((line) => ({
        view: toOpportunityView(turn, line),
        button: resume.button(copy.choose, { opportunity: line.opportunity.id }, { tone: 'primary' }),
      })),
      more: Math.max(0, fits.length - MOST_CHOICES),
      cancel: resume.cancel(copy.dismiss),
    }),
  )
}

async function findFits(
  turn: Turn,
  { customer, product }: SaidOpportunity,
  closed: readonly Stage[],
): Promise<readonly OpportunityLine[]> {
  if (customer === undefined) {
    const open = await listOpportunities(turn, {}, { offset: 0, limit: 200 })
    return open.filter(
      ({ opportunity }) => product === undefined || sameProduct(opportunity.product, product),
    )
  }
  const { id } = await findOneCustomer(turn, customer)
  const fits = await listOpenOf(turn, id, product)
  if (fits.length > 0) return fits
  const past = await Promise.all(
    closed.map((stage) =>
      listOpportunities(turn, { customerId: id, stage }, { offset: 0, limit: MOST_CHOICES }),
    ),
  )
  return past
    .flat()
    .filter(({ opportunity }) => product === undefined || sameProduct(opportunity.product, product))
}
