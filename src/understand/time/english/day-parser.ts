// today, tomorrow evening's tomorrow, the day after tomorrow, tonight, now, end of day.
import type { Clues } from '../clues.ts'
import type { Recogniser } from '../piece.ts'

const when = (clues: Clues) => ({ type: 'when', clues }) as const

const dayWord: Recogniser = {
  starts: 'ty2c',
  pattern:
    /(today'?s?(?: date)?|2day|(?:the )?current date|this very day)|(tomorrow(?:'s)?|tomm?or?row|tommorow|tomorow|tmrw?|tmw|tmrow|tomo|2moro|2morrow|2mrw|2mro)|(yesterday(?:'s)?|yest\b|ytd)/y,
  read: ([, today, tomorrow]) => when({ dayShift: today ? 0 : tomorrow ? 1 : -1 }),
}

const aroundDay: Recogniser = {
  starts: 'tdo',
  pattern: /(?:the )?day (after tomorrow|after tmrw?|before yesterday)|overmorrow/y,
  read: ([, around]) => when({ dayShift: around?.startsWith('before') ? -2 : 2 }),
}

/** the next day, the following morning: after the day that was named, tomorrow where none was. */
const dayAfter: Recogniser = {
  starts: 'tnfd',
  pattern:
    /(?:the )?(?:following|next) (day|morning|afternoon|evening)(?![a-z-]| (?:delivery|settlement|shipping|value|service)\b)|(?<=(?:to|until|till|til|through) )the day after(?! tom| tmr)/y,
  read: ([, part]) => {
    const day = { dayShift: 1, follows: true } as const
    return when(part === 'morning' || part === 'afternoon' || part === 'evening' ? { ...day, part } : day)
  },
}

const tonight: Recogniser = {
  starts: 'tl2',
  pattern: /tonight'?s?|tonite|2nite|(the night before last)|(last night)|this (?:late )?(?:evening|night)/y,
  read: ([, before, last]) => when({ dayShift: before ? -2 : last ? -1 : 0, part: 'evening' }),
}

/** the next business day. */
const nextWorkday: Recogniser = {
  starts: 'tnf',
  pattern: /(?:the )?(?:next|following) (?:business|working|banking|work) ?day(?![a-z])/y,
  read: () => when({ offset: { workdays: 1 } }),
}

const now: Recogniser = {
  starts: 'nrai',
  pattern:
    /right now|just now|now(?! that| (?:the )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|next|tomorrow))|at the moment|at this moment|at the present time|at present|immediately|asap/y,
  read: ([word]) => (/immediately|asap|just/.test(word) ? { type: 'skip' } : when({ now: true })),
}

const endOfDay: Recogniser = {
  starts: 'ect',
  pattern:
    /(?:the )?(?:eod|cob|close of (?:business|play)|end of (?:the |my |this |business |working |work )?(?:business |work(?:ing)? )?day|end of play)/y,
  read: () => when({ dayShift: 0 }),
}

const ofDay: Recogniser = {
  starts: 'ect',
  pattern:
    /(?:the )?(?:eod|cob|close of business|end of day|end of business|end of(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day))(?= (?:on |this |next |tomorrow|tmr|mon|tue|wed|thu|fri|sat|sun))/y,
  read: ([word]) => ({ type: 'glue', word }),
}

/** this time tomorrow, the same time next Friday. */
const sameTime: Recogniser = {
  starts: 'ts',
  pattern: /(?:at )?(?:this|(?:the )?same) time(?: on)?/y,
  read: () => ({ type: 'when', clues: { sameTime: true }, weak: true }),
}

export const dayParsers: readonly Recogniser[] = [
  nextWorkday,
  ofDay,
  dayWord,
  aroundDay,
  dayAfter,
  tonight,
  now,
  endOfDay,
  sameTime,
]
