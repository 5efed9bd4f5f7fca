import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { audit } from '../../../src/features/audit/schema.ts'
import { issueBindingCode } from '../../../src/features/people/index.ts'
import { employees } from '../../../src/features/people/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'

const NUMBER = '809999'
let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

beforeEach(async () => {
  const { db } = bank.parts.store
  await db
    .insert(employees)
    .values({ number: NUMBER, name: '新人', role: 'auditor' })
    .onConflictDoUpdate({ target: employees.number, set: { account: null, status: 'active' } })
})

const issue = () =>
  bank.parts.store.db.transaction(async (tx) => {
    const [employee] = await tx.select().from(employees).where(eq(employees.number, NUMBER))
    if (employee === undefined) throw new Error('no such employee')
    return issueBindingCode(tx, bank.parts.sealer, employee, bank.clock.now())
  })

const tries = async (number: string, code: string) => {
  await bank.as('ou_stranger').says('你好')
  const { toast, card } = await bank.as('ou_stranger').presses(/^提交/, { number, code })
  return { toast: JSON.stringify(toast?.text), card: shown(card) }
}

test('a stranger gets the binding card and nothing else, whatever is said', async () => {
  for (const said of ['李建国', '帮助', '工单T1024']) {
    const cards = await bank.as('ou_stranger').says(said)
    expect(cards).toHaveLength(1)
    expect(shown(cards[0])).toContain('绑定员工账号')
    expect(shown(cards[0])).not.toContain('李建国')
  }
})

test('the right number and code bind the account, and the next sentence is answered', async () => {
  const { card } = await tries(NUMBER, await issue())
  expect(card).toContain('绑定成功')
  expect(shown((await bank.as('ou_stranger').says('帮助')).at(-1))).toContain('我能帮您做什么')
})

test('small letters and spaces in a code do not matter', async () => {
  const code = await issue()
  expect((await tries(NUMBER, ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).card).toContain(
    '绑定成功',
  )
})

test('whatever is wrong, the answer is the same', async () => {
  const code = await issue()
  const answers = [
    await tries(NUMBER, 'WRONGONE'),
    await tries('000000', code),
    await tries('802101', code),
    await tries('', ''),
  ]
  bank.clock.advance(10 * 60_000)
  answers.push(await tries(NUMBER, code))
  expect(new Set(answers.map(({ toast }) => toast)).size).toBe(1)
  expect(answers.every(({ card }) => card === '(no card)')).toBe(true)
})

test('a code is good for one binding', async () => {
  const code = await issue()
  expect((await tries(NUMBER, code)).card).toContain('绑定成功')
  await bank.parts.store.db.update(employees).set({ account: null }).where(eq(employees.number, NUMBER))
  expect((await tries(NUMBER, code)).toast).toContain('不正确')
})

test('after five wrong tries the right code is worth nothing', async () => {
  const code = await issue()
  for (let attempt = 0; attempt < 5; attempt += 1) await tries(NUMBER, 'WRONGONE')
  expect((await tries(NUMBER, code)).toast).toContain('不正确')
})

test('an account that belongs to somebody who was frozen binds to nobody else', async () => {
  const { db } = bank.parts.store
  const code = await issue()
  await db.update(employees).set({ status: 'frozen' }).where(eq(employees.account, 'ou_wujing'))
  await bank.as('ou_wujing').says('你好')
  const { toast } = await bank.as('ou_wujing').presses(/^提交/, { number: NUMBER, code })
  expect(JSON.stringify(toast?.text)).toContain('不正确')
  await db.update(employees).set({ status: 'active' }).where(eq(employees.account, 'ou_wujing'))
})

test('every try stands in the trail, without the code', async () => {
  await tries(NUMBER, 'WRONGONE')
  const rows = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx.select().from(audit).where(eq(audit.action, 'account.bind')),
  )
  expect(rows.some(({ result }) => result === 'done')).toBe(true)
  expect(rows.some(({ result }) => result === 'refused')).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('WRONGONE')
})
