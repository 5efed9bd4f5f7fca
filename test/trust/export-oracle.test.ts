// What leaves as a file, held against the oracle row by row: for everybody in the bank, whatever they ask for.

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../cards/kit/index.ts'
import { OPENING, type Bank as OpenBank, openBank } from '../support/bank.ts'
import { type Answer, openDesk } from './ask.ts'
import { codeAt } from './factor.ts'
import { type Bank, copyBank, type KnownCustomer, mayRead, type Person, sees } from './oracle.ts'

class TakenBack extends Error {}

let open: OpenBank
let bank: Bank

beforeAll(async () => {
  open = await openBank()
  bank = await copyBank(open.parts.store, open.parts.sealer)
}, 240_000)
afterAll(() => open.close())

/** Confirms an export for a person, in a transaction that is rolled back. */
async function exportAs(who: Person, asked: JsonObject): Promise<Answer> {
  const answers: Answer[] = []
  await open.parts.store.db
    .transaction(async (tx) => {
      const desk = await openDesk(open.parts, tx, bank, who)
      const press = { action: 'customer.export.confirm', input: { by: who.id, language: 'zh', ...asked } }
      answers.push(await desk.ask({ press, form: { reason: 'review', code: codeAt(OPENING) } }))
      throw new TakenBack()
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof TakenBack)) throw thrown
    })
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer')
  return answer
}

/** Code, name, number and manager of each line; none where no file came. */
function linesOf({ kind, text }: Answer): readonly (readonly string[])[] {
  if (kind !== 'file') return []
  const [{ bytes }] = JSON.parse(text) as [{ bytes: string }]
  const lines: string[][] = parse(bytes, { bom: true, relax_column_count: true })
  return lines
    .slice(1, -1)
    .map(([code = '', name = '', phone = '', , , , manager = '']) => [code, name, phone, manager])
}

function expectedLines(who: Person, fits: (customer: KnownCustomer) => boolean) {
  return bank.customers
    .filter((customer) => mayRead(who) && sees.customer(who, customer) && fits(customer))
    .map(({ code, name, phone, owner }) => [
      code,
      name,
      phone === null ? '' : `${phone.slice(0, 3)}****${phone.slice(7)}`,
      bank.people.find(({ id }) => id === owner)?.name ?? '',
    ])
}

describe('a file of customers', () => {
  it.each<readonly [string, JsonObject, (customer: KnownCustomer) => boolean]>([
    ['all', {}, () => true],
    ['VIPs', { level: 'VIP' }, ({ level }) => level === 'VIP'],
    ['a tag', { tag: '高净值' }, ({ tags }) => tags.includes('高净值')],
    ['a city', { city: '唐山' }, ({ city }) => city?.startsWith('唐山') === true],
  ])('of %s holds what the oracle says, for everybody', async (_, filters, fits) => {
    const found: unknown[] = []
    const expected: unknown[] = []
    for (const who of bank.people) {
      found.push([who.name, linesOf(await exportAs(who, { filters }))])
      expected.push([who.name, expectedLines(who, fits)])
    }
    expect(found).toEqual(expected)
    expect(expected.filter((one) => JSON.stringify(one).length > 100).length).toBeGreaterThan(5)
  })

  it('of one customer is there for whoever sees them, and for others as if there were none', async () => {
    const none = '01900000-0000-7000-8000-000000000000'
    for (const who of bank.people.filter(mayRead)) {
      const absent = await exportAs(who, { filters: {}, customer: none })
      for (const customer of bank.customers.filter((_, place) => place % 17 === 0)) {
        const answer = await exportAs(who, { filters: {}, customer: customer.id })
        const lines = expectedLines(who, ({ id }) => id === customer.id)
        expect(linesOf(answer)).toEqual(lines)
        if (lines.length === 0) expect(answer).toEqual(absent)
      }
    }
  })

  it('is refused to whoever has no customers', async () => {
    for (const who of bank.people.filter((one) => !mayRead(one)))
      expect(await exportAs(who, { filters: {} })).toMatchObject({ kind: 'refusal', code: 'forbidden' })
  })
})
