// this morning, in the evening, at night, early afternoon: parts of the day.
import type { Clues, Part } from '../clues.ts'
import type { Recogniser } from '../piece.ts'

const PARTS: Readonly<Record<string, Part>> = {
  morning: 'morning',
  morn: 'morning',
  forenoon: 'morning',
  afternoon: 'afternoon',
  arvo: 'afternoon',
  evening: 'evening',
  eve: 'evening',
  night: 'evening',
  daybreak: 'morning',
  sunrise: 'morning',
  dawn: 'morning',
  dusk: 'evening',
  sunset: 'evening',
  sundown: 'evening',
  nightfall: 'evening',
}

const part: Recogniser = {
  starts: 'ietmanldofbus',
  pattern:
    /(this |in the |during the |at |late in the |early in the |late |early |the |by |in )?(?:early |late |mid[- ]?(?!night))?(morning|forenoon|afternoon|arvo|evening|night|daybreak|sunrise|dusk|sunset|sundown|nightfall)(?! (?:paul|all|everyone|team|sir|folks|owl|shift|market|club|boulevard|road|street))(?!s)/y,
  read: ([, lead = '', word = '']) => {
    const found = PARTS[word]
    if (!found) return null
    const clues: Clues = lead === 'this ' ? { part: found, dayShift: 0 } : { part: found }
    return {
      type: 'when',
      clues,
      weak: lead === '' || lead === 'the ' || lead === 'at ' || lead === 'by ' || lead === 'in ',
    }
  },
}

const greeting: Recogniser = {
  starts: 'g',
  pattern: /good ?(?:morning|afternoon|evening|night|day)|goodnight/y,
  read: () => ({ type: 'skip' }),
}

const firstThing: Recogniser = {
  starts: 'f',
  pattern: /first thing(?: in the morning)?/y,
  read: () => ({ type: 'when', clues: { part: 'morning' }, weak: true }),
}

const partEvery: Recogniser = {
  starts: 'mane',
  pattern: /(morning|afternoon|evening|night)s/y,
  read: ([, word = '']) => {
    const found = PARTS[word]
    return found ? { type: 'every', every: { frequency: 'DAILY' }, clues: { part: found } } : null
  },
}

/** tomorrow AM, Friday p.m.: the half of the day that was named. */
const halfOfDay: Recogniser = {
  starts: 'ap',
  pattern:
    /(?<=(?:day|tomorrow|tmrw?|mon|tues?|wed|thur?s?|fri|sat|sun) )([ap])\.?m\b\.?(?! (?:i|not|so|very)\b)/y,
  read: ([, mark]) => ({ type: 'when', clues: { part: mark === 'a' ? 'morning' : 'afternoon' }, weak: true }),
}

export const partParsers: readonly Recogniser[] = [part, halfOfDay, greeting, firstThing, partEvery]
