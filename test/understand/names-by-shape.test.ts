import { describe, expect, test } from 'vitest'
import { findNamesAfterDays, findNamesByShape } from '../../src/understand/recognise/names-by-shape.ts'

const found = (text: string) => findNamesByShape(text).map(({ value }) => value)

describe('a name on no list that opens a clause', () => {
  test.each([
    ['汪素琴名下的商机', '汪素琴'],
    ['梅雨桐身上加个标签', '梅雨桐'],
    ['凌志刚要换绑手机号', '凌志刚'],
    ['新客户欧阳婉清来开户', '欧阳婉清'],
    ['嗯,田雨薇配点什么好', '田雨薇'],
    ['凌菲的资料', '凌菲'],
  ])('%s holds %s', (text, name) => expect(found(text)).toEqual([name]))

  test.each([
    '高净值客户有哪些',
    '金额改成50万',
    '任务都完成了吗',
    '梅雨季节快到了',
    '张华明天来',
    '万宝源商贸有限公司',
    '方便的时候回电话',
    '和平路支行的客户',
    '安排下周拜访',
    '马上处理',
  ])('%s holds none', (text) => expect(found(text)).toEqual([]))
})

test('a person called after a day is no day', () => {
  expect(findNamesAfterDays('约王国庆吃饭').map(({ value }) => value)).toEqual(['王国庆'])
  expect(findNamesAfterDays('阎立冬发来短信').map(({ value }) => value)).toEqual(['阎立冬'])
  expect(findNamesAfterDays('王国庆节前来过')).toEqual([])
})
