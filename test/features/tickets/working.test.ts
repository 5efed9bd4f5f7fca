import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employees } from '../../../src/features/people/schema.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, buttonsOf, openBank, shown } from '../../support/bank.ts'

let bank: Bank
const wangmin = () => bank.as('ou_wangmin')

beforeAll(async () => {
  bank = await openBank()
  for (const person of ['ou_wangmin', 'ou_lilei', 'ou_zhaoqiang', 'ou_sunhang'])
    await bank.as(person).says('帮助')
})
afterAll(() => bank.close())

/** Says something and answers with the text of the card that came back. */
async function says(text: string, account = 'ou_wangmin', chat?: string): Promise<string> {
  bank.clock.advance(1000)
  const [card] = await bank.as(account, chat).says(text)
  return shown(card)
}

async function open(sentence = '投诉 李建国 手机银行转账失败 紧急', account = 'ou_wangmin'): Promise<string> {
  const [number] = /T\d+/.exec(await says(sentence, account)) ?? []
  if (number === undefined) throw new Error(`no ticket from: ${sentence}`)
  return number
}

async function rowOf(number: string) {
  const id = Number(number.slice(1))
  const [row] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx.select().from(tickets).where(eq(tickets.number, id)),
  )
  return row
}

describe('a new ticket', () => {
  it('is saved from one sentence, and shows what was saved with an undo', async () => {
    const text = await says('投诉 李建国 手机银行转账失败 紧急')
    for (const part of ['投诉', '李建国', '手机银行转账失败', '紧急', '处理中', '王敏', '撤销'])
      expect(text).toContain(part)
    const [number = ''] = /T\d+/.exec(text) ?? []
    expect(await rowOf(number)).toMatchObject({ kind: 'complaint', urgency: 'urgent', status: 'open' })
  })

  it('asks for what it cannot do without, keeps what was said, and is saved on submit', async () => {
    const text = await says('新建工单', 'ou_lilei')
    expect(text).toContain('提交之前不会保存')
    const answer = await bank.as('ou_lilei').presses(/^提交$/, {
      kind: 'inquiry',
      content: '外币兑换额度是多少',
      urgency: 'high',
      amount: '',
    })
    expect(shown(answer.card)).toContain('外币兑换额度是多少')
    const [number = ''] = /T\d+/.exec(shown(answer.card)) ?? []
    expect(await rowOf(number)).toMatchObject({ kind: 'inquiry', urgency: 'high', customerId: null })
  })

  it('about an expense goes to the supervisor with its amount', async () => {
    const text = await says('申请一笔客户答谢会费用 五千块')
    expect(text).toContain('等待赵强审批')
    expect(shown(bank.as('ou_zhaoqiang').cards().at(-1))).toContain('5,000元')
  })

  it('of a team without a supervisor goes to the head; with nobody to ask it is refused, and nothing is saved', async () => {
    const { db } = bank.parts.store
    await bank.as('ou_chenjing').says('帮助')
    expect(await says('申请费用3000元，用于客户答谢会', 'ou_chenjing')).toContain('等待何梅审批')
    await db.update(employees).set({ status: 'frozen' }).where(eq(employees.account, 'ou_hemei'))
    expect(await says('申请费用3000元，用于客户答谢会', 'ou_chenjing')).toContain('没有可以审批的主管')
    await db.update(employees).set({ status: 'active' }).where(eq(employees.account, 'ou_hemei'))
  })

  it('is not for a head, who only reads', async () => {
    expect(await says('投诉 手机银行转账失败 紧急', 'ou_sunhang')).toContain('只读')
  })
})

describe('a ticket by its number', () => {
  it('is shown to whoever may see it, in each way of writing it', async () => {
    const number = await open()
    for (const said of [`工单${number}`, `#${number.slice(1)}`])
      expect(await says(said)).toContain('手机银行转账失败')
    expect(await says(`工单${number}`, 'ou_zhaoqiang')).toContain('李建国')
  })

  it('is shown to a head without a button', async () => {
    const number = await open()
    const [card] = await bank.as('ou_sunhang').says(`工单${number}`)
    expect(shown(card)).toContain(number)
    expect(card === undefined ? null : buttonsOf(card)).toEqual([])
  })

  it('does not exist for anybody else', async () => {
    const number = await open()
    expect(await says(`工单${number}`, 'ou_lilei')).toContain('未找到')
    expect(await says('工单T99999')).toContain('未找到')
  })

  it('is masked in a group, and its content too', async () => {
    const number = await open('投诉 李建国 反映13800001234收不到短信，李建国很着急')
    const text = await says(`工单${number}`, 'ou_wangmin', 'oc_retail1')
    expect(text).toContain('李**')
    expect(text).not.toContain('李建国')
    expect(text).not.toContain('13800001234')
  })
})

describe('work on a ticket', () => {
  it('is written down in words and on the card, and every copy shows it', async () => {
    const number = await open()
    await says(`工单${number}`, 'ou_zhaoqiang')
    expect(await says(`${number} 进展：已联系科技部`)).toContain('已联系科技部')
    await wangmin().presses(/记录进展/, { content: '科技部确认周五修复' })
    const [copy] = bank
      .as('ou_zhaoqiang')
      .cards()
      .filter((card) => shown(card).includes(number))
    expect(shown(copy)).toContain('已联系科技部')
    expect(shown(copy)).toContain('科技部确认周五修复')
    expect((await rowOf(number))?.result?.split('\n')).toHaveLength(2)
  })

  it('without a word is refused', async () => {
    await open()
    expect((await wangmin().presses(/记录进展/, { content: ' ' })).toast?.tone).toBe('error')
  })

  it('ends with the solution, the call-back and the close', async () => {
    const number = await open()
    await wangmin().presses(/标记已解决/, { content: '已重新提交成功' })
    expect(await rowOf(number)).toMatchObject({ status: 'resolved' })
    const answer = await wangmin().presses(/客户满意/)
    expect(answer.toast?.tone).toBe('success')
    expect(await rowOf(number)).toMatchObject({ status: 'closed' })
    expect(await says(`${number} 进展：又有问题`)).toContain('已经结束')
  })

  it('is not closed before the customer was called back (D14)', async () => {
    const number = await open()
    await says(`${number}处理完毕`)
    expect(await says(`关闭工单${number}`)).toContain('还不能关闭')
    expect(await rowOf(number)).toMatchObject({ status: 'resolved' })
    await wangmin().presses(/客户满意/)
    expect(await rowOf(number)).toMatchObject({ status: 'closed' })
  })

  it('starts again when the customer is not satisfied, and the supervisor hears of it', async () => {
    const number = await open()
    await says(`${number}处理完毕`)
    await wangmin().presses(/客户不满意/)
    expect(await rowOf(number)).toMatchObject({ status: 'open' })
    const told = shown(bank.as('ou_zhaoqiang').cards().at(-1))
    expect(told).toContain(number)
    expect(told).toContain('客户表示还没有解决')
  })

  it('is taken back step by step', async () => {
    const number = await open()
    await says(`${number}处理完毕`)
    bank.clock.advance(1000)
    await says('撤销')
    expect(await rowOf(number)).toMatchObject({ status: 'open', result: null })
  })

  it('waits for the decision where one was asked', async () => {
    const number = await open('申请李建国3年期大额存单50万利率上浮15BP')
    expect(await says(`${number}处理完毕`)).toContain('还在等待审批')
  })
})

describe('handing a ticket on', () => {
  it('tells the colleague, who can work on it', async () => {
    const number = await open()
    await says(`把${number}转给李磊`)
    expect(await rowOf(number)).toMatchObject({ version: 2 })
    expect(shown(bank.as('ou_lilei').cards().at(-1))).toContain(number)
    expect(await says(`${number} 进展：我来跟进`, 'ou_lilei')).toContain('我来跟进')
  })

  it('goes no further than the team', async () => {
    const number = await open()
    expect(await says(`把${number}转给刘洋`)).toContain('未找到该同事')
    expect(await rowOf(number)).toMatchObject({ version: 1 })
  })
})

describe('the list of tickets', () => {
  it('holds what is open, a page at a time', async () => {
    expect(await says('未关闭的投诉工单给我看看')).toContain('未完成的工单')
    const first = await says('我的工单')
    expect(first).toContain('我的工单')
    const second = await wangmin().presses(/下一页/)
    expect(shown(second.card)).toContain('我的工单')
    expect(shown(second.card)).not.toBe(first)
  })

  it('opens one of its lines', async () => {
    const number = await open()
    await says('我的工单')
    const answer = await wangmin().presses(/^查看$/)
    expect(shown(answer.card)).toMatch(/T\d+/)
    expect(number).toMatch(/T\d+/)
  })
})
