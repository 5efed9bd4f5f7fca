import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

const says = async (who: string, text: string, chat?: string) => {
  const cards = await bank.as(who, chat).says(text)
  return { text: shown(cards.at(-1)), card: cards.at(-1), count: cards.length }
}

describe('looking a customer up', () => {
  test.each([
    ['李建国'],
    ['李先生'],
    ['*1234'],
    ['尾号1234'],
    ['13800001234'],
    ['C000001'],
    ['lijianguo'],
    ['ljg'],
    ['查 ljg'],
    ['find ljg'],
    ['建国'],
    ['查一下李建国'],
  ])('%s finds 李建国 with what is known of him', async (said) => {
    const { text, count } = await says('ou_wangmin', said)
    expect(count).toBe(1)
    expect(text).toContain('李建国')
    expect(text).toContain('138****1234')
    expect(text).toContain('结构性存款')
    expect(text).toContain('李建国-3年期大额存单-50万')
    expect(text).not.toContain('13800001234')
  })

  test('a number that was asked for is masked as it was typed, and what is stored is not opened for it', async () => {
    const { sealer } = bank.parts
    const opened: string[] = []
    const open = sealer.open
    Object.assign(sealer, {
      open: (...[place, sealed]: Parameters<typeof open>) => {
        opened.push(`${place.table}.${place.column}`)
        return open(place, sealed)
      },
    })
    const { text } = await says('ou_wangmin', '13800001234')
    const byNumber = opened.filter((what) => what === 'customers.phone').length
    await says('ou_wangmin', 'C000001')
    const byCode = opened.filter((what) => what === 'customers.phone').length - byNumber
    Object.assign(sealer, { open })
    expect(text).toContain('138****1234')
    expect([byNumber, byCode]).toEqual([0, 1])
  })

  test('a company is found by the name of its contact', async () => {
    expect((await says('ou_wangmin', '唐总')).text).toContain('冀东装备有限公司')
  })

  test('several people of the name are listed with their last digits, each with a button', async () => {
    const { text, card } = await says('ou_wangmin', '张伟')
    expect(text).toContain('139****1111')
    expect(text).toContain('139****2222')
    expect(card && findButton(card, /选择/)).not.toBeNull()
    const { card: chosen } = await bank.as('ou_wangmin').presses(/选择/)
    expect(shown(chosen)).toContain('唐山瑞丰建材')
  })

  test('nobody of the name says so, names who is near, and offers to record', async () => {
    const { text, card } = await says('ou_wangmin', '李健国')
    expect(text).toContain('未找到')
    expect(card && findButton(card, /^李建国$/)).not.toBeNull()
    expect(card && findButton(card, /新建客户/)).not.toBeNull()
  })

  test('the customer of a colleague is not found, exactly as one who does not exist', async () => {
    const foreign = await says('ou_wangmin', '赵敏')
    const nobody = await says('ou_wangmin', '钱敏')
    expect(foreign.text.replaceAll('赵敏', '…')).toBe(nobody.text.replaceAll('钱敏', '…'))
  })

  test('a supervisor finds the customers of the team and not of another', async () => {
    expect((await says('ou_zhaoqiang', '赵敏')).text).toContain('李磊')
    expect((await says('ou_zhaoqiang', '孙丽华')).text).toContain('未找到')
  })

  test('heads read without a button that writes', async () => {
    for (const head of ['ou_sunhang', 'ou_hemei']) {
      const { text, card } = await says(head, '李建国')
      expect(text).toContain('138****1234')
      expect(card && findButton(card, /记跟进|建任务|建商机|修改/)).toBeNull()
    }
  })

  test('an administrator and an auditor are refused', async () => {
    for (const who of ['ou_zhoukai', 'ou_wujing']) {
      const { text } = await says(who, '李建国')
      expect(text).toContain('无权')
      expect(text).not.toContain('138')
    }
  })

  test('a group sees a shortened name, a masked number and ranges', async () => {
    const { text } = await says('ou_wangmin', '李建国', 'oc_retail1')
    expect(text).toContain('李**')
    expect(text).not.toContain('李建国')
    expect(text).not.toContain('关心利率')
    expect(text).toContain('50万–100万')
  })
})

describe('the whole number', () => {
  test('is never shown in a group; the card goes to the private chat instead', async () => {
    await says('ou_wangmin', '李建国', 'oc_retail1')
    const { toast, card } = await bank.as('ou_wangmin', 'oc_retail1').presses(/私聊/)
    expect(card).toBeUndefined()
    expect(toast?.text).toMatchObject({ zh: expect.stringContaining('私聊') })
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).toContain('李建国')
  })
})

describe('the buttons on the card of a customer', () => {
  test.each([
    [/记跟进/, '请确认跟进'],
    [/建任务/, '要做什么'],
    [/建商机/, '李建国'],
  ])('%s begins with this customer and writes nothing yet', async (button, title) => {
    await says('ou_wangmin', '李建国')
    const { card } = await bank.as('ou_wangmin').presses(button)
    expect(shown(card)).toContain(title)
    expect(card && findButton(card, /确认|保存/)).not.toBeNull()
  })
})
