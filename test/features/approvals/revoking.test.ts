// A decision taken back, as conversations: by whoever took it, within a day, with a second factor and a reason.

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { approvals } from '../../../src/features/approvals/schema.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { absences, employees } from '../../../src/features/people/schema.ts'
import { secondFactors } from '../../../src/features/step-up/schema.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, buttonsOf, findButton, openBank, shown } from '../../support/bank.ts'
import { type Enrolled, enrol } from '../freezes/enrolled.ts'

let bank: Bank
const factors: Record<string, Enrolled> = {}
const wangmin = () => bank.as('ou_wangmin')
const zhaoqiang = () => bank.as('ou_zhaoqiang')
const WRONG = '000000'

beforeAll(async () => {
  bank = await openBank()
  for (const person of ['ou_wangmin', 'ou_zhaoqiang', 'ou_zhoujie', 'ou_liuyang', 'ou_qianli', 'ou_sunhang'])
    await bank.as(person).says('帮助')
  for (const person of ['ou_zhaoqiang', 'ou_zhoujie', 'ou_sunhang', 'ou_wangmin'])
    factors[person] = await enrol(bank, person)
})
afterAll(() => bank.close())
beforeEach(() => bank.parts.store.db.delete(absences))

type Person = ReturnType<Bank['as']>
/** A code that was not used before. */
const codeOf = (account: string) => factors[account]?.code() ?? ''
const newest = (person: Person, language: 'zh' | 'en' = 'zh') => shown(person.cards().at(-1), language)
const says = async (person: Person, text: string) => shown((await person.says(text)).at(-1))
const toastOf = ({ toast }: { readonly toast?: { readonly text: unknown } }) => JSON.stringify(toast?.text)
const cardsAbout = (person: Person, number: string) =>
  person.cards().filter((card) => shown(card).includes(number))

/** Asks for a better rate and answers with the number that it got. */
async function ask(account = 'ou_wangmin', sentence = '申请李建国3年期大额存单50万利率上浮15BP') {
  bank.clock.advance(1000)
  const [card] = await bank.as(account).says(sentence)
  const [number] = /T\d+/.exec(shown(card)) ?? []
  if (number === undefined) throw new Error(`no ticket in: ${shown(card)}`)
  return number
}

/** A request that was decided just now. */
async function askDecided(words = '同意', by = 'ou_zhaoqiang', asker = 'ou_wangmin'): Promise<string> {
  const number = await ask(
    asker,
    asker === 'ou_wangmin' ? undefined : '给孙丽华申请利率优惠，30万三年期上浮10个基点',
  )
  await bank.as(by).says(`${words}${number}`)
  return number
}

async function stateOf(number: string) {
  return asKeeper(bank.parts.store.db, 'test', async (tx) => {
    const [ticket] = await tx
      .select()
      .from(tickets)
      .where(eq(tickets.number, Number(number.slice(1))))
    if (ticket === undefined) throw new Error(number)
    const [approval] = await tx.select().from(approvals).where(eq(approvals.ticketId, ticket.id))
    return { ticket, approval }
  })
}

const entries = (action: string, result: 'done' | 'refused') =>
  asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, action), eq(audit.result, result))),
  )

/** Fills in the newest form and presses 确认撤回. */
const confirm = (account: string, code: string, reason = '利率看错了') =>
  bank.as(account).presses(/确认撤回/, { reason, code })

/** What the newest card with 确认撤回 carries. */
function formOf(account: string) {
  const card = bank
    .as(account)
    .cards()
    .findLast((one) => findButton(one, /确认撤回/) !== null)
  const button = card && findButton(card, /确认撤回/)
  if (!button) throw new Error('no form')
  return button.press
}

/** Presses somebody's 确认撤回 as somebody, wherever. */
function pressAs(
  account: string,
  press: { action: string; input: JsonObject },
  form: JsonObject,
  chat?: string,
) {
  return click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_forged',
      happenedAt: bank.clock.now(),
      conversation: chat ?? `oc_p2p_${account.slice(3)}`,
      sender: { account },
      press,
      form,
    },
    () => undefined,
  )
}

const isWaiting = {
  ticket: { status: 'waiting' },
  approval: { decision: null, decidedAt: null, comment: null },
}
const isApproved = { ticket: { status: 'approved' }, approval: { decision: 'approved' } }

describe('an approval', () => {
  it('is asked back on a card that says what it was, until when, and what follows', async () => {
    const number = await askDecided()
    const text = await says(zhaoqiang(), `撤回对${number}的审批`)
    for (const part of [
      `撤回审批 ${number}`,
      /赵强 11月21日（周六）10:\d\d 已同意/,
      '王敏',
      /可撤回至\n11月22日（周日）10:\d\d/,
      '申请人会看到理由',
      '可重新审批，但不能用“撤销”恢复',
      '动态验证码',
      '确认撤回',
      '取消',
    ])
      expect(text).toEqual(
        typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part),
      )
    expect(newest(zhaoqiang(), 'en')).toMatch(
      /Approved[\s\S]*can be decided again[\s\S]*Revoke the decision on T\d+/,
    )
    expect(await stateOf(number)).toMatchObject(isApproved)
  })

  it('is revoked: the request waits again, who decided stays known, the reason stands in its course and in the trail', async () => {
    const number = await askDecided()
    const before = await stateOf(number)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const answer = await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    expect(toastOf(answer)).toContain('已撤回，可重新审批')
    expect(shown(answer.card)).toMatch(
      /待审批[\s\S]*赵强 已撤回审批，等待重新审批[\s\S]*撤回审批（已同意）：利率看错了/,
    )
    expect(answer.card && findButton(answer.card, /^同意$/)).not.toBeNull()
    const after = await stateOf(number)
    expect(after).toMatchObject(isWaiting)
    expect(after.approval).toMatchObject({ decidedBy: before.approval?.decidedBy, version: 3 })
    expect(after.ticket.result).toMatch(/^2026-11-21 10:\d\d 赵强 撤回审批（已同意）：利率看错了$/)
    const [entry] = (await entries('approval.revoked', 'done')).slice(-1)
    expect(entry).toMatchObject({
      entity: 'ticket',
      entityId: after.ticket.id,
      customerId: after.ticket.customerId,
      facts: { approval: after.approval?.id },
    })
  })

  it('is told to whoever asked once, with the reason; every copy says so, and those of the approver have the form again', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const before = wangmin().cards().length
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'), '额度算错')
    await bank.tick()
    expect(wangmin().cards()).toHaveLength(before + 1)
    expect(newest(wangmin())).toMatch(
      new RegExp(`等待重新审批\\n额度算错[\\s\\S]*您的申请 ${number} 审批已撤回`),
    )
    expect(newest(wangmin(), 'en')).toMatch(/Your request T\d+: decision revoked/)
    expect(shown(cardsAbout(wangmin(), number)[0])).toMatch(/赵强 已撤回审批[\s\S]*待审批/)
    const asked = cardsAbout(zhaoqiang(), number)[0]
    expect(asked === undefined ? [] : buttonsOf(asked)).toHaveLength(2)
  })

  it('cannot be brought back by an undo', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const { card } = await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    expect(card && findButton(card, /^撤销/)).toBeNull()
    expect(await says(zhaoqiang(), '撤销')).toContain('没有可以撤销的操作')
    expect(await stateOf(number)).toMatchObject(isWaiting)
  })

  it('is decided anew as at first: rejected, revoked once more, approved', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    const rejected = await zhaoqiang().presses(/^驳回$/, { comment: '超出额度' })
    expect(toastOf(rejected)).toContain('已驳回')
    expect(newest(wangmin())).toContain('超出额度')
    expect(shown(cardsAbout(wangmin(), number)[0])).not.toContain('等待重新审批')
    await says(zhaoqiang(), `撤回${number}的驳回，额度已批复`)
    expect(newest(zhaoqiang())).toContain('额度已批复')
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'), '额度已批复')
    expect(newest(wangmin())).toContain('额度已批复')
    await zhaoqiang().says(`同意${number}`)
    expect(await stateOf(number)).toMatchObject({
      ...isApproved,
      approval: { decision: 'approved', version: 6 },
    })
  })

  it('waits again where what waits is listed and counted, once', async () => {
    const waiting = async () =>
      Number(/待我审批（(\d+)）/.exec(await says(zhaoqiang(), '待我审批'))?.[1] ?? 0)
    const digest = async () => Number(/(\d+) 项申请等您审批/.exec(await says(zhaoqiang(), '我的简报'))?.[1])
    const number = await ask()
    const [listed, counted] = [await waiting(), await digest()]
    expect(counted).toBe(listed)
    await zhaoqiang().says(`同意${number}`)
    expect(await waiting()).toBe(listed - 1)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    expect([await waiting(), await digest()]).toEqual([listed, counted])
  })

  it('is named in the trail of its customer', async () => {
    const text = await says(zhaoqiang(), '审计 李建国')
    expect(text).toContain('撤回审批')
    expect(newest(zhaoqiang(), 'en')).toContain('Revoked approval')
  })
})

it('a rejection is revoked in English, with the reason that was said', async () => {
  const number = await ask()
  await zhaoqiang().says(`reject ${number}, papers are missing`)
  await zhaoqiang().says(`revoke the rejection of ${number}, the papers came in`)
  expect(newest(zhaoqiang(), 'en')).toMatch(
    /Rejected[\s\S]*papers are missing[\s\S]*Reason\nthe papers came in/,
  )
  const answer = await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'), 'the papers came in')
  expect(shown(answer.card, 'en')).toMatch(/Awaiting approval[\s\S]*赵强 revoked the decision/)
  expect((await stateOf(number)).ticket.result).toContain('：the papers came in')
  expect(await stateOf(number)).toMatchObject(isWaiting)
})

describe('the second factor', () => {
  it('is offered to whoever has none, and the try is written down', async () => {
    const number = await askDecided('同意', 'ou_qianli', 'ou_liuyang')
    expect(await says(bank.as('ou_qianli'), `撤回对${number}的审批`)).toContain('二次验证')
    const [entry] = (await entries('approval.revoke', 'refused')).slice(-1)
    const { approval } = await stateOf(number)
    expect(entry?.facts).toEqual({ approval: approval?.id, code: 'no_factor' })
    expect(await stateOf(number)).toMatchObject(isApproved)
  })

  it('with a wrong code changes nothing, says so and is written down', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const sent = wangmin().cards().length
    expect(toastOf(await confirm('ou_zhaoqiang', WRONG))).toMatch(/不正确或已用过[\s\S]*没有执行任何操作/)
    expect(await stateOf(number)).toMatchObject(isApproved)
    expect(wangmin().cards()).toHaveLength(sent)
    const [entry] = (await entries('approval.revoke', 'refused')).slice(-1)
    const { ticket, approval } = await stateOf(number)
    expect(entry).toMatchObject({ customerId: ticket.customerId, facts: { approval: approval?.id } })
    expect(JSON.stringify(entry)).not.toContain(WRONG)
    expect(toastOf(await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang')))).toContain('已撤回')
  })

  it('is used up by the decision that it revoked', async () => {
    const [first, second] = [await askDecided(), await askDecided()]
    const code = codeOf('ou_zhaoqiang')
    await says(zhaoqiang(), `撤回对${first}的审批`)
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toContain('已撤回')
    await says(zhaoqiang(), `撤回对${second}的审批`)
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toContain('不正确或已用过')
    expect(await stateOf(second)).toMatchObject(isApproved)
  })

  it.each([
    ['without a reason', { reason: '  ' }],
    ['with a reason that is too long', { reason: '长'.repeat(201) }],
    ['without a code', { code: ' ' }],
    ['with nothing at all', { reason: null, code: null }],
  ])('%s is not asked: what is missing is said', async (_, form) => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const code = codeOf('ou_zhaoqiang')
    const answer = await zhaoqiang().presses(/确认撤回/, { reason: '看错了', code, ...form })
    expect(toastOf(answer)).toContain('请填写撤回理由')
    expect(await stateOf(number)).toMatchObject(isApproved)
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toContain('已撤回')
  })
})

describe('who may not', () => {
  it('is a second supervisor, whose code is not used up by trying', async () => {
    const number = await askDecided()
    expect(await says(bank.as('ou_zhoujie'), `撤回对${number}的审批`)).toMatch(
      /无权撤回：T\d+ 由赵强审批，只有本人可以撤回。没有任何改动/,
    )
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const uses = () => bank.parts.store.db.select().from(secondFactors).orderBy(secondFactors.employeeId)
    const code = codeOf('ou_zhoujie')
    const before = await uses()
    const answer = await pressAs('ou_zhoujie', formOf('ou_zhaoqiang'), { reason: '看错了', code })
    expect(toastOf(answer)).toContain('只有本人可以撤回')
    expect(answer.card).toBeUndefined()
    expect(await uses()).toEqual(before)
    expect(await stateOf(number)).toMatchObject(isApproved)
  })

  it('is the supervisor of another team, who does not even learn that it exists', async () => {
    const number = await askDecided()
    expect(await says(bank.as('ou_qianli'), `撤回对${number}的审批`)).toContain('未找到')
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const answer = await pressAs('ou_qianli', formOf('ou_zhaoqiang'), { reason: '看错了', code: '123456' })
    expect(toastOf(answer)).toContain('未找到')
  })

  it('is whoever asked, with a second factor too', async () => {
    const number = await askDecided()
    expect(await says(wangmin(), `撤回对${number}的同意`)).toContain('无权执行此操作')
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const form = { reason: '看错了', code: codeOf('ou_wangmin') }
    expect(toastOf(await pressAs('ou_wangmin', formOf('ou_zhaoqiang'), form))).toContain('无权执行此操作')
    expect(await stateOf(number)).toMatchObject(isApproved)
  })

  it('is a head whom nobody asked', async () => {
    const number = await askDecided()
    expect(await says(bank.as('ou_sunhang'), `撤回对${number}的审批`)).toContain('只读角色')
  })
})

describe('too late it is', () => {
  it('after a day, on the card as in words, and no code is used up', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    bank.clock.advance(24 * 60 * 60_000)
    const code = codeOf('ou_zhaoqiang')
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toMatch(/审批已超过 24 小时，不能撤回。没有任何改动/)
    expect(await says(zhaoqiang(), `撤回对${number}的审批`)).toContain('已超过 24 小时')
    expect(newest(zhaoqiang(), 'en')).toContain('more than 24 hours ago')
    expect(await stateOf(number)).toMatchObject(isApproved)
    const other = await askDecided()
    await says(zhaoqiang(), `撤回对${other}的审批`)
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toContain('已撤回')
  })

  it('once it was solved, with whom to talk to', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await wangmin().says(`${number}处理完毕，利率已上浮`)
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'resolved' } })
    const answer = await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    expect(toastOf(answer)).toMatch(/已继续处理或已结束，不能撤回审批。没有任何改动。如需变更，请联系王敏/)
    expect(await says(zhaoqiang(), `撤回对${number}的审批`)).toContain('不能撤回审批')
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'resolved' },
      approval: { decision: 'approved' },
    })
  })

  it('where the request moved on since the card was shown; a new card can be asked for', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await wangmin().says(`${number} 进展：已通知客户`)
    expect(toastOf(await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang')))).toContain(
      '在此期间有变化，没有撤回',
    )
    expect(await stateOf(number)).toMatchObject(isApproved)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    expect(toastOf(await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang')))).toContain('已撤回')
    expect((await stateOf(number)).ticket.result).toMatch(/已通知客户\n.*撤回审批/)
  })

  it('before there is a decision, and after it was revoked', async () => {
    const number = await ask()
    expect(await says(zhaoqiang(), `撤回对${number}的审批`)).toContain('正在等待审批，没有可以撤回的决定')
    await zhaoqiang().says(`同意${number}`)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const [one, other] = [codeOf('ou_zhaoqiang'), codeOf('ou_zhaoqiang')]
    const press = formOf('ou_zhaoqiang')
    const sent = wangmin().cards().length
    const answers = await Promise.all([
      pressAs('ou_zhaoqiang', press, { reason: '看错了', code: one }),
      pressAs('ou_zhaoqiang', press, { reason: '看错了', code: other }),
    ])
    await bank.tick()
    expect(answers.map(({ toast }) => toast?.tone).sort()).toEqual(['error', 'success'])
    expect(answers.map(toastOf).join()).toContain('没有可以撤回的决定')
    expect(await stateOf(number)).toMatchObject({ ...isWaiting, approval: { version: 3 } })
    expect(wangmin().cards()).toHaveLength(sent + 1)
  })

  it('for a ticket that nobody decides, or that is not there', async () => {
    const [card] = await wangmin().says('投诉 李建国 手机银行转账失败 紧急')
    const [number = ''] = /T\d+/.exec(shown(card)) ?? []
    expect(await says(zhaoqiang(), `撤回对${number}的审批`)).toContain('不需要审批')
    expect(await says(zhaoqiang(), '撤回对T999999的审批')).toContain('未找到')
  })

  it('for whoever asked, to take the request back by an old undo', async () => {
    const number = await ask()
    const undo = findButton(wangmin().cards().at(-1) ?? never(), /^撤销/) ?? never()
    await zhaoqiang().says(`同意${number}`)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'))
    expect((await pressAs('ou_wangmin', undo.press, {})).toast?.tone).toBe('error')
    expect(await stateOf(number)).toMatchObject(isWaiting)
  })
})

describe('in a group', () => {
  it('the form goes to the private chat, where it works', async () => {
    const number = await askDecided()
    const group = bank.as('ou_liuyang', 'oc_retail1')
    await bank.as('ou_zhaoqiang', 'oc_retail1').says(`撤回对${number}的审批`)
    expect(newest(group)).toContain('请在私聊中操作')
    expect(newest(zhaoqiang())).toContain(`撤回审批 ${number}`)
    expect(toastOf(await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang')))).toContain('已撤回')
    expect(await stateOf(number)).toMatchObject(isWaiting)
  })

  it('nothing is revoked by a press, with the right code too, which stays good', async () => {
    const number = await askDecided()
    await says(zhaoqiang(), `撤回对${number}的审批`)
    const code = codeOf('ou_zhaoqiang')
    const press = formOf('ou_zhaoqiang')
    const answer = await pressAs('ou_zhaoqiang', press, { reason: '看错了', code }, 'oc_retail1')
    expect(toastOf(answer)).toContain('请在私聊中操作')
    expect(await stateOf(number)).toMatchObject(isApproved)
    expect(toastOf(await confirm('ou_zhaoqiang', code))).toContain('已撤回')
  })

  it('a card that waits again has both decisions again, without the name of the customer', async () => {
    const number = await ask()
    const group = bank.as('ou_zhaoqiang', 'oc_retail1')
    await group.says(`工单${number}`)
    await zhaoqiang().says(`同意${number}`)
    expect(group.cards().at(-1)).not.toSatisfy((card) => findButton(card, /^同意$/) !== null)
    await says(zhaoqiang(), `撤回对${number}的审批`)
    await confirm('ou_zhaoqiang', codeOf('ou_zhaoqiang'), '李建国的利率看错了')
    await bank.tick()
    const card = group.cards().at(-1)
    expect(shown(card)).toMatch(/等待重新审批[\s\S]*撤回审批（已同意）/)
    expect(shown(card)).not.toContain('李建国')
    expect(card && findButton(card, /^同意$/)).not.toBeNull()
  })
})

describe('without a number', () => {
  it('what was decided within a day is listed, the newest first, each with the way to its form', async () => {
    bank.clock.advance(25 * 60 * 60_000)
    expect(await says(zhaoqiang(), '撤回审批')).toContain('近 24 小时内没有您可以撤回的审批')
    const [first, second, third] = [
      await askDecided(),
      await askDecided('驳回', undefined),
      await askDecided(),
    ]
    await zhaoqiang().presses(/提交驳回/, { comment: '太高' })
    await wangmin().says(`${third}处理完毕，已办`)
    await zhaoqiang().says('帮助')
    const text = await says(zhaoqiang(), '撤回审批')
    expect(text).toContain('请选择撤回哪一项，或说明，例如“撤回对 T1024 的审批”（2）')
    expect(text.indexOf(first)).toBeGreaterThan(-1)
    expect(text).not.toContain(third)
    expect(text.indexOf(second)).toBeLessThan(text.indexOf(first))
    const { card } = await zhaoqiang().presses(/^撤回$/)
    expect(shown(card)).toMatch(new RegExp(`撤回审批 (?:${first}|${second})`))
  })

  it('it is the one that the conversation is about, where that was decided just now', async () => {
    const number = await ask()
    await zhaoqiang().presses(/^同意$/)
    expect(await says(zhaoqiang(), '撤回审批')).toContain(`撤回审批 ${number}`)
  })

  it('in a group the list goes to the private chat', async () => {
    const number = await askDecided()
    await bank.as('ou_zhaoqiang', 'oc_retail1').says('撤回审批')
    expect(newest(bank.as('ou_liuyang', 'oc_retail1'))).toContain('请在私聊中操作')
    expect(newest(zhaoqiang())).toContain(number)
  })
})

describe('a deputy', () => {
  async function sendAway(): Promise<void> {
    const { db } = bank.parts.store
    const [away] = await db.select().from(employees).where(eq(employees.account, 'ou_zhaoqiang'))
    await db.insert(absences).values({ employeeId: away?.id ?? 0, fromOn: '2026-11-20', toOn: '2026-12-31' })
  }

  it('takes the own decision back and decides again while the approver is away', async () => {
    const number = await ask()
    await sendAway()
    await bank.as('ou_zhoujie').says(`同意${number}`)
    await says(bank.as('ou_zhoujie'), `撤回对${number}的审批`)
    const before = zhaoqiang().cards().length
    const { card } = await confirm('ou_zhoujie', codeOf('ou_zhoujie'))
    expect(card && findButton(card, /^同意$/)).not.toBeNull()
    expect(zhaoqiang().cards()).toHaveLength(before)
    await bank.as('ou_zhoujie').says(`同意${number}`)
    expect(await stateOf(number)).toMatchObject(isApproved)
  })

  it('takes it back when the approver is there again, who is asked anew; the approver could not', async () => {
    const number = await ask()
    await sendAway()
    await bank.as('ou_zhoujie').says(`同意${number}`)
    await bank.parts.store.db.delete(absences)
    expect(await says(zhaoqiang(), `撤回对${number}的审批`)).toContain('由周杰审批，只有本人可以撤回')
    await says(bank.as('ou_zhoujie'), `撤回对${number}的审批`)
    const { card } = await confirm('ou_zhoujie', codeOf('ou_zhoujie'))
    expect(card && findButton(card, /^同意$/)).toBeNull()
    expect(newest(zhaoqiang())).toMatch(/请您审批[\s\S]*周杰 已撤回审批/)
    await zhaoqiang().presses(/^同意$/)
    expect(await stateOf(number)).toMatchObject(isApproved)
  })
})

describe('a head who was asked', () => {
  it('revokes the own decision, and decides anew', async () => {
    const number = await askDecided('同意', 'ou_sunhang', 'ou_qianli')
    expect(await stateOf(number)).toMatchObject(isApproved)
    await says(bank.as('ou_sunhang'), `撤回对${number}的审批`)
    expect(toastOf(await confirm('ou_sunhang', codeOf('ou_sunhang')))).toContain('已撤回')
    expect(await stateOf(number)).toMatchObject(isWaiting)
    await bank.as('ou_sunhang').presses(/^驳回$/, { comment: '预算不足' })
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'rejected' },
      approval: { comment: '预算不足' },
    })
  })

  it('does not once the request was handed on', async () => {
    const number = await askDecided('同意', 'ou_sunhang', 'ou_qianli')
    await bank.as('ou_qianli').says(`把${number}转给刘洋`)
    expect(await says(bank.as('ou_sunhang'), `撤回对${number}的审批`)).toContain('请联系刘洋')
    expect(await stateOf(number)).toMatchObject(isApproved)
  })
})

function never(): never {
  throw new Error('there should have been a card with this button')
}
