// One customer of a synthetic bank, as plain values.

import { addDays } from '../core/calendar.ts'
import type { PlainCustomer } from './demo-customers.ts'
import type { Today } from './demo-history.ts'
import {
  CITIES,
  COMPANY_NAMES,
  COMPANY_PLACES,
  COMPANY_TRADES,
  OCCUPATIONS,
  PERSON_TAGS,
  RISKS,
  SOURCES,
} from './demo-names.ts'
import type { Random } from './random.ts'
import { makePersonName } from './synthetic-names.ts'

/** A step through the numbers that meets each of them once, because it shares no factor with their count. */
const PHONE_STEP = 6_700_417n
const PHONE_COUNT = 7_000_000_000n
const FIRST_PHONE = 13_000_000_000n

/** Makes one customer; one in fifty is a company. The phone is different for every index of a seed. */
export function makeSyntheticCustomer(
  random: Random,
  today: Today,
  { index, seed }: { readonly index: number; readonly seed: number },
): PlainCustomer {
  const isCompany = random.chance(0.02)
  const person = makePersonName(random)
  const companyName = `${random.pick(COMPANY_PLACES)}${random.pick(COMPANY_NAMES)}${random.pick(COMPANY_TRADES)}`
  return {
    id: random.uuid(),
    kind: isCompany ? 'company' : 'person',
    name: isCompany ? `${companyName}有限公司` : person.name,
    gender: isCompany ? null : person.gender,
    level: random.pick(['VIP', '普通', '普通', '普通', '普通', '潜在', '潜在']),
    risk: isCompany ? null : random.pick(RISKS),
    phone: (
      FIRST_PHONE +
      (((BigInt(index) + BigInt(seed) * 1_000_003n) * PHONE_STEP) % PHONE_COUNT)
    ).toString(),
    cardNumber: null,
    city: random.pick(CITIES),
    company: isCompany || random.chance(0.6) ? null : companyName,
    contactName: isCompany ? person.name : null,
    occupation: isCompany ? null : random.pick(OCCUPATIONS),
    incomeFen: isCompany ? null : BigInt(random.between(5, 200)) * 1_000_000n,
    birthday: isCompany ? null : addDays(today.day, -random.between(20 * 365, 80 * 365)),
    source: random.pick(SOURCES),
    tags: random.chance(0.3) ? [random.pick(PERSON_TAGS)] : [],
    ageDays: random.between(1, 2000),
  }
}
