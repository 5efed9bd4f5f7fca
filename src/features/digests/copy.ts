// The words of the digests' domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'

export const copy = {
  done: say('完成', 'Done'),
  customer: say('客户', 'Customer'),
  open: say('查看', 'Open'),
  overdue: say('已过期', 'Overdue'),
  today: say('今天', 'Today'),
  maturing: say('到期', 'Maturing'),
  birthday: say('生日', 'Birthday'),
  tickets: say('工单', 'Tickets'),
  approvals: say('审批', 'Approvals'),
  contact: say('联系', 'Contact'),
  opportunities: say('商机', 'Opportunities'),
  toDoToday: say('今日待办', 'To do today'),
  newCustomers: say('本周新客户', 'New customers this week'),
  maturingSoon: say('30天内到期', 'Maturing in 30 days'),
  contactsToday: say('今日跟进', 'Contacts today'),
  opportunitiesThisWeek: say('本周新商机', 'New deals this week'),
  wonThisWeek: say('本周成交', 'Won this week'),
  contactsByDay: say('本周每日跟进', 'Contacts by day this week'),
  myTasks: say('我的待办', 'My tasks'),
  myDigest: say('我的简报', 'My digest'),
  wholeBank: say('全行', 'Whole bank'),
  nothing: say('无', 'none'),
  personal: say('个人简报', 'Personal digest'),
  team: say('团队简报', 'Team digest'),
  unsubscribe: say('退订', 'Unsubscribe'),
  privateChat: say('与我的私聊', 'our private chat'),
  teamChat: say('团队群', "the team's group"),
  unsubscribed: say('已退订', 'Unsubscribed'),
  notSubscribed: say('没有订阅这类简报，没有改动。', 'You are not subscribed to this; nothing was changed.'),
  noMore: say(
    '不再自动发送。需要时说“今日简报”即可查看。',
    'It is no longer sent by itself. Say “today’s digest” whenever you want to see it.',
  ),
  onlySupervisor: say(
    '无权设置团队简报：只有团队主管可以。没有任何改动。',
    'Only the supervisor of a team may set up its digest. Nothing was changed.',
  ),
  badTime: say('没有看懂时间，没有保存。', 'I could not read the time; nothing was saved.'),
  toastDone: say('已完成', 'Done'),
  toastMoved: say(
    '这项任务已有变化，简报已更新',
    'This task has changed meanwhile; the digest was brought up to date',
  ),
} as const

/** How a number was before. */
export const beforeWords = {
  yesterday: (value: number): BothLanguages => say(`昨天 ${value}`, `yesterday ${value}`),
  lastWeek: (value: number): BothLanguages => say(`上周同期 ${value}`, `last week by now ${value}`),
  aWeekAgo: (value: number): BothLanguages => say(`一周前 ${value}`, `a week ago ${value}`),
  workingDay: (value: number): BothLanguages => say(`上一工作日 ${value}`, `working day before ${value}`),
}

/** What is going wrong, as a sentence. */
export const warningWords = {
  overdueTickets: (value: number): BothLanguages =>
    say(`${value} 个工单已超时`, `${value} tickets are overdue`),
  waiting: (value: number): BothLanguages =>
    say(`${value} 项申请等您审批`, `${value} requests wait for your approval`),
  silent: (value: number): BothLanguages =>
    say(`${value} 位VIP客户30天未联系`, `${value} VIP customers were not contacted for 30 days`),
  lateOpportunities: (value: number): BothLanguages =>
    say(`${value} 个商机已过预计成交日`, `${value} opportunities are past their expected close`),
}

/** Whether the week goes better or worse than the last. */
export function trendWords(now: number, before: number): BothLanguages {
  const change = now - before
  if (change === 0)
    return say(
      `本周跟进 ${now} 次，与上周同期持平。`,
      `${now} contacts this week, as many as last week by now.`,
    )
  const size = Math.abs(change)
  return change > 0
    ? say(
        `本周跟进 ${now} 次，比上周同期多 ${size} 次。`,
        `${now} contacts this week, ${size} more than last week by now.`,
      )
    : say(
        `本周跟进 ${now} 次，比上周同期少 ${size} 次。`,
        `${now} contacts this week, ${size} fewer than last week by now.`,
      )
}

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** When a subscription comes; `weekday` 1 Monday to 7 Sunday, null for every working day. */
export function cadenceWords(weekday: number | null, time: string): BothLanguages {
  if (weekday === null) return say(`每个工作日 ${time}`, `working days at ${time}`)
  return say(
    `每周${WEEKDAYS_ZH[weekday - 1]} ${time}（节假日除外）`,
    `${WEEKDAYS_EN[weekday - 1]}s at ${time}, holidays excepted`,
  )
}
