// The personal digest: three numbers, at most three warnings, at most ten lines in the order in which to do them.

import { z } from 'zod'
import { type DigestLine, personalDigestCard } from '../../../cards/digests.ts'
import { type BothLanguages, join, say, type Words } from '../../../cards/kit/index.ts'
import { dayOf, showDay, showFullDay } from '../../core/calendar.ts'
import { type Access, defineAction, type Schedule } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import { isWorkingDay } from '../../schedule/working-calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { nameHere, showCustomer } from '../customers/index.ts'
import { showAmountHere } from '../money.ts'
import { countOpenTasks, type DueTask, findTaskLine, finishTask, listDueTasks } from '../tasks/index.ts'
import { beforeWords, copy, warningWords } from './copy.ts'
import { listBirthdays, listMaturing, readFigures, readWarnings } from './personal-figures.ts'

export const PERSONAL = 'digest.personal'
const MOST_LINES = 10
const MOST_WARNINGS = 3
/** So many lines at most are left to maturing products and birthdays while tasks fill the card. */
const KEPT_FOR_DATES = 4

const READING: Access = { mode: 'read', roles: ['rm', 'supervisor'] }
const WRITING: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

/** Shows the personal digest. */
export const showPersonalAction = defineAction({
  name: 'digest.show-personal',
  access: READING,
  input: z.object({}),
  run: (turn: Turn) => makePersonalDigest(turn),
})

/** 完成 on a line; the digest stays and is brought up to date. */
export const doneInDigestAction = defineAction({
  name: 'digest.task-done',
  access: WRITING,
  input: z.object({ id: z.uuid(), version: z.int() }),
  run: async (turn: Turn, { id, version }) => {
    const line = await findTaskLine(turn, id)
    if (line === null || line.task.state !== 'open' || line.task.version !== version) {
      return { ...(await makePersonalDigest(turn)), toast: { tone: 'warning', text: copy.toastMoved } }
    }
    const { undo } = await finishTask(turn, line)
    return { ...(await makePersonalDigest(turn)), undo, toast: { tone: 'success', text: copy.toastDone } }
  },
})

/** The post of the morning. Quiet on free days, and for a morning that has passed: the next one brings its own. */
export const personalSchedule: Schedule<Turn> = {
  kind: PERSONAL,
  run: async (turn, due) => {
    const today = dayOf(turn.now, turn.zone)
    if (!isWorkingDay(today) || dayOf(due.dueAt, turn.zone) !== today) return null
    return makePersonalDigest(turn)
  },
}

/** The digest as it stands now. */
export async function makePersonalDigest(turn: Turn): Promise<CardOutcome> {
  const today = dayOf(turn.now, turn.zone)
  const [figures, counts, warnings, tasks, maturing, birthdays] = await Promise.all([
    readFigures(turn),
    countOpenTasks(turn),
    readWarnings(turn),
    listDueTasks(turn, { from: today, to: today }, { limit: MOST_LINES }),
    listMaturing(turn),
    listBirthdays(turn),
  ])
  const dates = [
    ...maturing.map((row) => toMaturingLine(turn, row)),
    ...birthdays.map((row) => toBirthdayLine(turn, row)),
  ]
  const card = personalDigestCard({
    name: turn.actor.name,
    day: showFullDay(today, today),
    figures: [
      {
        label: copy.toDoToday,
        value: String(counts.today),
        note: beforeWords.yesterday(figures.dueYesterday),
      },
      {
        label: copy.newCustomers,
        value: String(figures.newCustomers.now),
        note: beforeWords.lastWeek(figures.newCustomers.before),
      },
      {
        label: copy.maturingSoon,
        value: String(figures.maturing.now),
        note: beforeWords.aWeekAgo(figures.maturing.before),
      },
    ],
    warnings: toWarnings(warnings),
    lines: rank(tasks.map(toTaskLine), dates),
    buttons: [
      { ...sayButton('我的待办'), label: copy.myTasks },
      ...(turn.actor.role === 'supervisor' ? [{ ...sayButton('今日简报'), label: copy.team }] : []),
    ],
  })
  return { kind: 'card', card }
}

/** Tasks first, as they come ranked, with some room kept for what a date brings. */
function rank(tasks: readonly DigestLine[], dates: readonly DigestLine[]): readonly DigestLine[] {
  const room = MOST_LINES - Math.min(KEPT_FOR_DATES, dates.length)
  return [...tasks.slice(0, room), ...dates].slice(0, MOST_LINES)
}

function toTaskLine({ task, view }: DueTask): DigestLine {
  const done = doneInDigestAction.button(copy.done, { id: task.id, version: task.version })
  return {
    title: view.title,
    detail: view.customer,
    note: view.due,
    tag: view.overdue ? { text: copy.overdue, tone: 'danger' } : { text: copy.today, tone: 'info' },
    buttons:
      task.customerId === null || view.customer === null ? [done] : [done, customerButton(task.customerId)],
  }
}

function toMaturingLine(turn: Turn, row: Awaited<ReturnType<typeof listMaturing>>[number]): DigestLine {
  const product = say(`${row.product}到期`, `${row.product} matures`)
  return {
    title: join([nameHere(turn, row.name), product], ' · '),
    detail: showAmountHere(turn, row.amountFen),
    note: row.maturesOn === null ? null : showDay(row.maturesOn, dayOf(turn.now, turn.zone)),
    tag: { text: copy.maturing, tone: 'warning' },
    buttons: [customerButton(row.customerId)],
  }
}

function toBirthdayLine(turn: Turn, row: Awaited<ReturnType<typeof listBirthdays>>[number]): DigestLine {
  return {
    title: join([nameHere(turn, row.name), copy.birthday], ' · '),
    detail: null,
    note: showDay(row.on, dayOf(turn.now, turn.zone)),
    tag: { text: copy.birthday, tone: 'good' },
    buttons: [customerButton(row.customerId)],
  }
}

function toWarnings(counts: Awaited<ReturnType<typeof readWarnings>>): readonly DigestLine[] {
  const warn = (value: number, words: (value: number) => BothLanguages, tag: Words, sentence: string) =>
    value === 0
      ? []
      : [
          {
            title: words(value),
            detail: null,
            note: null,
            tag: { text: tag, tone: 'danger' as const },
            buttons: [{ ...sayButton(sentence), label: copy.open }],
          },
        ]
  return [
    ...warn(counts.waiting, warningWords.waiting, copy.approvals, '待我审批'),
    ...warn(counts.overdueTickets, warningWords.overdueTickets, copy.tickets, '超时的工单'),
    ...warn(counts.lateOpportunities, warningWords.lateOpportunities, copy.opportunities, '我的商机'),
    ...warn(counts.silent, warningWords.silent, copy.contact, '30天没联系的VIP客户'),
  ].slice(0, MOST_WARNINGS)
}

function customerButton(id: string) {
  return showCustomer.button(copy.customer, { id })
}
