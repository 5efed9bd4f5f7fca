import { expect, it, test } from 'vitest'
import { understand } from '../../src/understand/index.ts'

const CONTEXT = {
  now: new Date('2026-11-19T10:00:00+08:00'),
  zone: 'Asia/Shanghai',
  customers: ['李建国', '王秀英', '张伟', '宏达贸易', 'Tom Zhao', 'Emily Fang'],
  products: ['大额存单'],
  colleagues: ['王敏'],
}
const everybody = (text: string) => {
  const { slots, also = [] } = understand(text, CONTEXT)
  return [slots, ...also.map((wish) => wish.slots)].map(({ customer }) => customer)
}

test.each([
  ['今天见了李建国和王秀英', ['李建国', '王秀英']],
  ['李建国、王秀英和张伟今天都来网点问了大额存单', ['李建国', '王秀英', '张伟']],
  ['给李建国和张伟打上VIP标签', ['李建国', '张伟']],
  ['把李建国、张伟转给王敏', ['李建国', '张伟']],
  ['met Tom Zhao and Emily Fang for lunch today', ['Tom Zhao', 'Emily Fang']],
])('%s is told of each', (text, names) => expect(everybody(text)).toEqual(names))

it.each([
  ['李建国来电，说王秀英是他太太', ['李建国']],
  ['今天拜访了宏达贸易张总', undefined],
])('%s is told of one', (text, names) => {
  expect(understand(text, CONTEXT).also).toBeUndefined()
  if (names !== undefined) expect(everybody(text)).toEqual(names)
})
