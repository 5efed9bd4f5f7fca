// Commands about absences: for people who cannot enter them themselves any more.

import { eq } from 'drizzle-orm'
import { dayOf } from '../core/calendar.ts'
import {
  checkAbsence,
  endAbsence,
  insertAbsence,
  listAbsences,
  type NoAbsence,
} from '../features/absences/index.ts'
import { employees } from '../features/people/schema.ts'
import { type Command, toLine, UsageError } from './command.ts'
import { getByNumber } from './employees.ts'
import { writeDown } from './write-down.ts'

const REFUSED: Readonly<Record<NoAbsence, string>> = {
  'no days': 'FROM and TO must be days, 2026-11-23',
  'turned round': 'TO is before FROM',
  over: 'these days are over',
  'too long': 'that is more than a year',
  overlaps: 'it overlaps with leave that is entered',
  'no deputy': 'the deputy must be a supervisor of the same team, or for a head another head',
}

const list: Command = {
  name: 'absences list',
  usage: '',
  does: 'who is or will be away, and who was named to stand in',
  run: async ({ store, now, zone }) => {
    const people = await store.db
      .select()
      .from(employees)
      .where(eq(employees.status, 'active'))
      .orderBy(employees.number)
    const today = dayOf(now, zone)
    const lines = await Promise.all(
      people.map(async ({ id, number, name }) =>
        (await listAbsences(store.db, id, today)).map(({ fromOn, toOn, deputy }) =>
          toLine([number, name, fromOn, toOn, deputy]),
        ),
      ),
    )
    return lines.flat()
  },
}

const add: Command = {
  name: 'absences add',
  usage: 'NUMBER FROM TO [--deputy NUMBER]',
  does: 'enters days on which somebody is away, both included; approvals and reminders go to the deputy',
  run: async ({ store, now, zone }, { words: [number, fromOn = '', toOn = ''], options }) =>
    store.db.transaction(async (tx) => {
      const who = await getByNumber(tx, number)
      const deputyId = options['deputy'] === undefined ? null : (await getByNumber(tx, options['deputy'])).id
      const absence = { fromOn, toOn, deputyId }
      const checked = await checkAbsence(tx, who, absence, dayOf(now, zone))
      if (!checked.ok) throw new UsageError(REFUSED[checked.reason])
      await insertAbsence(tx, who.id, absence)
      await writeDown(tx, now, {
        action: 'admin.absence.add',
        entity: 'employee',
        entityId: String(who.id),
        facts: absence,
      })
      return [`${who.number} is away from ${fromOn} to ${toOn}`]
    }),
}

const remove: Command = {
  name: 'absences remove',
  usage: 'NUMBER FROM',
  does: 'takes back leave by its first day; of leave that has begun, the days from today on',
  run: async ({ store, now, zone }, { words: [number, fromOn = ''] }) =>
    store.db.transaction(async (tx) => {
      const who = await getByNumber(tx, number)
      const was = /^\d{4}-\d\d-\d\d$/.test(fromOn)
        ? await endAbsence(tx, who.id, fromOn, dayOf(now, zone))
        : null
      if (was === null) throw new UsageError(`${who.number} has no leave from ${fromOn} on that is not over`)
      await writeDown(tx, now, {
        action: 'admin.absence.remove',
        entity: 'employee',
        entityId: String(who.id),
        facts: { fromOn },
      })
      return [`${who.number} is there`]
    }),
}

/** Commands about absences. */
export const absenceCommands: readonly Command[] = [list, add, remove]
