// A gap of a reading, before it is kept.

import { expect, it } from 'vitest'
import { gapOf } from '../../src/core/gap.ts'

it('names the people whom the reading found, and no row', () => {
  const slots = { customer: '温馨', to: '李磊', assignee: 'id:0190', title: '回电话' }
  expect(gapOf('edited', '让李磊给温馨回电话', { intent: 'task.create', slots }).names).toEqual([
    '温馨',
    '李磊',
  ])
})
