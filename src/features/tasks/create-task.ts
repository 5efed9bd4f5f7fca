// A new task in words: for oneself, or by a supervisor for a member of the team. What was said is kept to the minute,
// at night and on holidays too; a part of a day is a guess and is asked about.

import { z } from 'zod'
import { type Field, say } from '../../../cards/kit/index.ts'
import { taskCard, taskFormCard } from '../../../cards/tasks.ts'
import { instantOf, type SaidTime } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Customer, findOneCustomer, nameHere } from '../customers/index.ts'
import { type Assignee, getAssignee } from './assignee.ts'
import { reminderButtons, toTaskOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { getTimeAhead, toMomentField } from './due.ts'
import { firstOccurrence, isRepeat } from './repeat.ts'
import { type Changed, insertTask } from './store.ts'
import { type DueTime, defaultReminder, leadOf, toDueTime } from './task.ts'
import { toTaskView } from './view.ts'

const Input = z.object({
  customer: z.string().optional(),
  title: z.string().trim().max(200).optional(),
  due: z.string().optional(),
  remind_at: z.string().optional(),
  repeat: z.string().optional(),
  assignee: z.string().optional(),
  priority: z.enum(['high', 'normal']).optional(),
  confirmed: z.boolean().optional(),
})
type Input = z.output<typeof Input>

export const createTask = defineCapability({
  intent: 'task.create',
  summary: say('新建任务或提醒', 'Create a task or reminder'),
  examples: {
    zh: ['提醒我明天下午3点给李建国打电话', '新建任务：整理授信材料，本周五截止', '每周一提醒我整理客户名单'],
    en: [
      'remind me to call Zhang Wei tomorrow at 3pm',
      'plan a visit to Mr Li the day after tomorrow',
      'every Monday remind me to tidy the customer list',
    ],
  },
  access: WRITES,
  input: Input,
  run: async (turn: Turn, input) => {
    const [assignee, customer, first] = [
      await getAssignee(turn, input.assignee),
      input.customer === undefined ? null : await findOneCustomer(turn, input.customer),
      turn.actor.alwaysConfirm,
    ]
    const title = input.title === undefined || input.title === '' ? null : input.title
    const said = input.due === undefined ? null : getTimeAhead(turn, input.due)
    assertRepeat(input.repeat)
    if (mustAsk(turn, input, title, said, first) || title === null) throw ask(turn, customer, title, said)
    const changed = await insertTask(turn, {
      title,
      assigneeId: assignee.id,
      ...ownerOf(assignee, customer),
      ...timesOf(turn, input, title, said),
      priority: input.priority ?? 'normal',
    })
    await tellAssignee(turn, assignee, customer, changed)
    return toOutcome(turn, assignee, customer, changed)
  },
})

/** Asked: what is missing, what was guessed, and everything where the person wants it so. */
function mustAsk(
  turn: Turn,
  input: Input,
  title: string | null,
  said: SaidTime | null,
  first: boolean,
): boolean {
  if (input.confirmed === true) return false
  const timeless = said === null && input.repeat === undefined && input.remind_at === undefined
  return (
    first || title === null || said?.guessed === true || (timeless && /提醒|题醒|remind/i.test(turn.text))
  )
}

function ask(turn: Turn, customer: Customer | null, title: string | null, said: SaidTime | null): Question {
  const due: Field = {
    field: 'moment',
    name: 'due',
    label: copy.dueField,
    ...(said === null ? {} : { value: toMomentField(said), guessed: said.time === null || said.guessed }),
  }
  const complete = title !== null && said !== null
  return new Question(
    (resume) =>
      taskFormCard({
        title: title === null ? copy.askTitle : said === null ? copy.askTime : copy.checkGuess,
        text: said?.guessed === true ? copy.guessed : copy.asked,
        facts: customer === null ? [] : [{ label: copy.customerField, value: nameHere(turn, customer.name) }],
        fields: [
          {
            field: 'line',
            name: 'title',
            label: copy.titleField,
            required: true,
            maxLength: 200,
            ...(title === null ? {} : { value: title }),
          },
          due,
        ],
        buttons: [
          resume.button(copy.confirm, { confirmed: true }, { tone: 'primary' }),
          resume.cancel(copy.dismiss),
        ],
      }),
    complete ? { confirmPatch: { confirmed: true } } : {},
  )
}

function assertRepeat(repeat: string | undefined): void {
  if (repeat !== undefined && !isRepeat(repeat)) throw new Refusal('limit', copy.badRepeat)
}

function timesOf(turn: Turn, input: Input, title: string, said: SaidTime | null) {
  const { now, zone } = turn
  const due = dueOf(turn, input, said)
  const repeat = input.repeat ?? null
  if (input.remind_at === undefined)
    return { ...due, repeat, remindAt: defaultReminder(due, leadOf(title, turn.text), now, zone) }
  const remind = getTimeAhead(turn, input.remind_at)
  const remindAt = instantOf(`${remind.on}T${remind.time ?? '09:00'}`, zone)
  if (due.dueAt !== null && remindAt > due.dueAt) throw new Refusal('invalid', copy.remindAfterDue)
  // Only a reminder was said: it is the time of the task.
  return due.dueOn === null ? { ...toDueTime(remind, zone), repeat, remindAt } : { ...due, repeat, remindAt }
}

function dueOf({ now, zone }: Turn, { repeat }: Input, said: SaidTime | null): DueTime {
  if (said !== null) return toDueTime(said, zone)
  const first = repeat === undefined ? null : firstOccurrence(repeat, now, zone)
  return { dueAt: null, dueOn: first?.dueOn ?? null }
}

function ownerOf(assignee: Assignee, customer: Customer | null) {
  if (customer === null)
    return { customerId: null, ownerId: assignee.id, teamId: assignee.teamId, branchId: assignee.branchId }
  const { ownerId, teamId, branchId } = customer
  return { customerId: customer.id, ownerId, teamId, branchId }
}

function toLine(assignee: Assignee, customer: Customer | null, { task }: Changed) {
  return { task, customerName: customer?.name ?? null, assigneeName: assignee.name }
}

function toOutcome(turn: Turn, assignee: Assignee, customer: Customer | null, changed: Changed): CardOutcome {
  const outcome = toTaskOutcome(turn, 'created', toLine(assignee, customer, changed), changed)
  return customer === null
    ? outcome
    : { ...outcome, focus: { customer: { id: customer.id, name: customer.name } } }
}

/** A task that somebody else is given is told to them, in their private chat. */
async function tellAssignee(
  turn: Turn,
  assignee: Assignee,
  customer: Customer | null,
  changed: Changed,
): Promise<void> {
  if (assignee.id === turn.actor.id || assignee.account === null) return
  const reading = {
    now: turn.now,
    zone: turn.zone,
    actor: { ...turn.actor, id: assignee.id },
    conversation: { id: '', private: true },
  }
  const view = toTaskView(reading, toLine(assignee, customer, changed))
  await turn.send({
    receiver: { to: 'account', id: assignee.account },
    card: taskCard('assigned', view, reminderButtons(changed.task)),
    subject: `task:${changed.task.id}:assignee`,
    key: `task.assigned:${assignee.id}`,
  })
}
