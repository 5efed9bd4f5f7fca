// Full numbers and the second factor, as conversations: set up, asked for, counted, shown for a minute, written down.

import { and, eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/admin/commands.ts'
import { click } from '../../../src/bot/work.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { secondFactors } from '../../../src/features/step-up/schema.ts'
import { outbox } from '../../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, openBank, shown, ZONE } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

/** What an authenticator shows for a secret now. */
const codeOf = (secret: string, offsetMs = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: bank.clock.now().getTime() + offsetMs,
  })
const nextCode = (secret: string) => {
  bank.clock.advance(31_000)
  return codeOf(secret)
}
const toastOf = ({ toast }: { toast?: { text: unknown } }) => JSON.stringify(toast?.text)

async function enrol(
  who: string,
): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
  const person = bank.as(who)
  await person.says('设置二次验证')
  const secret = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(shown((await person.presses(/开始设置/)).card))?.[0]
  const plain = (secret ?? '').replaceAll(' ', '')
  const ready = await person.presses(/确认启用/, { code: codeOf(plain) })
  return { secret: plain, recovery: shown(ready.card).match(/[2-9A-Z]{5}-[2-9A-Z]{5}/g) ?? [] }
}

const ask = async (who: string, said = '李建国') => {
  await bank.as(who).says(said)
  return bank.as(who).presses(/看全部号码/)
}
const show = (who: string, code: string, form: object = {}) =>
  bank.as(who).presses(/确认查看/, { field: 'phone', reason: 'contact', code, ...form })

const entries = (action: string, result: 'done' | 'refused') =>
  asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, action), eq(audit.result, result))),
  )
const everythingStored = async () =>
  JSON.stringify(await bank.parts.store.db.select().from(outbox)) +
  JSON.stringify(await asKeeper(bank.parts.store.db, 'test', (tx) => tx.select().from(audit)))

describe('without a second factor', () => {
  it('no number is shown; the way to a factor is, and the try is written down', async () => {
    const { card } = await ask('ou_lilei', '赵敏')
    expect(shown(card)).toContain('二次验证')
    expect(shown(card)).not.toMatch(/1\d{10}/)
    expect(await entries('customer.reveal', 'refused')).toHaveLength(1)
  })
})

describe('setting up', () => {
  it.each([
    'ou_chenjing',
    'ou_zhaoqiang',
    'ou_qianli',
    'ou_zhoujie',
    'ou_sunhang',
    'ou_hemei',
    'ou_zhoukai',
    'ou_wujing',
  ])('%s can, with ten recovery codes that are shown once', async (who) => {
    const { secret, recovery } = await enrol(who)
    expect(secret).toHaveLength(32)
    expect(recovery).toHaveLength(10)
    const stored = await everythingStored()
    for (const kept of [secret, ...recovery]) expect(stored).not.toContain(kept)
  })

  it('needs the right first code', async () => {
    await bank.as('ou_liuyang').says('设置二次验证')
    await bank.as('ou_liuyang').presses(/开始设置/)
    expect(toastOf(await bank.as('ou_liuyang').presses(/确认启用/, { code: '000000' }))).toContain('不正确')
    expect(shown((await ask('ou_liuyang', '孙丽华')).card)).toContain('开始设置')
  })

  it('starts anew after the operator took a lost factor away', async () => {
    const { store, sealer } = bank.parts
    const { exitCode } = await runCommand(['factors', 'reset', '801301'], (work) =>
      work({ store, sealer, now: bank.clock.now(), zone: ZONE }),
    )
    expect(exitCode).toBe(0)
    expect(await entries('admin.factor.reset', 'done')).toHaveLength(1)
    expect((await enrol('ou_chenjing')).recovery).toHaveLength(10)
  })

  it('is offered in the private chat when asked for in a group', async () => {
    const before = bank.as('ou_wangmin').cards().length
    await bank.as('ou_wangmin', 'oc_retail1').says('设置二次验证')
    expect(shown(bank.as('ou_wangmin').cards().slice(before).at(-1))).toContain('二次验证')
  })

  it('a new device needs a code of the old one', async () => {
    const { secret } = await enrol('ou_liuyang')
    await bank.as('ou_liuyang').says('设置二次验证')
    expect(toastOf(await bank.as('ou_liuyang').presses(/开始设置/, { code: '123456' }))).toContain('不正确')
    const { card } = await bank.as('ou_liuyang').presses(/开始设置/, { code: nextCode(secret) })
    expect(shown(card)).toContain('密钥')
  })
})

describe('with a second factor', () => {
  let secret: string
  let recovery: readonly string[]
  beforeAll(async () => {
    ;({ secret, recovery } = await enrol('ou_wangmin'))
  })

  it('the number is shown for a minute, then its mask; it is stored nowhere, and the reason is in the trail', async () => {
    await ask('ou_wangmin')
    const { card } = await show('ou_wangmin', nextCode(secret))
    expect(shown(card)).toContain('13800001234')
    expect(card && findButton(card, /./)).toBeNull()
    expect(await everythingStored()).not.toContain('13800001234')
    bank.clock.advance(50_000)
    await bank.tick()
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).toContain('13800001234')
    bank.clock.advance(11_000)
    await bank.tick()
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).toContain('138****1234')
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).not.toContain('13800001234')
    const [entry] = await entries('customer.reveal', 'done')
    expect(entry).toMatchObject({
      facts: { field: 'phone', reason: 'contact' },
      customerId: expect.any(String),
    })
    const back = await bank.as('ou_wangmin').presses(/返回客户/)
    expect(shown(back.card)).toContain('李建国')
  })

  it('pressed in a group shows nothing, with the right code too', async () => {
    await bank.as('ou_wangmin').says('李建国')
    await bank.as('ou_wangmin').presses(/看全部号码/)
    const asked = bank.as('ou_wangmin').cards().at(-1)
    const button = asked && findButton(asked, /确认查看/)
    if (!button) throw new Error('no form')
    const answer = await click(
      bank.parts,
      {
        kind: 'click',
        id: crypto.randomUUID(),
        messageId: 'om_in_group',
        happenedAt: bank.clock.now(),
        conversation: 'oc_retail1',
        sender: { account: 'ou_wangmin' },
        press: button.press,
        form: { field: 'phone', reason: 'contact', code: nextCode(secret) },
      },
      () => undefined,
    )
    expect(answer.card).toBeUndefined()
    expect(toastOf(answer)).toContain('群里不能显示')
  })

  it('an ID number and a card number come open the same way', async () => {
    await asKeeper(bank.parts.store.db, 'test', async (tx) => {
      const [row] = await tx.select().from(customers).where(eq(customers.name, '李秀英'))
      const seal = (column: string, value: string) =>
        bank.parts.sealer.seal({ table: 'customers', column, row: row?.id ?? '' }, value)
      await tx
        .update(customers)
        .set({
          idNumberSealed: await seal('id_number', '130203198001011234'),
          cardNumberSealed: await seal('card_number', '6222020200112231496'),
        })
        .where(eq(customers.id, row?.id ?? ''))
    })
    await ask('ou_wangmin', '李秀英')
    const id = await show('ou_wangmin', nextCode(secret), { field: 'id_number', reason: 'identify' })
    expect(shown(id.card)).toContain('130203198001011234')
    bank.clock.advance(61_000)
    await bank.tick()
    expect(shown(bank.as('ou_wangmin').cards().at(-1))).toContain('1****************4')
    await ask('ou_wangmin', '李秀英')
    const card = await show('ou_wangmin', nextCode(secret), { field: 'card_number', reason: 'process' })
    expect(shown(card.card)).toContain('6222020200112231496')
  })

  it('a code is good once', async () => {
    await ask('ou_wangmin')
    const code = nextCode(secret)
    expect((await show('ou_wangmin', code)).card).toBeDefined()
    await ask('ou_wangmin')
    expect(toastOf(await show('ou_wangmin', code))).toContain('不正确或已用过')
  })

  it('a recovery code works in place of one, and once', async () => {
    await ask('ou_wangmin')
    expect(shown((await show('ou_wangmin', ` ${recovery[0]?.toLowerCase()}`)).card)).toContain('13800001234')
    await ask('ou_wangmin')
    expect(toastOf(await show('ou_wangmin', recovery[0] ?? ''))).toContain('不正确或已用过')
  })

  it('without a reason nothing is shown', async () => {
    await ask('ou_wangmin')
    const answer = await show('ou_wangmin', nextCode(secret), { reason: '' })
    expect(answer.card).toBeUndefined()
    expect(toastOf(answer)).toContain('原因')
  })

  it('somebody else’s customer is not found, whatever the button says', async () => {
    await ask('ou_wangmin')
    const { secret: other } = await enrol('ou_lilei')
    const target = bank.as('ou_lilei', 'oc_p2p_wangmin')
    const answer = await target.presses(/确认查看/, {
      field: 'phone',
      reason: 'contact',
      code: nextCode(other),
    })
    expect(answer.card).toBeUndefined()
    expect(toastOf(answer)).not.toContain('138')
  })

  it('five wrong codes lock for a quarter of an hour, even for the right one', async () => {
    await ask('ou_wangmin')
    await show('ou_wangmin', nextCode(secret))
    await ask('ou_wangmin')
    for (const left of [4, 3, 2, 1])
      expect(toastOf(await show('ou_wangmin', '000000'))).toContain(`还可再试 ${left} 次`)
    expect(toastOf(await show('ou_wangmin', '000000'))).toContain('已锁定')
    expect(toastOf(await show('ou_wangmin', nextCode(secret)))).toContain('已锁定')
    bank.clock.advance(15 * 60_000)
    expect(shown((await show('ou_wangmin', nextCode(secret))).card)).toContain('13800001234')
    expect((await entries('stepup.code', 'refused')).length).toBeGreaterThanOrEqual(5)
  })

  it('thirty numbers in an hour are the most', async () => {
    const { db } = bank.parts.store
    await db.update(secondFactors).set({ uses: 29, countedFrom: bank.clock.now() })
    await ask('ou_wangmin')
    expect((await show('ou_wangmin', nextCode(secret))).card).toBeDefined()
    await ask('ou_wangmin')
    const answer = await show('ou_wangmin', nextCode(secret))
    expect(answer.card).toBeUndefined()
    expect(toastOf(answer)).toContain('30 次')
    expect(await entries('stepup.limit', 'refused')).toHaveLength(1)
  })
})
