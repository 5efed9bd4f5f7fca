// Chinese names of persons that are on no list: surname with a title, and plain names where the sentence makes it
// plain that a name stands there. Never guesses a name from its characters alone.

import {
  COMPOUND_SURNAMES,
  NAMES_BEFORE_TITLE_AT_OPENING,
  TITLES,
  WORDS_AT_OPENING,
  WORDS_BEFORE_TITLE,
  WORDS_LIKE_NAMES,
} from '../lexicon/surnames.ts'
import type { NameFinding } from './name-finding.ts'
import { anySurname } from './surname-pattern.ts'

const SURNAME = anySurname()
const TITLE_SURNAME = anySurname(WORDS_BEFORE_TITLE)
// 资金总额 and 年金总保费 hold no 金总; 汇总, 方总结 no title
const TITLED = new RegExp(
  `(?<![资现奖基年本佣租定险积罚税])(?<name>(?:老|小)?${TITLE_SURNAME}(?:${TITLES}))(?!额|量|数|计|行|部|结|共|资产|览|体|是|分|会|价|管|监|商|务(?!部)|程师|要)`,
  'g',
)
const TITLED_NAME = new RegExp(
  `(?<name>${TITLE_SURNAME}[\\u4e00-\\u9fff]{1,2}(?<!汇))(?=先生|女士|小姐|太太|阿姨|老师|总(?![额量数计行部结共金资]))`,
  'g',
)
const TITLED_OPENS = new RegExp(
  `(?<=^|[,，。;、\\s]|给|跟|和|找|约)(?<name>[${NAMES_BEFORE_TITLE_AT_OPENING}](?:姐|哥|女士|先生|老师|阿姨|叔))`,
  'g',
)
const FAMILIAR = new RegExp(
  `(?<=给|跟|和|找|叫|约|见|提醒|联系|帮|让|了|^|[,，。 的])(?<name>[老小]${SURNAME})(?=的|那|说|打|来|这|想|要|电话|$|[,，。 、问资情办开建\\ue000-\\uf8ff])(?!额|微|时|组)`,
  'g',
)

// what a surname and a title make by chance: 现金总, 人工
const TITLE_STOPS = new Set('金总 安总 付总 季总 段总 何工 单工 项工 常工 路工 方工 石工'.split(' '))

/** Surname-and-title names (李先生, 王姐, 欧阳总) in a folded text. */
export function findTitledNames(text: string): readonly NameFinding[] {
  const found: NameFinding[] = []
  for (const match of text.matchAll(TITLED_NAME)) {
    const name = match.groups?.['name'] ?? ''
    if (COMPOUND_SURNAMES.includes(name)) continue
    if (!WORDS_LIKE_NAMES.has(name.slice(0, 2)) && !/[的给跟和找约是]/.test(name.slice(1)))
      push(found, match.index, name)
  }
  for (const match of text.matchAll(TITLED)) {
    const name = match.groups?.['name'] ?? ''
    if (!TITLE_STOPS.has(name)) push(found, match.index, name)
  }
  for (const match of text.matchAll(TITLED_OPENS)) push(found, match.index, match.groups?.['name'] ?? '')
  for (const match of text.matchAll(FAMILIAR)) push(found, match.index, match.groups?.['name'] ?? '')
  return found
}

function push(found: NameFinding[], start: number, value: string): void {
  const end = start + value.length
  if (value === '' || found.some((one) => start < one.end && one.start < end)) return
  found.push({ start, end, value })
}

// A name ends where one of these begins; a third character that is one of them belongs to what follows.
const AFTER =
  '的了说打来那这想要有问咨表是在去吃聊买办把建开发写推转电手生适到今昨明后下上做存取提约签加贴挂投反觉嫌对刚已不没还也都会可需希同考准最近介绍资信档情客先女家一二三四五六七八九十两几个号'
const NAME_HERE = new RegExp(
  `(?<=打给|致电|联系一下|联系下|联系|拜访了|拜访|回访了|回访|走访了|走访|看望了|看望|探望了|探望|慰问了|慰问|提醒|给|跟|和|与|同|为|帮|替|找|找一下|找下|向|对|约了|约|见了|见|把|将|新客户|客户叫|名叫|叫|姓名|名字|客户|查一下|查下|查查|查|看一下|看下|看看|搜一下|搜下|搜索|搜|加一下|加下|加个|录一下|录下|建一下|档案|建档|姓.叫|陪|访|催|让|请|转给|派给|交给|分给|移交给|分配给|划给|指派给|归|由|新建|新增|添加|录入|登记|录|[:])[\\s:]*(?<name>${SURNAME}[\\u4e00-\\u9fff]{1,3})`,
  'g',
)
const NAME_OPENS = new RegExp(
  `^(?:[,，。\\s]*)(?!查)(?<name>${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=的|说|来电|打电话|那边|这边|想|刚|问|咨询|反馈|表示|投诉|要|今天|昨天|约|[,，\\s\\u25a1]|$)`,
)
// between two separators stands nothing but two or three characters that begin like a name
const NAME_ALONE = new RegExp(
  `(?<=[\\s,，:\\u25a1])(?<name>${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[\\s,，\\d\\u25a1])`,
  'g',
)
const SURNAME_LENGTH = new RegExp(`^(?:${COMPOUND_SURNAMES.join('|')})`)
const FULL_NAME_AFTER = /^(?:的|了|说|那|这|[,，。;:!！?？\s、\d\ue000-\uf8ff]|$|先生|女士)/

function cutName(text: string, start: number, run: string): string | null {
  const surname = SURNAME_LENGTH.test(run) ? 2 : 1
  const longest = Math.min(run.length, surname + 2)
  const three = run.slice(0, longest)
  const third = three[surname + 1]
  const pair = run.slice(0, surname + 1)
  if (WORDS_LIKE_NAMES.has(run.slice(0, 2)) || pair.length < surname + 1) return null
  const second = pair[surname] ?? ''
  if ('的了说打给跟和找约是我你他她总这那来到个下么们都也就再不'.includes(second)) return null
  if (third === undefined) return pair
  const rest = text.slice(start + three.length, start + three.length + 2)
  if (
    AFTER.includes(third) &&
    !(
      FULL_NAME_AFTER.test(rest) &&
      '建明生家新近一二三四五六七八九信先上发想'.includes(third) &&
      !/^[一三]/.test(third + rest)
    )
  )
    return pair
  if (
    /^[\u4e00-\u9fff]/.test(rest) &&
    /^(?:电话|微信|短信|商机|工单|标签|任务|客户|资料|信息|大额|存单)/.test(third + rest)
  )
    return pair
  return three
}

/** Plain names of persons that are on no list, where the sentence makes it plain; what is known already is blanked out. */
export function findPlainNames(text: string): readonly NameFinding[] {
  const found: NameFinding[] = []
  const opening = text.match(NAME_OPENS)
  if (opening?.groups?.['name']) {
    const run = opening.groups['name']
    const start = opening[0].length - run.length
    const name = cutName(text, start, run)
    if (name) push(found, start, name)
  }
  for (const match of text.matchAll(NAME_ALONE)) {
    const name = match.groups?.['name'] ?? ''
    if (WORDS_AT_OPENING.includes(name[0] ?? '')) continue
    if (cutName(text, match.index, name) === name && !WORDS_LIKE_NAMES.has(name.slice(0, 2)))
      push(found, match.index, name)
  }
  for (const match of text.matchAll(NAME_HERE)) {
    const run = match.groups?.['name'] ?? ''
    const start = match.index + match[0].length - run.length
    const name = cutName(text, start, run)
    if (name) push(found, start, name)
  }
  return found
}
