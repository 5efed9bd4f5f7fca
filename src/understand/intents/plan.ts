// The slots of a plan: what is to do, when, when to be reminded, how often, by whom, how important.

import { Temporal } from 'temporal-polyfill'
import { subtractMinutes } from '../calendar.ts'
import type { Entity } from '../entity.ts'
import type { Slots } from '../frame.ts'
import { over } from '../mask.ts'
import { findEntity, listEntities, type Reading } from '../reading.ts'
import { parseEnglishNumber, parseNumeral } from '../recognise/numerals.ts'
import { dropWords, findNamedCustomer, toDue } from '../slots.ts'
import { stated } from './rule.ts'

const AHEAD_CHINESE =
  /提前\s*(半|[\d一二两三四五六七八九十]+)\s*(?:个)?(小时|钟头|分钟|分|天|日|刻钟|周|星期)(?:就|再|来)?(?:提醒|叫|喊|通知|告诉)?(?:我|一下|下)*/
const AHEAD_ENGLISH =
  /(?:remind me |alert me |ping me |with a reminder |reminder |notify me )?\b(an?|half an|one|two|three|\d{1,3}|fifteen|thirty|ten|twenty)\s*(?:-| )?(minutes?|mins?|hours?|hrs?|h|days?|weeks?)\s*(?:before(?:hand)?|ahead|in advance|earlier|prior)\b/i
/** the day before, the night before, an hour's notice in one word. */
const DAY_BEFORE =
  /\b(?:remind|alert|ping|notify|nudge) (?:me )?(?:the |one )?(day|hour|week) (?:before|earlier|ahead)\b/i
const UNIT_MINUTES: Readonly<Record<string, number>> = {
  小时: 60,
  钟头: 60,
  分钟: 1,
  分: 1,
  天: 1440,
  日: 1440,
  刻钟: 15,
  周: 10080,
  星期: 10080,
  minute: 1,
  min: 1,
  hour: 60,
  hr: 60,
  h: 60,
  day: 1440,
  week: 10080,
}

function toMinutes(count: number, unit: string): number | null {
  const minutes = count * (UNIT_MINUTES[unit.toLowerCase().replace(/s$/, '')] ?? 0)
  return minutes > 0 ? minutes : null
}

function readAhead(text: string): number | null {
  const chinese = text.match(AHEAD_CHINESE)
  if (chinese)
    return toMinutes(chinese[1] === '半' ? 0.5 : (parseNumeral(chinese[1] ?? '') ?? 0), chinese[2] ?? '')
  const plain = text.match(DAY_BEFORE)?.[1]
  if (plain !== undefined) return toMinutes(1, plain)
  const english = text.match(AHEAD_ENGLISH)
  const word = (english?.[1] ?? '').toLowerCase()
  const count = /^half/.test(word) ? 0.5 : /^an?$/.test(word) ? 1 : (parseEnglishNumber(word) ?? 0)
  return english ? toMinutes(count, english[2] ?? '') : null
}

const REMIND_AT = over(
  '(?<at><T>)\\s*(?:的时候|就|再|先|,|，|\\s)*(?:提醒|叫|喊|通知|ping|remind|alert)|(?:remind me|ping me|alert me|reminder(?: set)?(?: for)?|提醒时间(?:是|为|:)?)\\s*(?:on|at|for|in)?\\s*(?<at2><T>)',
)

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Monthly … on the 1st, weekly … on Monday: the day that was said apart from the rule belongs to it. */
function completeRule(rule: string | undefined, apart: readonly Entity[]): string | undefined {
  const time = apart.find((one) => one.time?.kind === 'date' || one.time?.kind === 'instant')?.time
  if (rule === undefined || time?.start === undefined || rule.includes('BY')) return rule
  const day = Temporal.PlainDate.from(time.start.slice(0, 10))
  const names = (word: string): boolean => time.said.includes(word)
  if (rule === 'FREQ=MONTHLY' && names('day') && !names('month') && !names('weekday'))
    return `${rule};BYMONTHDAY=${day.day}`
  if (/^FREQ=WEEKLY(?:;INTERVAL=\d+)?$/.test(rule) && names('weekday'))
    return `${rule};BYDAY=${DAYS[day.dayOfWeek - 1] ?? 'MO'}`
  return rule
}

interface PlanTimes {
  readonly due?: string | undefined
  readonly remindAt?: string | undefined
  readonly repeat?: string | undefined
}

/** 明天要带他去看房,九点出发: a clock said apart that is read on the day said before is when it is due. */
function joinClock(due: Entity, others: readonly Entity[]): string | undefined {
  const day = toDue(due)
  if (day?.length !== 10 || due.time?.kind !== 'date') return day
  const clock = others.find(({ time }) => time?.kind === 'instant' && time.start?.startsWith(`${day}T`))
  return clock?.time?.start ?? day
}

/** 明天先别打,后天再打; don't call him today, remind me on Friday: the time at which it is not to be done. */
function isRuledOut(reading: Reading, { start, end }: Entity): boolean {
  const after = reading.folded.slice(end, end + 6)
  const before = reading.folded.slice(0, start)
  return (
    /^\s*(?:就|先|都)?(?:别|不要|不用|不行|没空|没时间|来不及|不去|不打)/.test(after) ||
    /\b(?:don't|do not|dont|not)\b[^,.;!]{0,24}$/i.test(before)
  )
}

function readPlanTimes(reading: Reading): PlanTimes {
  const ahead = readAhead(reading.folded)
  const spans = reading.folded.match(AHEAD_CHINESE) ?? reading.folded.match(AHEAD_ENGLISH)
  const from = spans?.index ?? -1
  const inAhead = (one: Entity): boolean =>
    spans !== null && one.start >= from && one.end <= from + (spans[0]?.length ?? 0)
  const times = listEntities(reading, 'time').filter((one) => !inAhead(one))
  const recurrence = times.find((one) => one.time?.kind === 'recurrence')
  const stated = times.filter((one) => one !== recurrence)
  const single = stated.length > 1 ? stated.filter((one) => !isRuledOut(reading, one)) : stated
  const match = reading.masked.match(REMIND_AT)
  const reminder = findEntity(reading, match?.groups?.['at'] ?? match?.groups?.['at2'])
  // only a reminder time apart from the due time is one; a single time is when it is due
  const apart = reminder !== null && single.length > 1 ? reminder : undefined
  const dueAt = single.find((one) => one !== apart)
  const due = dueAt
    ? joinClock(
        dueAt,
        single.filter((one) => one !== dueAt && one !== apart),
      )
    : undefined
  const remindAt = apart
    ? toDue(apart)
    : ahead !== null && due !== undefined && !due.includes(' ')
      ? subtractMinutes(due, ahead)
      : undefined
  return {
    due: due ?? (recurrence?.time?.start || undefined),
    remindAt,
    repeat: completeRule(recurrence?.time?.rule, single),
  }
}

const ASSIGNEES: readonly RegExp[] = [
  over('(?:让|叫|安排|请|派|通知|交代|吩咐|嘱咐|指派|麻烦|提醒|交给|派给|分配给|指派给|给|由)(?<who><W>)'),
  over(
    '\\b(?:ask|have|get|tell|let|assign(?:ed)?(?: it| this)? to|for|remind|assign|owner:?|assignee:?)\\s+(?<who><W>)',
  ),
  over('(?:负责人|执行人|指派|@)\\s*[:：是为]?\\s*(?<who><W>)'),
  over('^<->(?<who><W>)(?:去|来|负责|明天|下周|<T>)'),
  over('(?:remind|tell|ask)\\s+(?<who><W>)|(?<who2><W>)\\s+(?:to|should|needs to)\\b'),
]

function readAssignee(reading: Reading): string | undefined {
  const colleagues = listEntities(reading, 'colleague')
  if (colleagues.length === 0) return undefined
  for (const form of ASSIGNEES) {
    const groups = reading.masked.match(form)?.groups
    const mark = groups?.['who'] ?? groups?.['who2']
    if (mark === undefined) continue
    const one = findEntity(reading, mark)
    if (one) return String(one.value)
  }
  return undefined
}

const PRIORITY =
  /重要|紧急|加急|高优|优先|(?<![着])急(?!着|用钱|诊)|特急|火速|马上|\b(?:urgent|important|high[- ]priority|asap|top priority|priority|critical)\b/i

const TITLE_NOISE: readonly RegExp[] = [
  AHEAD_CHINESE,
  AHEAD_ENGLISH,
  /(?:帮我|麻烦|请|给我)?(?:建|新建|创建|加|添加|新增|设置?|设定|定|安排|记|开|派|布置|搞|弄|来)(?:一?个|一?条|一?下|一项|上|了|个新的?)*(?:任务|待办|提醒|日程|闹钟|todo|备忘)\s*[:：,，]?/gi,
  /(?:到时候?|记得|别忘了?|不要忘了?|一定要?)?(?:提醒|叫|喊|通知)(?:一?下)?(?:我|俺|咱|下我)?(?:一?下)?(?:要|得|去|说)?/g,
  /^[\s,，。.:：!！~+-]*(?:待办|任务|todo|to-do|备忘|日程)\s*[+＋:：]?\s*\d?\s*[:：,，]?/i,
  /(?:记得|别忘了?|不要忘记?了?|到时候)(?:要)?/g,
  /(?:高优先级|优先级高|优先级:?高|重要任务|很重要|比较急|很急|紧急)/g,
  /\b(?:please |pls |plz |can you |could you )?(?:remind me|don't forget|remember|make sure i|i need|i have|i want|ping me|nudge me|alert me)(?: to| about| that| of)?\b/gi,
  /\b(?:add|create|set|make|set up|new|schedule)(?: a| an| the)?(?: new)?(?: high[- ]priority| urgent| important| recurring| daily| weekly| monthly)*(?: task| to-?do| reminder)(?: for me| to| for|:| about)?\b:?/gi,
  /^\s*(?:task|to-?do|reminder|todo)\s*[:-]\s*/i,
]

const TELLS = /^(?:让|叫|安排|请|派|给|通知|ask|have|tell|get)?\s*$/i

function dropAssignee(title: string, assignee: string): string {
  const at = title.toLowerCase().indexOf(assignee.toLowerCase())
  if (at < 0 || !TELLS.test(title.slice(0, at))) return title
  return title.slice(at + assignee.length).replace(/^\s*(?:to|去|来)?\s*/, '')
}

function readTitle(reading: Reading, assignee: string | undefined): string | undefined {
  let title = dropWords(reading, listEntities(reading, 'time'), TITLE_NOISE)
  if (assignee !== undefined) title = dropAssignee(title, assignee)
  title = title
    .replace(/^(?:之内|以内|之前|以前|前|内|[,，。:：;；的到在\s]|on|at|by|to|for|in|about)+(?=\S)/i, '')
    // 安排明天下午拜访: the time was taken out from between them
    .replace(/^(?:安排|计划|打算|准备|预计)\s+(?=\S)/, '')
    .replace(/[\s,，。:：;；]+$/, '')
    .replace(/\s+(?:on|at|by|in|for)$/i, '')
    .trim()
  return title === '' ? undefined : title
}

const NEEDS_SOMEONE = over(
  '(?:打(?:个|一个)?电话|回(?:个)?电话|联系|回访|拜访|见面|面谈|打给|跟进|上门)(?!<C>)\\s*(?:一?下)?\\s*$|\\b(?:call|ring|phone|visit|follow up|meet)(?: (?:back|again|up))?\\s*(?:<T>)?\\s*$',
)

function readCustomer(reading: Reading): string | undefined {
  const named = findNamedCustomer(reading)
  if (named !== undefined) return named
  return reading.pronoun || NEEDS_SOMEONE.test(reading.masked.trim()) ? reading.context.customer : undefined
}

/** The slots of something to do. */
export function readPlan(reading: Reading): Slots {
  const { due, remindAt, repeat } = readPlanTimes(reading)
  const assignee = readAssignee(reading)
  return stated({
    customer: readCustomer(reading),
    title: readTitle(reading, assignee),
    due,
    remind_at: remindAt,
    repeat,
    assignee,
    priority: PRIORITY.test(reading.folded) ? 'high' : undefined,
  })
}
