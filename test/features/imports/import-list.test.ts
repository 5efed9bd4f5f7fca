import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept, click, drain } from '../../../src/bot/work.ts'
import { sayButton } from '../../../src/core/presses.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

/** Drops a file into the private chat and answers with everything that came back. */
async function sends(who: string, name: string, bytes: Uint8Array | string) {
  // The clock stands still, so the pace of 5 a second is let pass by moving it.
  bank.clock.advance(2000)
  const before = bank.sent.length
  const chat = `oc_p2p_${who.slice(3)}`
  const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const parts = { ...bank.parts, messenger: { ...bank.parts.messenger, download: async () => file } }
  const id = `om_${crypto.randomUUID()}`
  await accept(parts, {
    kind: 'message',
    id,
    messageId: id,
    happenedAt: bank.clock.now(),
    conversation: chat,
    private: true,
    sender: { account: who },
    text: '',
    mentions: [],
    attachments: [{ kind: 'file', key: 'file_1', name }],
  })
  await drain(parts)
  return bank.sent
    .slice(before)
    .map(({ content }) => (content.kind === 'card' ? shown(content.card) : content.name))
}

const finds = async (who: string, said: string) => shown((await bank.as(who).says(said)).at(-1))

const LIST =
  '\uFEFF姓名,手机号,来源\r\n陆一鸣,13512341234,转介绍\r\n,13512341235,网点\r\n白云,123,网点\r\n李建国,13800001234,网点\r\n"陆,二鸣",135 1234 1236,\r\n陆三鸣,13512341234,网点\r\n'

describe('a list of customers', () => {
  test('is checked first: what is good, what is not and why, what is known', async () => {
    const [card] = await sends('ou_wangmin', '名单.csv', LIST)
    expect(card).toContain('成功\n2')
    expect(card).toContain('失败\n2')
    expect(card).toContain('重复\n2')
    expect(card).toContain('第 3 行\n缺姓名')
    expect(card).toContain('第 4 行\n手机号不能识别')
    expect(card).toContain('第 7 行')
    expect(await finds('ou_wangmin', '陆一鸣')).toContain('未找到')
  })

  test('is written once it is confirmed; the rows left out come back as a file with reasons', async () => {
    await sends('ou_wangmin', '名单.csv', LIST)
    const before = bank.sent.length
    const { card } = await bank.as('ou_wangmin').presses(/^确认导入 2/)
    expect(shown(card)).toContain('已导入')
    const file = bank.sent.slice(before).find(({ content }) => content.kind === 'file')
    const text = file?.content.kind === 'file' ? new TextDecoder().decode(file.content.bytes) : ''
    expect(text).toContain('姓名,手机号,来源,原因')
    expect(text).toContain('白云,123,网点,手机号不能识别')
    expect(await finds('ou_wangmin', '13512341234')).toContain('陆一鸣')
  })

  test('can be taken back as a whole', async () => {
    await bank.as('ou_wangmin').presses(/撤销/)
    expect(await finds('ou_wangmin', '陆一鸣')).toContain('未找到')
  })

  test('is read in GB18030 as well', async () => {
    // 姓名,手机号,来源 and 陆四,13512341240,网点
    const bytes = Uint8Array.from([
      0xd0,
      0xd5,
      0xc3,
      0xfb,
      0x2c,
      0xca,
      0xd6,
      0xbb,
      0xfa,
      0xba,
      0xc5,
      0x2c,
      0xc0,
      0xb4,
      0xd4,
      0xb4,
      0x0a,
      0xc2,
      0xbd,
      0xcb,
      0xc4,
      0x2c,
      ...new TextEncoder().encode('13512341240'),
      0x2c,
      0xcd,
      0xf8,
      0xb5,
      0xe3,
      0x0a,
    ])
    const [card] = await sends('ou_wangmin', '名单.csv', bytes)
    expect(card).toContain('成功\n1')
  })

  test('tells nothing of whoever is known to somebody else', async () => {
    const [card] = await sends('ou_liuyang', '名单.csv', '姓名,手机号,来源\n周五,13800001234,网点\n')
    expect(card).toContain('成功\n1')
    expect(card).toContain('重复\n0')
  })

  test('cannot run as a formula in the file that comes back', async () => {
    await sends('ou_wangmin', 'x.csv', '姓名,手机号,来源\n"=cmd()",1,网点\n周六,13512341250,\n')
    const before = bank.sent.length
    await bank.as('ou_wangmin').presses(/^确认导入 1/)
    const file = bank.sent.slice(before).find(({ content }) => content.kind === 'file')
    const text = file?.content.kind === 'file' ? new TextDecoder().decode(file.content.bytes) : ''
    expect(text).toContain("'=cmd()")
  })
})

describe('a file that is no list', () => {
  test.each([
    ['名单.xlsx', 'PK', '另存为 CSV'],
    ['a.csv', '姓名,手机号,来源\n', '没有客户'],
    ['a.csv', '姓名,电话,来源\n张三,13800000000,网点\n', '“电话”是“手机号”吗'],
    ['a.csv', 'x'.repeat(1_000_001), '1 MB'],
    ['a.csv', `姓名,手机号,来源\n${'张三,13800000000,网点\n'.repeat(2001)}`, '2000 行'],
  ])('%s is refused with what to do', async (name, content, words) => {
    const [card] = await sends('ou_wangmin', name, content)
    expect(card).toContain(words)
  })

  test('is not even fetched for a stranger, and refused to whoever writes nothing', async () => {
    expect((await sends('ou_stranger', '名单.csv', LIST))[0]).toContain('绑定员工账号')
    expect((await sends('ou_sunhang', '名单.csv', LIST))[0]).toContain('只读')
  })
})

test('the template comes as a file', async () => {
  bank.clock.advance(2000)
  const before = bank.sent.length
  await bank.as('ou_wangmin').says('导入模板')
  expect(bank.sent.slice(before).map(({ content }) => content.kind)).toEqual(['file'])
})

test('the template that a button asks for follows as a file, and the press says so', async () => {
  const before = bank.sent.length
  const answer = await click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_any',
      happenedAt: bank.clock.now(),
      conversation: 'oc_p2p_wangmin',
      sender: { account: 'ou_wangmin' },
      press: sayButton('导入模板').press,
      form: {},
    },
    () => undefined,
  )
  bank.clock.advance(2000)
  await drain(bank.parts)
  expect(answer.toast?.text).toMatchObject({ zh: expect.stringContaining('文件') })
  expect(bank.sent.slice(before)).toMatchObject([{ content: { kind: 'file', name: '客户导入模板.csv' } }])
})
