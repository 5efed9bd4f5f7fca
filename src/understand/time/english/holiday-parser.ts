// Christmas, Spring Festival, National Day, Thanksgiving 2026: holidays by their English names.
import type { Clues } from '../clues.ts'
import type { Recogniser } from '../piece.ts'
import { ENGLISH_HOLIDAYS } from '../resolve/holidays.ts'

const names = Object.keys(ENGLISH_HOLIDAYS).sort((a, b) => b.length - a.length)
const NOT_A_DATE = '(?! (?:message|greeting|card|wish|template|gift|campaign|party|promo))'

const TOWARD: Readonly<Record<string, Clues>> = {
  last: { toward: 'past' },
  past: { toward: 'past' },
  previous: { toward: 'past' },
}

const holiday: Recogniser = {
  starts: [...new Set(names.map((name) => name.charAt(0)))].join('').concat('tlnp'),
  pattern: new RegExp(
    `(?:(?:the )?(this|next|last|past|previous|coming|upcoming) )?(?:the )?(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})( holidays?| break| week)?${NOT_A_DATE}(?:,? (?:of |in )?((?:19|20)\\d\\d))?`,
    'y',
  ),
  read: ([, way = '', name = '', period, year]) => {
    const key = ENGLISH_HOLIDAYS[name]
    if (key === undefined) return null
    const clues: Clues = { holiday: key, ...TOWARD[way], ...(year ? { year: Number(year) } : {}) }
    return { type: 'when', clues: period ? { ...clues, holidayPeriod: true } : clues }
  },
}

const greeting: Recogniser = {
  starts: 'hm',
  pattern: /(?:happy|merry) (?:new year|christmas|xmas|holidays|birthday|spring festival|chinese new year)/y,
  read: () => ({ type: 'skip' }),
}

export const holidayParsers: readonly Recogniser[] = [holiday, greeting]
