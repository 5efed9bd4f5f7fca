// What people can do about a request on its card, and the answer after they did: the card as it is now, in every copy.

import { z } from 'zod'
import type { BothLanguages, Node } from '../../../cards/kit/index.ts'
import { workForm } from '../../../cards/tickets.ts'
import { dayOf } from '../../core/calendar.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOnDuty, listSupervisors } from '../people/index.ts'
import { copy } from './copy.ts'
import { getTicket, type TicketRecord } from './store.ts'
import { type Reader, refreshCopies, toOutcome } from './view.ts'
import { addProgress, markResolved, recordCallBack, type Worked } from './work.ts'

/** Those who work on requests. */
export const WORKING: Access = { mode: 'write', roles: ['rm', 'supervisor'] }
/** Those who may read them. */
export const READING: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }

const Ticket = z.object({ ticket: z.uuid() })
const Written = z.object({ content: z.string().trim().min(1).max(500).optional().catch(undefined) })

/** 记录进展: what was written in the card's line. */
export const progressAction = defineAction({
  name: 'ticket.add-progress',
  access: WORKING,
  input: Ticket,
  run: async (turn: Turn, { ticket }, click) =>
    answerWork(
      turn,
      await addProgress(turn, await getTicket(turn, ticket), Written.parse(click.form).content),
      copy.saved,
    ),
})

/** 标记已解决, with what was written in the card's line. */
export const resolveAction = defineAction({
  name: 'ticket.mark-resolved',
  access: WORKING,
  input: Ticket,
  run: async (turn: Turn, { ticket }, click) =>
    answerWork(
      turn,
      await markResolved(turn, await getTicket(turn, ticket), Written.parse(click.form).content),
      copy.solved,
    ),
})

/** The result of the call-back. */
export const callBackAction = defineAction({
  name: 'ticket.call-back',
  access: WORKING,
  input: Ticket.extend({ satisfied: z.boolean() }),
  run: async (turn: Turn, { ticket, satisfied }) =>
    answerCallBack(turn, await recordCallBack(turn, await getTicket(turn, ticket), satisfied), satisfied),
})

/** What can be done about a request by those who work on it. Nothing is left on a card that was decided. */
export function doorsFor({ ticket }: TicketRecord): readonly Node[] {
  const input = { ticket: ticket.id }
  if (ticket.status === 'open') {
    return [
      workForm([
        progressAction.button(copy.addProgress, input),
        resolveAction.button(copy.markResolved, input, { tone: 'primary' }),
      ]),
    ]
  }
  if (ticket.status !== 'resolved') return []
  const buttons = [
    callBackAction.button(copy.satisfied, { ...input, satisfied: true }, { tone: 'primary' }),
    callBackAction.button(copy.unsatisfied, { ...input, satisfied: false }),
  ]
  return [{ node: 'buttons', buttons }]
}

/** Who looks, where nothing is to be decided. */
export function readerHere({ conversation, actor }: Turn): Reader {
  if (!conversation.private) return 'group'
  return actor.role === 'head' ? 'reader' : 'requester'
}

/** The card after a step of work; every copy changes with it. */
export async function answerWork(
  turn: Turn,
  { record, undo }: Worked,
  text: BothLanguages,
): Promise<CardOutcome> {
  const doors = doorsFor(record)
  await refreshCopies(turn, record, { requester: doors })
  const reader = readerHere(turn)
  const outcome = toOutcome(turn, record, reader, reader === 'requester' ? doors : [])
  return { ...outcome, undo, toast: { tone: 'success', text } }
}

/** The answer to a call-back; an unsatisfied customer is told to the supervisor (D14). */
export async function answerCallBack(turn: Turn, worked: Worked, satisfied: boolean): Promise<CardOutcome> {
  if (!satisfied) await tellSupervisor(turn, worked.record)
  return answerWork(turn, worked, satisfied ? copy.closed : copy.reopened)
}

async function tellSupervisor(turn: Turn, record: TicketRecord): Promise<void> {
  const supervisors = await listSupervisors(turn.db, record.ticket.teamId)
  const supervisor = await findOnDuty(turn.db, supervisors, dayOf(turn.now, turn.zone))
  if (supervisor === null || supervisor.account === null || supervisor.id === turn.actor.id) return
  const { card, subject, focus } = toOutcome(turn, record, 'requester', doorsFor(record), copy.notSolved)
  await turn.send({
    receiver: { to: 'account', id: supervisor.account },
    card,
    key: 'supervisor',
    ...(subject === undefined ? {} : { subject }),
    ...(focus === undefined ? {} : { focus }),
  })
}
