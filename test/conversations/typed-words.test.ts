// Words that stand for buttons, typed into the private chat, through the signed door.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gaps } from '../../src/features/gaps/schema.ts'
import { openSignedBank, type SignedBank } from './signed-bank.ts'

let bank: SignedBank

beforeAll(async () => {
  bank = await openSignedBank()
}, 120_000)
afterAll(() => bank.close())

const ASKED = '记录张伟今天来网点咨询理财'

describe('at a question', () => {
  it.each(['取消', 'cancel', '撤销', 'undo'])(
    '%s cancels it and leaves everything else alone',
    async (word) => {
      expect((await bank.hears('ou_wangmin', ASKED)).text).toContain('请选择客户')
      expect((await bank.hears('ou_wangmin', word)).text).toContain('已取消')
      expect((await bank.hears('ou_wangmin', '订阅每日简报')).text).toContain('已订阅')
    },
  )

  it.each([
    ['第二个', '139****2222'],
    ['2', '139****2222'],
    ['选第一个', '139****1111'],
    ['the second one', '139****2222'],
  ])('%s chooses as its button would', async (word, chosen) => {
    await bank.hears('ou_wangmin', '查一下张伟')
    expect((await bank.hears('ou_wangmin', word)).text).toContain(chosen)
  })

  it('a number that is no choice leaves the question open', async () => {
    await bank.hears('ou_wangmin', '查一下张伟')
    expect((await bank.hears('ou_wangmin', '第七个')).text).toContain('没看懂')
    expect((await bank.hears('ou_wangmin', '第二个')).text).toContain('139****2222')
  })

  it('好 chooses nobody', async () => {
    await bank.hears('ou_wangmin', ASKED)
    expect((await bank.hears('ou_wangmin', '好')).text).toContain('没有等您确认或取消的操作')
  })
})

describe('at a form that lacks nothing', () => {
  it('确认 saves what it shows, and 撤销 takes it back', async () => {
    expect((await bank.hears('ou_wangmin', '新建客户 陈小明 13700009999')).buttons).toContain('保存')
    expect((await bank.hears('ou_wangmin', '确认')).text).toContain('已新建客户')
    expect((await bank.hears('ou_wangmin', '撤销')).text).toContain('已撤销')
    expect((await bank.hears('ou_wangmin', '陈小明的资料')).text).toContain('未找到客户')
  })
})

describe('where nothing was asked', () => {
  it.each(['好', 'ok', '取消'])('%s says so, changes nothing and is no gap', async (word) => {
    await bank.hears('ou_lilei', '帮助')
    const before = await bank.machine.bot.store.db.select().from(gaps)
    expect((await bank.hears('ou_lilei', word)).text).toContain('没有等您确认或取消的操作')
    expect(await bank.machine.bot.store.db.select().from(gaps)).toEqual(before)
  })
})

describe('in English', () => {
  it('Mr Li is the only man named 李, and nobody named 林 or 刘', async () => {
    const saved = await bank.hears('ou_wangmin', 'called Mr Li about the CD, coming in next Wednesday at 2pm')
    expect(saved.text).toContain('李建国')
    expect(saved.text).toContain('11月25日（周三）14:00')
    expect((await bank.hears('ou_wangmin', 'undo')).text).toContain('已撤销')
  })
})
