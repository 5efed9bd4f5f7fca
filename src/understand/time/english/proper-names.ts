// August Capital, Ruby Tuesday, midnight blue: names and words that hold a time and mean none.
import type { Recogniser } from '../piece.ts'
import { MONTH, MONTH_STARTS, WEEKDAY, WEEKDAY_STARTS } from './names.ts'

const skip = () => ({ type: 'skip' }) as const

/** What firms are called; capital gains and partner meetings are none. */
const FIRM =
  '(?:capital(?! (?:gains?|calls?|markets?|requirements?|expenditure|expenses|injection|ratio|plan))|partners(?! (?:meeting|call|day))|holdings(?! report)|ventures|ltd|inc|llc|corp|plc|limited|motors|foods)\\b'

const firm: Recogniser = {
  starts: MONTH_STARTS + WEEKDAY_STARTS,
  pattern: new RegExp(`(?:${MONTH}|${WEEKDAY}) ${FIRM}`, 'y'),
  read: skip,
}

const phrase: Recogniser = {
  starts: 'rmgdse7',
  pattern:
    /7[- ]eleven\b|ruby tuesday|(?:man|girl) friday|midnight (?:blue|black|oil|snacks?|express)\b|daily (?:mail|telegraph|express|mirror|star|planet|bread)\b|sunday times|evening standard/y,
  read: skip,
}

export const properNameParsers: readonly Recogniser[] = [firm, phrase]
