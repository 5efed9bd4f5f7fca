import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../src/admin/commands.ts'
import { employees } from '../../src/features/people/schema.ts'
import { outbox } from '../../src/storage/plumbing-schema.ts'
import { type Bank, openBank, shown, ZONE } from '../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

const run = async (...argv: string[]) => {
  const { store, sealer } = bank.parts
  const { lines, exitCode } = await runCommand(argv, (work) =>
    work({ store, sealer, now: bank.clock.now(), zone: ZONE }),
  )
  return { text: lines.join('\n'), exitCode }
}

test('help lists every command without opening a bank', async () => {
  const { lines, exitCode } = await runCommand(['--help'], () => Promise.reject(new Error('opened')))
  expect(exitCode).toBe(0)
  expect(lines.join('\n')).toContain('employees bind-code NUMBER')
})

test('the people are listed with their roles', async () => {
  expect((await run('employees', 'list')).text).toContain('802101\t王敏\trm\t零售一组\tTS02\tactive\tbound')
})

test('a new employee binds with a code and works at once', async () => {
  expect((await run('employees', 'add', '809001', '新人', 'rm', '--team', '零售一组')).exitCode).toBe(0)
  const { text: code } = await run('employees', 'bind-code', '809001')
  await bank.as('ou_stranger').says('你好')
  await bank.as('ou_stranger').presses(/^提交/, { number: '809001', code })
  expect(shown((await bank.as('ou_stranger').says('帮助'))[0])).toContain('客户经理')
})

test('a frozen employee is a stranger until thawed', async () => {
  await run('employees', 'freeze', '802102')
  expect(shown((await bank.as('ou_lilei').says('赵敏'))[0])).toContain('绑定员工账号')
  await run('employees', 'thaw', '802102')
  expect(shown((await bank.as('ou_lilei').says('赵敏'))[0])).toContain('赵敏')
})

test('a leaver loses the account for good', async () => {
  await run('employees', 'leave', '802201')
  const [row] = await bank.parts.store.db.select().from(employees).where(eq(employees.number, '802201'))
  expect(row).toMatchObject({ status: 'left', account: null })
})

test('a role is changed only to one that exists, with the team that it needs', async () => {
  expect(await run('roles', 'set', '800101', 'king')).toMatchObject({ exitCode: 64 })
  expect(await run('roles', 'set', '800101', 'rm')).toMatchObject({
    exitCode: 64,
    text: expect.stringContaining('--team'),
  })
  expect(await run('roles', 'set', '800101', 'auditor')).toMatchObject({ exitCode: 0 })
})

test('a dead message is listed and released', async () => {
  await bank.as('ou_wangmin').says('帮助')
  const [sent] = await bank.parts.store.db.select().from(outbox).limit(1)
  if (sent === undefined) throw new Error('nothing was sent')
  await bank.parts.store.db
    .update(outbox)
    .set({ state: 'dead', failure: 230013 })
    .where(eq(outbox.id, sent.id))
  expect((await run('outbox', 'list')).text).toContain('error 230013')
  expect((await run('outbox', 'release', sent.id)).exitCode).toBe(0)
  expect((await run('outbox', 'release', sent.id)).exitCode).toBe(64)
})

test('what was done stands in the trail, which shows no personal data', async () => {
  const { text } = await run('audit', 'list', '--limit', '100')
  expect(text).toContain('admin.employee.freeze')
  expect(text).not.toContain('王敏')
})

test('sentences that were not understood are listed, with how each showed', async () => {
  await bank.as('ou_wangmin').says('咕噜咕噜咕噜')
  expect((await run('gaps', 'list')).text).toMatch(/\tmissed\tunknown\t咕噜咕噜咕噜\t/)
})

test('sentences that were not understood are exported as CSV, and the export stands in the trail', async () => {
  await bank.as('ou_wangmin').says('=咕噜咕噜')
  const { text } = await run('gaps', 'export', '--since', '2026-01-01')
  expect(text).toContain('at,kind,text,guess,facts')
  expect(text).toMatch(/,missed,"?'=咕噜咕噜/)
  expect((await run('gaps', 'export', '--since', '2030-01-01')).text).not.toContain('咕噜')
  expect((await run('audit', 'list')).text).toContain('admin.gaps.export')
  expect(await run('gaps', 'export', '--since', 'soon')).toMatchObject({ exitCode: 64 })
})

test('an unknown command or option says so and ends with 64', async () => {
  expect(await run('foo', 'bar')).toMatchObject({
    exitCode: 64,
    text: expect.stringContaining('unknown command'),
  })
  expect(await run('audit', 'list', '--wat')).toMatchObject({ exitCode: 64 })
  expect(await run('audit', 'list', '--limit', 'x')).toMatchObject({ exitCode: 64 })
})
