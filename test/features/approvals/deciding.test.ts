import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { say } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { approvals } from '../../../src/features/approvals/schema.ts'
import { absences, employees } from '../../../src/features/people/schema.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, buttonsOf, findButton, openBank, shown } from '../../support/bank.ts'

let bank: Bank
const wangmin = () => bank.as('ou_wangmin')
const zhaoqiang = () => bank.as('ou_zhaoqiang')
const zhoujie = () => bank.as('ou_zhoujie')
const REQUEST = '申请李建国3年期大额存单50万利率上浮15BP'

beforeAll(async () => {
  bank = await openBank()
  // Everybody has talked to the bot before, so that it knows their private chats.
  for (const person of ['ou_wangmin', 'ou_zhaoqiang', 'ou_zhoujie', 'ou_lilei', 'ou_qianli'])
    await bank.as(person).says('帮助')
})
afterAll(() => bank.close())
beforeEach(() => setAbsent(null))

/** Sends somebody away for today, or brings everybody back. */
async function setAbsent(account: string | null): Promise<void> {
  const { db } = bank.parts.store
  await db.delete(absences)
  if (account === null) return
  const [employee] = await db.select().from(employees).where(eq(employees.account, account))
  if (employee === undefined) throw new Error(account)
  await db.insert(absences).values({ employeeId: employee.id, fromOn: '2026-11-20', toOn: '2026-11-22' })
}

/** Asks for a better rate and answers with the number that it got. */
async function ask(sentence = REQUEST, account = 'ou_wangmin'): Promise<string> {
  // The clock of the test bank stands still; what is asked later must be later.
  bank.clock.advance(1000)
  const [card] = await bank.as(account).says(sentence)
  const [number] = /T\d+/.exec(shown(card)) ?? []
  if (number === undefined) throw new Error(`no ticket in: ${shown(card)}`)
  return number
}

const newest = (person: ReturnType<typeof wangmin>) => shown(person.cards().at(-1))
const cardsAbout = (person: ReturnType<typeof wangmin>, number: string) =>
  person.cards().filter((card) => shown(card).includes(number))

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

/** Presses a button that somebody made up. */
function forge(
  account: string,
  action: string,
  input: { readonly [key: string]: string | number | boolean },
) {
  const press = { action, input }
  const conversation = `oc_p2p_${account.slice(3)}`
  return click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_forged',
      happenedAt: bank.clock.now(),
      conversation,
      sender: { account },
      press,
      form: {},
    },
    () => undefined,
  )
}

describe('a request for a better rate', () => {
  it('goes to the supervisor of the team, with the facts and both decisions', async () => {
    const number = await ask()
    expect(newest(wangmin())).toContain('等待赵强审批')
    const asked = newest(zhaoqiang())
    for (const fact of [number, '李建国', '50万', '+15 BP', '王敏', '待审批']) expect(asked).toContain(fact)
    const card = zhaoqiang().cards().at(-1)
    expect(card === undefined ? [] : buttonsOf(card).map(({ label }) => label)).toEqual([
      say('同意', 'Approve'),
      say('驳回', 'Reject'),
    ])
  })

  it('is approved on the card: every copy names who and when, no copy keeps a button, the news comes once', async () => {
    const number = await ask()
    const before = wangmin().cards().length
    const answer = await zhaoqiang().presses(/^同意$/)
    expect(answer.toast).toEqual({ tone: 'success', text: say('已同意', 'Approved') })
    const decided = /赵强 11月21日（周六）10:0\d 已同意/
    for (const person of [zhaoqiang(), wangmin()]) {
      const [copy] = cardsAbout(person, number)
      expect(shown(copy)).toMatch(decided)
      expect(copy === undefined ? null : buttonsOf(copy)).toEqual([])
    }
    expect(wangmin().cards()).toHaveLength(before + 1)
    expect(newest(wangmin())).toContain('您的申请')
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'approved' },
      approval: { decision: 'approved' },
    })
  })

  it('is not rejected without a reason, and is with one', async () => {
    const number = await ask()
    const refused = await zhaoqiang().presses(/^驳回$/, { comment: '  ' })
    expect(refused.toast?.tone).toBe('error')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'waiting' } })
    await zhaoqiang().presses(/^驳回$/, { comment: '超出本季度额度' })
    expect(newest(wangmin())).toContain('超出本季度额度')
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'rejected' },
      approval: { comment: '超出本季度额度' },
    })
  })

  it('is decided once, however often it is pressed', async () => {
    const number = await ask()
    const approve = findButton(zhaoqiang().cards().at(-1) ?? never(), /^同意$/) ?? never()
    const press = () => forge('ou_zhaoqiang', approve.press.action, approve.press.input as never)
    const before = wangmin().cards().length
    const answers = await Promise.all([press(), press(), press()])
    await bank.tick()
    expect(answers.map(({ toast }) => toast?.tone).sort()).toEqual(['success', 'warning', 'warning'])
    expect(answers.every(({ card }) => shown(card).includes('已同意'))).toBe(true)
    expect(wangmin().cards()).toHaveLength(before + 1)
    expect(await stateOf(number)).toMatchObject({ approval: { decision: 'approved', version: 2 } })
  })

  it('is decided by the first of two supervisors, and the second hears who was faster (D10)', async () => {
    const number = await ask()
    await setAbsent('ou_zhaoqiang')
    await zhoujie().says(`工单${number}`)
    const [first, second] = await Promise.all([
      zhoujie().presses(/^同意$/),
      zhaoqiang().presses(/^驳回$/, { comment: '不行' }),
    ])
    const late = first?.toast?.tone === 'warning' ? first : second
    expect([first?.toast?.tone, second?.toast?.tone].sort()).toEqual(['success', 'warning'])
    expect(late?.toast?.text).toMatchObject({
      zh: expect.stringMatching(/(周杰|赵强) 11月21日（周六）10:0\d 已(同意|驳回)，没有重复执行/),
    })
    const [decision] = cardsAbout(wangmin(), number)
    expect(shown(decision)).toMatch(/(周杰|赵强) 11月21日（周六）10:0\d 已(同意|驳回)/)
  })
})

describe('who may decide', () => {
  it('is not whoever asked', async () => {
    const number = await ask(REQUEST, 'ou_zhaoqiang')
    expect(newest(zhoujie())).toContain(number)
    const [card] = await zhaoqiang().says(`同意${number}`)
    expect(shown(card)).toContain('不能审批自己提交的申请')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'waiting' } })
  })

  it('is not a relationship manager who presses the button in the group', async () => {
    const number = await ask()
    await bank.as('ou_zhaoqiang', 'oc_retail1').says(`工单${number}`)
    const group = bank.as('ou_lilei', 'oc_retail1')
    expect(group.cards().at(-1) === undefined ? '' : newest(group)).not.toContain('李建国')
    expect((await group.presses(/^同意$/)).toast?.tone).toBe('error')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'waiting' } })
    const decided = await bank.as('ou_zhaoqiang', 'oc_retail1').presses(/^同意$/)
    expect(decided.toast?.tone).toBe('success')
    expect(shown(decided.card)).not.toContain('李建国')
  })

  it('is not the supervisor of another team, who does not even learn that it exists', async () => {
    const number = await ask()
    const { ticket } = await stateOf(number)
    const [card] = await bank.as('ou_qianli').says(`同意${number}`)
    expect(shown(card)).toContain('未找到')
    const forged = await forge('ou_qianli', 'approval.approve', { ticket: ticket.id, version: 1 })
    expect(forged.toast?.text).toMatchObject({ zh: expect.stringContaining('未找到') })
  })

  it('is not a second supervisor of the team while the first is there', async () => {
    const number = await ask()
    const [card] = await zhoujie().says(`同意${number}`)
    expect(shown(card)).toContain('无权审批')
  })

  it('is the deputy while the supervisor is away', async () => {
    await setAbsent('ou_zhaoqiang')
    const number = await ask()
    expect(newest(wangmin())).toContain('等待周杰审批')
    expect(newest(zhoujie())).toContain(number)
    await zhoujie().presses(/^同意$/)
    expect(shown(cardsAbout(wangmin(), number)[0])).toContain('周杰 11月21日')
  })

  it('is the deputy too for what was asked before the supervisor went away', async () => {
    const number = await ask()
    await setAbsent('ou_zhaoqiang')
    const [waiting] = await zhoujie().says('待我审批')
    expect(shown(waiting)).toContain(number)
    const [card] = await zhoujie().says(`批准${number}`)
    expect(shown(card)).toContain('周杰 11月21日')
  })
})

describe('a made-up press', () => {
  it.each([
    ['an unknown request', { ticket: '00000000-0000-4000-8000-000000000000', version: 1 }],
    ['no id at all', { ticket: 'T1024', version: 1 }],
    ['nothing', {}],
  ])('with %s changes nothing and is answered', async (_, input) => {
    const answer = await forge('ou_zhaoqiang', 'approval.approve', input as never)
    expect(answer.toast?.tone).toBe('error')
    expect(answer.card).toBeUndefined()
  })

  it('of a version that was not shown is refused', async () => {
    const number = await ask()
    const { ticket } = await stateOf(number)
    const answer = await forge('ou_zhaoqiang', 'approval.approve', { ticket: ticket.id, version: 7 })
    expect(answer.toast?.tone).toBe('error')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'waiting' } })
  })
})

describe('a decision in words', () => {
  it('asks for the reason of a rejection, and takes it from the form', async () => {
    const number = await ask()
    const [question] = await zhaoqiang().says(`驳回${number}`)
    expect(shown(question)).toContain('驳回理由')
    await zhaoqiang().presses(/提交驳回/, { comment: '期限太长' })
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'rejected' },
      approval: { comment: '期限太长' },
    })
  })

  it('without a number answers the card that is replied to, or shows what waits', async () => {
    const number = await ask()
    const message = bank.sent.findLast(
      ({ receiver, content }) => receiver.id === 'ou_zhaoqiang' && content.kind === 'card',
    )
    await zhaoqiang().says('同意', { replyTo: message?.messageId ?? '' })
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'approved' } })
  })

  it('about what was decided before says who was faster', async () => {
    const number = await ask()
    await zhaoqiang().says(`同意${number}`)
    const [card] = await zhaoqiang().says(`驳回${number} 算了`)
    expect(shown(card)).toContain('赵强 11月21日')
    expect(shown(card)).toContain('没有重复执行')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'approved' } })
  })

  it('about a ticket that nobody decides is refused', async () => {
    const [card] = await bank.as('ou_wangmin').says('投诉 李建国 手机银行转账失败 紧急')
    const [number = ''] = /T\d+/.exec(shown(card)) ?? []
    const [refused] = await zhaoqiang().says(`同意${number}`)
    expect(shown(refused)).toContain('不需要审批')
  })
})

describe('what waits', () => {
  it('is listed for the one who was asked, and approved from the list without losing it', async () => {
    await asKeeper(bank.parts.store.db, 'test', async (tx) => {
      const open = await tx.select({ id: approvals.id }).from(approvals)
      await tx
        .update(approvals)
        .set({ decision: 'withdrawn' })
        .where(
          inArray(
            approvals.id,
            open.map(({ id }) => id),
          ),
        )
    })
    const [first, second] = [await ask(), await ask()]
    const [list] = await zhaoqiang().says('待我审批')
    expect(shown(list)).toContain(first)
    expect(shown(list)).toContain(second)
    const answer = await zhaoqiang().presses(/^同意$/)
    expect(shown(answer.card)).not.toContain(first)
    expect(shown(answer.card)).toContain(second)
    expect(await stateOf(first)).toMatchObject({ ticket: { status: 'approved' } })
  })

  it('is nothing for a relationship manager', async () => {
    const [card] = await bank.as('ou_lilei').says('待我审批')
    expect(shown(card)).toContain('没有等您审批的申请')
  })
})

describe('an undo by whoever asked', () => {
  it('takes the question back from the supervisor', async () => {
    const number = await ask()
    await wangmin().says('撤销')
    expect(await stateOf(number)).toMatchObject({
      ticket: { status: 'withdrawn' },
      approval: { decision: 'withdrawn' },
    })
    const [copy] = cardsAbout(zhaoqiang(), number)
    expect(shown(copy)).toContain('已撤回')
    expect(copy === undefined ? null : buttonsOf(copy)).toEqual([])
  })

  it('comes too late once it was decided', async () => {
    const number = await ask()
    const undo = findButton(wangmin().cards().at(-1) ?? never(), /^撤销/) ?? never()
    await zhaoqiang().says(`同意${number}`)
    const answer = await forge('ou_wangmin', undo.press.action, undo.press.input as never)
    expect(answer.toast?.tone).toBe('error')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'approved' } })
  })
})

describe('after a restart', () => {
  it('a card of before is still decided', async () => {
    const number = await ask()
    const button = findButton(zhaoqiang().cards().at(-1) ?? never(), /^同意$/) ?? never()
    const again = await openBank(bank.parts.store)
    const press = button.press
    const sender = { account: 'ou_zhaoqiang' }
    const answer = await click(
      again.parts,
      {
        kind: 'click',
        id: crypto.randomUUID(),
        messageId: 'om_before',
        happenedAt: again.clock.now(),
        conversation: 'oc_p2p_zhaoqiang',
        sender,
        press,
        form: {},
      },
      () => undefined,
    )
    expect(answer.toast?.tone).toBe('success')
    expect(await stateOf(number)).toMatchObject({ ticket: { status: 'approved' } })
  })
})

function never(): never {
  throw new Error('there should have been a card with this button')
}
