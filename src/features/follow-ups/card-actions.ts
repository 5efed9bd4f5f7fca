// The buttons on a follow-up's card: the way of contact, the opportunity that is offered, edit; and the line asked for
// when a task is done. A card of an earlier state is shown the present one.

import { z } from 'zod'
import { type FollowUpNews, followUpCard, followUpFormCard } from '../../../cards/follow-ups.ts'
import type { Button, Card } from '../../../cards/kit/index.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { derivedId } from '../../core/ids.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findCustomer, focusOn } from '../customers/index.ts'
import { parseAmount } from '../money.ts'
import {
  insertOpportunity,
  listOpenOf,
  type OpportunityLine,
  toOpportunityView,
} from '../opportunities/index.ts'
import { findTaskLine, findTaskOf, NOTE_OF_TASK } from '../tasks/index.ts'
import { CHANNEL_WORDS, copy } from './copy.ts'
import { followUpFields, prefill, type Saved, saveFollowUpForm } from './editing.ts'
import { CHANNELS, changeFollowUp, type FollowUpLine, findFollowUp, insertFollowUp } from './store.ts'
import { toAppointmentView, toFollowUpView } from './view.ts'

/** Follow-ups are written by those who have customers; heads only read. */
export const WRITES: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

const Target = z.object({ id: z.uuid(), version: z.int() })
type Target = z.output<typeof Target>

/** What a card of a follow-up tells beside the note. */
export interface Around {
  readonly task: Saved['task']
  /** The opportunity that was made of it. */
  readonly made: OpportunityLine | null
  /** An opportunity for the same that was open before. */
  readonly existing: OpportunityLine | null
  /** The amount that was said, as it was said, for the offer. */
  readonly amount?: string
}

/** One of the ways of contact, where none was said (mission S39). */
export const setChannel = defineAction({
  name: 'followup.channel',
  corrects: true,
  access: WRITES,
  input: Target.extend({ channel: z.enum(CHANNELS) }),
  run: async (turn: Turn, { channel, ...target }) =>
    onStanding(turn, target, async (line, around) => {
      const { followUp, undo } = await changeFollowUp(turn, line.followUp, { channel })
      return {
        ...toOutcome(turn, 'changed', { ...line, followUp }, around),
        undo,
        toast: saved(copy.toastSaved),
      }
    }),
})

/** 同时建商机 (mission S53). */
export const offerOpportunity = defineAction({
  name: 'followup.opportunity',
  access: WRITES,
  input: Target.extend({ amount: z.string().max(40).optional() }),
  run: async (turn: Turn, { amount, ...target }) =>
    onStanding(turn, target, async (line, around) => {
      const { followUp, customerName } = line
      const product = followUp.interest
      if (product === null) throw new Refusal('stale', copy.noInterest)
      const amountFen = amount === undefined ? null : parseAmount(amount)
      if (around.made !== null) return outdated(turn, line, around)
      const created = await insertOpportunity(
        turn,
        { ...followUp, id: followUp.customerId, name: customerName },
        {
          id: await derivedId('opportunity', followUp.id, product),
          product,
          amountFen,
          closeOn: null,
          stage: 'initial_contact',
        },
      )
      const made = { opportunity: created.opportunity, customerName }
      const outcome = toOutcome(turn, 'changed', line, { ...around, made })
      return { ...outcome, undo: [created.undo], toast: saved(copy.toastOpportunity) }
    }),
})

/** 修改: opens the form. */
export const edit = defineAction({
  name: 'followup.edit',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) =>
    onStanding(turn, target, async (line, { task }) => {
      const card = followUpFormCard({
        title: copy.editTitle,
        text: copy.asked,
        customer: line.customerName,
        fields: followUpFields(prefill(turn, { followUp: line.followUp, task })),
        buttons: [
          save.button(copy.save, { ...target, task: task?.version ?? 0 }, { tone: 'primary' }),
          show.button(copy.dismiss, { id: target.id }),
        ],
      })
      if (turn.conversation.private) return { kind: 'card', card }
      // The form holds the whole note; a group gets no more than its card shows.
      await turn.send({
        receiver: { to: 'account', id: turn.actor.account },
        card,
        key: `followup.edit:${target.id}`,
      })
      return { kind: 'toast', toast: { tone: 'info', text: copy.sentPrivately } }
    }),
})

/** 保存 on the form: the note and its appointment together. */
export const save = defineAction({
  name: 'followup.save',
  corrects: true,
  access: WRITES,
  input: Target.extend({ task: z.int() }),
  run: async (turn: Turn, { task: taskVersion, ...target }, click) =>
    onStanding(turn, target, async (line, around) => {
      if ((around.task?.version ?? 0) !== taskVersion) return outdated(turn, line, around)
      const { undo, followUp, task } = await saveFollowUpForm(
        turn,
        { followUp: line.followUp, task: around.task },
        click.form,
      )
      const outcome = toOutcome(turn, 'changed', { ...line, followUp }, { ...around, task })
      return { ...outcome, undo, toast: saved(copy.toastSaved) }
    }),
})

/** Back from the form to the follow-up. */
export const show = defineAction({
  name: 'followup.show',
  access: { mode: 'read', roles: ['rm', 'supervisor', 'head'] },
  input: z.object({ id: z.uuid() }),
  run: async (turn: Turn, { id }): Promise<Outcome> => {
    const line = await getFollowUp(turn, id)
    return toOutcome(turn, 'shown', line, await findAround(turn, line))
  },
})

/** The line that was asked for when a task was done (mission D6). */
export const noteOfTask = defineAction({
  name: NOTE_OF_TASK,
  access: WRITES,
  input: z.object({ task: z.uuid(), version: z.int() }),
  run: async (turn: Turn, input, click): Promise<Outcome> => {
    const note = z.string().trim().max(5000).catch('').parse(click.form['note'])
    if (note === '') return { kind: 'toast', toast: { tone: 'info', text: copy.nothingWritten } }
    const line = await findTaskLine(turn, input.task)
    const customer =
      line === null || line.task.customerId === null ? null : await findCustomer(turn, line.task.customerId)
    if (line === null || customer === null) throw new Refusal('not_found', copy.noCustomer)
    const id = await derivedId('note', line.task.id, String(input.version))
    if ((await findFollowUp(turn, id)) !== null)
      return { kind: 'toast', toast: { tone: 'warning', text: copy.alreadyFiled } }
    const written = await insertFollowUp(turn, customer, {
      id,
      content: note,
      channel: null,
      happenedAt: turn.now,
      interest: null,
    })
    const filed = { followUp: written.followUp, customerName: customer.name, authorName: turn.actor.name }
    const outcome = toOutcome(turn, 'saved', filed, { task: null, made: null, existing: null })
    return { ...outcome, undo: written.undo, toast: saved(copy.toastSaved), focus: focusOn(customer) }
  },
})

function saved(text: typeof copy.toastSaved) {
  return { tone: 'success', text } as const
}

/** The card of a follow-up with what goes with it. */
export function toOutcome(turn: Turn, news: FollowUpNews, line: FollowUpLine, around: Around): CardOutcome {
  return { kind: 'card', card: toCard(turn, news, line, around) }
}

function toCard(
  turn: Turn,
  news: FollowUpNews,
  line: FollowUpLine,
  { task, made, existing, amount }: Around,
): Card {
  const { followUp } = line
  const writes = WRITES.roles.includes(turn.actor.role)
  const target = { id: followUp.id, version: followUp.version }
  const offer = followUp.interest === null || made !== null ? [] : [offerButton(target, amount)]
  return followUpCard(news, toFollowUpView(turn, line), {
    appointment: toAppointmentView(turn, task, line.customerName),
    opportunity: made === null ? null : toOpportunityView(turn, made).name,
    existing: existing === null ? null : toOpportunityView(turn, existing).name,
    channels: writes && followUp.channel === null ? channelButtons(target) : [],
    buttons: writes ? [...offer, edit.button(copy.edit, target)] : [],
  })
}

function offerButton(target: Target, amount: string | undefined): Button {
  return offerOpportunity.button(
    copy.offer,
    { ...target, ...(amount === undefined ? {} : { amount }) },
    { tone: 'primary' },
  )
}

function channelButtons(target: Target): readonly Button[] {
  return (['phone', 'visit', 'wechat', 'email'] as const).map((channel) =>
    setChannel.button(CHANNEL_WORDS[channel], { ...target, channel }),
  )
}

async function getFollowUp(turn: Turn, id: string): Promise<FollowUpLine> {
  const line = await findFollowUp(turn, id)
  if (line === null) throw new Refusal('not_found')
  return line
}

/** What goes with a saved follow-up: its appointment, and the opportunities for what the customer showed interest in. */
async function findAround(turn: Turn, { followUp }: FollowUpLine): Promise<Around> {
  const { customerId, interest, createdAt } = followUp
  const [task, open] = await Promise.all([
    findTaskOf(turn, followUp.id),
    interest === null ? [] : listOpenOf(turn, customerId, interest),
  ])
  const made = open.find(({ opportunity }) => opportunity.createdAt >= createdAt) ?? null
  return { task, made, existing: open.find((line) => line !== made) ?? null }
}

type Run = (line: FollowUpLine, around: Around) => Promise<Outcome>

async function onStanding(turn: Turn, target: Target, run: Run): Promise<Outcome> {
  const line = await getFollowUp(turn, target.id)
  const around = await findAround(turn, line)
  return line.followUp.version === target.version ? run(line, around) : outdated(turn, line, around)
}

function outdated(turn: Turn, line: FollowUpLine, around: Around): Outcome {
  return { ...toOutcome(turn, 'shown', line, around), toast: { tone: 'warning', text: copy.toastMoved } }
}
