// Being away, and who stands in: entered on a card of the settings, each person for themselves. The operator enters it for
// others (npm run admin -- absences).

import { z } from 'zod'
import { absencesCard, standInCard } from '../../../cards/absences.ts'
import { type BothLanguages, join, say, type Words } from '../../../cards/kit/index.ts'
import { dayOf, showSpan } from '../../core/calendar.ts'
import { type Access, defineAction, type Feature, type Undoer } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, UndoStep } from '../../core/outcome.ts'
import { takeScope, takeServiceScope } from '../../storage/scope.ts'
import type { Turn } from '../../storage/turn.ts'
import { findDeputy, findEmployee, listPossibleDeputies } from '../people/index.ts'
import {
  type Absence,
  checkAbsence,
  endAbsence,
  insertAbsence,
  listAbsences,
  type NoAbsence,
  restoreAbsence,
  type ShownAbsence,
} from './store.ts'

export { checkAbsence, endAbsence, insertAbsence, listAbsences, type NoAbsence } from './store.ts'

// One's own days are no data of the bank: reading roles enter them as well.
const OWN: Access = { mode: 'write', roles: ['rm', 'supervisor', 'head'] }
const ENTITY = 'absence'

const REFUSED: Readonly<Record<NoAbsence, BothLanguages>> = {
  'no days': say('没有认出日期，没有保存。', 'The days were not understood; nothing was saved.'),
  'turned round': say(
    '结束日期早于开始日期，没有保存。',
    'The last day is before the first; nothing was saved.',
  ),
  over: say('这些日期已经过去，没有保存。', 'These days are over; nothing was saved.'),
  'too long': say('超过一年，没有保存。', 'That is more than a year; nothing was saved.'),
  overlaps: say(
    '与已登记的请假重叠，没有保存。',
    'It overlaps with leave that is entered; nothing was saved.',
  ),
  'no deputy': say('不能由这位同事代理，没有保存。', 'This colleague cannot stand in; nothing was saved.'),
}

/** 请假与代理: what is entered, and the form. */
export const openAbsences = defineAction({
  name: 'absence.open',
  access: OWN,
  input: z.object({}),
  run: (turn: Turn) => showAbsences(turn),
})

const Form = z.object({
  from: z.string().catch(''),
  to: z.string().catch(''),
  deputy: z.coerce.number().int().positive().nullable().catch(null),
})

const saveAction = defineAction({
  name: 'absence.save',
  access: OWN,
  input: z.object({}),
  run: async (turn: Turn, _, { form }) => {
    const { from, to, deputy } = Form.parse({ ...form, deputy: form['deputy'] || null })
    const absence: Absence = { fromOn: from.slice(0, 10), toOn: to.slice(0, 10), deputyId: deputy }
    const me = await getMe(turn)
    const checked = await checkAbsence(turn.db, me, absence, dayOf(turn.now, turn.zone))
    if (!checked.ok) throw new Refusal('invalid', REFUSED[checked.reason])
    await asService(turn, () => insertAbsence(turn.db, me.id, absence))
    await turn.audit({ action: 'absence.enter', ...entityOf(turn), facts: { ...absence } })
    await tellDeputy(turn, absence)
    const undo: UndoStep[] = [{ entity: ENTITY, id: absence.fromOn, version: 1, before: null }]
    return { ...(await showAbsences(turn)), undo, toast: { tone: 'success', text: say('已保存', 'Saved') } }
  },
})

const endAction = defineAction({
  name: 'absence.end',
  access: OWN,
  input: z.object({ from: z.iso.date() }),
  run: async (turn: Turn, { from }) => {
    const was = await asService(turn, () =>
      endAbsence(turn.db, turn.actor.id, from, dayOf(turn.now, turn.zone)),
    )
    if (was === null) throw new Refusal('stale')
    await turn.audit({ action: 'absence.end', ...entityOf(turn), facts: { fromOn: from } })
    const before = { fromOn: was.fromOn, toOn: was.toOn, deputyId: was.deputyId }
    const undo: UndoStep[] = [{ entity: ENTITY, id: from, version: 1, before }]
    return {
      ...(await showAbsences(turn)),
      undo,
      toast: { tone: 'success', text: say('已取消', 'Cancelled') },
    }
  },
})

const Before = z.object({ fromOn: z.iso.date(), toOn: z.iso.date(), deputyId: z.int().nullable() }).nullable()

const undoAbsence: Undoer<Turn> = async (turn, { id, before }) => {
  const was = Before.parse(before)
  await asService(turn, async () => {
    if (was !== null) await restoreAbsence(turn.db, turn.actor.id, was)
    else await endAbsence(turn.db, turn.actor.id, id, dayOf(turn.now, turn.zone))
  })
  await turn.audit({ action: 'absence.undo', ...entityOf(turn), facts: { fromOn: id } })
}

async function asService<R>(turn: Turn, work: () => Promise<R>): Promise<R> {
  await takeServiceScope(turn.db)
  const result = await work()
  await takeScope(turn.db, turn.actor)
  return result
}

function entityOf({ actor }: Turn) {
  return { entity: 'employee', entityId: String(actor.id) }
}

async function getMe(turn: Turn) {
  const me = await findEmployee(turn.db, turn.actor.id)
  if (me === null) throw new Refusal('not_found')
  return me
}

async function tellDeputy(turn: Turn, absence: Absence): Promise<void> {
  const deputy =
    absence.deputyId === null
      ? await findDeputy(turn.db, turn.actor.id, absence.fromOn)
      : await findEmployee(turn.db, absence.deputyId)
  if (deputy?.account == null) return
  await turn.send({
    receiver: { to: 'account', id: deputy.account },
    card: standInCard({ name: turn.actor.name, days: showDays(turn, absence) }),
    key: `stand-in:${absence.fromOn}`,
  })
}

async function showAbsences(turn: Turn): Promise<CardOutcome> {
  const today = dayOf(turn.now, turn.zone)
  const [entered, deputies] = await Promise.all([
    listAbsences(turn.db, turn.actor.id, today),
    listPossibleDeputies(turn.db, await getMe(turn)),
  ])
  const card = absencesCard({
    lines: entered.map((absence) => ({
      days: showDays(turn, absence),
      deputy: deputyWords(absence),
      buttons: [endAction.button(say('取消请假', 'Cancel leave'), { from: absence.fromOn })],
    })),
    deputies: deputies.map(({ id, name }) => ({ value: String(id), label: name })),
    today,
    save: saveAction.button(say('保存', 'Save'), {}, { tone: 'primary' }),
  })
  return { kind: 'card', card }
}

function showDays({ now, zone }: Turn, { fromOn, toOn }: Absence): Words {
  return showSpan({ from: fromOn, to: toOn }, dayOf(now, zone))
}

function deputyWords({ deputy }: ShownAbsence): Words {
  return deputy === null
    ? say('由固定代理人代理（如有）', 'The standing deputy, if there is one')
    : join([say('代理人：', 'Deputy: '), deputy])
}

export const absences: Feature<Turn> = {
  name: 'absences',
  capabilities: [],
  actions: [openAbsences, saveAction, endAction],
  undo: { [ENTITY]: undoAbsence },
}
