import { describe, expect, it } from 'vitest'
import { laterWords } from '../../src/core/later.ts'
import { makeHouse } from '../../src/features.ts'
import { INTENTS } from '../../src/understand/index.ts'

/** Answered by the kernel itself. */
const KERNEL = ['undo', 'unknown']

describe('a wish that no capability serves yet', () => {
  const { capabilities } = makeHouse().registry
  it.each(INTENTS.filter((intent) => !capabilities.has(intent) && !KERNEL.includes(intent)))(
    '%s is refused by its name in both languages',
    (intent) => {
      expect(laterWords(intent)?.zh).toMatch(/^“.+”功能尚未开放/)
      expect(laterWords(intent)?.en).toMatch(/^Not available yet: .+\. It will come later/)
    },
  )

  it('has a name only while nothing serves it', () => {
    expect(INTENTS.filter((intent) => capabilities.has(intent) && laterWords(intent) !== undefined)).toEqual(
      [],
    )
  })
})
