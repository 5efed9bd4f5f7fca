// Wishes about the regular posts: see today's now, subscribe, stop.

import type { Slots } from '../frame.ts'
import { listEntities, type Reading } from '../reading.ts'
import { parseNumeral } from '../recognise/numerals.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const DIGEST =
  '(?:简报|日报|周报|晨报|早报|晚报|推送|播报|快报|汇总(?:推送)?|战报)(?!的?(?:任务|待办|提醒|事项|那条|这条))'
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const CHINESE_DAYS = '一二三四五六日'
const ENGLISH_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function readClock(reading: Reading): string | undefined {
  // the hour of a regular post is meant as said; only a plan's bare hour leans to the afternoon
  const spoken = readSpokenClock(reading.folded.toLowerCase())
  if (spoken !== undefined) return spoken
  for (const { time } of listEntities(reading, 'time')) {
    const clock = (time?.start ?? '').split('T')[1]
    if (clock !== undefined) return clock.slice(0, 5)
    const rule = time?.rule ?? ''
    const hour = rule.match(/BYHOUR=(\d+)/)?.[1]
    if (hour !== undefined)
      return `${hour.padStart(2, '0')}:${(rule.match(/BYMINUTE=(\d+)/)?.[1] ?? '0').padStart(2, '0')}`
  }
  return undefined
}

function readSpokenClock(text: string): string | undefined {
  const digital = text.match(/(?<!\d)([01]?\d|2[0-3])\s*[:.]\s*([0-5]\d)\s*(am|pm)?/)
  const chinese = text.match(
    /(早上|早晨|上午|清晨|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2}|[零一二两三四五六七八九十]{1,3})\s*(?:点|时)\s*(半|一刻|三刻|\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?)?/,
  )
  const english = text.match(/\b(\d{1,2})\s*(am|pm)\b/) ?? text.match(/\bat (\d{1,2})\b/)
  if (digital)
    return toClock(Number(digital[1]), Number(digital[2]), digital[3] === 'pm' || /下午|晚上/.test(text))
  if (chinese)
    return toClock(
      parseNumeral(chinese[2] ?? '') ?? 0,
      toMinutes(chinese[3]),
      /下午|傍晚|晚/.test(chinese[1] ?? ''),
    )
  return english ? toClock(Number(english[1]), 0, english[2] === 'pm') : undefined
}

function toMinutes(word: string | undefined): number {
  if (word === undefined) return 0
  if (word === '半') return 30
  if (word === '一刻') return 15
  return word === '三刻' ? 45 : (parseNumeral(word.replace('分', '')) ?? 0)
}

function toClock(hour: number, minute: number, afternoon: boolean): string | undefined {
  const full = afternoon && hour < 12 ? hour + 12 : hour
  return full < 24 && minute < 60
    ? `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined
}

function readCadence(text: string): string | undefined {
  if (
    /每个?(?:周|星期|礼拜)|周报|\bweekly\b|\bevery (?:week(?!day)|mon|tue|wed|thu|fri|sat|sun)|\beach week|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/.test(
      text,
    ) &&
    !/工作日/.test(text)
  )
    return 'weekly'
  if (
    /每天|每日|天天|日报|工作日|每晚|每早|早报|晨报|晚报|\b(?:daily|every (?:day|morning|evening|night|weekday|workday)|each (?:day|morning))\b/.test(
      text,
    )
  )
    return 'daily'
  return undefined
}

function readWeekday(text: string): string | undefined {
  const chinese = text.match(/(?:周|星期|礼拜)([一二三四五六日天])/)?.[1]
  if (chinese !== undefined) return WEEKDAYS[CHINESE_DAYS.indexOf(chinese === '天' ? '日' : chinese)]
  const english = text.match(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/)?.[1]
  return english === undefined ? undefined : WEEKDAYS[ENGLISH_DAYS.indexOf(english)]
}

function readKind(text: string): string | undefined {
  if (/团队|小组|组里|全组|支行|部门|\b(?:team|group|branch)\b/.test(text)) return 'team'
  return /个人|我自己|我的(?:个人)?|\b(?:personal|my own|my)\b/.test(text) &&
    /个人|自己|personal|my own/.test(text)
    ? 'personal'
    : undefined
}

function readSubscription(reading: Reading): Slots {
  const text = reading.folded.toLowerCase()
  const cadence = readCadence(text)
  return stated({
    cadence,
    time: readClock(reading),
    kind: readKind(text),
    weekday: cadence === 'weekly' ? readWeekday(text) : undefined,
  })
}

const STOP =
  '(?:取消|退订|停(?:止|掉|了)?|关闭|关掉|关了|别(?:再)?|不要(?:再)?|不用(?:再)?|不想(?:再)?(?:收|看)?|不需要|停发|停推|不再|甭|拒收|屏蔽|暂停)'

/** The rules of this family; the weights were set on our own phrases. */
export const DIGEST_RULES: readonly IntentRule[] = [
  {
    intent: 'digest.show',
    cues: [
      cue(
        -4,
        '(?:早上|晚上|上午|下午|\\d{1,2}点半?|\\d{1,2}:\\d\\d).{0,6}(?:推|发|送)(?:我|给我|一份)?.{0,4}(?:简报|日报|周报)',
      ),
      cue(-5, '(?:不|别|甭)(?:想|要|再|用)*(?:看|收|发|推)|\\bno (?:more )?(?:digest|brief)'),
      cue(-5, '\\boff\\b'),
      cue(3.5, DIGEST),
      cue(
        3,
        `(?:看|发|给我|来|要|推|查|出|调|打开|生成|瞅|念|现在|马上|立刻)(?:一?下|看|一?份|我|给我|个|出来)*.{0,8}${DIGEST}`,
      ),
      cue(2.5, `(?:今天|今日|今早|当天|现在|本日|我的).{0,4}${DIGEST}`),
      cue(
        3.6,
        "\\b(?:digest|daily (?:brief|briefing|summary|report)|morning brief(?:ing)?|today's (?:brief|briefing|summary)|briefing|daily)\\b",
      ),
      cue(
        2,
        "\\b(?:show|see|send|give|get|today'?s?|now|pull up|view|read|what's in|my)\\b.{0,20}\\b(?:digest|brief|briefing|summary)\\b|(?:<T>'?s?|today's) (?:digest|brief)",
      ),
      cue(
        -5,
        `${STOP}.{0,10}(?:${DIGEST}|订阅)|订阅|(?:想|要)订|订一?份|${DIGEST}.{0,6}(?:停|取消|退|关|别发|不要|不用|不看)`,
      ),
      cue(
        -4,
        '(?:每天|每日|每周|每个?工作日|天天|每晚|每早|以后|定时|every|daily at|weekly|each (?:day|morning|week)|subscribe|unsubscribe|sign me up|stop|cancel|turn off|turn on|opt out|opt in|no more)',
      ),
      cue(-3, '(?:偏好|设置|配置|preferences|settings|remind|提醒我)'),
    ],
    slots: () => ({}),
  },
  {
    intent: 'digest.subscribe',
    cues: [
      cue(
        5,
        '(?:早上|晚上|上午|下午|中午|\\d{1,2}点半?|\\d{1,2}:\\d\\d).{0,6}(?:推|发|送)(?:我|给我|一份)?.{0,4}(?:简报|日报|周报|晨报|早报|晚报)',
      ),
      cue(
        5,
        '(?:每天|每日|天天|每周|每个?工作日|以后|定时|<R>).{0,16}(?:简报|日报|周报|晨报|早报|晚报|快报).{0,8}(?:发|推|送|给)',
      ),
      cue(-6, '\\boff\\b'),
      cue(
        5,
        '(?<!取消)(?<!退)(?<!停止)(?<!不想)(?<!不)(?:订阅|(?:想|要)订|订一?下|订个|订上|订一?份|开通|开启|打开|恢复).{0,16}(?:简报|日报|周报|晨报|早报|晚报|推送|播报|快报|汇总)',
      ),
      cue(3, '(?<!取消)(?<!退)(?<!不想)(?<!不)(?<!掉)订阅(?!取消|退|关|停)'),
      cue(
        5,
        `(?:每天|每日|天天|每周.?|每个?(?:周|星期|礼拜).?|每个?工作日|每晚|每早|以后每?|定时|周[一二三四五六日]).{0,20}(?:发|推|给我|来|送|看|收).{0,10}${DIGEST}`,
      ),
      cue(
        4,
        `${DIGEST}.{0,16}(?:每天|每日|每周|每个?工作日|定时|周[一二三四五六日]|<T>).{0,12}(?:发|推|送|给我)`,
      ),
      cue(
        5,
        '\\b(?:subscribe|sign me up|sign up|opt in|turn on|enable|start (?:sending|the)|i want|set up|send me|get me|give me|schedule|post|deliver|email me|push)\\b.{0,40}\\b(?:digest|brief|briefing|summary)\\b.{0,40}\\b(?:daily|weekly|every|each|at|on)\\b',
      ),
      cue(
        5,
        '\\b(?:subscribe|sign me up|opt in|turn on|enable)\\b.{0,30}\\b(?:digest|brief|briefing|summary|report|updates?)\\b',
      ),
      cue(
        4.5,
        '\\b(?:send|give|get|i want|set up|schedule|post|deliver|push)\\b.{0,20}\\b(?:daily|weekly|every (?:day|morning|week|weekday|monday|friday))\\b.{0,24}\\b(?:digest|brief|briefing|summary)\\b|\\b(?:daily|weekly)\\b.{0,10}\\b(?:digest|brief|briefing|summary)\\b.{0,20}\\b(?:at|on|every|please)\\b',
      ),
      cue(
        -6,
        `${STOP}.{0,10}(?:${DIGEST}|订阅|发|推)|(?:订阅|${DIGEST}).{0,6}(?:取消|退|停|关|别|不要|不用)|unsubscribe|\\bstop\\b|cancel|turn off|opt out|no more|don't`,
      ),
    ],
    slots: readSubscription,
  },
  {
    intent: 'digest.unsubscribe',
    cues: [
      cue(
        5,
        '(?:不|别|甭)(?:想|要|再|用)*(?:看|收|发|推).{0,3}(?:简报|日报|周报|早报)|\\bno (?:more )?(?:digest|brief)',
      ),
      cue(
        6,
        '\\bturn\\b.{0,24}\\b(?:digest|brief\\w*|summary)\\b.{0,8}\\boff\\b|\\bswitch\\b.{0,24}\\bdigest\\b.{0,6}\\boff\\b',
      ),
      cue(6, `${STOP}.{0,12}(?:${DIGEST}|订阅)`),
      cue(
        6,
        `(?:${DIGEST}|订阅).{0,8}(?:取消|退订?|停|关(?:闭|掉|了)|别(?:再)?(?:发|推)|不要(?:了|再|发)|不用(?:了|再|发)|不想|不看)`,
      ),
      cue(6, '退订'),
      cue(
        6,
        "\\bunsubscribe\\b|\\b(?:stop|cancel|turn off|opt out|disable|no more|don't (?:send|want)|do not send|quit|end|pause|remove me|kill|mute|switch off)\\b.{0,30}\\b(?:digest|brief|briefing|summary|summaries|digests|daily|weekly|subscription|updates|posts)\\b",
      ),
      cue(-4, '(?:任务|待办|提醒(?!推送)|客户说|task|reminder|订单)'),
      cue(-5, '(?:不用|不要|别|不必)(?:再)?提醒我|(?:写|交|发|整理)(?:日报|周报)'),
    ],
    slots: (reading) => {
      const text = reading.folded.toLowerCase()
      return stated({ cadence: readCadence(text), kind: readKind(text) })
    },
  },
]
