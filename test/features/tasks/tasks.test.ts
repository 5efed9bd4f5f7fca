import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Button, Card, JsonObject } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { employees } from '../../../src/features/people/schema.ts'
import { tasks } from '../../../src/features/tasks/schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, OPENING, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
  bank.clock.set(OPENING)
  // What the demo bank has to do is out of the way: these conversations bring their own tasks.
  await asKeeper(bank.parts.store.db, 'test', (tx) => tx.update(tasks).set({ state: 'cancelled' }))
}, 240_000)
afterAll(() => bank.close())

const at = (wall: string) => bank.clock.set(new Date(`${wall}:00+08:00`))
/** Time goes on between two messages of a person. */
const wangmin = () => {
  bank.clock.advance(1000)
  return bank.as('ou_wangmin')
}

async function taskTitled(title: string) {
  const rows = await asKeeper(bank.parts.store.db, 'test', (tx) =>
    tx
      .select({ task: tasks, assignee: employees.account })
      .from(tasks)
      .innerJoin(employees, eq(employees.id, tasks.assigneeId)),
  )
  return rows
    .filter(({ task }) => task.title.includes(title))
    .toSorted((a, b) => b.task.createdAt.getTime() - a.task.createdAt.getTime())[0]
}

/** Clicks a button of a card that the screen may no longer show: an old copy, or the same one twice. */
function clicksOld(openId: string, button: Button | null, form: JsonObject = {}) {
  if (button === null) throw new Error('no such button')
  return click(
    bank.parts,
    {
      kind: 'click',
      id: crypto.randomUUID(),
      messageId: 'om_elsewhere',
      happenedAt: bank.clock.now(),
      conversation: `oc_p2p_${openId.slice(3)}`,
      sender: { account: openId },
      press: button.press,
      form,
    },
    () => undefined,
  )
}

const newest = (card: readonly Card[]): Card => {
  const last = card.at(-1)
  if (last === undefined) throw new Error('no card')
  return last
}

describe('a new task', () => {
  it('is saved at once, at the minute that was said, with its reminder at that minute', async () => {
    const card = newest(await wangmin().says('提醒我明天下午3点给李建国打电话'))
    expect(shown(card)).toContain('明天 15:00')
    expect(findButton(card, /撤销/)).not.toBeNull()
    expect(findButton(card, /修改/)).not.toBeNull()
    const saved = await taskTitled('打电话')
    expect(saved?.task.dueAt?.toISOString()).toBe('2026-11-22T07:00:00.000Z')
    expect(saved?.task.remindAt?.toISOString()).toBe('2026-11-22T07:00:00.000Z')
  })

  it('asks where the clock time is a guess, and a typed 确认 takes the guess', async () => {
    const card = newest(await wangmin().says('提醒我后天上午联系李秀英'))
    expect(shown(card)).toContain('2026-11-23 09:00')
    expect(await taskTitled('李秀英')).toBeUndefined()
    await wangmin().says('确认')
    const saved = await taskTitled('李秀英')
    expect(saved?.task.dueAt?.toISOString()).toBe('2026-11-23T01:00:00.000Z')
  })

  it('keeps a time at night on a holiday as it was said', async () => {
    await wangmin().says('提醒我2027年1月1日晚上11点半发新年祝福')
    expect((await taskTitled('祝福'))?.task.dueAt?.toISOString()).toBe('2027-01-01T15:30:00.000Z')
  })

  it('is refused for a colleague when an RM gives it, and nothing is written', async () => {
    const card = newest(await wangmin().says('让李磊明天下午3点联系赵敏'))
    expect(shown(card)).toMatch(/无权|未找到/)
    expect(await taskTitled('联系赵敏')).toBeUndefined()
  })

  it('of a supervisor goes to the team member, who is told', async () => {
    await bank.as('ou_zhaoqiang').says('让王敏明天上午10点联系李建国')
    const saved = await taskTitled('联系')
    expect(saved?.assignee).toBe('ou_wangmin')
    expect(shown(wangmin().cards().at(-1))).toContain('您有一项新任务')
  })

  it('of a supervisor cannot go to another team', async () => {
    const card = newest(await bank.as('ou_zhaoqiang').says('让刘洋明天上午10点整理客户名单'))
    expect(shown(card)).toContain('您的团队')
  })

  it('is nothing for a head, who only reads', async () => {
    const card = newest(await bank.as('ou_sunhang').says('提醒我明天下午3点开会'))
    expect(shown(card)).toContain('只读')
  })

  it('is taken back by 撤销, with its reminder', async () => {
    await wangmin().says('提醒我明天下午4点整理档案柜')
    expect(await taskTitled('档案柜')).toBeDefined()
    const { toast } = await wangmin().presses(/撤销/)
    expect(toast?.text).toMatchObject({ zh: '已撤销' })
    expect(await taskTitled('档案柜')).toBeUndefined()
  })
})

describe('a reminder', () => {
  it('comes on its minute with 完成, 1小时后, 明早 and 改期, and comes again after an hour', async () => {
    at('2026-11-22T15:00')
    await bank.tick()
    const card = newest(wangmin().cards())
    expect(shown(card)).toContain('任务提醒')
    for (const label of [/完成/, /1小时后/, /明早/, /改期/]) expect(findButton(card, label)).not.toBeNull()
    const before = wangmin().cards().length
    await wangmin().presses(/1小时后/)
    at('2026-11-22T15:30')
    await bank.tick()
    expect(wangmin().cards()).toHaveLength(before)
    at('2026-11-22T16:01')
    await bank.tick()
    expect(wangmin().cards().length).toBeGreaterThan(before)
    expect(shown(wangmin().cards().at(-1))).toContain('打电话')
  })

  it('is answered by 完成, which asks for a line and files it as a follow-up', async () => {
    const stale = findButton(newest(wangmin().cards()), /完成/)
    const answer = await wangmin().presses(/完成/)
    expect(shown(answer.card)).toContain('任务已完成')
    const again = await clicksOld('ou_wangmin', stale)
    expect(again.toast?.text).toMatchObject({ zh: expect.stringContaining('已经完成') })
    const filed = await wangmin().presses(/保存跟进/, { note: '客户同意周五来办理，编号 XN-77-b' })
    expect(shown(filed.card)).toContain('客户同意周五来办理，编号 XN-77-b')
    expect(shown(filed.card)).toContain('李建国')
    const [listed] = await wangmin().says('李建国的跟进记录')
    expect(shown(listed)).toContain('XN-77-b')
  })

  it('says nothing about a task that is done or cancelled', async () => {
    await wangmin().says('提醒我今天下午5点寄材料')
    await wangmin().says('取消寄材料的任务')
    at('2026-11-22T17:00')
    await bank.tick()
    const told = wangmin()
      .cards()
      .map((card) => shown(card))
    expect(told.filter((text) => text.includes('寄材料') && text.includes('任务提醒'))).toEqual([])
  })

  it('that a colleague moved comes at the new time only', async () => {
    await wangmin().says('提醒我今天下午6点核对李建国的资料')
    const zhao = bank.as('ou_zhaoqiang')
    await zhao.says('把核对李建国的资料的任务改到今天晚上7点')
    const reminders = () =>
      wangmin()
        .cards()
        .map((card) => shown(card))
        .filter((text) => text.includes('任务提醒') && text.includes('核对'))
    at('2026-11-22T18:00')
    await bank.tick()
    expect(reminders()).toHaveLength(0)
    at('2026-11-22T19:00')
    await bank.tick()
    expect(reminders()).toHaveLength(1)
  })

  it('that was put off for 明早 comes at nine the next day, and an old copy is brought up to date', async () => {
    const stale = findButton(newest(wangmin().cards()), /1小时后/)
    await wangmin().presses(/明早/)
    const answer = await clicksOld('ou_wangmin', stale)
    expect(answer.toast?.text).toMatchObject({ zh: expect.stringContaining('已有变化') })
    expect(shown(answer.card)).toContain('核对')
    at('2026-11-23T09:00')
    await bank.tick()
    expect(
      wangmin()
        .cards()
        .map((card) => shown(card))
        .join('\n'),
    ).toContain('核对')
  })
})

describe('moving a task', () => {
  it('keeps the clock time when only the day is said', async () => {
    await wangmin().says('提醒我明天下午2点送合同给王建军')
    const card = newest(await wangmin().says('送合同的任务改到周五'))
    expect(shown(card)).toContain('14:00')
    expect((await taskTitled('送合同'))?.task.dueAt?.toISOString()).toBe('2026-11-27T06:00:00.000Z')
  })

  it('goes through the form of 改期 as well, and back with 撤销', async () => {
    await wangmin().says('我的待办')
    const form = await wangmin().presses(/改期/)
    expect(JSON.stringify(form.card)).toContain('"moment"')
    const saved = await wangmin().presses(/保存/, { due: '2026-11-30 10:00' })
    expect(saved.toast?.tone).toBe('success')
    const undone = await wangmin().presses(/撤销/)
    expect(undone.toast?.text).toMatchObject({ zh: '已撤销' })
  })

  it('into the past is refused and changes nothing', async () => {
    const card = newest(await wangmin().says('送合同的任务改到2026年11月20日下午3点'))
    expect(shown(card)).toContain('已经过去')
    expect((await taskTitled('送合同'))?.task.dueAt?.toISOString()).toBe('2026-11-27T06:00:00.000Z')
  })
})

describe('finding the task that is meant', () => {
  it('asks where several fit, and takes the one that is chosen', async () => {
    await wangmin().says('提醒我周四上午10点给王建军打电话谈理财')
    await wangmin().says('提醒我周四上午11点给王建军打电话谈贷款')
    const card = newest(await wangmin().says('给王建军打电话的任务完成了'))
    expect(shown(card)).toContain('请选择任务')
    const answer = await wangmin().presses(/选择/)
    expect(shown(answer.card)).toContain('任务已完成')
  })

  it('says so where none fits', async () => {
    const card = newest(await wangmin().says('把登月计划任务标记完成'))
    expect(shown(card)).toContain('未找到')
  })

  it('never touches a task of another relationship manager', async () => {
    const card = newest(await bank.as('ou_liuyang').says('把送合同的任务标记完成'))
    expect(shown(card)).toContain('未找到')
    expect((await taskTitled('送合同'))?.task.state).toBe('open')
  })
})

describe('the list', () => {
  it('puts what is overdue first, pages, and stays in place when a line is done', async () => {
    const wang = wangmin()
    for (const hour of [9, 10, 11, 12, 13, 14])
      await wang.says(`提醒我周五下午${hour % 12 === 0 ? 12 : (hour % 12) + 1}点处理第${hour}份档案`)
    const card = newest(await wang.says('我的待办'))
    expect(card.nodes.some((node) => node.node === 'list')).toBe(true)
    expect(findButton(card, /下一页/)).not.toBeNull()
    const done = await wang.presses(/^完成$/)
    expect(done.toast?.text).toMatchObject({ zh: '已完成' })
    expect(shown(done.card)).toContain('我的待办')
    const next = await wang.presses(/下一页/)
    expect(shown(next.card)).toContain('第 2 页')
  })

  it('of a head shows the branch and has no button that writes', async () => {
    const card = newest(await bank.as('ou_sunhang').says('还有哪些任务没做完'))
    expect(findButton(card, /完成|改期/)).toBeNull()
  })

  it('shortens names in a group', async () => {
    const [card] = await bank.as('ou_wangmin', 'oc_retail1').says('我的待办')
    const [full] = await asKeeper(bank.parts.store.db, 'test', (tx) =>
      tx.select().from(customers).where(eq(customers.name, '王建军')),
    )
    expect(full).toBeDefined()
    expect(shown(card)).not.toContain('王建军')
  })
})

describe('a repeating task', () => {
  it('makes room for its next time when it falls due', async () => {
    await wangmin().says('每天上午10点提醒我看行情')
    const first = await taskTitled('看行情')
    expect(first?.task.repeat).toBe('FREQ=DAILY')
    at('2026-11-24T10:00')
    await bank.tick()
    const next = await taskTitled('看行情')
    expect(next?.task.id).not.toBe(first?.task.id)
    expect(next?.task.repeat).toBe('FREQ=DAILY')
    expect(next?.task.dueOn).toBe('2026-11-25')
  })
})

describe('a task that is pointed at', () => {
  it.each([
    ['2026-12-28T10:00', '刚才那条改到明天下午4点', '2026-12-29T08:00:00.000Z'],
    ['2026-12-28T14:00', 'move that to tomorrow at 5pm', '2026-12-29T09:00:00.000Z'],
  ])('at %s %s moves the appointment of the note before', async (now, text, due) => {
    at(now)
    await wangmin().says('电话沟通，客户李秀英问了国债，约下周三下午2点来网点看国债资料')
    await wangmin().says('李建国')
    await wangmin().says(text)
    const moved = await taskTitled('国债资料')
    expect(moved?.task.dueAt?.toISOString()).toBe(due)
  })

  it('is asked for where none was written here', async () => {
    at('2026-12-29T10:00')
    const text = shown(newest(await wangmin().says('刚才那条改到明天下午4点')))
    expect(text).toContain('请选择任务')
  })
})
