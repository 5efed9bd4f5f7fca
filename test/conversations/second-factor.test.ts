// Setting up the second factor through the signed door: the QR code is scanned off the card as a phone would, and its code
// turns the factor on.

import { TOTP, URI } from 'otpauth'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJson } from '../../src/platform/stand-in/index.ts'
import { openSignedBank, type Read, type SignedBank } from './signed-bank.ts'

let bank: SignedBank
beforeAll(async () => {
  bank = await openSignedBank()
}, 240_000)
afterAll(() => bank.close())

/** The keys of the pictures on a card. */
function picturesOn({ messageId }: Read): readonly string[] {
  const message = bank.platform.standIn.platform.memory.findMessage(messageId)
  const found = JSON.stringify(message === null ? null : readJson(message.content)).matchAll(
    /"img_key":"([^"]+)"/g,
  )
  return [...found].map(([, key = '']) => key)
}

/** Reads a QR code as a camera would. */
function scan(key: string): string {
  const bytes = bank.platform.standIn.platform.bytes.find(key)
  if (bytes === null) throw new Error('the platform does not hold the picture')
  return decodeQR(readGif(bytes))
}

/** Pixels of a GIF of two colours, dark being colour 1, whose rows stand in it without compression. */
function readGif(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  const colours = 2 << (view.getUint8(10) & 7)
  const palette = (at: number) => view.getUint8(13 + 3 * at)
  const dots: number[] = []
  for (let at = 13 + 3 * colours + 11; view.getUint8(at) > 0; at += 1 + view.getUint8(at))
    dots.push(...bytes.subarray(at + 2, at + 1 + view.getUint8(at)))
  const data = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at += 1)
    data.set([palette(dots[at] ?? 0), palette(dots[at] ?? 0), palette(dots[at] ?? 0), 255], at * 4)
  return { width, height, data }
}

const begin = async (openId: string) => {
  const offer = await bank.hears(openId, '设置二次验证')
  const { card } = await bank.clicks(openId, offer, /开始设置/)
  return card
}

describe('setting up the second factor', () => {
  it('shows the address as a QR code, and the first code of whoever scanned it turns it on', async () => {
    const card = await begin('ou_wangmin')
    const [key, ...others] = picturesOn(card)
    expect(others).toEqual([])
    const address = scan(key ?? '')
    expect(card.text).toContain(address)
    const totp = URI.parse(address)
    if (!(totp instanceof TOTP)) throw new Error('no TOTP')
    expect(totp).toMatchObject({ issuer: 'Larkspur', label: '王敏', digits: 6, period: 30 })
    const code = totp.generate({ timestamp: bank.clock.now().getTime() })
    const { card: done, toast } = await bank.clicks('ou_wangmin', card, /确认启用/, { code })
    expect(toast).toContain('已启用')
    expect(picturesOn(done)).toEqual([])
    expect(done.text).not.toContain(totp.secret.base32)
  })

  it('keeps neither the picture nor the key in the database', async () => {
    const card = await begin('ou_lilei')
    const secret = /secret=([A-Z2-7]+)/.exec(card.text)?.[1] ?? ''
    expect(secret).not.toBe('')
    const [kept] = await bank.machine.bot.store.db.query.outbox.findMany({
      where: (row, { eq }) => eq(row.messageId, card.messageId),
    })
    expect(JSON.stringify(kept)).toContain('密钥只显示一次')
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${secret}|"picture"`))
  })

  it.each([
    ['is refused', { kind: 'status', status: 500 }],
    ['gets no answer', { kind: 'hang' }],
  ] as const)('shows the key in words where the upload %s', async (_, failure) => {
    bank.platform.standIn.faults.plan({ endpoint: 'POST /im/v1/images', failure })
    const card = await begin('ou_liuyang')
    expect(picturesOn(card)).toEqual([])
    expect(card.text).toMatch(/otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/)
  })
})
