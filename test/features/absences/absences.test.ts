import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inLanguage } from '../../../cards/kit/index.ts'
import { runCommand } from '../../../src/admin/commands.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { absences, employees } from '../../../src/features/people/schema.ts'
import { toActor } from '../../../src/features/people/store.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { asKeeper, inScope } from '../../../src/storage/scope.ts'
import { type Bank, buttonsOf, openBank, shown, ZONE } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())
beforeEach(async () => {
  const { db } = bank.parts.store
  await db.delete(absences)
  await db.update(employees).set({ status: 'active' })
})

const REQUEST = '给李建国申请利率优惠，50万三年期上浮10个基点'
const idOf = async (account: string) => {
  const [row] = await bank.parts.store.db.select().from(employees).where(eq(employees.account, account))
  return row?.id ?? 0
}
const enters = async (who: string, from: string, to: string, deputy = '') => {
  const person = bank.as(who)
  await person.says('我的设置')
  await person.presses(/请假与代理/)
  return person.presses(/^保存/, { from, to, deputy: deputy === '' ? '' : String(await idOf(deputy)) })
}
const admin = async (...argv: string[]) => {
  const { store, sealer } = bank.parts
  return runCommand(argv, (work) => work({ store, sealer, now: bank.clock.now(), zone: ZONE }))
}
const buttons = (who: string) => {
  const card = bank.as(who).cards().at(-1)
  return card === undefined ? [] : buttonsOf(card).map(({ label }) => inLanguage(label, 'zh'))
}

describe('leave with a deputy', () => {
  it('is entered on the card of the settings, tells the deputy, and can be taken back', async () => {
    const { card, toast } = await enters('ou_zhaoqiang', '2026-11-23', '2026-11-25', 'ou_zhoujie')
    expect(inLanguage(toast?.text ?? '', 'zh')).toBe('已保存')
    expect(shown(card)).toContain('代理人：周杰')
    expect(shown(card, 'en')).toContain('Deputy: 周杰')
    expect(shown(bank.as('ou_zhoujie').cards().at(-1))).toMatch(/赵强 请假[\s\S]*请您代理/)
    const written = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select().from(audit).where(eq(audit.action, 'absence.enter')),
    )
    expect(written.at(-1)?.facts).toMatchObject({ fromOn: '2026-11-23', toOn: '2026-11-25' })
    await bank.as('ou_zhaoqiang').presses(/^撤销/)
    expect(await bank.parts.store.db.$count(absences)).toBe(0)
    await enters('ou_zhaoqiang', '2026-11-23', '2026-11-25', 'ou_zhoujie')
    await bank.as('ou_zhaoqiang').presses(/^取消请假/)
    expect(await bank.parts.store.db.$count(absences)).toBe(0)
    await bank.as('ou_zhaoqiang').presses(/^撤销/)
    expect(await bank.parts.store.db.$count(absences)).toBe(1)
  })

  it.each([
    ['2026-11-25', '2026-11-23', '', '早于'],
    ['2026-11-01', '2026-11-05', '', '已经过去'],
    ['2026-11-23', '2028-11-23', '', '超过一年'],
    ['', '', '', '没有认出日期'],
    ['2026-11-23', '2026-11-25', 'ou_lilei', '不能由这位同事代理'],
    ['2026-11-23', '2026-11-25', 'ou_qianli', '不能由这位同事代理'],
    ['2026-11-23', '2026-11-25', 'ou_zhaoqiang', '不能由这位同事代理'],
  ])('from %s to %s with %s is refused: %s', async (from, to, deputy, words) => {
    const { toast, card } = await enters('ou_zhaoqiang', from, to, deputy)
    expect(`${inLanguage(toast?.text ?? '', 'zh')}${shown(card)}`).toContain(words)
    expect(await bank.parts.store.db.$count(absences)).toBe(0)
  })

  it('does not overlap with other leave', async () => {
    await enters('ou_zhaoqiang', '2026-11-23', '2026-11-25', 'ou_zhoujie')
    const { toast, card } = await enters('ou_zhaoqiang', '2026-11-25', '2026-11-27')
    expect(`${inLanguage(toast?.text ?? '', 'zh')}${shown(card)}`).toContain('重叠')
  })

  it('is the operator’s to enter for others', async () => {
    expect(
      await admin('absences', 'add', '802100', '2026-11-23', '2026-11-25', '--deputy', '802101'),
    ).toMatchObject({ exitCode: 64 })
    expect(
      await admin('absences', 'add', '802100', '2026-11-23', '2026-11-25', '--deputy', '802109'),
    ).toMatchObject({ exitCode: 0 })
    expect((await admin('absences', 'list')).lines).toEqual(['802100\t赵强\t2026-11-23\t2026-11-25\t周杰'])
    expect(await admin('absences', 'remove', '802100', '2026-11-23')).toMatchObject({ exitCode: 0 })
    expect(await admin('absences', 'remove', '802100', '2026-11-23')).toMatchObject({ exitCode: 64 })
    expect((await admin('absences', 'list')).lines).toEqual([])
  })
})

describe('a team without another supervisor', () => {
  it('asks the head of its branch, who decides that and nothing else', async () => {
    const [answer] = await bank.as('ou_qianli').says('给孙丽华申请利率优惠，30万三年期上浮10个基点')
    expect(shown(answer)).toContain('等待孙航审批')
    expect(shown((await bank.as('ou_sunhang').says('待我审批'))[0])).toContain('利率优惠')
    const { toast } = await bank.as('ou_sunhang').presses(/^同意/)
    expect(inLanguage(toast?.text ?? '', 'zh')).toContain('已同意')
    const told = bank
      .as('ou_qianli')
      .cards()
      .map((card) => shown(card))
    expect(told.join()).toMatch(/孙航.*已同意/)
    expect(shown((await bank.as('ou_sunhang').says('孙丽华的手机号改成13855556666'))[0])).toContain('只读')
  })

  it('lets the head write nothing else, in the database either', async () => {
    await bank.as('ou_qianli').says('给孙丽华申请利率优惠，30万三年期上浮10个基点')
    const { db } = bank.parts.store
    const [head] = await db.select().from(employees).where(eq(employees.account, 'ou_sunhang'))
    if (head === undefined) throw new Error('no head')
    const others = await inScope(db, toActor(head), (tx) =>
      tx.update(tickets).set({ status: 'rejected' }).where(ne(tickets.handlerId, head.id)).returning(),
    )
    expect(others).toEqual([])
    await expect(
      inScope(db, toActor(head), (tx) =>
        tx.update(tickets).set({ content: '改了' }).where(eq(tickets.handlerId, head.id)),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(
      inScope(db, toActor(head), (tx) =>
        tx
          .update(tickets)
          .set({ status: 'closed' })
          .where(and(eq(tickets.handlerId, head.id), eq(tickets.status, 'waiting'))),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('asks the head of the bank where the branch has none', async () => {
    const [answer] = await bank.as('ou_chenjing').says('申请客户答谢会费用5000元')
    expect(shown(answer)).toContain('等待何梅审批')
    await bank.as('ou_hemei').says('待我审批')
    const { toast } = await bank.as('ou_hemei').presses(/^同意/)
    expect(inLanguage(toast?.text ?? '', 'zh')).toContain('已同意')
  })

  it('lets no head decide what another was asked', async () => {
    await bank.as('ou_wangmin').says(REQUEST)
    const number = /T\d+/.exec(shown(bank.as('ou_zhaoqiang').cards().at(-1)))?.[0] ?? ''
    expect(shown((await bank.as('ou_sunhang').says(`同意${number}`))[0])).toContain('只读')
    expect(shown((await bank.as('ou_hemei').says(`同意${number}`))[0])).toContain('只读')
  })
})

describe('what waits for somebody who lost the access', () => {
  it('is decided by another supervisor of the team', async () => {
    await bank.as('ou_wangmin').says(REQUEST)
    const number = /T\d+/.exec(shown(bank.as('ou_zhaoqiang').cards().at(-1)))?.[0] ?? ''
    expect(shown((await bank.as('ou_zhoujie').says(`同意${number}`))[0])).toContain('无权')
    await bank.parts.store.db
      .update(employees)
      .set({ status: 'left' })
      .where(and(eq(employees.account, 'ou_zhaoqiang')))
    expect(shown((await bank.as('ou_zhoujie').says('待我审批'))[0])).toContain(number)
    expect(shown((await bank.as('ou_zhoujie').says(`同意${number}`))[0])).toContain('已同意')
  })
})

describe('while somebody is away', () => {
  it('requests go to the deputy on those days, and back to the supervisor after them', async () => {
    await enters('ou_zhaoqiang', '2026-11-21', '2026-11-21', 'ou_zhoujie')
    await bank.as('ou_wangmin').says(REQUEST)
    expect(buttons('ou_zhoujie')).toEqual(expect.arrayContaining(['同意', '驳回']))
    bank.clock.set(new Date('2026-11-22T10:00:00+08:00'))
    await bank.as('ou_wangmin').says(REQUEST)
    expect(buttons('ou_zhaoqiang')).toEqual(expect.arrayContaining(['同意', '驳回']))
    // What waits for the supervisor is not the deputy's to decide any more.
    const { toast } = await bank
      .as('ou_zhoujie')
      .says('待我审批')
      .then(() => bank.as('ou_zhoujie').presses(/^同意/))
    expect(inLanguage(toast?.text ?? '', 'zh')).not.toContain('无权')
    expect(shown((await bank.as('ou_zhoujie').says('待我审批'))[0])).toContain('没有等您审批')
  })

  it('a reminder goes to the deputy, who may see the task', async () => {
    await bank.as('ou_wangmin').says('提醒我明天下午3点给李建国打电话')
    await enters('ou_wangmin', '2026-11-23', '2026-11-23', 'ou_zhoujie')
    const before = bank.as('ou_wangmin').cards().length
    bank.clock.set(new Date('2026-11-23T15:00:10+08:00'))
    await bank.tick()
    expect(shown(bank.as('ou_zhoujie').cards().at(-1))).toMatch(/李建国[\s\S]*王敏|王敏[\s\S]*李建国/)
    expect(bank.as('ou_wangmin').cards().length).toBe(before)
  })

  it('nobody stands in for a deputy', async () => {
    const [boss, deputy] = [await idOf('ou_zhaoqiang'), await idOf('ou_zhoujie')]
    await bank.parts.store.db.insert(absences).values([
      { employeeId: boss, fromOn: '2026-11-21', toOn: '2026-11-30', deputyId: deputy },
      { employeeId: deputy, fromOn: '2026-11-21', toOn: '2026-11-30', deputyId: boss },
    ])
    await bank.as('ou_wangmin').says(REQUEST)
    // Everybody of the team is away, so the head of the branch is asked.
    expect(buttons('ou_sunhang')).toEqual(expect.arrayContaining(['同意', '驳回']))
  })
})
