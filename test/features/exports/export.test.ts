// Customers as a file, as conversations: asked for, in private, confirmed, and what the file then holds for whom.

import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers } from '../../../src/features/customers/schema.ts'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'
import { codesIn, type Exporting, exportingIn, filesIn, readFile, toastOf } from './exporting.ts'

let bank: Bank
let does: Exporting
beforeAll(async () => {
  bank = await openBank()
  does = await exportingIn(bank, ['ou_wangmin', 'ou_lilei', 'ou_zhaoqiang', 'ou_sunhang', 'ou_hemei'])
})
afterAll(() => bank.close())

describe('the question', () => {
  it('says what would be exported, that numbers stay masked, and that it is written down', async () => {
    const [card] = await bank.as('ou_wangmin').says('导出有大额存单的客户')
    const text = shown(card)
    expect(text).toMatch(/导出客户\n共 [1-9]\d* 位/)
    expect(text).toContain('我理解为\n持有 大额存单')
    expect(text).toContain(
      '客户编号、姓名、手机号（打码）、类型、客户等级、标签、客户经理、团队、机构、建档日期、最近联系',
    )
    expect(text).toContain('不含证件号和卡号')
    expect(text).toContain('审计记录')
    expect(shown(card, 'en')).toContain('holds 大额存单')
    expect(shown(card, 'en')).toContain('To plan visits and calls')
  })

  it('is dropped by 取消, and nothing is exported', async () => {
    await bank.as('ou_wangmin').says('导出我的客户')
    const before = bank.sent.length
    const { card } = await bank.as('ou_wangmin').presses(/^取消$/)
    expect(shown(card)).toContain('没有导出任何客户')
    expect(card && findButton(card, /./)).toBeNull()
    expect(filesIn(bank.sent.slice(before))).toEqual([])
  })

  it('is not asked where nobody fits', async () => {
    const [card] = await bank.as('ou_wangmin').says('导出资产5亿以上的客户')
    expect(shown(card)).toMatch(/资产不少于 5亿。[\s\S]*没有生成文件[\s\S]*没有可导出的客户/)
    expect(card && findButton(card, /./)).toBeNull()
  })

  it('says that a tag is nobody’s, and does not export everybody instead', async () => {
    const [card] = await bank.as('ou_wangmin').says('导出养蜂户客户')
    expect(shown(card)).toContain('没有客户带「养蜂户」标签')
  })

  it('can be about one customer', async () => {
    const { asked, rows } = await does.exportFor('ou_wangmin', '导出李建国这个客户')
    expect(asked).toMatch(/李建国 C\d{6}/)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[1]).toBe('李建国')
  })

  it('comes from a list as well, with the conditions of the list', async () => {
    await bank.as('ou_wangmin').says('高净值客户有哪些')
    const { card } = await bank.as('ou_wangmin').presses(/^导出$/)
    expect(shown(card)).toContain('标签 高净值')
  })

  it('is not offered below a list in a group', async () => {
    const before = bank.sent.length
    await bank.as('ou_wangmin', 'oc_retail1').says('高净值客户有哪些')
    const [list] = bank.sent
      .slice(before)
      .flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
    expect(list && findButton(list, /^查看$/)).not.toBeNull()
    expect(list && findButton(list, /^导出$/)).toBeNull()
  })

  it.each(['ou_zhoukai', 'ou_wujing'])('is refused to %s, who has no customers', async (who) => {
    expect(shown((await bank.as(who).says('导出我的客户'))[0])).toContain('无权')
    expect(shown((await bank.as(who).says('帮助'))[0])).not.toContain('导出客户名单')
  })

  it.each(['ou_wangmin', 'ou_zhaoqiang', 'ou_sunhang', 'ou_hemei'])(
    'is offered to %s by the help',
    async (who) => {
      const [card] = await bank.as(who).says('帮助')
      expect(shown(card)).toMatch(/导出客户名单[\s\S]*“导出我的客户”/)
      expect(shown(card, 'en')).toMatch(/Export a list of customers[\s\S]*“export my customers”/)
    },
  )
})

describe('in a group', () => {
  it('the question goes to the private chat, and the group learns nothing', async () => {
    const before = bank.sent.length
    await bank.as('ou_wangmin', 'oc_retail1').says('导出VIP客户')
    const told = bank.sent.slice(before).map(({ receiver, content }) => ({
      to: receiver.to,
      text: content.kind === 'card' ? shown(content.card) : content.name,
    }))
    expect(told.filter(({ to }) => to === 'account').map(({ text }) => text)).toEqual([
      expect.stringContaining('等级 VIP'),
    ])
    const [inGroup, ...more] = told.filter(({ to }) => to === 'message')
    expect(inGroup?.text).toContain('已发到您的私聊')
    expect(inGroup?.text).not.toMatch(/VIP|共 \d/)
    expect(more).toEqual([])
  })

  it('nothing is exported, with the right code too', async () => {
    await bank.as('ou_wangmin').says('导出VIP客户')
    const before = bank.sent.length
    const answer = await does.clicks('ou_wangmin', does.confirmation('ou_wangmin'), 'oc_retail1')
    await bank.tick()
    expect(toastOf(answer)).toContain('私聊')
    expect(filesIn(bank.sent.slice(before))).toEqual([])
  })
})

describe('what is exported', () => {
  it('to a manager is the own portfolio, whole, with masked numbers, who took it out below', async () => {
    const who = await does.personOf('ou_wangmin')
    const { file, answer, text, heading, rows, mark } = await does.exportFor('ou_wangmin', '导出我的客户')
    expect(file?.receiver).toEqual({ to: 'conversation', id: 'oc_p2p_wangmin' })
    expect(text.startsWith('\ufeff客户编号,姓名,手机号（打码）')).toBe(true)
    expect(text.split('\r\n').length).toBe(rows.length + 3)
    expect(heading).toHaveLength(11)
    expect(codesIn(rows)).toEqual(await does.codesOf(eq(customers.ownerId, who.id)))
    const [row] = rows.filter(([, name]) => name === '李建国')
    expect(row?.slice(1, 9)).toEqual([
      '李建国',
      '138****1234',
      '个人',
      'VIP',
      '高净值',
      '王敏',
      '零售一组',
      '路北支行',
    ])
    expect(row?.[9]).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(text).not.toMatch(/(?<!\d)1\d{10}(?!\d)|\d{16,19}|\d{17}[\dX]/)
    expect(mark).toMatch(
      /^由 王敏（工号 802101）于 2026-11-21 10:\d\d（Asia\/Shanghai）导出，共 \d+ 位客户，导出编号 [0-9a-f-]{36}$/,
    )
    const id = /[0-9a-f-]{36}$/.exec(mark)?.[0] ?? ''
    expect(file?.name).toBe(`客户导出-2026-11-21-${id.slice(-8)}.csv`)
    expect(shown(answer.card)).toContain(id)
    expect(answer.card && findButton(answer.card, /./)).toBeNull()
  })

  it('masks a number of any length as the card of the customer does', async () => {
    const [row] = await does.asKeeper((tx) => tx.select().from(customers).where(eq(customers.name, '李秀英')))
    const id = row?.id ?? ''
    const place = { table: 'customers', column: 'phone', row: id }
    const phoneSealed = await bank.parts.sealer.seal(place, '0311234567')
    await does.asKeeper((tx) => tx.update(customers).set({ phoneSealed }).where(eq(customers.id, id)))
    const { text } = await does.exportFor('ou_wangmin', '导出我的客户')
    expect(text).toContain('李秀英,031***4567')
    expect(shown((await bank.as('ou_wangmin').says('李秀英')).at(-1))).toContain('031***4567')
  })

  it('to a supervisor is the team, to a head the branch or the bank', async () => {
    const { teamId } = await does.personOf('ou_zhaoqiang')
    const { branchId } = await does.personOf('ou_sunhang')
    const team = await does.exportFor('ou_zhaoqiang', '导出全部客户')
    expect(codesIn(team.rows)).toEqual(await does.codesOf(eq(customers.teamId, teamId ?? 0)))
    const branch = await does.exportFor('ou_sunhang', '导出全部客户')
    expect(codesIn(branch.rows)).toEqual(await does.codesOf(eq(customers.branchId, branchId ?? 0)))
    const whole = await does.exportFor('ou_hemei', '导出全部客户')
    expect(codesIn(whole.rows)).toEqual(await does.codesOf(isNotNull(customers.id)))
    expect(whole.rows.length).toBeGreaterThan(branch.rows.length)
    expect(whole.text).toContain('138****1234')
    expect(whole.text).not.toMatch(/(?<!\d)1\d{10}(?!\d)/)
  })

  it('meets the conditions, and those who never were contacted have an empty last cell', async () => {
    const { id } = await does.personOf('ou_wangmin')
    const { rows } = await does.exportFor('ou_wangmin', '导出VIP客户')
    expect(codesIn(rows)).toEqual(
      await does.codesOf(and(eq(customers.ownerId, id), eq(customers.level, 'VIP'))),
    )
    const silent = await does.codesOf(and(eq(customers.ownerId, id), isNull(customers.lastContactAt)))
    const all = await does.exportFor('ou_wangmin', '导出我的客户')
    expect(all.rows.filter((row) => row[10] === '').map(([first]) => first)).toEqual(silent)
  })

  it('is read anew at the confirmation, in the scope of then', async () => {
    const [lilei, liuyang] = [await does.personOf('ou_lilei'), await does.personOf('ou_liuyang')]
    await bank.as('ou_lilei').says('导出我的客户')
    const [gone] = await does.codesOf(eq(customers.ownerId, lilei.id))
    const move = (ownerId: number, teamId: number | null) =>
      does.asKeeper((tx) =>
        tx
          .update(customers)
          .set({ ownerId, teamId: teamId ?? 0 })
          .where(eq(customers.code, gone ?? '')),
      )
    await move(liuyang.id, liuyang.teamId)
    const before = bank.sent.length
    await does.press('ou_lilei')
    const [file] = filesIn(bank.sent.slice(before))
    expect(codesIn(readFile(file?.bytes).rows)).toEqual(await does.codesOf(eq(customers.ownerId, lilei.id)))
    expect(readFile(file?.bytes).text).not.toContain(gone)
    await move(lilei.id, lilei.teamId)
  })

  it('stands in the language in which it was asked for, unless the person has set another', async () => {
    const before = bank.sent.length
    await bank.as('ou_wangmin').says('export my VIP customers')
    await does.press('ou_wangmin')
    const [file] = filesIn(bank.sent.slice(before))
    const english = readFile(file?.bytes)
    expect(file?.name).toMatch(/^customers-2026-11-21-[0-9a-f]{8}\.csv$/)
    expect(english.heading.slice(0, 4)).toEqual(['Code', 'Name', 'Phone (masked)', 'Kind'])
    expect(english.mark).toMatch(/^Exported by 王敏 \(employee 802101\) at /)
    await bank.as('ou_wangmin').says('语言改成英文')
    const set = await does.exportFor('ou_wangmin', '导出VIP客户')
    expect(set.heading[0]).toBe('Code')
    await bank.as('ou_wangmin').says('语言改成中文')
  })

  it('is told in words where it is handed in as a list to import', async () => {
    const { text } = await does.exportFor('ou_lilei', '导出我的客户')
    expect(await does.handIn('ou_lilei', text)).toContain('这是从这里导出的名单')
  })
})
