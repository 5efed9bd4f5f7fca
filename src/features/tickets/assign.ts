// Hands a request to a colleague of the same team, who gets a card about it.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { nameKey, nameKeys } from '../customers/index.ts'
import { type Employee, listColleagues } from '../people/index.ts'
import { assignedWords, copy, openedWords } from './copy.ts'
import { answerWork, doorsFor, WORKING } from './doors.ts'
import { getTicketByNumber, type TicketRecord } from './store.ts'
import { focusOf, subjectFor, toOutcome } from './view.ts'
import { handTo } from './work.ts'

export const assignTicket = defineCapability({
  intent: 'ticket.assign',
  summary: say('转派工单', 'Hand a ticket to a colleague'),
  examples: { zh: ['把T1024转给李磊', '工单T1030派给王敏'], en: ['assign T1024 to Li Lei'] },
  access: WORKING,
  input: z.object({ ticket: z.string(), to: z.string().trim().min(1) }),
  run: async (turn: Turn, input) => {
    const record = await getTicketByNumber(turn, input.ticket)
    assertInvolved(turn, record)
    const to = await findTeamMate(turn, input.to, record.ticket.teamId)
    const worked = await handTo(turn, record, to)
    if (to.id !== turn.actor.id) await tellHandler(turn, worked.record)
    return answerWork(turn, worked, assignedWords(to.name))
  },
})

/**
 * The active colleague of a team whom a name means.
 * @throws Refusal not_found where there is none, or several
 */
export async function findTeamMate(turn: Turn, name: string, teamId: number): Promise<Employee> {
  const key = nameKey(name)
  const mates = (await listColleagues(turn.db)).filter(
    (mate) => mate.teamId === teamId && nameKeys(mate.name).includes(key),
  )
  const [mate, second] = mates
  if (mate === undefined || second !== undefined) throw new Refusal('not_found', copy.noSuchColleague)
  return mate
}

function assertInvolved({ actor }: Turn, { ticket }: TicketRecord): void {
  const involved = [ticket.requesterId, ticket.handlerId, ticket.ownerId].includes(actor.id)
  if (!involved && actor.role !== 'supervisor') throw new Refusal('forbidden', copy.onlyInvolved)
}

/** Tells the handler of a request that it is theirs now. */
export async function tellHandler(turn: Turn, record: TicketRecord): Promise<void> {
  if (record.handler.account === null) return
  await turn.send({
    receiver: { to: 'account', id: record.handler.account },
    card: toOutcome(turn, record, 'requester', doorsFor(record), openedWords(record.handler.name)).card,
    subject: subjectFor(record.ticket.id, 'requester'),
    focus: focusOf(record),
    key: 'handler',
  })
}
