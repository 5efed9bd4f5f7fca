import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Button, type Card, inLanguage, type JsonObject } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { followUps } from '../../../src/features/follow-ups/schema.ts'
import { opportunities } from '../../../src/features/opportunities/schema.ts'
import { employees } from '../../../src/features/people/schema.ts'
import { tasks } from '../../../src/features/tasks/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, buttonsOf, findButton, OPENING, openBank, shown } from '../../support/bank.ts'

const FLAGSHIP =
  '电话沟通,客户李先生咨询了最新一期的大额存单利率,表示对3年期产品感兴趣,但希望利率能有上浮。已告知我行最新政策,并约定下周三下午2点来网点详谈。'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
  bank.clock.set(OPENING)
}, 240_000)
afterAll(() => bank.close())

/** Time goes on between two messages of a person. */
const wangmin = () => {
  bank.clock.advance(1000)
  return bank.as('ou_wangmin')
}

function newest(cards: readonly Card[]): Card {
  const last = cards.at(-1)
  if (last === undefined) throw new Error('no card')
  return last
}

async function saved(content: string) {
  return asKeeper(bank.parts.store.db, 'test', async (tx) => {
    const [note] = await tx
      .select()
      .from(followUps)
      .where(eq(followUps.content, content))
      .orderBy(desc(followUps.createdAt))
    if (note === undefined) return null
    const [task] = await tx.select().from(tasks).where(eq(tasks.followUpId, note.id))
    const [customer] = await tx.select().from(customers).where(eq(customers.id, note.customerId))
    const deals = await tx.select().from(opportunities).where(eq(opportunities.customerId, note.customerId))
    return { note, task, customer, deals }
  })
}

const lastContactOf = async (name: string) => {
  const [row] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx.select().from(customers).where(eq(customers.name, name)),
  )
  return row?.lastContactAt?.toISOString() ?? null
}

function clicksOld(button: Button | null, form: JsonObject = {}) {
  if (button === null) throw new Error('no such button')
  return click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_elsewhere',
      happenedAt: bank.clock.now(),
      conversation: 'oc_p2p_wangmin',
      sender: { account: 'ou_wangmin' },
      press: button.press,
      form,
    },
    () => undefined,
  )
}

describe('one sentence about several customers', () => {
  it('is noted for each of them, on one card that names both, and taken back as one', async () => {
    const text = '今天在网点见了李建国和李秀英，都想了解养老保险'
    const notes = () =>
      asKeeper(bank.parts.store.db, 'test', (tx) =>
        tx
          .select({ name: customers.name })
          .from(followUps)
          .innerJoin(customers, eq(customers.id, followUps.customerId))
          .where(eq(followUps.content, text)),
      )
    const card = newest(await wangmin().says(text))
    expect(shown(card)).toContain('已记录跟进 · 李秀英')
    expect(buttonsOf(card).filter(({ label }) => inLanguage(label, 'zh') === '撤销')).toHaveLength(1)
    expect((await notes()).map(({ name }) => name).sort()).toEqual(['李建国', '李秀英'])
    await wangmin().says('撤销')
    expect(await notes()).toEqual([])
  })
})

describe('one sentence about a contact', () => {
  it('saves the note, the appointment and its reminder, and offers the opportunity', async () => {
    const card = newest(await wangmin().says(FLAGSHIP))
    const text = shown(card)
    for (const part of [
      FLAGSHIP,
      '李建国',
      '电话',
      '3年期大额存单',
      '11月25日（周三）14:00',
      '11月25日（周三）13:00',
    ])
      expect(text).toContain(part)
    for (const label of [/同时建商机/, /修改/, /撤销/]) expect(findButton(card, label)).not.toBeNull()
    const rows = await saved(FLAGSHIP)
    expect(rows?.customer?.name).toBe('李建国')
    expect(rows?.note).toMatchObject({ channel: 'phone', interest: '3年期大额存单' })
    expect(rows?.task?.dueAt?.toISOString()).toBe('2026-11-25T06:00:00.000Z')
    expect(rows?.task?.remindAt?.toISOString()).toBe('2026-11-25T05:00:00.000Z')
    expect(rows?.customer?.lastContactAt).toEqual(rows?.note.happenedAt)
  })

  it('makes the opportunity on the press of its button, once', async () => {
    const before = (await saved(FLAGSHIP))?.deals.length ?? 0
    const offer = findButton(newest(wangmin().cards()), /同时建商机/)
    const answer = await wangmin().presses(/同时建商机/)
    expect(shown(answer.card)).toContain('李建国-3年期大额存单')
    const again = await clicksOld(offer)
    expect(again.toast?.tone).toBe('warning')
    expect((await saved(FLAGSHIP))?.deals).toHaveLength(before + 1)
  })

  it('can be corrected, note and appointment together, and an old form changes nothing any more', async () => {
    const form = await wangmin().presses(/修改/)
    const save = form.card === undefined ? null : findButton(form.card, /保存/)
    const answer = await wangmin().presses(/保存/, {
      note: FLAGSHIP,
      channel: 'branch',
      next_at: '2026-11-26 15:00',
      next_title: '来网点详谈',
    })
    expect(shown(answer.card)).toContain('来网点')
    const rows = await saved(FLAGSHIP)
    expect(rows?.note.channel).toBe('branch')
    expect(rows?.task?.dueAt?.toISOString()).toBe('2026-11-26T07:00:00.000Z')
    expect(rows?.task?.remindAt?.toISOString()).toBe('2026-11-26T06:00:00.000Z')
    const again = await clicksOld(save, { channel: 'sms' })
    expect(again.toast?.text).toMatchObject({ zh: expect.stringContaining('已有变化') })
    expect((await saved(FLAGSHIP))?.note.channel).toBe('branch')
  })

  it('is taken back as a whole by 撤销: note, appointment and last contact', async () => {
    const before = await lastContactOf('李秀英')
    const text = '刚给李秀英打了电话，编号 AB-12/z，约明天上午10点见面'
    await wangmin().says(text)
    expect(await saved(text)).not.toBeNull()
    expect(await lastContactOf('李秀英')).not.toBe(before)
    await wangmin().says('撤销')
    expect(await saved(text)).toBeNull()
    expect(await lastContactOf('李秀英')).toBe(before)
  })

  it('takes the amount that was said along into the opportunity', async () => {
    await wangmin().says('刚给李秀英打了电话，对稳盈理财感兴趣，想买30万')
    const answer = await wangmin().presses(/同时建商机/)
    expect(shown(answer.card)).toContain('李秀英-稳盈理财-30万')
  })
})

describe('what was not said', () => {
  it('is asked where a time is a guess; nothing is saved before, and the form corrects it', async () => {
    const text = '电话沟通李娜，聊了国债，约下周四下午来网点'
    const card = newest(await wangmin().says(text))
    expect(shown(card)).toContain('2026-11-26 15:00')
    expect(await saved(text)).toBeNull()
    await wangmin().presses(/确认/, { note: text, next_at: '2026-11-26 16:30' })
    expect((await saved(text))?.task?.dueAt?.toISOString()).toBe('2026-11-26T08:30:00.000Z')
  })

  it('is asked where the customer is missing, with the recent ones to pick', async () => {
    const text = '刚打了电话，客户说考虑一下'
    bank.clock.advance(1)
    const card = newest(await bank.as('ou_lilei').says(text))
    expect(JSON.stringify(card)).toContain('"recent"')
    const [zhao] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select().from(customers).where(eq(customers.name, '赵敏')),
    )
    await bank.as('ou_lilei').presses(/确认/, { recent: `id:${zhao?.id}` })
    expect((await saved(text))?.customer?.name).toBe('赵敏')
  })

  it('is asked where the way of contact is missing, by four buttons on the saved card', async () => {
    const text = '李秀英说国债到期后想转存'
    const card = newest(await wangmin().says(text))
    expect(await saved(text)).not.toBeNull()
    for (const label of [/^电话$/, /^拜访$/, /^微信$/, /^邮件$/])
      expect(findButton(card, label)).not.toBeNull()
    await wangmin().presses(/^微信$/)
    expect((await saved(text))?.note.channel).toBe('wechat')
  })

  it('is asked where several customers have the name', async () => {
    const text = '刚给张伟打了电话，问了信用卡'
    const card = newest(await wangmin().says(text))
    expect(shown(card)).toContain('139****1111')
    expect(await saved(text)).toBeNull()
    await wangmin().presses(/选择/)
    expect((await saved(text))?.customer?.name).toBe('张伟')
  })
})

describe('whoever wants to confirm everything', () => {
  it('is asked before a plain note is saved, too', async () => {
    const setting = (alwaysConfirm: boolean) =>
      asKeeper(bank.parts.store.db, 'test', (tx) =>
        tx.update(employees).set({ alwaysConfirm }).where(eq(employees.account, 'ou_wangmin')),
      )
    await setting(true)
    const text = '刚给李娜打了电话，资料已经补齐'
    const card = newest(await wangmin().says(text))
    expect(findButton(card, /确认/)).not.toBeNull()
    expect(await saved(text)).toBeNull()
    await wangmin().says('确认')
    expect(await saved(text)).not.toBeNull()
    await setting(false)
  })
})

describe('taking back step by step', () => {
  it('first the opportunity that was made of a note, then the note', async () => {
    const text = '刚给李娜打了电话，对养老金账户感兴趣'
    await wangmin().says(text)
    await wangmin().presses(/同时建商机/)
    const made = (rows: Awaited<ReturnType<typeof saved>>) =>
      rows?.deals.some(({ product }) => product === '养老金账户')
    expect(made(await saved(text))).toBe(true)
    await wangmin().says('撤销')
    expect(made(await saved(text))).toBe(false)
    await wangmin().says('撤销')
    expect(await saved(text)).toBeNull()
  })
})

describe('in a group', () => {
  it('the form with the whole note goes to the private chat', async () => {
    const text = '刚给李秀英打了电话，聊了国债到期的安排'
    const group = bank.as('ou_wangmin', 'oc_retail1')
    bank.clock.advance(1000)
    await group.says(text)
    const answer = await group.presses(/修改/)
    expect(answer.card).toBeUndefined()
    expect(answer.toast?.text).toMatchObject({ zh: expect.stringContaining('私聊') })
    expect(JSON.stringify(wangmin().cards().at(-1))).toContain(text)
  })
})

describe('who may write', () => {
  it('a supervisor may for the team', async () => {
    const text = '刚给李建国打了电话，核对了资料'
    await bank.as('ou_zhaoqiang').says(text)
    expect((await saved(text))?.customer?.name).toBe('李建国')
  })

  it('another team finds no such customer, and learns nothing', async () => {
    const text = '刚给李建国打了电话，想要转介绍'
    const card = newest(await bank.as('ou_liuyang').says(text))
    expect(shown(card)).toContain('未找到')
    expect(await saved(text)).toBeNull()
  })

  it('a head only reads', async () => {
    const card = newest(await bank.as('ou_sunhang').says('刚给李建国打了电话，聊了聊近况'))
    expect(shown(card)).toContain('只读')
  })
})

describe('past follow-ups', () => {
  it('are listed five a page', async () => {
    const card = newest(await wangmin().says('本月的跟进记录有哪些'))
    const lines = card.nodes.flatMap((node) => (node.node === 'list' ? node.items : []))
    expect(lines).toHaveLength(5)
    const next = await wangmin().presses(/下一页/)
    expect(shown(next.card)).toContain('第 2 页')
  })

  it('cover names and mobile numbers in a group', async () => {
    await wangmin().says('刚拜访了李秀英，她说急事打13712345678')
    const [card] = await bank.as('ou_wangmin', 'oc_retail1').says('李秀英的跟进记录')
    expect(shown(card)).not.toContain('李秀英')
    expect(shown(card)).toContain('137****5678')
  })
})

describe('the appointment', () => {
  it('is reminded of an hour before', async () => {
    bank.clock.set(new Date('2026-11-26T14:00:00+08:00'))
    await bank.tick()
    const told = bank
      .as('ou_wangmin')
      .cards()
      .filter((card) => shown(card).includes('任务提醒'))
    expect(told.map((card) => shown(card)).join('\n')).toContain('来网点详谈')
  })
})

describe('an appointment of which only the time was said', () => {
  it.each(['电话沟通李建国，约了11月27日下午3点来', '电话沟通李建国，约了11月27日下午4点'])(
    '%s is called an appointment',
    async (text) => {
      await wangmin().says(text)
      expect((await saved(text))?.task?.title).toBe('预约见面')
    },
  )
})

describe('a contact of today without a clock time', () => {
  it('took place when it was told', async () => {
    const text = '李建国今天来网点咨询了基金'
    await wangmin().says(text)
    expect((await saved(text))?.note.happenedAt).toEqual(bank.clock.now())
  })
})
