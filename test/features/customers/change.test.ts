import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

const says = async (who: string, text: string) => {
  const cards = await bank.as(who).says(text)
  return { text: shown(cards.at(-1)), card: cards.at(-1) }
}
const presses = async (who: string, label: RegExp, form = {}) => {
  const { card, toast } = await bank.as(who).presses(label, form)
  return { text: shown(card), toast }
}

describe('recording a customer', () => {
  test('one sentence fills the form, and nothing is there before it is saved', async () => {
    const { text, card } = await says('ou_wangmin', '新增客户 王小明 13812349876 来源转介绍')
    expect(text).toContain('王小明')
    expect(text).toContain('13812349876')
    expect(card && findButton(card, /^保存/)).not.toBeNull()
    expect((await says('ou_wangmin', '王小明')).text).toContain('未找到')
  })

  test('what was saved is found by name and number, and goes away with undo', async () => {
    await says('ou_wangmin', '新增客户 王小亮 13812340001 来源转介绍')
    const form = {
      name: '王小亮',
      phone: '13812340001',
      source: '转介绍',
      gender: 'male',
      tags: '高净值、科技',
    }
    expect((await presses('ou_wangmin', /^保存/, form)).text).toContain('已新建客户')
    expect((await says('ou_wangmin', '13812340001')).text).toContain('王小亮')
    await says('ou_wangmin', '新增客户 王小光 13812340002')
    await presses('ou_wangmin', /^保存/, { name: '王小光', phone: '13812340002' })
    await presses('ou_wangmin', /撤销/)
    expect((await says('ou_wangmin', '王小光')).text).toContain('未找到')
  })

  test('a typed 确认 saves the form as it stands', async () => {
    await says('ou_wangmin', '新增客户 王小强 13812340003')
    expect((await says('ou_wangmin', '确认')).text).toContain('已新建客户')
  })

  test('in a group the number stays out of the form, and is saved with it', async () => {
    const inGroup = bank.as('ou_wangmin', 'oc_retail1')
    const [form] = await inGroup.says('新增客户 王小组 13812340009 来源转介绍')
    expect(JSON.stringify(form)).not.toContain('13812340009')
    const { card } = await inGroup.presses(/^保存/, { name: '王小组', source: '转介绍' })
    expect(shown(card)).toContain('已新建客户')
    expect((await says('ou_wangmin', '13812340009')).text).toContain('王小组')
  })

  test('a missing number is asked for', async () => {
    const { text } = await says('ou_wangmin', '新建客户 赵小花')
    expect(text).toContain('还缺必填项')
    expect(text).toContain('手机号')
  })

  test('a number that cannot be one is pointed out and not saved', async () => {
    await says('ou_wangmin', '新建客户 赵小草')
    const { text } = await presses('ou_wangmin', /^保存/, { name: '赵小草', phone: '123' })
    expect(text).toContain('不能识别')
    expect((await says('ou_wangmin', '赵小草')).text).toContain('未找到')
  })

  test('a number that is known within the scope is not recorded twice', async () => {
    const { text } = await says('ou_wangmin', '新建客户 周一一 13800001234')
    expect(text).toContain('没有新建')
    expect(text).toContain('李建国')
  })

  test('a number that is known outside of the scope leaks nothing', async () => {
    const { text } = await says('ou_liuyang', '新建客户 周一二 13800001234')
    expect(text).not.toContain('李建国')
    expect(text).not.toContain('已登记')
  })

  test('a head only reads', async () => {
    expect((await says('ou_sunhang', '新建客户 周一三 13812340009')).text).toContain('只读')
  })
})

describe('changing a customer', () => {
  test('a clear value is saved at once, before and after shown, and undo brings it back', async () => {
    expect((await says('ou_wangmin', '李建国的职业改成医生')).text).toContain('企业管理 → 医生')
    expect((await says('ou_wangmin', '撤销')).text).toContain('已撤销')
    expect((await says('ou_wangmin', '李建国')).text).toContain('企业管理')
  })

  test('a new number is masked on the card, and finds the customer from then on', async () => {
    const { text } = await says('ou_wangmin', '李娜的手机号改成13912345678')
    expect(text).toContain('139****5678')
    expect(text).not.toContain('13912345678')
    expect((await says('ou_wangmin', '*5678')).text).toContain('李娜')
  })

  test('a value that cannot be read is asked for', async () => {
    const { text, card } = await says('ou_wangmin', '李娜的邮箱改成没有')
    expect(text).toContain('邮箱')
    expect(card && findButton(card, /^保存/)).not.toBeNull()
  })

  test('the form of several fields saves what was changed, and an older form is refused', async () => {
    await says('ou_wangmin', '王建军')
    await presses('ou_wangmin', /^修改/)
    const { text } = await presses('ou_wangmin', /^保存/, {
      name: '王建军',
      city: '北京',
      phone: '',
      email: '',
    })
    expect(text).toContain('北京')
    await says('ou_wangmin', '李秀英')
    await presses('ou_wangmin', /^修改/)
    await bank.as('ou_zhaoqiang').says('李秀英的职业改成医生')
    expect(
      (await presses('ou_wangmin', /^保存/, { name: '李秀英', city: '北京' })).toast?.text,
    ).toMatchObject({
      zh: expect.stringContaining('已有变化'),
    })
  })

  test('with 总是先确认 on, the value is shown first', async () => {
    await says('ou_lilei', '总是先确认')
    const { text } = await says('ou_lilei', '赵敏的职业改成律师')
    expect(text).toContain('保存之前')
    expect((await says('ou_lilei', '确认')).text).toContain('律师')
  })

  test('the customer of another cannot be changed, and is not said to exist', async () => {
    expect((await says('ou_liuyang', '李建国的职业改成律师')).text).toContain('未找到')
  })
})

describe('tags', () => {
  test('are put on and taken off, with what was there before', async () => {
    const put = await says('ou_wangmin', '给李秀英打标签 高净值')
    expect(put.text).toContain('养老规划 → 养老规划、高净值')
    const taken = await says('ou_wangmin', '去掉李秀英的 养老规划 标签')
    expect(taken.text).toContain('养老规划、高净值 → 高净值')
  })
})

describe('handing a customer over', () => {
  test('is asked first, tells both managers, and moves everything of the customer', async () => {
    const asked = await says('ou_zhaoqiang', '把赵敏转给王敏')
    expect(asked.text).toContain('李磊')
    expect((await says('ou_wangmin', '赵敏')).text).toContain('未找到')
    await presses('ou_zhaoqiang', /^确认/)
    expect(shown(bank.as('ou_lilei').cards().at(-1))).toContain('已移交给同事')
    expect((await says('ou_wangmin', '赵敏')).text).toContain('最近跟进')
    expect((await says('ou_lilei', '赵敏')).text).toContain('未找到')
  })

  test('can be taken back', async () => {
    await presses('ou_zhaoqiang', /撤销/)
    expect((await says('ou_lilei', '赵敏')).text).toContain('最近跟进')
  })

  test('stays inside the team, and is not for a relationship manager', async () => {
    expect((await says('ou_zhaoqiang', '把赵敏转给刘洋')).text).toContain('未找到本团队的客户经理')
    expect((await says('ou_wangmin', '把李建国转给李磊')).text).toContain('无权')
  })
})
