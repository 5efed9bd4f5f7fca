// Checks the rows of a list: which can be taken in, which cannot and why, which are known within the person's scope.
// Whoever is known outside of it stays unknown (D20).

import { inArray } from 'drizzle-orm'
import { type BothLanguages, join, say, type Words } from '../../../cards/kit/index.ts'
import { toBase64 } from '../../storage/seal.ts'
import type { Turn } from '../../storage/turn.ts'
import { parseField } from '../customers/index.ts'
import { customers } from '../customers/schema.ts'
import type { ListRow } from './read-list.ts'

/** A row that can be taken in, its number in the kept form. */
export interface GoodRow extends ListRow {
  readonly phoneIndex: Uint8Array
}

/** A row that is left out. */
export interface LeftOut {
  readonly row: ListRow
  readonly why: 'bad' | 'known'
  readonly reason: BothLanguages
}

/** What a list holds. */
export interface CheckedList {
  readonly good: readonly GoodRow[]
  readonly leftOut: readonly LeftOut[]
}

/** Checks every row. */
export async function checkList(turn: Turn, rows: readonly ListRow[]): Promise<CheckedList> {
  const read = await Promise.all(rows.map((row) => readRow(turn, row)))
  const known = await findKnown(
    turn,
    read.flatMap((row) => ('why' in row ? [] : [row.phone])),
  )
  const seen = new Set<string>()
  const good: GoodRow[] = []
  const leftOut: LeftOut[] = []
  for (const row of read) {
    if ('why' in row) leftOut.push(row)
    else {
      const key = toBase64(row.phoneIndex)
      if (known.has(row.phone))
        leftOut.push({
          row,
          why: 'known',
          reason: say('重复：手机号已登记在您的客户中', 'known: the phone belongs to a customer of yours'),
        })
      else if (seen.has(key))
        leftOut.push({
          row,
          why: 'known',
          reason: say('重复：文件中已有这个手机号', 'known: the phone stands in the file twice'),
        })
      else good.push(row)
      seen.add(key)
    }
  }
  return { good, leftOut }
}

async function readRow(turn: Turn, row: ListRow): Promise<GoodRow | LeftOut> {
  const bad = (reason: Words): LeftOut => ({ row, why: 'bad', reason: join([reason]) })
  const name = parseField('name', row.name, '')
  if (!name.ok)
    return bad(row.name === '' ? say('缺姓名', 'no name') : say('姓名不能识别', 'the name cannot be read'))
  const phone = parseField('phone', row.phone, '')
  if (!phone.ok)
    return bad(
      row.phone === '' ? say('缺手机号', 'no phone') : say('手机号不能识别', 'the phone cannot be read'),
    )
  if (row.source.length > 100) return bad(say('来源太长', 'the source is too long'))
  return {
    ...row,
    name: name.value,
    phone: phone.value,
    phoneIndex: await turn.sealer.index('phone', phone.value),
  }
}

/** Which of these numbers somebody in scope has. */
async function findKnown(turn: Turn, phones: readonly string[]): Promise<ReadonlySet<string>> {
  if (phones.length === 0) return new Set()
  const forms = await Promise.all(phones.map((phone) => turn.sealer.indexes('phone', phone)))
  const rows = await turn.db
    .select({ phoneIndex: customers.phoneIndex })
    .from(customers)
    .where(inArray(customers.phoneIndex, forms.flat()))
  const found = new Set(rows.flatMap(({ phoneIndex }) => (phoneIndex === null ? [] : [toBase64(phoneIndex)])))
  return new Set(phones.filter((_, i) => forms[i]?.some((form) => found.has(toBase64(form)))))
}
