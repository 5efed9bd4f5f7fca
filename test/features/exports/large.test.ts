// As many customers as one file may hold, and one more; what it costs; and names that would like to be formulas.

import { desc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { coverText } from '../../../src/core/cover.ts'
import { loadSyntheticBank } from '../../../src/demo/synthetic-bank.ts'
import { customerNames, customers } from '../../../src/features/customers/schema.ts'
import { fromInert } from '../../../src/features/spreadsheet.ts'
import { type Bank, findButton, openBank, shown, ZONE } from '../../support/bank.ts'
import { openEmbedded } from '../../support/embedded-store.ts'
import { type Exporting, exportingIn, filesIn, readFile, toastOf } from './exporting.ts'

const MOST = 2000

let bank: Bank
let does: Exporting
let statements = 0
beforeAll(async () => {
  const watch = () => {
    statements += 1
  }
  bank = await openBank(await openEmbedded('demo bank', { watch }))
  does = await exportingIn(bank, ['ou_wangmin', 'ou_hemei'])
})
afterAll(() => bank.close())

describe('names that would be formulas', () => {
  const signs = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    ' =',
    '＝',
    '＋',
    '－',
    '＠',
    ';=',
    '"=',
    ',=',
    "'=",
  )
  const names = fc
    .tuple(signs, fc.string({ maxLength: 20 }))
    .map(([sign, rest]) => `${sign}${rest.replaceAll('\0', '')}x`)
  const runs = (cell: string) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell)

  it('come out as text, and as they were written', async () => {
    const { id } = await does.personOf('ou_wangmin')
    const own = await does.codesOf(eq(customers.ownerId, id))
    for (let round = 0; round < 4; round += 1) {
      const written = fc.sample(names, own.length)
      await does.asKeeper(async (tx) => {
        for (const [place, code] of own.entries())
          await tx
            .update(customers)
            .set({ name: written[place] ?? '', tags: [written.at(-1 - place) ?? ''] })
            .where(eq(customers.code, code))
      })
      const { rows } = await does.exportFor('ou_wangmin', '导出我的客户')
      expect(rows.flat().filter(runs)).toEqual([])
      // An address or a long number is covered, whoever wrote it where.
      const covered = written.map(coverText)
      expect(rows.map((row) => fromInert(row[1] ?? ''))).toEqual(covered)
      expect(rows.map((row) => fromInert(row[5] ?? ''))).toEqual(covered.toReversed())
    }
  })
})

describe('one file', () => {
  /** Confirms what was never asked, as a card from before would. */
  const confirm = async (filters: JsonObject) => {
    const { id } = await does.personOf('ou_hemei')
    const [before, from] = [bank.sent.length, statements]
    const answer = await does.clicks('ou_hemei', {
      action: 'customer.export.confirm',
      input: { filters, by: id, language: 'zh' },
    })
    const took = statements - from
    await bank.tick()
    return { answer, took, files: filesIn(bank.sent.slice(before)) }
  }

  beforeAll(async () => {
    const there = (await does.codesOf(sql`true`)).length
    const { store, sealer } = bank.parts
    const plan = { customers: MOST + 1 - there, seed: 7, now: bank.clock.now(), zone: ZONE }
    await loadSyntheticBank({ store, sealer, ...plan })
  }, 120_000)

  it('holds no customer more than it may: it is refused, with words how to narrow, and nothing is cut', async () => {
    const before = bank.sent.length
    const [card] = await bank.as('ou_hemei').says('导出全部客户')
    expect(shown(card)).toMatch(/超过 2000 位，没有生成文件。请加条件缩小范围[\s\S]*“导出VIP客户”/)
    expect(shown(card, 'en')).toContain('no file was made. Add conditions')
    expect(card && findButton(card, /确认导出/)).toBeNull()
    expect(filesIn(bank.sent.slice(before))).toEqual([])
  })

  it('is refused at the confirmation too, where more came in since the question', async () => {
    const written = await does.entries('done')
    const { answer, files } = await confirm({})
    expect(toastOf(answer)).toContain('超过 2000 位')
    expect(files).toEqual([])
    expect(await does.entries('done')).toEqual(written)
  })

  it('holds as many as it may, each of them in the trail, in as many statements as a few take', async () => {
    const few = await confirm({ level: 'VIP', city: '唐山' })
    await does.asKeeper(async (tx) => {
      const [last] = await tx.select().from(customers).orderBy(desc(customers.code)).limit(1)
      await tx.delete(customerNames).where(eq(customerNames.customerId, last?.id ?? ''))
      await tx.delete(customers).where(eq(customers.id, last?.id ?? ''))
    })
    const entries = (await does.entries('done')).length
    const { took, files } = await confirm({})
    expect(readFile(files[0]?.bytes).rows).toHaveLength(MOST)
    expect((await does.entries('done')).length - entries).toBe(MOST + 1)
    expect(took).toBe(few.took)
    expect(took).toBeLessThanOrEqual(20)
  })
})
