import { expect, test } from 'vitest'
import { makeTemplate } from '../../../src/features/imports/template.ts'

test('the template begins with a byte order mark, the header and an example', () => {
  const bytes = makeTemplate()
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toBe('姓名,手机号,来源\r\n张三,13800000000,转介绍\r\n')
})
