// The breach plan as conversations: begun by one, confirmed by a second, thawed by two others; what stops meanwhile, what
// goes on, and what becomes of what waited.

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/core/ids.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { freezes } from '../../../src/features/freezes/schema.ts'
import { employees } from '../../../src/features/people/schema.ts'
import { outbox, schedules } from '../../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'
import { type Enrolled, enrol } from './enrolled.ts'

let bank: Bank
const factors: Record<string, Enrolled> = {}
beforeAll(async () => {
  bank = await openBank()
  for (const who of [
    'ou_sunhang',
    'ou_hemei',
    'ou_zhoukai',
    'ou_wujing',
    'ou_zhaoqiang',
    'ou_qianli',
    'ou_wangmin',
  ])
    factors[who] = await enrol(bank, who)
})
afterAll(() => bank.close())

const code = (who: string) => factors[who]?.code() ?? ''
const lastOf = (who: string) => shown(bank.as(who).cards().at(-1))
const says = async (who: string, text: string, chat?: string) =>
  shown((await bank.as(who, chat).says(text)).at(-1))
const toastOf = ({ toast }: { toast?: { text: unknown } }) => JSON.stringify(toast?.text)
const inForce = () => bank.parts.store.db.select().from(freezes)

async function freeze(who: string, scope: string, target = '', reason = 'leak') {
  await bank.as(who).says('启动泄露预案')
  return bank.as(who).presses(/确认冻结/, { scope, target, reason, code: code(who) })
}
async function decide(who: string, label: RegExp, proof = code(who)) {
  await bank.as(who).says('冻结情况')
  const asked = await bank.as(who).presses(label)
  return asked.card === undefined ? asked : bank.as(who).presses(/确认冻结|确认解冻/, { code: proof })
}
async function thaw(first: string, second: string) {
  await decide(first, /申请解冻/)
  const answer = await decide(second, /同意解冻/)
  await bank.tick()
  return answer
}

describe('beginning', () => {
  it('needs a second factor', async () => {
    expect(await says('ou_zhoujie', '启动泄露预案')).toContain('二次验证')
  })

  it('is not for a relationship manager, who is told so', async () => {
    expect(await says('ou_wangmin', '启动泄露预案')).toContain('无权')
  })

  it('a wrong code freezes nothing and is written down', async () => {
    await bank.as('ou_hemei').says('启动泄露预案')
    const answer = await bank
      .as('ou_hemei')
      .presses(/确认冻结/, { scope: 'bank', target: '', reason: 'leak', code: '000000' })
    expect(toastOf(answer)).toContain('不正确')
    expect(await inForce()).toEqual([])
  })

  it('a supervisor freezes in the own team only, and nobody what is not there', async () => {
    expect(toastOf(await freeze('ou_zhaoqiang', 'bank'))).toContain('不能处理')
    expect(toastOf(await freeze('ou_zhaoqiang', 'branch', 'TS02'))).toContain('不能处理')
    expect(toastOf(await freeze('ou_zhaoqiang', 'employee', '刘洋'))).toContain('不能处理')
    expect(toastOf(await freeze('ou_zhaoqiang', 'employee', '999999'))).toContain('没有这名员工')
    expect(toastOf(await freeze('ou_sunhang', 'branch', 'TS01'))).toContain('不能处理')
    const hidden = await freeze('ou_zhaoqiang', 'customer', await codeOf('孙丽华'))
    const missing = await freeze('ou_zhaoqiang', 'customer', 'C999999')
    expect(toastOf(hidden)).toContain('未找到')
    expect(hidden).toEqual(missing)
    expect(await inForce()).toEqual([])
  })
})

describe('the whole bank', () => {
  it('everything stops at once, also what was on its way', async () => {
    await bank.as('ou_wangmin').says('李秀英')
    await bank.as('ou_wangmin').says('李建国')
    await bank.as('ou_wangmin').presses(/看全部号码/)
    await bank
      .as('ou_wangmin')
      .presses(/确认查看/, { field: 'phone', reason: 'contact', code: code('ou_wangmin') })
    expect(lastOf('ou_wangmin')).toContain('13800001234')

    await bank.as('ou_hemei').says('启动泄露预案')
    await bank.parts.store.db.insert(outbox).values(waiting('oc_p2p_wangmin', '李建国 到期提醒'))
    const form = { scope: 'bank', target: '', reason: 'leak', code: code('ou_hemei') }
    const answer = await bank.as('ou_hemei').presses(/确认冻结/, form)
    expect(shown(answer.card)).toMatch(/已冻结：全行[\s\S]*待第二人确认/)
    expect(shown(answer.card, 'en')).toMatch(/Frozen: The whole bank[\s\S]*To be confirmed/)

    const stays = bank
      .as('ou_wangmin')
      .cards()
      .map((card) => shown(card))
      .join('\n')
    expect(stays).not.toContain('13800001234')
    expect(stays).not.toContain('到期提醒')
    expect(await statesOf('李建国 到期提醒')).toEqual(['parked'])
  })

  it('those who may confirm have a card; nobody else has', () => {
    for (const who of ['ou_sunhang', 'ou_zhoukai', 'ou_wujing']) expect(lastOf(who)).toContain('已冻结：全行')
    expect(lastOf('ou_zhaoqiang')).not.toContain('已冻结：')
  })

  it.each([
    ['ou_wangmin', '李建国'],
    ['ou_wangmin', '提醒我明天下午3点给李女士打电话'],
    ['ou_wangmin', '今天有什么待办'],
    ['ou_wangmin', '咕噜咕噜'],
    ['ou_wangmin', '撤销'],
    ['ou_zhaoqiang', '张伟'],
    ['ou_sunhang', '我的商机'],
    ['ou_hemei', '客户列表'],
  ])('%s saying %s reads one clear card', async (who, text) => {
    const cards = await bank.as(who).says(text)
    expect(cards).toHaveLength(1)
    expect(shown(cards[0])).toContain('泄露应急冻结中')
    expect(shown(cards[0], 'en')).toContain('Frozen after a suspected breach')
    expect(shown(cards[0])).not.toMatch(/李建国|138/)
  })

  it('a click on an old card does nothing and says why', async () => {
    expect(toastOf(await bank.as('ou_wangmin').presses(/看全部号码/))).toContain('冻结中')
  })

  it('the plan says what it is to those who may decide, and to nobody that nothing is frozen', async () => {
    expect(await says('ou_zhaoqiang', '冻结情况')).toContain('冻结中')
    expect(await says('ou_sunhang', '冻结情况')).toContain('全行')
    expect(await says('ou_sunhang', '冻结报告')).toContain('没有您可查看的冻结')
  })

  it('help, the second factor, signing in and the trail go on', async () => {
    expect(await says('ou_wangmin', '帮助')).toContain('客户经理')
    expect(await says('ou_wangmin', '设置二次验证')).toContain('二次验证')
    expect(await says('ou_stranger', '你好')).toContain('绑定员工账号')
    expect(await says('ou_wujing', '审计 C000001')).toContain('审计')
    const refused = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx
        .select()
        .from(audit)
        .where(and(eq(audit.action, 'refusal'), eq(audit.result, 'refused'))),
    )
    expect(refused.filter(({ facts }) => facts['code'] === 'frozen').length).toBeGreaterThan(5)
  })

  it('what falls due waits and is not lost', async () => {
    const [row] = await bank.parts.store.db
      .select()
      .from(employees)
      .where(eq(employees.account, 'ou_wangmin'))
    const id = newId(bank.clock.now())
    await bank.parts.store.db.insert(schedules).values({
      id,
      kind: 'digest.personal',
      employeeId: row?.id ?? 0,
      createdBy: row?.id ?? 0,
      dueAt: bank.clock.now(),
    })
    bank.clock.advance(60_000)
    await bank.tick()
    expect((await bank.parts.store.db.select().from(schedules).where(eq(schedules.id, id)))[0]?.state).toBe(
      'armed',
    )
  })

  it('who began it cannot confirm it; a second person can, once', async () => {
    expect(toastOf(await decide('ou_hemei', /^确认冻结/))).toContain('无权')
    expect(shown((await decide('ou_sunhang', /^确认冻结/)).card)).not.toContain('待第二人确认')
    expect(lastOf('ou_zhoukai')).not.toContain('待第二人确认')
  })

  it('neither of the two who froze can thaw', async () => {
    for (const who of ['ou_hemei', 'ou_sunhang'])
      expect(toastOf(await decide(who, /申请解冻/))).toContain('另外两人')
  })

  it('one alone cannot thaw, not even twice; two others can', async () => {
    await decide('ou_zhoukai', /申请解冻/)
    expect(await says('ou_wangmin', '李建国')).toContain('冻结中')
    expect(toastOf(await decide('ou_zhoukai', /同意解冻/))).toContain('另外两人')
    expect(lastOf('ou_wujing')).toContain('申请解冻')
    expect(shown((await decide('ou_wujing', /同意解冻/)).card)).toContain('已解冻：全行')
    expect(await says('ou_wangmin', '李建国')).toContain('138****1234')
  })

  it('what waited goes out with the rights of now, and the jobs run', async () => {
    const before = bank.sent.length
    await bank.tick()
    expect(await statesOf('李建国 到期提醒')).toEqual(['sent'])
    const sent = bank.sent
      .slice(before)
      .map(({ content }) => (content.kind === 'card' ? shown(content.card) : ''))
    expect(sent.join('\n')).toMatch(/补发 1 条，丢弃 0 条/)
  })

  it('every step is in the trail', async () => {
    const rows = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select().from(audit).where(eq(audit.entity, 'freeze')),
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'freeze.start',
      'freeze.confirm',
      'freeze.thaw.ask',
      'freeze.thaw',
    ])
  })
})

describe('the table itself', () => {
  it('takes no thaw by those who froze, and no freeze of two things', async () => {
    const [row] = await inForce()
    const { store } = bank.parts
    const id = newId(bank.clock.now())
    const fresh = { id, scope: 'bank', reason: 'drill', startedAt: bank.clock.now(), startedBy: 1 } as const
    await store.db
      .insert(freezes)
      .values({ ...fresh, thawedAt: bank.clock.now(), thawedBy: 3, thawAskedBy: 2 })
    for (const wrong of [
      { thawedBy: 1 },
      { thawedBy: 2 },
      { thawAskedBy: 1 },
      { thawAskedBy: null },
      { confirmedBy: 1 },
      { thawedBy: null },
    ])
      await expect(
        store.db.insert(freezes).values({
          ...fresh,
          id: newId(bank.clock.now()),
          thawedAt: bank.clock.now(),
          thawedBy: 3,
          thawAskedBy: 2,
          ...wrong,
        }),
      ).rejects.toThrow()
    await expect(
      store.db.insert(freezes).values({ ...fresh, id: newId(bank.clock.now()), branchId: 1 }),
    ).rejects.toThrow()
    expect(row?.scope).toBe('bank')
  })
})

describe('one employee', () => {
  it('reads nothing, while colleagues and the customers’ other readers go on', async () => {
    await freeze('ou_zhaoqiang', 'employee', '李磊')
    expect(await says('ou_lilei', '赵敏')).toContain('冻结中')
    expect(await says('ou_wangmin', '李建国')).toContain('138****1234')
    expect(await says('ou_zhaoqiang', '赵敏')).toContain('赵敏')
    expect(
      bank
        .as('ou_lilei')
        .cards()
        .some((card) => shown(card).includes('资料已冻结')),
    ).toBe(true)
  })

  it('is not decided about by that person, and thawed by two of those in charge', async () => {
    await thaw('ou_wujing', 'ou_zhoukai')
    expect(await says('ou_lilei', '赵敏')).toContain('赵敏')
  })
})

describe('one customer', () => {
  it('is hidden from everybody, and nobody else is', async () => {
    const code1 = await codeOf('李建国')
    const answer = await freeze('ou_zhoukai', 'customer', code1)
    expect(shown(answer.card)).toContain(`客户 ${code1}`)
    expect(shown(answer.card)).not.toContain('李建国')
    bank.clock.advance(11_000)
    for (const who of ['ou_wangmin', 'ou_zhaoqiang', 'ou_sunhang', 'ou_hemei'])
      expect(await says(who, code1)).toMatch(/未找到|没有/)
    expect(await says('ou_wangmin', '李秀英')).toContain('李秀英')
  })

  it('a message that had named the customer before waits, others go', async () => {
    await bank.parts.store.db
      .insert(outbox)
      .values([waiting('oc_p2p_zhaoqiang', '李建国 续约'), waiting('oc_p2p_qianli', '孙丽华 续约')])
    await bank.tick()
    expect(await statesOf('李建国 续约')).toEqual(['parked'])
    expect(await statesOf('孙丽华 续约')).toEqual(['sent'])
  })

  it('what is no longer its reader’s to see is dropped after the thaw, and said', async () => {
    const [customer] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select().from(customers).where(eq(customers.name, '李建国')),
    )
    const [wangmin] = await bank.parts.store.db
      .select()
      .from(employees)
      .where(eq(employees.account, 'ou_wangmin'))
    const [liuyang] = await bank.parts.store.db
      .select()
      .from(employees)
      .where(eq(employees.account, 'ou_liuyang'))
    await bank.parts.store.db.insert(outbox).values({
      ...waiting('oc_p2p_wangmin', `${customer?.code} 转出前的消息`),
      employeeId: wangmin?.id ?? 0,
    })
    await bank.tick()
    expect(await statesOf('转出前的消息')).toEqual(['parked'])
    await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx
        .update(customers)
        .set({ ownerId: liuyang?.id ?? 0, teamId: liuyang?.teamId ?? 0 })
        .where(eq(customers.name, '李建国')),
    )
    await thaw('ou_hemei', 'ou_wujing')
    expect(await statesOf('转出前的消息')).toEqual([])
    expect(lastOf('ou_wangmin')).toContain('权限已变化 1 条')
  })
})

describe('one branch', () => {
  it('its people read nothing, and its rows are hidden from the head of the bank too', async () => {
    await freeze('ou_sunhang', 'branch', 'TS02')
    for (const who of ['ou_wangmin', 'ou_liuyang', 'ou_zhaoqiang', 'ou_qianli', 'ou_sunhang'])
      expect(await says(who, '客户列表')).toContain('冻结中')
    expect(await says('ou_hemei', '李秀英')).not.toContain('138****2345')
    expect(await says('ou_chenjing', '客户列表')).not.toContain('冻结中')
  })

  it('the report names who, what and since when, by codes', async () => {
    const { sent } = bank
    const before = sent.length
    await bank.as('ou_wujing').says('冻结报告')
    const file = sent
      .slice(before)
      .map(({ content }) => content)
      .find((content) => content.kind === 'file')
    const text = file?.kind === 'file' ? new TextDecoder().decode(file.bytes) : ''
    expect(text).toContain('泄露事件报告')
    expect(text).toContain('路北支行')
    expect(text).toMatch(/完整号码 Full numbers,[1-9]/)
    expect(text).toContain(await codeOf('李建国'))
    expect(text).not.toMatch(/李建国|李秀英|138\d{8}/)
    expect(await says('ou_wangmin', '冻结报告')).toContain('无权')
  })

  it('a file that waits is void, and the thaw brings it all back', async () => {
    const file = {
      ...waiting('oc_p2p_wangmin', ''),
      card: null,
      fileName: 'customers.csv',
      fileBytes: new TextEncoder().encode('secret'),
    }
    await bank.parts.store.db.insert(outbox).values(file)
    await bank.tick()
    const [row] = await bank.parts.store.db.select().from(outbox).where(eq(outbox.id, file.id))
    expect(
      bank.sent.filter(({ content }) => content.kind === 'file' && content.name === 'customers.csv'),
    ).toEqual([])
    expect(row).toMatchObject({ state: 'dropped', fileName: null, fileBytes: null })
    await thaw('ou_hemei', 'ou_zhoukai')
    expect(await says('ou_wangmin', '李秀英')).toContain('138****2345')
  })
})

it('a freeze card of a group goes on in private', async () => {
  const before = bank.sent.length
  await bank.as('ou_zhaoqiang', 'oc_retail1').says('启动泄露预案')
  const inGroup = bank.sent.slice(before).filter(({ receiver }) => receiver.to === 'message')
  expect(inGroup).toHaveLength(1)
  for (const { content } of inGroup)
    expect(content.kind === 'card' && findButton(content.card, /确认冻结/)).toBeNull()
  expect(lastOf('ou_zhaoqiang')).toContain('泄露应急预案')
})

function waiting(conversation: string, text: string): typeof outbox.$inferInsert {
  return {
    id: newId(bank.clock.now()),
    receiver: `conversation:${conversation}`,
    receiverKind: 'conversation',
    receiverId: conversation,
    conversation,
    card: { heading: { title: text }, summary: '', nodes: [] },
    dueAt: bank.clock.now(),
    // Written before whatever is frozen now.
    createdAt: new Date(bank.clock.now().getTime() - 5 * 60_000),
  }
}

async function statesOf(text: string): Promise<readonly string[]> {
  const rows = await bank.parts.store.db.select().from(outbox)
  return rows.flatMap(({ card, state }) => (card !== null && shown(card).includes(text) ? [state] : []))
}

async function codeOf(name: string): Promise<string> {
  const [row] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx.select({ code: customers.code }).from(customers).where(eq(customers.name, name)),
  )
  return row?.code ?? ''
}
