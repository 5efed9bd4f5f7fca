// An export the whole way: through the signed door, over the platform's cards and forms, into a file that it holds.

import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readJson } from '../../src/platform/stand-in/index.ts'
import { openSignedBank, type Read, type SignedBank } from './signed-bank.ts'

let bank: SignedBank
let totp: TOTP
beforeAll(async () => {
  bank = await openSignedBank()
  totp = await enrol('ou_wangmin')
}, 120_000)
afterAll(() => bank.close())

async function enrol(who: string): Promise<TOTP> {
  const offer = await bank.hears(who, '设置二次验证')
  const { card } = await bank.clicks(who, offer, /开始设置/)
  const secret = (/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(card.text)?.[0] ?? '').replaceAll(' ', '')
  const made = new TOTP({ secret: Secret.fromBase32(secret) })
  await bank.clicks(who, card, /确认启用/, { code: made.generate({ timestamp: bank.clock.now().getTime() }) })
  return made
}
const nextCode = () => {
  bank.clock.advance(31_000)
  return totp.generate({ timestamp: bank.clock.now().getTime() })
}

/** The file behind a message, as the platform holds it. */
function fileOf({ messageId }: Read): { readonly name: string; readonly text: string } {
  const { memory, bytes } = bank.platform.standIn.platform
  const message = memory.findMessage(messageId)
  const key = String((readJson(message?.content ?? '{}') as { file_key?: string }).file_key ?? '')
  return {
    name: memory.findFile(key)?.name ?? '',
    text: new TextDecoder().decode(bytes.find(key) ?? undefined),
  }
}

it('a manager exports the own VIPs: a question, a code, a file with masked numbers, and the card says what went out', async () => {
  const asked = await bank.hears('ou_wangmin', '导出VIP客户')
  expect(asked.text).toContain('等级 VIP')
  const { card, news, toast } = await bank.clicks('ou_wangmin', asked, /确认导出/, {
    reason: 'visits',
    code: nextCode(),
  })
  expect(toast).toContain('文件已发到')
  expect(card.text).toContain('已导出客户')
  expect(card.buttons).toEqual([])
  const { name, text } = fileOf(news[0] as Read)
  expect(name).toMatch(/^客户导出-2026-11-21-[0-9a-f]{8}\.csv$/)
  expect(text).toContain('李建国,138****1234')
  expect(text).toContain('由 王敏（工号 802101）')
})

it('a wrong code sends no file, and the form stays', async () => {
  const asked = await bank.hears('ou_wangmin', 'export my VIP customers')
  const { card, news, toast } = await bank.clicks('ou_wangmin', asked, /确认导出/, {
    reason: 'review',
    code: '000000',
  })
  expect(toast).toContain('不正确')
  expect(news).toEqual([])
  expect(card.buttons).toContain('确认导出')
})

it('in a group the question goes to the private chat', async () => {
  const before = bank.messages('ou_wangmin').length
  const said = await bank.hears('ou_wangmin', '导出VIP客户', 'oc_retail1')
  expect(said.text).toContain('已发到您的私聊')
  expect(
    bank
      .messages('ou_wangmin')
      .slice(before)
      .map(({ buttons }) => buttons),
  ).toEqual([['确认导出', '取消']])
})
