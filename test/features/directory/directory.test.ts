// The company's directory through the official SDK, page by page over real HTTP from the stand-in platform, and what a
// comparison and its events do to people's access.

import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/admin/commands.ts'
import { accept, drain } from '../../../src/bot/work.ts'
import type { Directory } from '../../../src/core/ports.ts'
import { DEMO_PEOPLE } from '../../../src/demo/demo-platform.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { syncNightly } from '../../../src/features/directory/index.ts'
import { branches, employees, teams } from '../../../src/features/people/schema.ts'
import { larkDirectory } from '../../../src/platform/lark/directory.ts'
import type { StandInPerson } from '../../../src/platform/stand-in/index.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, openBank, shown, ZONE } from '../../support/bank.ts'
import { ACCESS, openPlatform, type TestPlatform } from '../../support/platform.ts'
import { quietLog } from '../../support/quiet-log.ts'

let bank: Bank
let platform: TestPlatform
let directory: Directory
beforeAll(async () => {
  bank = await openBank()
  platform = await openPlatform(bank.clock)
  // Refusals that a test plans are no news.
  const log = { ...quietLog, error: () => undefined }
  directory = larkDirectory({ ...ACCESS, domain: platform.domain, clock: bank.clock, log })
})
afterAll(async () => {
  await platform.close()
  await bank.close()
})

const ALL: readonly StandInPerson[] = DEMO_PEOPLE
const people = () => platform.standIn.platform.people
const change = (openId: string, values: Partial<StandInPerson>) =>
  people().replace(
    people().all.map((person) => (person.openId === openId ? { ...person, ...values } : person)),
  )

const sync = async (...flags: string[]) => {
  const { store, sealer } = bank.parts
  const { lines, exitCode } = await runCommand(['directory', 'sync', ...flags], (work) =>
    work({ store, sealer, now: bank.clock.now(), zone: ZONE, directory }),
  )
  bank.clock.advance(1000)
  await drain(bank.parts)
  return { text: lines.join('\n'), exitCode }
}
const row = async (account: string) => {
  const [found] = await bank.parts.store.db.select().from(employees).where(eq(employees.account, account))
  return found
}
const entries = (action: string) =>
  asKeeper(bank.parts.store.db, 'test', (tx) => tx.select().from(audit).where(like(audit.action, action)))
/** Everybody is back, as on the first day. */
const restore = async () => {
  people().replace(ALL)
  const { db } = bank.parts.store
  await db.update(employees).set({ status: 'active', statusBy: null })
  for (const { openId, number } of DEMO_PEOPLE)
    if (number !== null)
      await db.update(employees).set({ account: openId }).where(eq(employees.number, number))
}
beforeEach(restore)

const knows = async (openId: string, text = '帮助') =>
  !shown((await bank.as(openId).says(text))[0]).includes('绑定员工账号')

describe('a comparison with the directory', () => {
  it('changes nothing with --dry-run, and nobody’s access where both agree', async () => {
    const before = await bank.parts.store.db.select().from(employees).orderBy(employees.id)
    expect((await sync('--dry-run')).text).toContain('nothing was changed')
    expect(await bank.parts.store.db.$count(teams, eq(teams.name, '零售一组'))).toBe(1)
    expect(await bank.parts.store.db.select().from(employees).orderBy(employees.id)).toEqual(before)
    const { text, exitCode } = await sync()
    expect(exitCode).toBe(0)
    expect(text).toContain('0 ended, 0 held back, 0 new')
    expect(text).toContain('外部人员')
    for (const found of await bank.parts.store.db.select().from(teams))
      expect(found.department).toMatch(/^od-/)
    expect(await bank.parts.store.db.$count(branches)).toBe(2)
    const [leader, member] = [await row('ou_zhaoqiang'), await row('ou_wangmin')]
    expect(member?.leaderId).toBe(leader?.id)
  })

  it('takes over who is new, page by page, as relationship managers without an account', async () => {
    const crowd = Array.from({ length: 120 }, (_, i) => ({
      openId: `ou_new${i}`,
      number: `9${String(i).padStart(5, '0')}`,
      name: `新人${i}`,
      role: '团队主管',
      team: i < 118 ? '零售二组' : '私行一组',
      branch: i < 118 ? '路北支行' : '古冶支行',
      leader: 'ou_new0',
    }))
    people().replace([...ALL, ...crowd])
    expect((await sync()).text).toContain('120 new')
    const { db } = bank.parts.store
    const added = await db.select().from(employees).where(like(employees.name, '新人%'))
    expect(added).toHaveLength(120)
    for (const person of added) expect(person).toMatchObject({ role: 'rm', account: null, status: 'active' })
    const [place] = await db
      .select({ branch: branches.name })
      .from(teams)
      .innerJoin(branches, eq(branches.id, teams.branchId))
      .where(eq(teams.name, '私行一组'))
    expect(place?.branch).toBe('古冶支行')
    expect(await knows('ou_new0')).toBe(false)
    expect((await sync()).text).toContain('0 new')
  })

  it.each([
    ['who has left', { status: 'resigned' }, 'left', '已离职'],
    ['who is frozen', { status: 'frozen' }, 'frozen', '账号已冻结'],
    ['who is in another department', { team: '公司一组', branch: '唐山分行营业部' }, 'moved', '调到其他部门'],
    ['who is out of the range', { status: 'outside' }, 'missing', '不在可见范围'],
  ] as const)(
    'ends the access of a person %s, and lists what is left to the supervisor',
    async (_, values, why, words) => {
      await sync()
      const before = (await entries(`directory.${why}`)).length
      change('ou_lilei', values)
      expect(await knows('ou_lilei')).toBe(true)
      expect((await sync()).text).toContain('1 ended')
      expect(await knows('ou_lilei', '赵敏')).toBe(false)
      expect((await entries(`directory.${why}`)).length).toBe(before + 1)
      const card = bank.as('ou_zhaoqiang').cards().at(-1)
      expect(shown(card)).toContain('李磊 (802102)')
      expect(shown(card)).toContain(words)
      expect(shown(card)).toMatch(/客户\n40/)
      expect(shown(card, 'en')).toContain('Customers\n40')
      // Once: the next comparison finds nothing new to do.
      expect((await sync()).text).toContain('0 ended')
    },
  )

  it('lets the supervisor turn the pages of what is left and hand over from there', async () => {
    await sync()
    change('ou_lilei', { status: 'resigned' })
    await sync()
    const first = shown(bank.as('ou_zhaoqiang').cards().at(-1))
    const { card } = await bank.as('ou_zhaoqiang').presses(/^下一页/)
    expect(shown(card)).not.toBe(first)
    expect(shown(card)).toContain('李磊')
    const asked = await bank.as('ou_zhaoqiang').presses(/^移交/)
    expect(shown(asked.card)).toContain('移交给谁')
  })

  it('tells a supervisor of another team nothing of it', async () => {
    await sync()
    change('ou_lilei', { status: 'resigned' })
    await sync()
    const [leaver] = await bank.parts.store.db.select().from(employees).where(eq(employees.number, '802102'))
    const press = {
      action: 'directory.leaver-page',
      input: { employee: leaver?.id ?? 0, why: 'left', offset: 0 },
    }
    const { answerClick } = await import('../../../src/bot/answer-click.ts')
    const answer = await answerClick(bank.parts, {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_forwarded',
      happenedAt: bank.clock.now(),
      conversation: 'oc_p2p_qianli',
      sender: { account: 'ou_qianli' },
      press,
      form: {},
    })
    expect(JSON.stringify(answer)).not.toMatch(/李磊|C0000/)
  })

  it('raises nobody: a leader of a department is named, and stays what they are', async () => {
    await sync()
    people().replace(
      ALL.map((person) => (person.team === '零售一组' ? { ...person, leader: 'ou_wangmin' } : person)),
    )
    expect((await sync()).text).toMatch(/王敏 · 802101.*roles set.*零售一组/)
    expect(await row('ou_wangmin')).toMatchObject({ role: 'rm' })
    await bank.parts.store.db
      .update(employees)
      .set({ status: 'frozen' })
      .where(eq(employees.number, '802101'))
    expect((await sync()).text).toMatch(/王敏 · 802101.*employees thaw/)
    expect(await row('ou_wangmin')).toMatchObject({ status: 'frozen' })
  })

  it('holds back what looks like a wrong range, until the operator says so', async () => {
    await sync()
    people().replace(
      ALL.map((person) => (person.branch === '路北支行' ? { ...person, status: 'outside' } : person)),
    )
    expect((await sync()).text).toMatch(/0 ended, [67] held back/)
    expect(await knows('ou_wangmin')).toBe(true)
    // Who has left is no matter of range.
    change('ou_lilei', { status: 'resigned' })
    expect((await sync()).text).toContain('1 ended')
    expect((await sync('--even-many')).text).toMatch(/[56] ended, 0 held back/)
    expect(await knows('ou_wangmin')).toBe(false)
  })

  it('changes nothing where the directory cannot be read whole, and waits where it is told to', async () => {
    const { faults } = platform.standIn
    const endpoint = 'GET /contact/v3/users/find_by_department'
    faults.plan({ endpoint, failure: { kind: 'status', status: 429, resetSeconds: 0 } })
    expect((await sync()).exitCode).toBe(0)
    change('ou_lilei', { status: 'resigned' })
    faults.plan({ endpoint, failure: { kind: 'code', code: 99991672 } })
    await expect(sync()).rejects.toThrow('find_by_department')
    expect(await knows('ou_lilei')).toBe(true)
    people().replace(ALL.map((person) => ({ ...person, status: 'outside' as const })))
    await expect(sync()).rejects.toThrow('permissions')
    expect(await knows('ou_lilei')).toBe(true)
  })
})

describe('every night', () => {
  const night = (wall: string) => {
    bank.clock.set(new Date(`${wall}+08:00`))
    return syncNightly({ db: bank.parts.store.db, directory, now: bank.clock.now(), zone: ZONE })
  }

  it('compares once for all instances, from 02:17 on, and again after a failure', async () => {
    await night('2026-11-22T01:00:00')
    expect(await night('2026-11-23T02:16:00')).toBeNull()
    platform.standIn.faults.plan({
      endpoint: 'GET /contact/v3/departments/:department_id/children',
      failure: { kind: 'code', code: 99991672 },
    })
    await expect(night('2026-11-23T02:17:00')).rejects.toThrow('department.children')
    change('ou_lilei', { status: 'frozen' })
    const both = await Promise.all([night('2026-11-23T02:18:00'), night('2026-11-23T02:18:00')])
    expect(both.filter((plan) => plan !== null)).toHaveLength(1)
    expect(await night('2026-11-23T12:00:00')).toBeNull()
    await drain(bank.parts)
    expect(shown(bank.as('ou_zhoukai').cards().at(-1))).toContain('李磊 · 802102')
    expect(await row('ou_lilei')).toMatchObject({ status: 'frozen', statusBy: 'directory' })
  })

  it('is not waited for when the range or a department was changed', async () => {
    await night('2026-11-24T02:20:00')
    await accept(bank.parts, { kind: 'directory', id: crypto.randomUUID(), happenedAt: bank.clock.now() })
    await drain(bank.parts)
    expect(await night('2026-11-24T15:00:00')).not.toBeNull()
  })
})

describe('an event of the directory', () => {
  const event = async (
    change: 'removed' | 'frozen' | 'active' | 'moved',
    departments?: readonly string[],
  ) => {
    await accept(bank.parts, {
      kind: 'account',
      id: crypto.randomUUID(),
      happenedAt: bank.clock.now(),
      person: { account: 'ou_liuyang' },
      change,
      ...(departments === undefined ? {} : { departments }),
    })
    bank.clock.advance(1000)
    await drain(bank.parts)
  }

  it('freezes and gives back what it froze, and never what the operator took', async () => {
    await event('frozen')
    expect(await knows('ou_liuyang')).toBe(false)
    expect(shown(bank.as('ou_qianli').cards().at(-1))).toContain('刘洋')
    await event('active')
    expect(await knows('ou_liuyang')).toBe(true)
    const { store, sealer } = bank.parts
    await runCommand(['employees', 'freeze', '802201'], (work) =>
      work({ store, sealer, now: bank.clock.now(), zone: ZONE }),
    )
    await event('active')
    expect(await knows('ou_liuyang')).toBe(false)
  })

  it('of a move ends the access only where the own team’s department was left', async () => {
    await sync()
    const [team] = await bank.parts.store.db.select().from(teams).where(eq(teams.name, '零售二组'))
    await event('moved', [team?.department ?? '', 'od-project'])
    expect(await knows('ou_liuyang')).toBe(true)
    await event('moved', ['od-other'])
    expect(await knows('ou_liuyang')).toBe(false)
    // The account was never frozen, so its being active gives nothing back.
    await event('active')
    expect(await knows('ou_liuyang')).toBe(false)
  })

  it('of a leaver takes account, second factor and open questions along', async () => {
    await bank.as('ou_liuyang').says('把孙丽华的手机号改成13855556666')
    await event('removed')
    const [gone] = await bank.parts.store.db
      .select()
      .from(employees)
      .where(and(eq(employees.number, '802201'), eq(employees.status, 'left')))
    expect(gone).toMatchObject({ account: null, unionAccount: null, conversation: null })
    expect(await entries('directory.left')).not.toEqual([])
  })
})
