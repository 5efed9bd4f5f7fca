// 审计: who looked, changed and exported, as the auditor and the supervisor ask for it, and what nobody else learns.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepAudit } from '../../../src/features/audit/index.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { findIdByCode } from '../../../src/features/audit/subject.ts'
import { findEmployeeByAccount, toActor } from '../../../src/features/people/store.ts'
import { rowsOf } from '../../../src/storage/database.ts'
import { asKeeper, takeScope } from '../../../src/storage/scope.ts'
import { openTurn } from '../../../src/storage/turn.ts'
import { type Bank, findButton, openBank, shown, ZONE } from '../../support/bank.ts'

let bank: Bank
let code: string

beforeAll(async () => {
  bank = await openBank()
  const wangmin = bank.as('ou_wangmin')
  code = /C\d{6}/.exec(shown((await wangmin.says('李建国'))[0]))?.[0] ?? ''
  await wangmin.says('李建国的职业改成教师')
  await bank.as('ou_zhaoqiang').says('李建国')
  await keep()
})
afterAll(() => bank.close())

const keep = () =>
  keepAudit({ db: bank.parts.store.db, sealer: bank.parts.sealer, conversation: null }, bank.clock.now())
const says = async (who: string, text: string, chat?: string) => {
  const [card] = await bank.as(who, chat).says(text)
  return { card, text: shown(card) }
}

describe('the trail of a customer', () => {
  it('tells an auditor who looked and changed, by code, without a name or a number of the customer', async () => {
    const { text } = await says('ou_wujing', `审计 ${code}`)
    expect(text).toContain(`审计 ${code}`)
    expect(text).toContain('王敏 · 查看客户')
    expect(text).toContain('王敏 · 修改客户')
    expect(text).toContain('赵强 · 查看客户')
    expect(text).toMatch(/审计链已封存 \d+ 条/)
    expect(text).not.toMatch(/李建国|138|教师/)
  })

  it('tells a supervisor of a customer of the team, by name', async () => {
    const { text } = await says('ou_zhaoqiang', '审计 李建国')
    expect(text).toContain('李建国')
    expect(text).toContain('王敏 · 修改客户')
  })

  it('is itself looked at in plain sight', async () => {
    await says('ou_zhaoqiang', '审计 李建国')
    expect((await says('ou_wujing', `审计 ${code}`)).text).toContain('赵强 · 查看审计记录')
  })

  it('answers who looked and who changed apart', async () => {
    const looked = await says('ou_zhaoqiang', '谁看过李建国')
    expect(looked.text).toContain('查看客户')
    expect(looked.text).not.toContain('修改客户')
    const changed = await says('ou_zhaoqiang', '谁改过李建国')
    expect(changed.text).toContain('修改客户')
    expect(changed.text).not.toContain('查看客户')
  })

  it('turns its pages', async () => {
    for (let look = 0; look < 12; look += 1) await says('ou_wangmin', '李建国')
    const { card } = await says('ou_wujing', `审计 ${code}`)
    expect(shown(card)).toMatch(/第 1 \/ \d/)
    expect(card && findButton(card, /下一页/)).not.toBeNull()
    const turned = await bank.as('ou_wujing').presses(/下一页/)
    expect(shown(turned.card)).toMatch(/第 2 \/ \d/)
  })

  it('shortens the name in a group', async () => {
    expect((await says('ou_zhaoqiang', '审计 李建国', 'oc_retail1')).text).not.toContain('李建国')
  })
})

describe('who learns nothing', () => {
  it('an auditor cannot ask by name, and a code that is nobody’s is not found', async () => {
    expect((await says('ou_wujing', '审计 李建国')).text).toContain('客户编号')
    expect((await says('ou_wujing', '审计 C999999')).text).toContain('未找到')
  })

  it('a supervisor of another team finds neither name nor code', async () => {
    expect((await says('ou_qianli', '审计 李建国')).text).toContain('未找到')
    expect((await says('ou_qianli', `审计 ${code}`)).text).toContain('未找到')
  })

  it.each(['ou_wangmin', 'ou_sunhang', 'ou_hemei', 'ou_zhoukai'])('%s has no right to it', async (who) => {
    expect((await says(who, `审计 ${code}`)).text).toContain('无权')
  })

  it('looking an id up by code leaves the auditor’s scope as it was', async () => {
    const { store, sealer } = bank.parts
    await store.db.transaction(async (tx) => {
      const employee = await findEmployeeByAccount(tx, { account: 'ou_wujing' })
      if (employee === null) throw new Error('no auditor')
      const actor = toActor(employee)
      await takeScope(tx, actor)
      const turn = openTurn({
        db: tx,
        sealer,
        actor,
        now: bank.clock.now(),
        zone: ZONE,
        language: 'zh',
        conversation: { id: 'oc_p2p_wujing', private: true },
        inboundId: 'test',
        text: '',
        confidence: 1,
      })
      expect(await findIdByCode(turn, code)).toMatch(/^[0-9a-f-]{36}$/)
      expect(await findIdByCode(turn, 'C999999')).toBeNull()
      const [row] = rowsOf<{ role: string; reader: string }>(
        await tx.execute(sql`select current_user as role, current_setting('app.role') as reader`),
      )
      expect(row).toEqual({ role: 'larkspur_none', reader: 'auditor' })
    })
  })
})

it('an entry that was altered after it was sealed is marked on the card', async () => {
  const { db } = bank.parts.store
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw('set local role none'))
    await tx.execute(sql.raw('alter table audit disable trigger audit_append_only'))
    await tx.execute(sql.raw(`update audit set actor_id = 1 + actor_id where action = 'customer.update'`))
    await tx.execute(sql.raw('alter table audit enable always trigger audit_append_only'))
  })
  const { text } = await says('ou_wujing', `谁改过 ${code}`)
  expect(text).toContain('已被改动')
  expect(text).toContain('请立即通知安全负责人')
})

it('no entry of the trail holds personal data of a customer', async () => {
  const rows = await asKeeper(bank.parts.store.db, 'test', (tx) => tx.select().from(audit))
  expect(JSON.stringify(rows)).not.toMatch(/李建国|13800001234|教师/)
})
