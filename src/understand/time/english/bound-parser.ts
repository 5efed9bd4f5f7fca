// by, before, until, since, from … to, between … and: words that bound or join what stands beside them.
import type { Part } from '../clues.ts'
import type { Recogniser } from '../piece.ts'

const before: Recogniser = {
  starts: 'bpaenldos',
  pattern:
    /(?:(?<!\b(?:drop|dropped|dropping|stop|stopped|stopping|swing|swung|come|came|coming|pop|popped|popping|pass|passed|passing)s? )by|due(?: by| on or before| before|(?! on\b))|no later than|not later than|not after|at the latest|as late as|latest) (?:the )?|(?:(?:on or )?before|prior to|ahead of|(?:earlier|sooner) than) (?:the )?/y,
  read: ([word]) => {
    const until = /^(?:by|due|no|not|at|as|latest)/.test(word)
    return { type: 'bound', bound: 'before', side: 'prefix', ...(until ? { until: true } : {}) }
  },
}

/** by the end of this week: a deadline takes the whole week, which ends on Sunday. */
const byEndOfWeek: Recogniser = {
  starts: 'bntu',
  pattern:
    /(?:by|before|till|until|no later than|not later than) (?:the )?end of (?:the |this |(next ))?week(?![a-z])/y,
  read: ([, next]) => ({
    type: 'bounded',
    bound: 'before',
    until: true,
    clues: { weekday: 7, weekShift: next === undefined ? 0 : 1 },
  }),
}

const after: Recogniser = {
  starts: 'aslbfon',
  pattern:
    /(?:(?:not|no) (?:before|earlier than|sooner than)|(?:on or )?after|(?<=(?:day|week|month) )following|later than|starting(?: from| on)?|beginning(?: from| on)?|from(?= [^,.;]{2,24} on(?:wards?)?\b)|as of|anytime after) (?:the )?/y,
  read: () => ({ type: 'bound', bound: 'after', side: 'prefix' }),
}

/** due on the first: the day that something falls due is no last day for it. */
const dueOn: Recogniser = {
  starts: 'd',
  pattern: /due on(?! or\b)(?![a-z])/y,
  read: () => ({ type: 'glue', word: 'on' }),
}

/** before the week is out. */
const beforeItsEnd: Recogniser = {
  starts: 'b',
  pattern:
    /(?:before|by the time) (?:the|this) (week|month|quarter|year) (?:is (?:out|over|up|through)|ends)(?![a-z])/y,
  read: ([, unit = '']) => ({
    type: 'bounded',
    bound: 'before',
    until: true,
    clues: { [`${unit}Shift`]: 0 },
  }),
}

const since: Recogniser = {
  starts: 'se',
  pattern: /(?:ever )?since (?:the )?/y,
  read: () => ({ type: 'bound', bound: 'after', side: 'prefix', past: true }),
}

const onwards: Recogniser = {
  starts: 'oa',
  pattern: /onwards?|or later|and later|(?:and|or) after(?= {0,3}(?:$|[.,;!?]))/y,
  read: () => ({ type: 'bound', bound: 'after', side: 'suffix' }),
}

const orBefore: Recogniser = {
  starts: 'oal',
  pattern: /or (?:earlier|before|sooner)|at the latest|latest/y,
  read: () => ({ type: 'bound', bound: 'before', side: 'suffix', until: true }),
}

const lunch: Recogniser = {
  starts: 'baloarj',
  pattern: /(?:any ?time |right |just )?(before|after|over|at) (?:lunch|the lunch break)(?! ?time)/y,
  read: ([, way]) =>
    way === 'before'
      ? { type: 'bounded', bound: 'before', clues: { hour: 11, minute: 0, exact: true } }
      : { type: 'when', clues: { part: way === 'after' ? 'afternoon' : 'noon' } },
}

const MEALS: Readonly<Record<string, Part>> = { breakfast: 'morning', dinner: 'evening', supper: 'evening' }

const meal: Recogniser = {
  starts: 'aor',
  pattern: /(?:right |just )?after (breakfast|dinner|supper)(?! ?(?:time|party|table|meeting))/y,
  read: ([, name = '']) => {
    const part = MEALS[name]
    return part ? { type: 'when', clues: { part } } : null
  },
}

const link: Recogniser = {
  starts: 'tu-',
  pattern:
    / ?(?:-{1,2}>?|(?:to(?! do\b)|through|thru|till|until|til)(?: and including)?)(?: the)?(?![a-z]) ?/y,
  read: ([word]) => (/unt|til/.test(word) ? { type: 'link', alone: 'before' } : { type: 'link' }),
}

/** up to and including, all the way through to: alone it is a deadline, but up to 5 is an amount. */
const upTo: Recogniser = {
  starts: 'uars',
  pattern:
    /(?:up|all the way|right|straight)(?: up)?(?: through)? (?:to|until|till|through)(?: and including)?(?: the)?(?![a-z])(?! ?\d{1,9}(?! ?(?:am|pm|a\.m|p\.m|st|nd|rd|th)\b| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[:/-]\d))/y,
  read: ([word]) => (/^(?:up|right)/.test(word) ? { type: 'link', alone: 'before' } : { type: 'link' }),
}

/** starts Nov 20, ends Nov 25. */
const ending: Recogniser = {
  starts: ',a',
  pattern: /(?:, ?(?:and )?|and )(?:it )?(?:ending|ends|finishing|finishes)(?: on)?(?: the)?(?![a-z])/y,
  read: () => ({ type: 'link' }),
}

/** `and` joins two ends only after `between`. */
const andLink: Recogniser = {
  starts: 'a',
  pattern: /and(?: the)? /y,
  read: (match, text) =>
    /between [^.;!?]{1,40}$/.test(text.slice(Math.max(0, match.index - 50), match.index))
      ? { type: 'link' }
      : null,
}

/** `from` counts from a moment where a length stands before it; elsewhere it only opens a range. */
const from: Recogniser = {
  starts: 'f',
  pattern: /from(?: the)?/y,
  read: (match, text) =>
    /\b(?:day|week|month|year|hour|minute|fortnight|wk|hr|min|yr)s? $/.test(
      text.slice(Math.max(0, match.index - 12), match.index),
    )
      ? { type: 'bound', bound: 'after', side: 'prefix' }
      : { type: 'glue', word: 'from' },
}

const glue: Recogniser = {
  starts: 'aoitfb@sdecr.h',
  pattern:
    /(?:at about|at around|at|(?:on|in|of|for|around|during) the(?! (?:week|month|quarter|year|current|next|last|coming|following|previous|rest)\b)|on|in|of|the|for|around|about|approximately|between|sometime|some time|during|@|exactly|sharp|beijing time|local time|china time)(?![a-z])/y,
  read: ([word]) => ({ type: 'glue', word }),
}

export const boundParsers: readonly Recogniser[] = [
  byEndOfWeek,
  beforeItsEnd,
  before,
  dueOn,
  after,
  since,
  onwards,
  orBefore,
  lunch,
  meal,
  link,
  upTo,
  ending,
  andLink,
  from,
  glue,
]
