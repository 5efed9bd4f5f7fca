// The main job of a day, through the signed door: a note with its appointment, the reminder and its buttons, the posts of
// the morning and the evening, approvals across chats, what strangers and leavers see, and a restart in between.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absences, employees } from '../../src/features/people/schema.ts'
import { toAccountIds } from '../../src/platform/stand-in/people.ts'
import { openSignedBank, type Read, type SignedBank } from './signed-bank.ts'

const FLAGSHIP =
  '电话沟通,客户李先生咨询了最新一期的大额存单利率,表示对3年期产品感兴趣,但希望利率能有上浮。已告知我行最新政策,并约定下周三下午2点来网点详谈。'
const GROUP = 'oc_retail1'

let bank: SignedBank

beforeAll(async () => {
  bank = await openSignedBank()
}, 120_000)
afterAll(() => bank.close())

/** The messages of a person that came since. */
async function newsOf(openId: string, happening: () => Promise<unknown>): Promise<readonly Read[]> {
  const before = new Set(bank.messages(openId).map(({ messageId }) => messageId))
  await happening()
  return bank.messages(openId).filter(({ messageId }) => !before.has(messageId))
}

describe('the sentence of the day', () => {
  it('becomes a note, an appointment, a reminder an hour before, and the offer of an opportunity', async () => {
    const saved = await bank.hears('ou_wangmin', FLAGSHIP)
    expect(saved.text).toContain('已记录跟进')
    expect(saved.text).toContain('李建国')
    expect(saved.text).toContain(FLAGSHIP)
    expect(saved.text).toContain('11月25日（周三）14:00')
    expect(saved.text).toContain('11月25日（周三）13:00')
    expect(saved.buttons).toEqual(['同时建商机', '修改', '撤销'])
  })

  it('is posted to nobody on a weekend, and to each once on a working day', async () => {
    expect(await newsOf('ou_wangmin', () => bank.moveTo('2026-11-22T18:01:00'))).toEqual([])
    expect(await newsOf('ou_wangmin', () => bank.moveTo('2026-11-23T08:29:50'))).toEqual([])
    const [digest, ...more] = await newsOf('ou_wangmin', () => bank.moveTo('2026-11-23T08:30:05'))
    expect(digest?.text).toContain('今日简报')
    expect(more).toEqual([])
    expect(bank.chat(GROUP)).toEqual([])
    await bank.moveTo('2026-11-23T18:00:05')
    await bank.moveTo('2026-11-23T18:01:05')
    expect(bank.chat(GROUP).map(({ text }) => text)).toEqual([expect.stringContaining('零售一组 · 团队简报')])
  })

  it('reminds on its minute', async () => {
    await bank.moveTo('2026-11-25T12:59:50')
    const [reminder, ...more] = await newsOf('ou_wangmin', () => bank.moveTo('2026-11-25T13:00:05'))
    expect(more).toEqual([])
    expect(reminder?.text).toContain('李建国')
    expect(reminder?.buttons).toEqual(['完成', '1小时后', '明早', '改期'])
  })

  it('reminds an hour later, the next morning, when it was put off, and no more when it is done', async () => {
    const hourLater = await bank.clicks('ou_wangmin', latest('ou_wangmin'), /1小时后/)
    expect(hourLater.toast).not.toBe('')
    const [second] = await newsOf('ou_wangmin', () => bank.moveTo('2026-11-25T14:00:10'))
    expect(second?.buttons).toContain('明早')
    await bank.clicks('ou_wangmin', latest('ou_wangmin'), /明早/)
    await bank.moveTo('2026-11-26T08:59:00')
    const [third] = await newsOf('ou_wangmin', () => bank.moveTo('2026-11-26T09:00:30'))
    const asked = await bank.clicks('ou_wangmin', third ?? latest('ou_wangmin'), /改期/)
    expect(asked.card.buttons).toContain('保存')
    await bank.restart()
    const moved = await bank.clicks('ou_wangmin', asked.card, /保存/, { due: '2026-11-27 16:00 +0800' })
    expect(moved.card.text).toContain('明天 16:00')
    await bank.clicks('ou_wangmin', moved.card, /完成/)
    expect(await newsOf('ou_wangmin', () => bank.moveTo('2026-11-27T08:29:00'))).toEqual([])
    await bank.moveTo('2026-11-27T16:00:10')
    expect(latest('ou_wangmin').text).not.toContain('来网点详谈')
  })

  it('takes a double click once', async () => {
    const task = await bank.hears('ou_wangmin', '提醒我明天下午3点给李秀英打电话')
    const [first, second] = await Promise.all([
      bank.clicks('ou_wangmin', task, /^完成/),
      bank.clicks('ou_wangmin', task, /^完成/),
    ])
    expect([first.toast, second.toast]).not.toContain('')
    const undone = await bank.clicks('ou_wangmin', first.card, /撤销/)
    expect(undone.card.text).toContain('已撤销')
  })
})

function latest(openId: string): Read {
  const message = bank.messages(openId).at(-1)
  if (message === undefined) throw new Error(`nothing was written to ${openId}`)
  return message
}

describe('a message', () => {
  it('that comes twice has one effect and one answer', async () => {
    await bank.hears('ou_wangmin', '记录李秀英今天电话沟通，编号重复一次')
    const { courier } = bank.platform.standIn.platform
    const news = await newsOf('ou_wangmin', async () => {
      expect(await courier.repeat(courier.recent().at(-1) ?? '')).toBe(true)
      await bank.settle()
    })
    expect(news).toEqual([])
  })
})

describe('an approval', () => {
  const REQUEST = '给李建国申请利率优惠，50万三年期上浮10个基点'

  it('is decided in the own chat, changes in every copy and is told once', async () => {
    const [card] = await newsOf('ou_zhaoqiang', async () => bank.hears('ou_wangmin', REQUEST))
    if (card === undefined) throw new Error('the supervisor was not asked')
    const [own] = bank.messages('ou_wangmin').slice(-1)
    const empty = await bank.clicks('ou_zhaoqiang', card, /驳回/)
    expect(empty.toast).toContain('理由')
    expect(empty.card.buttons).toContain('驳回')
    const told = await newsOf('ou_wangmin', async () => {
      const { card: decided } = await bank.clicks('ou_zhaoqiang', card, /驳回/, { comment: '利率已到上限' })
      expect(decided.buttons).toEqual([])
      expect(decided.text).toMatch(/赵强 .*已驳回[\s\S]*利率已到上限/)
    })
    expect(told).toHaveLength(1)
    const copy = bank.messages('ou_wangmin').find(({ messageId }) => messageId === own?.messageId)
    expect(copy?.buttons).toEqual([])
    expect(copy?.text).toMatch(/赵强 .*已驳回/)
  })

  it('is not for the one who asks, by words or from a list', async () => {
    expect((await bank.hears('ou_wangmin', '同意工单T1024')).text).toContain('无权')
    const { text } = await bank.hears('ou_zhaoqiang', '给赵敏申请利率优惠，30万三年期上浮10个基点')
    expect(text).toContain('等待周杰审批')
    const head = await bank.hears('ou_qianli', '给孙丽华申请利率优惠，30万三年期上浮10个基点')
    expect(head.text).toContain('等待孙航审批')
  })

  it('goes to the deputy while the supervisor is away', async () => {
    const { db } = bank.machine.bot.store
    const [away] = (await db.select().from(employees)).filter(({ account }) => account === 'ou_zhaoqiang')
    await db.insert(absences).values({ employeeId: away?.id ?? 0, fromOn: '2026-11-20', toOn: '2026-11-30' })
    const [card] = await newsOf('ou_zhoujie', async () => bank.hears('ou_wangmin', REQUEST))
    expect(card?.buttons).toEqual(expect.arrayContaining(['同意', '驳回']))
  })
})

describe('in the team’s group', () => {
  it('a name is shortened, a phone masked, an amount a range', async () => {
    const shown = await bank.hears('ou_wangmin', '李建国', GROUP)
    expect(shown.text).toContain('李**')
    expect(shown.text).not.toMatch(/李建国|13800001234|(?<!–)50万(?!–)/)
  })
})

describe('somebody outside', () => {
  it('gets the binding card and nothing else', async () => {
    const card = await bank.hears('ou_stranger', '李建国')
    expect(card.text).toContain('绑定员工账号')
    expect(card.text).not.toContain('李建国')
  })

  it('is who left, from the moment the platform says so, and who is frozen until thawed', async () => {
    const change = (status: object, before: object) =>
      bank.push('contact.user.updated_v3', {
        object: { ...toAccountIds('ou_lilei'), status },
        old_object: { open_id: 'ou_lilei', status: before },
      })
    await change({ is_frozen: true }, { is_frozen: false })
    expect((await bank.hears('ou_lilei', '赵敏')).text).toContain('绑定员工账号')
    await change({ is_frozen: false }, { is_frozen: true })
    expect((await bank.hears('ou_lilei', '赵敏')).text).toContain('客户概览')
    const list = await bank.hears('ou_lilei', '我的待办')
    await bank.push('contact.user.deleted_v3', {
      object: toAccountIds('ou_lilei'),
      old_object: { open_id: 'ou_lilei', department_ids: [] },
    })
    expect((await bank.hears('ou_lilei', '赵敏')).text).toContain('绑定员工账号')
    const { toast, card } = await bank.clicks('ou_lilei', list, /完成/)
    expect(toast).not.toBe('')
    expect(card.text).toBe(list.text)
  })
})
