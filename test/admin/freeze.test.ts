// The breach plan from the machine itself, for when the chat cannot be used.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/commands.ts'
import { type Enrolled, enrol } from '../features/freezes/enrolled.ts'
import { type Bank, openBank, shown, ZONE } from '../support/bank.ts'

let bank: Bank
const factors: Record<string, Enrolled> = {}
beforeAll(async () => {
  bank = await openBank()
  for (const who of ['ou_hemei', 'ou_zhoukai', 'ou_wujing']) factors[who] = await enrol(bank, who)
})
afterAll(() => bank.close())

const run = async (...argv: string[]) => {
  const { store, sealer } = bank.parts
  const { lines, exitCode } = await runCommand(argv, (work) =>
    work({ store, sealer, now: bank.clock.now(), zone: ZONE }),
  )
  return { text: lines.join('\n'), exitCode }
}
const numberOf = async (name: string) => {
  const { text } = await run('employees', 'list')
  return (
    text
      .split('\n')
      .find((line) => line.includes(name))
      ?.split('\t')[0] ?? ''
  )
}
const as = async (who: string, name: string) => [
  '--by',
  await numberOf(name),
  '--code',
  factors[who]?.code() ?? '',
]
const asksFor = async (text: string) => shown((await bank.as('ou_wangmin').says(text)).at(-1))

it('the operator freezes the bank at once, and those who confirm are asked in the chat', async () => {
  const { text, exitCode } = await run('freeze', 'bank', '--reason', 'leak')
  expect(exitCode).toBe(0)
  expect(text).toMatch(/is in force: The whole bank\n4 people are asked/)
  expect(await asksFor('李建国')).toContain('冻结中')
  expect(shown(bank.as('ou_zhoukai').cards().at(-1))).toContain('运维命令')
})

it('the same is not frozen twice, and what is not there not at all', async () => {
  expect(await run('freeze', 'bank')).toMatchObject({ exitCode: 1 })
  expect(await run('freeze', 'branch', 'XX99')).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('branch'),
  })
  expect(await run('freeze', 'moon')).toMatchObject({ exitCode: 64 })
  expect(await run('freeze', 'bank', '--reason', 'mood')).toMatchObject({ exitCode: 64 })
})

it('a thaw needs the codes of two people', async () => {
  expect(await run('thaw')).toMatchObject({ exitCode: 64 })
  const by = await numberOf('何梅')
  expect(await run('thaw', '', '--by', by, '--code', '000000')).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('wrong'),
  })
  expect((await run('thaw', '', ...(await as('ou_hemei', '何梅')))).text).toContain('a thaw is asked for')
  expect(await run('thaw', '', ...(await as('ou_hemei', '何梅')))).toMatchObject({ exitCode: 1 })
  expect(await asksFor('李建国')).toContain('冻结中')
  expect((await run('thaw', '', ...(await as('ou_wujing', '吴静')))).text).toContain('thawed')
  expect(await asksFor('李建国')).toContain('138****1234')
})

it('a person freezes by name and a second confirms; a relationship manager does neither', async () => {
  const rm = await numberOf('王敏')
  expect(await run('freeze', 'bank', '--by', rm, '--code', '123456')).toMatchObject({ exitCode: 64 })
  expect((await run('freeze', 'employee', rm, ...(await as('ou_zhoukai', '周凯')))).exitCode).toBe(0)
  expect(await asksFor('李建国')).toContain('冻结中')
  expect(await run('freeze', 'confirm', '', ...(await as('ou_zhoukai', '周凯')))).toMatchObject({
    exitCode: 1,
  })
  expect((await run('freeze', 'confirm', '', ...(await as('ou_hemei', '何梅')))).text).toContain('confirmed')
  expect((await run('freeze', 'list')).text).toMatch(/Employee 王敏[^\n]*in force, confirmed/)
})

it('the report is printed, and names nobody’s data', async () => {
  const { text } = await run('freeze', 'report')
  expect(text).toContain('Incident report')
  expect(text).not.toMatch(/李建国|138\d{8}/)
  expect((await run('audit', 'list', '--limit', '20')).text).toContain('freeze.report')
})
