// 上午, 傍晚, 晚8点's 晚: parts of the day.
import type { Part } from '../clues.ts'
import type { Recogniser } from '../piece.ts'

const PARTS: Readonly<Record<string, Part>> = {
  凌晨: 'dawn',
  拂晓: 'dawn',
  黎明时分: 'dawn',
  清晨: 'morning',
  清早: 'morning',
  大清早: 'morning',
  一大早: 'morning',
  一早: 'morning',
  早晨: 'morning',
  早上: 'morning',
  早间: 'morning',
  晨间: 'morning',
  上午: 'morning',
  午前: 'morning',
  中午: 'noon',
  午间: 'noon',
  晌午: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  下昼: 'afternoon',
  晏昼: 'afternoon',
  上昼: 'morning',
  朝早: 'morning',
  傍晚: 'evening',
  黄昏: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  夜晚: 'evening',
  夜里: 'evening',
  夜间: 'evening',
  大晚上: 'evening',
  深夜: 'evening',
  半夜: 'dawn',
  后半夜: 'dawn',
  后晌: 'afternoon',
  入夜: 'evening',
  入夜后: 'evening',
  入夜以后: 'evening',
  天黑后: 'evening',
  天黑以后: 'evening',
  擦黑: 'evening',
}

const part: Recogniser = {
  starts: '凌拂黎清大一早晨上午中晌下傍黄晚夜深半后晏朝入擦天',
  pattern: new RegExp(
    `(?:${Object.keys(PARTS)
      .sort((a, b) => b.length - a.length)
      .join('|')})(?!好|茶|餐|饭|安|会儿)`,
    'y',
  ),
  read: ([word]) => {
    const found = PARTS[word]
    return found ? { type: 'when', clues: { part: found } } : null
  },
}

const MEALS: Readonly<Record<string, Part>> = { 早: 'morning', 午: 'afternoon', 晚: 'evening' }

/** 午饭后, 晚餐之后: meals part the day as the clock does. */
const afterMeal: Recogniser = {
  starts: '早午晚',
  pattern: /(?:([早午晚])[饭餐]|(午)休)(?:之|以|过)?后/y,
  read: ([, meal, rest]) => {
    const found = MEALS[meal ?? rest ?? '']
    return found ? { type: 'when', clues: { part: found } } : null
  },
}

/** 午饭前: as `before lunch`, by eleven. */
const beforeLunch: Recogniser = {
  starts: '午',
  pattern: /午[饭餐](?:之|以)?前/y,
  read: () => ({ type: 'bounded', bound: 'before', clues: { hour: 11, minute: 0, exact: true } }),
}

/** 周五晚, 早8点: one character that needs a day before it or a clock behind it. */
const shortPart: Recogniser = {
  starts: '早晚晨',
  pattern: /(?:早|晨|晚)(?![安餐饭会报茶宴期辈于年])/y,
  read: ([word]) => ({ type: 'when', clues: { part: word === '晚' ? 'evening' : 'morning' }, weak: true }),
}

export const partParsers: readonly Recogniser[] = [part, afterMeal, beforeLunch, shortPart]
