// A contact that took place, in one sentence (mission D1, D2): the note, the next appointment as a task with its
// reminder an hour before, and the offer of an opportunity, in one transaction and on one card.

import { z } from 'zod'
import { followUpFormCard } from '../../../cards/follow-ups.ts'
import { say } from '../../../cards/kit/index.ts'
import { dayOf, instantOf, parseSaidTime, type SaidTime } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { foldText } from '../../understand/fold.ts'
import { findMoney } from '../../understand/recognise/money.ts'
import { readTimes } from '../../understand/time/index.ts'
import { type Customer, findOneCustomer, focusOn, nameHere } from '../customers/index.ts'
import { listOpenOf } from '../opportunities/index.ts'
import {
  APPOINTMENT_LEAD_MS,
  type Changed,
  defaultReminder,
  getTimeAhead,
  insertTask,
  instantToField,
  isPast,
  toDueTime,
  toMomentField,
} from '../tasks/index.ts'
import { askCustomer } from './ask-customer.ts'
import { toOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { followUpFields, ownerOf } from './editing.ts'
import { CHANNELS, insertFollowUp } from './store.ts'

/** The slots of the reading, and what the form brings back under the names of its fields. */
const Input = z.object({
  customer: z.string().optional(),
  recent: z.string().optional(),
  channel: z.enum(CHANNELS).optional().catch(undefined),
  at: z.string().optional(),
  content: z.string().optional(),
  next: z.object({ at: z.string().optional(), action: z.string().optional() }).optional(),
  interest: z.string().trim().max(100).optional(),
  note: z.string().trim().max(5000).optional(),
  next_at: z.string().optional(),
  next_title: z.string().trim().max(200).optional(),
  remind: z.string().optional(),
  confirmed: z.boolean().optional(),
})
type Input = z.output<typeof Input>

export const logFollowUp = defineCapability({
  intent: 'followup.log',
  summary: say('记录跟进', 'Log a follow-up'),
  examples: {
    zh: [
      '电话沟通李先生，对3年期大额存单感兴趣，约下周三下午2点来网点',
      '刚拜访了冀东装备，有代发工资需求',
      '微信联系王建军，说月底再考虑',
    ],
    en: [
      'called Mr Li, interested in the 3-year Large CD, coming in next Wednesday at 2pm',
      'visited Acme today, they want payroll service',
      'WeChat with Tom Zhao, he will think about it',
    ],
  },
  access: WRITES,
  input: Input,
  run: async (turn: Turn, input) => {
    const who = input.recent ?? input.customer
    if (who === undefined || who === '') throw await askCustomer(turn)
    const customer = await findOneCustomer(turn, who)
    const first = turn.actor.alwaysConfirm
    const content = contentOf(turn, input)
    const next = nextOf(turn, input)
    const passed = next.said !== null && isPast(toDueTime(next.said, turn.zone), turn.now, turn.zone)
    if (input.confirmed !== true && (content === '' || first || passed || next.said?.guessed === true)) {
      throw ask(turn, customer, { input, content, next, passed })
    }
    return write(turn, customer, { input, content, next })
  },
})

interface Next {
  readonly said: SaidTime | null
  readonly title: string | null
}

/** What the follow-up will hold, read from the slots and the form. */
interface Draft {
  readonly input: Input
  readonly content: string
  readonly next: Next
}

/** The words as they were written; a reading that shortened them is not kept in their place. */
function contentOf(turn: Turn, { note, content, confirmed }: Input): string {
  const words = (note ?? '') || turn.text.trim() || (content ?? '').trim()
  // A button brings no words yet: the form asks for them.
  if (words === '' && confirmed === true) throw new Refusal('invalid', copy.emptyNote)
  return words
}

function nextOf(turn: Turn, { note, next, next_at, next_title }: Input): Next {
  // A form that came back without a time and a title was emptied: what was guessed is not put back.
  const emptied = note !== undefined && note !== '' && next_at === undefined && next_title === undefined
  if (emptied) return { said: null, title: null }
  const at = next_at ?? next?.at
  const title = next_title || titleOf(turn, next?.action?.trim() ?? '')
  return { said: at === undefined ? null : parseSaidTime(at), title: title?.slice(0, 200) ?? null }
}

/** 来 alone, or 约了明天下午3点, says when and not what: the appointment has no title of its own then. */
function titleOf({ now, zone }: Turn, action: string): string | null {
  const [time] = readTimes(action, { now, zone, lean: 'forward' })
  const what = action.replace(time?.text ?? '', '').replace(/^[约定好了在的,，\s]+/, '')
  return what.length > 1 ? action : null
}

function ask(turn: Turn, customer: Customer, draft: Draft & { readonly passed: boolean }): Question {
  const { input, content, next, passed } = draft
  const due = next.said === null || passed ? null : toDueTime(next.said, turn.zone)
  const remindAt = due === null ? null : defaultReminder(due, APPOINTMENT_LEAD_MS, turn.now, turn.zone)
  const patch = { customer: `id:${customer.id}`, confirmed: true }
  return new Question(
    (resume) =>
      followUpFormCard({
        title: copy.check,
        text: passed ? copy.passed : next.said?.guessed === true ? copy.guessed : copy.asked,
        customer: nameHere(turn, customer.name),
        fields: followUpFields({
          note: content,
          channel: input.channel ?? null,
          interest: input.interest ?? null,
          nextTitle: next.title,
          nextAt: next.said === null || passed ? null : toMomentField(next.said),
          nextGuessed: next.said?.guessed === true,
          remind: remindAt === null ? null : instantToField(remindAt, turn.zone),
        }),
        buttons: [resume.button(copy.confirm, patch, { tone: 'primary' }), resume.cancel(copy.discard)],
      }),
    passed ? { focus: focusOn(customer) } : { confirmPatch: patch, focus: focusOn(customer) },
  )
}

async function write(turn: Turn, customer: Customer, draft: Draft): Promise<CardOutcome> {
  const { input, content } = draft
  const interest = input.interest || null
  const id = turn.newId()
  const given = {
    id,
    content,
    channel: input.channel ?? null,
    happenedAt: happenedAt(turn, input.at),
    interest,
  }
  const [written, appointment, open] = await Promise.all([
    insertFollowUp(turn, customer, given),
    writeAppointment(turn, customer, id, draft),
    interest === null ? [] : listOpenOf(turn, customer.id, interest),
  ])
  const line = { followUp: written.followUp, customerName: customer.name, authorName: turn.actor.name }
  const amount = interest === null ? null : saidAmount(content)
  const outcome = toOutcome(turn, 'saved', line, {
    task: appointment?.task ?? null,
    made: null,
    existing: open[0] ?? null,
    ...(amount === null ? {} : { amount }),
  })
  const undo = appointment === null ? written.undo : [...written.undo, appointment.undo]
  return { ...outcome, undo, focus: focusOn(customer) }
}

async function writeAppointment(
  turn: Turn,
  customer: Customer,
  followUpId: string,
  { input, next }: Draft,
): Promise<Changed | null> {
  if (next.said === null && next.title === null) return null
  const due = next.said === null ? { dueAt: null, dueOn: null } : toDueTime(next.said, turn.zone)
  if (isPast(due, turn.now, turn.zone)) throw new Refusal('invalid', copy.passed)
  const remind = input.remind ? getTimeAhead(turn, input.remind) : null
  return insertTask(turn, {
    ...ownerOf({ ...customer, customerId: customer.id }),
    ...due,
    title: next.title ?? copy.appointment[turn.language],
    remindAt:
      remind === null
        ? defaultReminder(due, APPOINTMENT_LEAD_MS, turn.now, turn.zone)
        : instantOf(`${remind.on}T${remind.time ?? '09:00'}`, turn.zone),
    assigneeId: turn.actor.id,
    followUpId,
  })
}

/** When the contact took place: now where nothing or today was said; never in the future. A day alone is its noon. */
function happenedAt(turn: Turn, at: string | undefined): Date {
  const said = at === undefined ? null : parseSaidTime(at)
  if (said === null || (said.time === null && said.on === dayOf(turn.now, turn.zone))) return turn.now
  const instant = instantOf(`${said.on}T${said.time ?? '12:00'}`, turn.zone)
  return new Date(Math.min(instant.getTime(), turn.now.getTime()))
}

/** The one amount in yuan that the note names, as it stands there; null where there is none, or several. */
function saidAmount(content: string): string | null {
  const found = findMoney(foldText(content))
  const [only] = found
  if (only === undefined || found.length > 1 || typeof only.value !== 'number') return null
  return String(only.value)
}
