// The team digest: figures of the day, the week as a chart, a row for each person, and no customer's name (D8).

import { eq } from 'drizzle-orm'
import { teamDigestCard } from '../../../cards/digests.ts'
import type { Words } from '../../../cards/kit/index.ts'
import { addDays, dayOf, showFullDay, weekOf } from '../../core/calendar.ts'
import type { Schedule } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import { isWorkingDay } from '../../schedule/working-calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { showAmountHere } from '../money.ts'
import { branches, teams } from '../people/schema.ts'
import { beforeWords, copy, trendWords } from './copy.ts'
import { showPersonalAction } from './personal.ts'
import { type GroupBy, readTeamFigures, type TeamFigures, workingDayBefore } from './team-figures.ts'

export const TEAM = 'digest.team'

/** The post of the evening, about the day on which it fell due, however late it comes. Quiet on free days. */
export const teamSchedule: Schedule<Turn> = {
  kind: TEAM,
  toDeputy: true,
  run: async (turn, due) => {
    const day = dayOf(due.dueAt, turn.zone)
    if (!isWorkingDay(dayOf(turn.now, turn.zone)) || !isWorkingDay(day)) return null
    return makeTeamDigest(turn, day)
  },
}

/** The digest of a day: of a team by person, of a branch or the bank by team. */
export async function makeTeamDigest(turn: Turn, day: string): Promise<CardOutcome> {
  const by: GroupBy = turn.actor.role === 'head' ? 'team' : 'person'
  const [figures, name] = await Promise.all([readTeamFigures(turn, day, by), nameOfScope(turn)])
  const daily = contactsByDay(figures)
  const before = workingDayBefore(day)
  const { from } = weekOf(day)
  const week = daysBetween(from, day)
  const card = teamDigestCard({
    name,
    day: showFullDay(day, dayOf(turn.now, turn.zone)),
    figures: [
      { label: copy.contactsToday, value: String(daily(day)), note: beforeWords.workingDay(daily(before)) },
      createdFigure(turn, figures),
      { label: copy.wonThisWeek, value: String(figures.won.value), note: amountNote(turn, figures.won.fen) },
    ],
    trend: trendWords(sum(week.map(daily)), sum(week.map((on) => daily(addDays(on, -7))))),
    chart: {
      form: 'bar',
      title: copy.contactsByDay,
      values: week.map((on) => ({ label: on.slice(5).replace('-', '/'), value: daily(on) })),
    },
    rows: toRows(figures, day, from),
    buttons: buttonsFor(turn),
  })
  return { kind: 'card', card }
}

async function nameOfScope({ db, actor }: Turn): Promise<Words> {
  const [row] =
    actor.role === 'head'
      ? await db
          .select({ name: branches.name })
          .from(branches)
          .where(eq(branches.id, actor.branchId ?? 0))
      : await db
          .select({ name: teams.name })
          .from(teams)
          .where(eq(teams.id, actor.teamId ?? 0))
  return row?.name ?? copy.wholeBank
}

function contactsByDay({ contacts }: TeamFigures): (day: string) => number {
  return (day) => sum(contacts.filter((row) => row.day === day).map(({ value }) => value))
}

function createdFigure(turn: Turn, { created }: TeamFigures) {
  const fen = created.reduce((all, row) => all + row.fen, 0n)
  return {
    label: copy.opportunitiesThisWeek,
    value: String(sum(created.map(({ value }) => value))),
    note: amountNote(turn, fen),
  }
}

function amountNote(turn: Turn, fen: bigint): Words {
  return fen === 0n ? copy.nothing : showAmountHere(turn, fen)
}

function toRows({ members, contacts, created, overdue }: TeamFigures, day: string, monday: string) {
  const valueFor = (rows: readonly { readonly member: number; readonly value: number }[], id: number) =>
    sum(rows.filter(({ member }) => member === id).map(({ value }) => value))
  return members.map(({ id, name }) => ({
    name,
    today: valueFor(
      contacts.filter((row) => row.day === day),
      id,
    ),
    week: valueFor(
      contacts.filter((row) => row.day >= monday),
      id,
    ),
    opportunities: valueFor(created, id),
    overdue: valueFor(overdue, id),
  }))
}

// In a group a press would put the presser's own list in everybody's sight.
function buttonsFor({ actor, conversation }: Turn) {
  if (actor.role === 'head' || !conversation.private) return []
  return [showPersonalAction.button(copy.myDigest, {})]
}

function daysBetween(from: string, to: string): readonly string[] {
  const days = [from]
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    days.push(day)
  }
  return days
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
