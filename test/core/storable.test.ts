import { describe, expect, it } from 'vitest'
import { toStorable } from '../../src/core/storable.ts'

describe('what came in', () => {
  it('loses halves of characters and NUL, wherever they stand', () => {
    const at = new Date('2026-11-21T10:00:00+08:00')
    expect(toStorable({ text: 'a\0b\ud800c', form: { 'k\0': ['\udfff', 1, null, true] }, at })).toEqual({
      text: 'ab\ufffdc',
      form: { k: ['\ufffd', 1, null, true] },
      at,
    })
  })

  it('keeps everything else, whole characters outside of the first plane too', () => {
    const text = '王𬭊 🏦 \n\t“x”'
    expect(toStorable(text)).toBe(text)
  })
})
