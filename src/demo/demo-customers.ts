// Makes the customers of the demo bank, as plain values: those whom the scripts name, and made-up ones around them.

import { addDays } from '../core/calendar.ts'
import {
  CITIES,
  COMPANY_NAMES,
  COMPANY_PLACES,
  COMPANY_TAGS,
  COMPANY_TRADES,
  GIVEN_NAMES,
  OCCUPATIONS,
  PERSON_TAGS,
  RISKS,
  SOURCES,
  SURNAMES,
} from './demo-names.ts'
import type { Random } from './random.ts'

/** A customer before anything of it is sealed or given to an owner. */
export interface PlainCustomer {
  readonly id: string
  readonly kind: 'person' | 'company'
  readonly name: string
  readonly gender: 'male' | 'female' | null
  readonly level: string
  readonly risk: string | null
  readonly phone: string
  readonly cardNumber: string | null
  readonly city: string
  readonly company: string | null
  readonly contactName: string | null
  readonly occupation: string | null
  readonly incomeFen: bigint | null
  readonly birthday: string | null
  readonly source: string
  readonly tags: readonly string[]
  /** Days before the day of loading on which the customer was recorded. */
  readonly ageDays: number
}

/** What is fixed about a named customer; the rest is made up. */
export type NamedCustomer = Partial<PlainCustomer> & Pick<PlainCustomer, 'name'>

/** Customers of 王敏, by name. 李建国 is the only man called 李 among them. */
export const WANG_MIN_NAMED: readonly NamedCustomer[] = [
  {
    name: '李建国',
    gender: 'male',
    phone: '13800001234',
    level: 'VIP',
    company: '唐山宏远机电',
    occupation: '企业管理',
    risk: '稳健型',
    tags: ['高净值'],
    ageDays: 400,
  },
  {
    name: '李秀英',
    gender: 'female',
    phone: '13800002345',
    level: '普通',
    occupation: '退休',
    company: null,
    tags: ['养老规划'],
    ageDays: 380,
  },
  { name: '李娜', gender: 'female', level: '普通', ageDays: 90 },
  { name: '张伟', gender: 'male', phone: '13900001111', company: '唐山瑞丰建材', level: 'VIP', ageDays: 300 },
  { name: '张伟', gender: 'male', phone: '13900002222', company: '恒通物流', level: '普通', ageDays: 120 },
  { name: '王建军', gender: 'male', level: '普通', ageDays: 220 },
  { name: '欧阳娜娜', gender: 'female', level: '潜在', ageDays: 35 },
  { name: '冀东装备有限公司', kind: 'company', contactName: '唐国强', level: 'VIP', ageDays: 500 },
]

/** Customers of 李磊 and of 刘洋, by name. */
export const LI_LEI_NAMED: readonly NamedCustomer[] = [
  { name: '赵敏', gender: 'female', level: 'VIP', ageDays: 260 },
  { name: '张伟', gender: 'male', company: '燕北贸易', level: '普通', ageDays: 150 },
]
export const LIU_YANG_NAMED: readonly NamedCustomer[] = [
  { name: '孙丽华', gender: 'female', level: 'VIP', ageDays: 310 },
]

/** How many customers a portfolio holds. */
export interface PortfolioPlan {
  readonly named: readonly NamedCustomer[]
  readonly persons: number
  readonly companies: number
}

/** Makes portfolios out of one source; no name, phone or last four digits stands twice unless a plan says so. */
export function createPortfolioMaker(random: Random, today: string) {
  const names = new Set<string>()
  const tails = new Set(['1234', '2345', '1111', '2222'])
  const freshTail = (): string => drawUntil(() => String(random.between(0, 9999)).padStart(4, '0'), tails)
  const person = (): NamedCustomer => {
    const gender = random.chance(0.5) ? 'male' : 'female'
    return {
      gender,
      name: drawUntil(() => `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES[gender])}`, names),
    }
  }
  const company = (): NamedCustomer => ({
    kind: 'company',
    name: drawUntil(
      () =>
        `${random.pick(COMPANY_PLACES)}${random.pick(COMPANY_NAMES)}${random.pick(COMPANY_TRADES)}有限公司`,
      names,
    ),
    contactName: `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES.male)}`,
  })
  return (plan: PortfolioPlan): readonly PlainCustomer[] =>
    [...plan.named, ...times(plan.persons, person), ...times(plan.companies, company)].map((named) => ({
      ...(named.kind === 'company' ? companyFacts(random) : personFacts(random, today)),
      phone: `${random.pick(['135', '136', '137', '139', '150', '186', '189'])}${random.between(1000, 9999)}${freshTail()}`,
      cardNumber:
        named.kind === 'company' ? null : `62220258${random.between(1_000_000, 9_999_999)}${freshTail()}`,
      ...named,
    }))
}

type MadeUp = Omit<PlainCustomer, 'name' | 'phone' | 'cardNumber'>

function personFacts(random: Random, today: string): MadeUp {
  return {
    id: random.uuid(),
    kind: 'person',
    gender: null,
    level: random.pick(['VIP', '普通', '普通', '普通', '潜在']),
    risk: random.pick(RISKS),
    city: random.pick(CITIES),
    company: random.chance(0.5)
      ? `${random.pick(COMPANY_PLACES)}${random.pick(COMPANY_NAMES)}${random.pick(COMPANY_TRADES)}`
      : null,
    contactName: null,
    occupation: random.pick(OCCUPATIONS),
    incomeFen: BigInt(random.between(8, 120)) * 1_000_000n,
    birthday: addDays(today, -random.between(24 * 365, 72 * 365)),
    source: random.pick(SOURCES),
    tags: [...new Set(times(random.between(0, 2), () => random.pick(PERSON_TAGS)))],
    ageDays: random.chance(0.4) ? random.between(1, 179) : random.between(180, 900),
  }
}

function companyFacts(random: Random): MadeUp {
  return {
    id: random.uuid(),
    kind: 'company',
    gender: null,
    level: random.pick(['VIP', '普通', '普通']),
    risk: null,
    city: random.pick(CITIES),
    company: null,
    contactName: null,
    occupation: null,
    incomeFen: null,
    birthday: null,
    source: random.pick(SOURCES),
    tags: [...new Set(times(random.between(0, 2), () => random.pick(COMPANY_TAGS)))],
    ageDays: random.chance(0.3) ? random.between(1, 179) : random.between(180, 900),
  }
}

function drawUntil(draw: () => string, taken: Set<string>): string {
  for (;;) {
    const drawn = draw()
    if (!taken.has(drawn)) {
      taken.add(drawn)
      return drawn
    }
  }
}

/** So many results of the same call. */
function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
