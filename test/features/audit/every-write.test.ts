// Every transaction that changes the bank's data has its entry of the trail in the same transaction. The database itself
// keeps count here: triggers note the transaction of each change and of each entry while people talk to the bot.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rowsOf } from '../../../src/storage/database.ts'
import { type Bank, findButton, openBank } from '../../support/bank.ts'
import { enrol } from '../freezes/enrolled.ts'

/** Tables whose rows are the bank's data. */
const DATA = [
  'customers',
  'holdings',
  'follow_ups',
  'tasks',
  'opportunities',
  'tickets',
  'approvals',
] as const

let bank: Bank

beforeAll(async () => {
  bank = await openBank()
  await asSuperuser(
    'create table noted (what text, transaction xid8 default pg_current_xact_id())',
    'grant insert on noted to public',
    `create function note() returns trigger language plpgsql as $$
       begin insert into noted (what) values (tg_table_name); return null; end $$`,
    ...[...DATA, 'audit'].map(
      (table) =>
        `create trigger noted after insert or update or delete on ${table} for each row execute function note()`,
    ),
  )
})
afterAll(() => bank.close())

async function asSuperuser(...statements: readonly string[]): Promise<void> {
  await bank.parts.store.db.transaction(async (tx) => {
    for (const statement of ['set local role none', ...statements]) await tx.execute(sql.raw(statement))
  })
}

/** Sentences of every capability that writes; each is confirmed where it asks, and taken back where that is offered. */
const SENTENCES: readonly (readonly [who: string, text: string])[] = [
  ['ou_wangmin', '电话沟通，客户李建国咨询了大额存单利率，约下周三下午2点来网点详谈'],
  ['ou_wangmin', '新增客户 周晓雨 13612345678 来源沙龙'],
  ['ou_wangmin', '李建国的职业改成教师'],
  ['ou_wangmin', '给李建国打上高净值标签'],
  ['ou_zhaoqiang', '把李秀英转给李磊'],
  ['ou_wangmin', '提醒我明天下午3点给李建国打电话'],
  ['ou_wangmin', '李建国的电话推迟到后天下午3点'],
  ['ou_wangmin', '给李建国打电话的任务完成了'],
  ['ou_wangmin', '提醒我后天上午9点给李秀英送资料'],
  ['ou_wangmin', '取消给李秀英送资料的任务'],
  ['ou_wangmin', '给李建国建一个商机，国债30万'],
  ['ou_wangmin', '李建国的商机推进到谈判签约'],
  ['ou_wangmin', '李建国的商机金额改成80万'],
  ['ou_wangmin', '给李建国申请利率优惠，50万三年期上浮10个基点'],
  ['ou_wangmin', '李建国投诉排队时间太长'],
  ['ou_zhaoqiang', '待我审批'],
]

it('no change of data without its entry, in the same transaction', async () => {
  for (const [who, text] of SENTENCES) {
    await bank.as(who).says(text)
    for (const label of [/^(确认|保存|提交|同意)/, /^撤销/]) await press(who, label)
  }
  await revokeOne('ou_zhaoqiang')
  const rows = rowsOf<{ what: string; audited: boolean }>(
    await bank.parts.store.db.transaction(async (tx) => {
      await tx.execute(sql`set local role none`)
      return tx.execute(sql`
        select distinct what, exists (select from noted a where a.what = 'audit' and a.transaction = n.transaction) as audited
        from noted n where what <> 'audit'`)
    }),
  )
  expect(rows.filter(({ audited }) => !audited)).toEqual([])
  const touched = rows.map(({ what }) => what)
  expect(touched).toEqual(
    expect.arrayContaining(['customers', 'follow_ups', 'tasks', 'opportunities', 'tickets', 'approvals']),
  )
})

/** Takes one of the own decisions back. */
async function revokeOne(who: string): Promise<void> {
  const factor = await enrol(bank, who)
  await bank.as(who).says('撤回审批')
  await bank.as(who).presses(/^撤回$/)
  const { toast } = await bank.as(who).presses(/^确认撤回/, { reason: '看错了', code: factor.code() })
  expect(toast?.tone).toBe('success')
}

/** Presses a button of the newest card where it has one. */
async function press(who: string, label: RegExp): Promise<void> {
  const newest = bank.as(who).cards().at(-1)
  if (newest !== undefined && findButton(newest, label) !== null) await bank.as(who).presses(label)
}
