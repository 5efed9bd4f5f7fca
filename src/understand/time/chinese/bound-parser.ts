// 之前, 以内, 截止, 到, 和…之间: words that bound or join what stands beside them.
import type { Recogniser } from '../piece.ts'
import { countShift } from './weekday-parser.ts'

const suffixBefore: Recogniser = {
  starts: '之以前截为止',
  pattern:
    /之前|以前|前后|前(?![往台面后景天年进期晚夕锋途女男妻任言者不]|提[是条下])|截[止至](?! ?[\d日时到至今明后本下周一二三四五六七八九十月])|为止/y,
  read: ([word]) =>
    word === '前后' ? { type: 'glue', word } : { type: 'bound', bound: 'before', side: 'suffix' },
}

const suffixAfter: Recogniser = {
  starts: '之以后起过开',
  pattern: /之后|以后|过后|后(?![天续台面来边期勤果悔者半付备卫几])|起(?![来床草码诉飞])|以来|开始(?!时间)/y,
  read: ([word]) => ({
    type: 'bound',
    bound: 'after',
    side: 'suffix',
    ...(word === '以来' ? { past: true } : {}),
  }),
}

const suffixWithin: Recogniser = {
  starts: '之以内里',
  pattern: /之内|以内|内(?![容部地外心蒙存行]|.?需)|里(?![面程边])/y,
  read: () => ({ type: 'bound', bound: 'within', side: 'suffix' }),
}

const prefixBefore: Recogniser = {
  starts: '截最不早于赶',
  pattern: /截止(?:到|至|日期?是?|时间是?)?:? ?|截至 ?|最[晚迟](?:在|到|于)? ?|不[晚迟]于 ?|早于 ?|赶在 ?/y,
  read: () => ({ type: 'bound', bound: 'before', side: 'prefix' }),
}

const prefixAfter: Recogniser = {
  starts: '不晚自过再等',
  pattern:
    /不早于|晚于|最早(?:在|到)?|自从?(?=[\d今明后本下上去周])|再?过(?=[\d一二两三四五六七八九十半])|再等/y,
  read: ([word]) => ({ type: 'bound', bound: 'after', side: 'prefix', exclusive: /过|等/.test(word) }),
}

/** 周末前: as 周五前 includes its Friday, so this does its Sunday. */
const byWeekend: Recogniser = {
  starts: '这本下周',
  pattern: /(这|本|下)?个?周末(?:之前|以前|前)/y,
  read: ([, prefix = '']) => ({
    type: 'bounded',
    bound: 'before',
    until: true,
    clues: { weekend: true, weekShift: countShift(prefix) },
  }),
}

/** 下班前, 今天之内's neighbours: the end of the working day. */
const endOfWork: Recogniser = {
  starts: '下收',
  pattern: /(?:下班|收工)(?:之前|以前|前)/y,
  read: () => ({ type: 'bound', bound: 'before', side: 'suffix', clues: { dayShift: 0 } }),
}

const link: Recogniser = {
  starts: '到至-~直结→与和',
  pattern:
    / ?(?:-{1,2}>?|~|→|直?到(?![底达账期场位家店访货了])|至(?!少|于|今)|[,;]? ?结束(?:时间)?[:为是]?) ?/y,
  read: () => ({ type: 'link' }),
}

/** 和 joins two ends only where 之间 follows the second. */
const betweenLink: Recogniser = {
  starts: '和与跟',
  pattern: /[和与跟](?=[^,。;!?]{2,16}之?间)/y,
  read: () => ({ type: 'link' }),
}

const glue: Recogniser = {
  starts: '大约差左那这当的之在于每从期间是许',
  pattern:
    /大约|大概|约(?=[\d一二两三四五六七八九十早上下中晚明后今周])|差不多|左右|那[天日]|[这当]天|的(?!话|士)|期?间|从|在|许(?![多可久])|每天/y,
  read: ([word]) => (word === '每天' ? null : { type: 'glue', word }),
}

export const boundParsers: readonly Recogniser[] = [
  byWeekend,
  suffixBefore,
  suffixAfter,
  suffixWithin,
  prefixBefore,
  prefixAfter,
  endOfWork,
  link,
  betweenLink,
  glue,
]
