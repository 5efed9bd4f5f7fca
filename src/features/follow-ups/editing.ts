// The form of a follow-up with its appointment, and what becomes of what was filled in: both are saved, or neither.

import { z } from 'zod'
import type { Field, JsonObject, Option } from '../../../cards/kit/index.ts'
import { instantOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import {
  APPOINTMENT_LEAD_MS,
  changeTask,
  defaultReminder,
  getTimeAhead,
  insertTask,
  instantToField,
  moveTo,
  type Task,
  toDueTime,
} from '../tasks/index.ts'
import { CHANNEL_WORDS, copy } from './copy.ts'
import { CHANNELS, changeFollowUp, type FollowUp } from './store.ts'

/** A follow-up with its appointment, as they stand or as they were changed. */
export interface Saved {
  readonly followUp: FollowUp
  readonly task: Task | null
}

/** What the fields start with. */
export interface Prefilled {
  readonly note: string
  readonly channel: FollowUp['channel']
  readonly interest: string | null
  readonly nextTitle: string | null
  readonly nextAt: string | null
  readonly nextGuessed?: boolean
  readonly remind: string | null
}

/** The fields of a follow-up. */
export function followUpFields(start: Prefilled): readonly Field[] {
  return [
    {
      field: 'lines',
      name: 'note',
      label: copy.noteField,
      value: start.note,
      required: true,
      maxLength: 5000,
    },
    {
      field: 'choice',
      name: 'channel',
      label: copy.channelField,
      options: channelOptions(),
      ...given(start.channel),
    },
    {
      field: 'line',
      name: 'interest',
      label: copy.interestField,
      maxLength: 100,
      ...given(start.interest),
    },
    {
      field: 'line',
      name: 'next_title',
      label: copy.nextTitleField,
      maxLength: 200,
      ...given(start.nextTitle),
    },
    {
      field: 'moment',
      name: 'next_at',
      label: copy.nextField,
      ...given(start.nextAt),
      guessed: start.nextGuessed === true,
    },
    { field: 'moment', name: 'remind', label: copy.remindField, ...given(start.remind) },
  ]
}

/** What the fields of a saved follow-up start with. */
export function prefill(turn: Turn, { followUp, task }: Saved): Prefilled {
  const open = task?.state === 'open' ? task : null
  return {
    note: followUp.content,
    channel: followUp.channel,
    interest: followUp.interest,
    nextTitle: open?.title ?? null,
    nextAt: open === null ? null : dueField(turn, open),
    remind: open?.remindAt == null ? null : instantToField(open.remindAt, turn.zone),
  }
}

function dueField(turn: Turn, { dueAt, dueOn }: Task): string | null {
  const at = dueAt ?? (dueOn === null ? null : instantOf(`${dueOn}T09:00`, turn.zone))
  return at === null ? null : instantToField(at, turn.zone)
}

function channelOptions(): readonly Option[] {
  return CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_WORDS[channel] }))
}

function given<V extends string>(value: V | null): { readonly value: V } | Record<never, never> {
  return value === null ? {} : { value }
}

const Filled = z.object({
  note: z.string().trim().min(1).max(5000).optional(),
  channel: z.enum(CHANNELS).optional().catch(undefined),
  interest: z.string().trim().max(100).optional(),
  next_title: z.string().trim().max(200).optional(),
  next_at: z.string().optional(),
  remind: z.string().optional(),
})
type Filled = z.output<typeof Filled>

/**
 * Saves a filled form over what is saved; what was left as it was is not touched.
 * @throws Refusal invalid where a field cannot be read or a time has passed, stale where somebody was faster
 */
export async function saveFollowUpForm(
  turn: Turn,
  saved: Saved,
  form: JsonObject,
): Promise<Saved & { readonly undo: readonly UndoStep[] }> {
  const read = Filled.safeParse(form)
  if (!read.success) throw new Refusal('invalid')
  const { note, channel, interest } = read.data
  const { followUp } = saved
  const [written, task] = await Promise.all([
    changeFollowUp(turn, followUp, {
      content: note ?? followUp.content,
      channel: channel ?? followUp.channel,
      interest: interest === undefined ? followUp.interest : interest || null,
    }),
    saveAppointment(turn, saved, read.data),
  ])
  return {
    followUp: written.followUp,
    task: task?.task ?? saved.task,
    undo: [...written.undo, ...(task === null ? [] : [task.undo])],
  }
}

async function saveAppointment(turn: Turn, saved: Saved, filled: Filled) {
  const { task } = saved
  if (task?.state === 'open') return changeAppointment(turn, saved, task, filled)
  if (!filled.next_at && !filled.next_title) return null
  return addAppointment(turn, saved.followUp, filled)
}

async function changeAppointment(
  turn: Turn,
  saved: Saved,
  task: Task,
  { next_title, next_at, remind }: Filled,
) {
  const shown = prefill(turn, saved)
  const moved =
    next_at === undefined || next_at === '' || next_at === shown.nextAt
      ? {}
      : moveTo(task, getTimeAhead(turn, next_at), turn.now, turn.zone)
  const reminded =
    remind === undefined || remind === (shown.remind ?? '') ? {} : { remindAt: toInstant(turn, remind) }
  const titled =
    next_title === undefined || next_title === '' || next_title === task.title ? {} : { title: next_title }
  const change = { ...titled, ...moved, ...reminded }
  return Object.keys(change).length === 0 ? null : changeTask(turn, task, change, 'task.edit')
}

async function addAppointment(turn: Turn, followUp: FollowUp, { next_title, next_at, remind }: Filled) {
  const due = next_at ? toDueTime(getTimeAhead(turn, next_at), turn.zone) : { dueAt: null, dueOn: null }
  return insertTask(turn, {
    ...ownerOf(followUp),
    ...due,
    title: next_title || copy.appointment[turn.language],
    remindAt: remind
      ? toInstant(turn, remind)
      : defaultReminder(due, APPOINTMENT_LEAD_MS, turn.now, turn.zone),
    assigneeId: turn.actor.id,
    followUpId: followUp.id,
  })
}

function toInstant(turn: Turn, said: string): Date | null {
  if (said === '') return null
  const { on, time } = getTimeAhead(turn, said)
  return instantOf(`${on}T${time ?? '09:00'}`, turn.zone)
}

/** The customer of a follow-up and whose it is, for a row that goes with it. */
export function ownerOf({
  customerId,
  ownerId,
  teamId,
  branchId,
}: Pick<FollowUp, 'customerId' | 'ownerId' | 'teamId' | 'branchId'>) {
  return { customerId, ownerId, teamId, branchId }
}
