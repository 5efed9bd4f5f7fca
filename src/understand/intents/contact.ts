// The slots of a contact that took place: with whom, how, when, what was said, what comes next, and what was wanted.

import { getToday, toWallTime } from '../calendar.ts'
import type { Entity } from '../entity.ts'
import type { Slots } from '../frame.ts'
import { CHANNELS, findWord } from '../lexicon/words.ts'
import { listEntities, type Reading } from '../reading.ts'
import { getCustomer, toDue, trimWords } from '../slots.ts'
import { readTimes, type TimeFinding } from '../time/index.ts'
import { readInterest } from './interest.ts'
import { stated } from './rule.ts'

// words that open the part about what comes next, when a time follows them
const NEXT_CHINESE =
  /(?:并|且|还|又|后来|然后|最后|双方|我们|跟他|跟她|和他|和她|已|已经|也|同时|,|，|。|\s)*(?:约定|约好|约了|约在|约他|约她|约的|约(?:一?下|个)?(?=[\ue000-\ue0ff他她])|约(?=[\ue200-\ue2ff\ue800-\ue9ff周下明后])|预约|说好|讲好|定在|定了|定于|定好|商定|敲定|下次|下一次|改天|回头|届时|到时候?|准备|计划|打算|安排|让我|叫我|要我|希望我|答应|承诺|说(?=[\ue200-\ue2ff\ue800-\ue9ff])|等(?=[\ue200-\ue2ff\ue800-\ue9ff])|再(?=约)|需要(?=[\ue200-\ue2ff\ue800-\ue9ff])|要(?=[\ue200-\ue2ff\ue800-\ue9ff])|会(?=[\ue200-\ue2ff\ue800-\ue9ff])|[他她](?=[\ue200-\ue2ff\ue800-\ue9ff])|我(?=[\ue200-\ue2ff\ue800-\ue9ff])|下一?步|后续|待办|next|follow[- ]?up)/g
const NEXT_ENGLISH =
  /\b(?:agreed to|agreed on|will|'ll|going to|gonna|scheduled|set up|set a|set for|booked|arranged|plans? to|planning to|next step|next meeting|next|follow[- ]?up|let's|to meet|meeting|meet again|call(?:ing)? (?:back|again|him|her|them)|wants? (?:me|us) to|asked (?:me|us) to|promised to|coming|come (?:in|by|back|over)|i need to|need to|see (?:him|her|them|you)|appointment|to come|invited|back on|again on|be back|'d (?:be|come|call|visit|drop)|visit (?:again|us)|would like (?:me|us|to meet|to come|a meeting))\b/g
const FUTURE_VERB =
  /再|来|去|带|见|谈|聊|签|办|打|联系|回复|回访|拜访|发|送|演示|面谈|详谈|沟通|跟进|过来|到店|上门|交|开户|存|转|买|确认|答复|看|约|做|弄|给|讲|meet|call|come|sign|visit|send|review|discuss|talk|speak|follow|see|open|demo|present|catch|drop|go over|bring|lunch|coffee|chat|reply|decide|confirm|finali[sz]e/i
const EVENT_OF_THEIRS =
  /到期|毕业|高考|结婚|出生|生日|出差回来|回国|发工资|发年终奖|退休|上市|开学|交房|拆迁|matures?|maturing|expires?|graduat|college|retire|wedding|birthday|starts?|is due/i

// a part of a day is a range without an end; a span of days is no moment
function isSpanOfDays(time: TimeFinding | undefined): boolean {
  if (time?.kind !== 'range' || time.bound !== undefined || time.end === undefined) return false
  return time.start?.slice(0, 10) !== time.end.slice(0, 10)
}

interface Next {
  readonly at?: string
  readonly action?: string
  /** Place in the folded text where the part about what comes next begins. */
  readonly from: number
}

const CLAUSE_END = /[,，。;；!！\n]/
const CHINESE_CLAUSE_END = /[,，。;；!！\s]/

function isFuture(entity: Entity, today: string, nowWall: string): boolean {
  const at = toDue(entity)
  if (at === undefined) return false
  return at.length > 10 && at[10] === 'T' ? at >= nowWall : at.slice(0, 10) >= today
}

function startOfClause(text: string, index: number): number {
  const end = /[\u4e00-\u9fff]/.test(text) ? CHINESE_CLAUSE_END : CLAUSE_END
  for (let at = index - 1; at >= 0; at--) if (end.test(text[at] ?? '')) return at + 1
  return 0
}

function findMarker(reading: Reading, entity: Entity): number | null {
  const masked = reading.masked
  const at = reading.places.indexOf(entity.start)
  if (at < 0) return null
  const clause = Math.max(0, at - 30)
  const window = masked.slice(clause, at + 1)
  let best: number | null = null
  for (const pattern of [NEXT_CHINESE, NEXT_ENGLISH]) {
    for (const match of window.matchAll(pattern)) {
      const between = window.slice(match.index + match[0].length)
      if (/[。.!！\n](?!\d)/.test(between)) continue
      const start = clause + match.index
      if (best === null || start < best) best = start
    }
  }
  return best
}

function wordsAfter(reading: Reading, entity: Entity): string {
  return (reading.folded.slice(entity.end).split(/[。;；\n]|[.!](?=\s|$)/)[0] ?? '').slice(0, 80)
}

function readAction(reading: Reading, entity: Entity, from: number): string {
  const after = trimWords(
    wordsAfter(reading, entity).replace(/^(?:的时候|再次|我|他|她|去|就|,|，|\s|for|to|at)+(?=\S{2})/, (m) =>
      /[去]/.test(m) ? '去' : '',
    ),
  )
  const before = trimWords(
    reading.folded
      .slice(from, entity.start)
      .replace(
        /^[\s,，。]*(?:并|且|然后|最后|双方|我们|已经?|也|同时|还)*(?:约定|约好了?|约了|说好|定在|定于|定好了?|商定|让我|叫我|说|他|她|下次|回头|我)?/,
        '',
      )
      .replace(
        /(?:'ll|\b(?:will|agreed to|agreed|scheduled|going to|set|booked|and|then|next step:?|next:?|on|for|at|by|he|she|they|i|we))\b/gi,
        ' ',
      )
      .replace(/\s+/g, ' '),
  )
  return (
    [before, after]
      .filter((one) => one.length > 1 || /[来去见谈聊签办存]/.test(one))
      .join(before && after && !reading.chinese ? ' ' : '') ||
    trimWords(reading.folded.slice(from, entity.end))
  )
}

const PART_HOURS: Readonly<Record<string, string>> = { noon: '12', afternoon: '14', evening: '18' }

/** 下午带她过来, said in the morning: a part of today that has not begun. */
function isLaterToday(start: string, reading: Reading): boolean {
  const now = toWallTime(reading.context.now, reading.context.zone)
  const hour = PART_HOURS[start.slice(11)]
  return hour !== undefined && start.slice(0, 10) === now.slice(0, 10) && hour > now.slice(11, 13)
}

/** Whether a time lies ahead of a deed of ours, in a part of its own, though no word such as 约 opens it. */
function isPlainPlan(reading: Reading, entity: Entity, today: string): boolean {
  const clauseStart = startOfClause(reading.folded, entity.start)
  const start = entity.time?.start ?? entity.time?.end ?? ''
  const later = start.slice(0, 10) > today || isLaterToday(start, reading)
  const clause = reading.folded.slice(clauseStart, entity.end + 24)
  const after = wordsAfter(reading, entity)
  const acts = FUTURE_VERB.test(after.slice(0, 20)) || isWholeClause(reading, entity, clauseStart, after)
  return later && acts && !EVENT_OF_THEIRS.test(clause) && clauseStart > 0
}

/** "called Mr Li, coming Friday 3pm": a time of the clock with a part of the note to itself is an appointment. */
function isWholeClause(reading: Reading, entity: Entity, clauseStart: number, after: string): boolean {
  const hasClock = /T\d\d:/.test(entity.time?.start ?? '')
  return hasClock && after.trim() === '' && reading.folded.slice(clauseStart, entity.start).trim() === ''
}

function toNext(reading: Reading, entity: Entity, marker: number | null): Next {
  const place = marker === null ? startOfClause(reading.folded, entity.start) : reading.places[marker]
  const from = place ?? entity.start
  // 下周再定 states no day
  const at = isSpanOfDays(entity.time) ? undefined : toDue(entity)
  return { ...(at === undefined ? {} : { at }), action: readAction(reading, entity, from), from }
}

/** 他今天又来问了: what is told of today with 了 or 过 has taken place. */
function hasTakenPlace(reading: Reading, entity: Entity, today: string): boolean {
  // 16号接了: a bare day of the month as well
  const told = toDue(entity) === today || entity.time?.said.join() === 'day'
  if (!told || reading.folded.startsWith('约', entity.start - 1)) return false
  const clause = reading.folded.slice(entity.end).split(CLAUSE_END)[0] ?? ''
  return /^(?!.{0,6}(?:约|再)).{1,16}(?:了(?![再就])|过[^来去户]|过$)/.test(clause)
}

const ASKED_OF_US = /(?:让|叫|要|请|喊)我们?[^,，。;；]{0,4}$|(?:约|定)(?:了|好|在|到|于)*$/

// 说年底要换代发, 让我10月20号再去: what was asked of us goes before what was told. 这周没空,下周二再约: a span of days
// states no moment, so that what states one goes first.
function rankMoment(reading: Reading, { time, start }: Entity): number {
  if (isSpanOfDays(time)) return 2
  return ASKED_OF_US.test(reading.folded.slice(Math.max(0, start - 8), start)) ? 0 : 1
}

function listMomentsFirst(reading: Reading): readonly Entity[] {
  return listEntities(reading, 'time').toSorted((a, b) => rankMoment(reading, a) - rankMoment(reading, b))
}

// 说月底再考虑, 下周再说: a thought put off is no appointment
const STILL_OPEN =
  /^\s*(?:的时候|以后|之后|左右|可能|应该|才|再|就|会)*(?:考虑|想想|决定|商量|看情况|看看再说|说(?:吧|了)?(?=$|[,，。;；\s]))|^\s*(?:and )?(?:at the (?:earliest|soonest)|to (?:think|decide|consider))\b/

function findNext(reading: Reading, today: string, nowWall: string): Next | null {
  for (const entity of listMomentsFirst(reading)) {
    if (entity.time?.kind === 'recurrence' || !isFuture(entity, today, nowWall)) continue
    if (hasTakenPlace(reading, entity, today)) continue
    const after = wordsAfter(reading, entity)
    if (EVENT_OF_THEIRS.test(after.slice(0, 8)) || STILL_OPEN.test(after)) continue
    const marker = findMarker(reading, entity)
    if (marker !== null || isPlainPlan(reading, entity, today)) return toNext(reading, entity, marker)
  }
  return null
}

const NEXT_WITHOUT_TIME =
  /(?:[,，。;；]|^)\s*(?:下一?步|后续|回头|改天|下次)(?:计划|打算|准备|要|是|再|:|：)*(?<action>[^,，。;；]{2,30})|\bnext steps?:?\s*(?<english>[^.;]{3,60})/i

function findUndatedNext(reading: Reading): Next | null {
  const match = reading.folded.match(NEXT_WITHOUT_TIME)
  const action = match?.groups?.['action'] ?? match?.groups?.['english']
  return match?.index === undefined || action === undefined
    ? null
    : { action: trimWords(action), from: match.index }
}

const ABOUT_CONTACT =
  /电话|打|通|拜访|走访|上门|登门|看望|探望|慰问|见|聊|沟通|联系|电联|电访|面访|谈|面|微信|喝|吃|饭|酒|茶|聚|来|去|约|到|回访|接待|碰|问|咨询|说|called?|phoned?|rang|spoke|talk|met|visit|chat|saw|went|drove|email|text|came|lunch|coffee|dinner|meeting|zoom|video|dropped|stopped|popped|walked|wechat|tea\b|breakfast|drinks|note|log|asked|contact|reached|follow|call|discuss/i

const NO_MOMENT = /^(?:刚|刚刚|刚才|现在|目前|just now|now|最近)/i

function isMoment(time: TimeFinding): boolean {
  return (
    time.kind !== 'duration' &&
    time.kind !== 'recurrence' &&
    time.bound === undefined &&
    !NO_MOMENT.test(time.text)
  )
}

/** 阎立冬 holds the name of a day. */
function isInName(reading: Reading, { index }: TimeFinding): boolean {
  return reading.entities.some(({ kind, start, end }) => kind !== 'time' && start <= index && index < end)
}

function findAt(reading: Reading, before: number, today: string): string | undefined {
  const back = readTimes(reading.folded.slice(0, before), {
    now: reading.context.now,
    zone: reading.context.zone,
    lean: 'back',
    language: reading.chinese ? 'zh' : 'en',
  })
  for (const time of back) {
    const value = isSpanOfDays(time) ? undefined : time.start
    if (value === undefined || value.slice(0, 10) > today || !isMoment(time) || isInName(reading, time))
      continue
    const clauseStart = startOfClause(reading.folded, time.index)
    const clause = reading.folded.slice(clauseStart).split(/[。;；\n]/)[0] ?? ''
    const near = clause.slice(0, time.index - clauseStart + time.text.length + 8)
    if (!EVENT_OF_THEIRS.test(near) && ABOUT_CONTACT.test(clause)) return value
  }
  return undefined
}

const NOTE_LEAD =
  /^(?:(?:帮我|麻烦|请|给)?\s*(?:记一?下|记录一?下|记个|备注一?下?|登记一?下|写(?:一?条|个)?|录(?:一?条|个)?|加(?:一?条|个)?|补(?:一?条|个)?|新增(?:一?条)?)(?:跟进|拜访|沟通|联系|走访|回访)?(?:记录|笔记)?|跟进记录|拜访记录|沟通记录)\s*[:：,，]\s*/

// behind the next step too, these words tell how the contact was made: 昨天电话里定的
const STATED_CHANNEL =
  /(?:电话|微信|邮件|短信|视频)(?:里|上|中)(?:约|定|说|聊|讲|谈|确认|沟通)|\b(?:confirmed|agreed|said|told me|arranged) (?:by|over|on|via) (?:the )?(?:phone|wechat|e-?mail|sms|text|video|zoom)/

function readChannel(reading: Reading, before: number): string | undefined {
  const cut = reading.places.findIndex((place) => place >= before)
  const told = reading.masked.slice(0, cut < 0 ? undefined : cut)
  const stated = reading.masked.match(STATED_CHANNEL)?.[0]
  return (
    findWord(
      CHANNELS,
      told.replace(
        /(?:让|叫|请)(?:他|她|客户|对方)?.{0,3}(?:来|到)(?:网点|支行|行里|柜台|我行)|(?:手机|电话)(?:号码?|是|改)|(?:不要|别|不用|不想|勿|停止|拒绝|不接受)(?:我们?)?.{0,7}(?:打|发|接)(?:给|电话|短信|微信|邮件|消息)|(?:no more|no further|stop|don't|doesn't|do not|not|never)\b(?: \w+){0,4} (?:call|text|email|messag|visit)\w*|手机银行|电话银行|\bcall (?:me|back)\b|call deposit/g,
        ' ',
      ),
    ) ??
    (stated === undefined ? null : findWord(CHANNELS, stated)) ??
    undefined
  )
}

/** The slots of a contact that took place. */
export function readContact(reading: Reading): Slots {
  const today = getToday(reading.context.now, reading.context.zone).toString()
  const next =
    findNext(reading, today, toWallTime(reading.context.now, reading.context.zone)) ??
    findUndatedNext(reading)
  const end = next?.from ?? reading.folded.length
  const channel = readChannel(reading, Math.max(end, 4))
  const { from: _, ...plan } = next ?? { from: 0 }
  return stated({
    customer: getCustomer(reading),
    channel,
    at: findAt(reading, end, today),
    content: reading.original.trim().replace(NOTE_LEAD, '').trim(),
    next: next ? stated(plan) : undefined,
    interest: readInterest(reading),
  })
}
