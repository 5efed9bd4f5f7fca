// What a group sees of a picture.

import { expect, it } from 'vitest'
import { say } from '../../cards/kit/index.ts'
import { coverCard } from '../../src/core/cover.ts'

it('words stand for a picture in a group, since what it shows cannot be covered', () => {
  const alt = say('二维码 13800001234', 'QR code 13800001234')
  const { nodes } = coverCard({
    heading: { title: '' },
    summary: '',
    nodes: [{ node: 'picture', bytes: 'R0lG', alt, key: 'img_1' }],
  })
  expect(JSON.stringify(nodes)).not.toMatch(/R0lG|img_1|13800001234/)
  expect(JSON.stringify(nodes)).toContain('QR code')
})
