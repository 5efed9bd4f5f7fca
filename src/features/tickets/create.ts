// Opens a request, or asks for a decision. Only what cannot be done without is asked about.

import { z } from 'zod'
import { type Field, say } from '../../../cards/kit/index.ts'
import { KIND_WORDS, newTicketCard, URGENCY_WORDS } from '../../../cards/tickets.ts'
import { instantOf, parseSaidTime } from '../../core/calendar.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOneCustomer, nameHere } from '../customers/index.ts'
import { parseAmount, toFen } from '../money.ts'
import type { Employee } from '../people/index.ts'
import { findTeamMate, tellHandler } from './assign.ts'
import { copy, openedWords, submittedWords } from './copy.ts'
import type { Decisions } from './decisions.ts'
import { doorsFor, readerHere, WORKING } from './doors.ts'
import { getTicket, insertTicket, type TicketRecord } from './store.ts'
import { contentOf, defaultDueAt, KINDS, needsApproval, type TicketKind, URGENCIES } from './ticket.ts'
import { toOutcome } from './view.ts'
import { auditOf } from './work.ts'

const CreateInput = z.object({
  customer: z.string().optional(),
  kind: z.enum(KINDS).optional(),
  content: z.string().trim().min(1).max(2000).optional(),
  urgency: z.enum(URGENCIES).optional(),
  /** Yuan from a sentence, words from a form, another currency as an object. */
  amount: z.union([z.number(), z.string(), z.object({ value: z.number(), currency: z.string() })]).optional(),
  product: z.string().optional(),
  rate_bp: z.number().int().min(-1000).max(1000).optional(),
  due: z.string().optional(),
  assignee: z.string().optional(),
})
type CreateInput = z.output<typeof CreateInput>

/** Makes the capability; who decides is told by the port. */
export function defineCreateTicket(decisions: Decisions) {
  return defineCapability({
    intent: 'ticket.create',
    summary: say('新建工单或提交审批', 'Open a ticket or ask for an approval'),
    examples: {
      zh: [
        '投诉 李先生 手机银行转账失败 紧急',
        '申请李建国3年期大额存单50万利率上浮15BP',
        '申请客户答谢会费用5000元',
      ],
      en: [
        'Mr Li complains that his transfer failed, open an urgent ticket',
        'expense request 1200 yuan for a client lunch',
      ],
    },
    access: WORKING,
    input: CreateInput,
    run: (turn: Turn, input) => create(decisions, turn, input),
  })
}

async function create(decisions: Decisions, turn: Turn, input: CreateInput): Promise<CardOutcome> {
  const customer = input.customer === undefined ? null : await findOneCustomer(turn, input.customer)
  const said = askWhatIsMissing(turn, input, customer?.name ?? null)
  const owned = customer ?? ownRows(turn)
  const approver = needsApproval(said.kind)
    ? await decisions.findApprover(turn, owned.teamId, turn.actor.id)
    : null
  const handler = approver ?? (await findHandler(turn, input.assignee, owned.teamId))
  const ticket = await insertTicket(turn, {
    ...said,
    ...readDetails(turn, input),
    customerId: customer?.id ?? null,
    requesterId: turn.actor.id,
    handlerId: handler.id,
    status: approver === null ? 'open' : 'waiting',
    ownerId: owned.ownerId,
    teamId: owned.teamId,
    branchId: owned.branchId,
  })
  await turn.audit({ action: 'ticket.create', ...auditOf(ticket) })
  if (approver !== null) await decisions.ask(turn, ticket.id, approver)
  const record = await getTicket(turn, ticket.id)
  if (approver === null && handler.id !== turn.actor.id) await tellHandler(turn, record)
  return answerCreated(turn, record, approver)
}

function answerCreated(turn: Turn, record: TicketRecord, approver: Employee | null): CardOutcome {
  const words = approver === null ? openedWords(record.handler.name) : submittedWords(approver.name)
  const reader = readerHere(turn)
  const doors = reader === 'requester' ? doorsFor(record) : []
  const { id, version } = record.ticket
  return {
    ...toOutcome(turn, record, reader, doors, words),
    undo: [{ entity: 'ticket', id, version, before: null }],
  }
}

/** Everything about a request that is said or has a default. */
function readDetails(turn: Turn, input: CreateInput) {
  const urgency = input.urgency ?? 'normal'
  return {
    urgency,
    product: input.product ?? null,
    amountFen: readAmount(input.amount),
    rateBp: input.rate_bp ?? null,
    dueAt: readDue(turn, input.due) ?? defaultDueAt(urgency, turn.now, turn.zone),
  }
}

/** The rows of a request about no customer belong to whoever makes it. */
function ownRows({ actor }: Turn) {
  if (actor.teamId === null || actor.branchId === null) throw new Refusal('invalid', copy.noTeam)
  return { ownerId: actor.id, teamId: actor.teamId, branchId: actor.branchId }
}

/** Whoever was named, else the person who asks works on it. */
async function findHandler(
  turn: Turn,
  assignee: string | undefined,
  teamId: number,
): Promise<Pick<Employee, 'id' | 'name'>> {
  return assignee === undefined ? turn.actor : findTeamMate(turn, assignee, teamId)
}

function askWhatIsMissing(
  turn: Turn,
  input: CreateInput,
  customerName: string | null,
): { readonly kind: TicketKind; readonly content: string } {
  const content = input.content ?? contentOf(turn.text, [input.customer, customerName])
  if (input.kind !== undefined && content !== null) return { kind: input.kind, content }
  throw new Question((resume) =>
    newTicketCard({
      text: input.kind === undefined ? copy.askKind : copy.askContent,
      customer: customerName === null ? null : nameHere(turn, customerName),
      fields: fieldsFor(input, content),
      submit: resume.button(copy.submit, {}, { tone: 'primary' }),
      cancel: resume.cancel(copy.cancel),
    }),
  )
}

function fieldsFor(input: CreateInput, content: string | null): readonly Field[] {
  const kinds = KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))
  const urgencies = URGENCIES.map((value) => ({ value, label: URGENCY_WORDS[value] }))
  return [
    {
      field: 'choice',
      name: 'kind',
      label: copy.kind,
      required: true,
      options: kinds,
      ...filled(input.kind),
    },
    {
      field: 'lines',
      name: 'content',
      label: copy.content,
      required: true,
      maxLength: 2000,
      ...filled(content ?? undefined),
    },
    { field: 'choice', name: 'urgency', label: copy.urgency, options: urgencies, ...filled(input.urgency) },
    {
      field: 'line',
      name: 'amount',
      label: copy.amount,
      ...filled(typeof input.amount === 'number' ? String(input.amount) : undefined),
    },
  ]
}

function filled(value: string | undefined): { readonly value?: string } {
  return value === undefined ? {} : { value }
}

function readAmount(amount: CreateInput['amount']): bigint | null {
  if (amount === undefined) return null
  const fen =
    typeof amount === 'number' ? toFen(amount) : typeof amount === 'string' ? parseAmount(amount) : null
  if (fen === null) throw new Refusal('invalid', copy.badAmount)
  return fen
}

/** A deadline that is a day ends with the close of business. */
function readDue({ zone }: Turn, due: string | undefined): Date | null {
  if (due === undefined) return null
  const said = parseSaidTime(due)
  if (said === null) throw new Refusal('invalid', copy.badDue)
  return instantOf(`${said.on}T${said.time ?? '18:00'}`, zone)
}
