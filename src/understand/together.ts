// Several customers in one breath: 今天见了李先生和王姐, 给张伟、李娜打VIP标签. What is wished is wished for each of them.

import type { Intent, Wish } from './frame.ts'
import { over } from './mask.ts'
import { findEntity, type Reading } from './reading.ts'

/** Wishes that are done to one customer at a time and mean the same for each. */
const FOR_EACH: ReadonlySet<Intent> = new Set<Intent>(['followup.log', 'customer.tag', 'customer.assign'])
/** Names with nothing but a link between them; a company with its own person has none: 宏达贸易张总. */
const TOGETHER = over('<C>(?:\\s*(?:、|,|，|和|跟|与|及|以及|还有|&|\\band\\b)\\s*<C>){1,4}')

/** The wish for each further customer that is named together with the first. */
export function listTogether(reading: Reading, { intent, slots }: Wish): readonly Wish[] {
  const run = FOR_EACH.has(intent) ? reading.masked.match(TOGETHER)?.[0] : undefined
  if (run === undefined) return []
  const names = [...run].flatMap((mark) => {
    const entity = findEntity(reading, mark)
    return entity?.kind === 'customer' ? [String(entity.value)] : []
  })
  if (names[0] !== slots['customer']) return []
  return [...new Set(names.slice(1))]
    .filter((name) => name !== names[0])
    .map((customer) => ({ intent, slots: { ...slots, customer } }))
}
