// What people put right on a card is kept for the gap list, and the people in it are not.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../cards/kit/index.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { understand } from '../../src/understand/index.ts'
import { type Bank, openBank } from '../support/bank.ts'

const UNSURE = '李建国那边……'
let bank: Bank
let seen = new Set<string>()
beforeAll(async () => {
  bank = await openBank(undefined, {
    read: (text, context) =>
      text === UNSURE
        ? {
            intent: 'followup.list',
            slots: { customer: '李建国' },
            confidence: 0.4,
            alternatives: [{ intent: 'customer.find', slots: { customer: '李建国' } }],
          }
        : understand(text, context),
  })
}, 240_000)
afterAll(() => bank.close())

interface GapRow {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly guess: string
  readonly facts: Record<string, unknown>
}

const listGaps = () =>
  asKeeper(bank.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    return rowsOf<GapRow>(
      await tx.execute(sql`select id, kind, text, guess, facts from gaps order by at, id`),
    )
  })
/** The gaps since the test began. */
const newGaps = async () =>
  (await listGaps())
    .filter(({ id }) => !seen.has(id))
    .map(({ kind, text, guess, facts }) => ({ kind, text, guess, facts }))

/** Presses a form's button, every field as the card shows it but for the changes: so the platform hands a form over. */
async function fill(person: ReturnType<Bank['as']>, label: RegExp, changes: JsonObject = {}) {
  const fields = (person.cards().at(-1)?.nodes ?? []).flatMap((node) =>
    node.node === 'form' ? node.fields : [],
  )
  const shown = Object.fromEntries(fields.map(({ name, value = '' }) => [name, value]))
  return person.presses(label, { ...shown, ...changes })
}

beforeEach(async () => {
  seen = new Set((await listGaps()).map(({ id }) => id))
})

describe('of a question which reading was meant', () => {
  it('is kept which one was chosen', async () => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says(UNSURE)
    await wangmin.presses(/客户/)
    expect(await newGaps()).toEqual([
      { kind: 'asked', text: '[name]那边……', guess: 'followup.list', facts: { confidence: 0.4 } },
      {
        kind: 'chosen',
        text: '[name]那边……',
        guess: 'followup.list',
        facts: { chosen: 'customer.find', place: 2 },
      },
    ])
  })

  it.each([
    ['pressed', (person: ReturnType<Bank['as']>) => person.presses(/取消/)],
    ['typed', (person: ReturnType<Bank['as']>) => person.says('取消')],
  ])('is kept that none was meant, where 取消 was %s', async (_, cancel) => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says(UNSURE)
    await cancel(wangmin)
    expect((await newGaps()).at(-1)).toEqual({
      kind: 'dropped',
      text: '[name]那边……',
      guess: 'followup.list',
      facts: { readings: ['followup.list', 'customer.find'] },
    })
  })
})

describe('of what was saved at once', () => {
  it('is kept which fields were edited, and the moment that was meant', async () => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says('电话沟通，客户李建国问了大额存单利率，约下周三下午2点来网点')
    await wangmin.presses(/修改/)
    await fill(wangmin, /保存/, { next_at: '2026-12-03 15:30', note: '李建国问的是国债' })
    const [edited, ...others] = await newGaps()
    expect(others).toEqual([])
    expect(edited).toMatchObject({
      kind: 'edited',
      guess: 'followup.log',
      facts: { action: 'followup.save', changed: expect.arrayContaining(['next_at', 'note']) },
    })
    expect(edited?.facts['moments']).toEqual({ next_at: '2026-12-03 15:30' })
    expect(JSON.stringify(edited)).not.toContain('李建国')
    expect(edited?.text).toContain('问了大额存单利率')
  })

  it('is kept that it was taken back', async () => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says('给李建国打标签 养老规划')
    await wangmin.says('撤销')
    expect(await newGaps()).toMatchObject([{ kind: 'undone', guess: 'customer.tag' }])
  })

  it('nothing is kept where a form was saved as it stood', async () => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says('明天上午10点提醒我给李秀英回电话')
    await wangmin.presses(/修改/)
    await fill(wangmin, /保存/)
    expect(await newGaps()).toEqual([])
  })

  it('nothing is kept where it is done or put off, as was meant', async () => {
    const wangmin = bank.as('ou_wangmin')
    await wangmin.says('明天上午11点提醒我给李秀英回电话')
    await wangmin.presses(/完成/)
    expect(await newGaps()).toEqual([])
  })
})
