// customer.assign: a supervisor hands a customer to another relationship manager of the team, after a look at what goes
// along (S122). The hand-over itself is in hand-over.ts.

import { z } from 'zod'
import { handOverCard } from '../../../cards/customer-changes.ts'
import { type BothLanguages, type Button, join, say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Employee, findEmployee, listColleagues } from '../people/index.ts'
import { copy } from './copy.ts'
import { findOneCustomer } from './find-one.ts'
import { type Along, countAlong, handOver } from './hand-over.ts'
import { nameHere } from './mask.ts'
import type { Customer } from './store.ts'

export const assignCapability = defineCapability({
  intent: 'customer.assign',
  summary: say('移交客户', 'Hand a customer over'),
  examples: { zh: ['把赵敏转给王敏'], en: ['assign Zhao Min to Wang Min'] },
  access: { mode: 'write', roles: ['supervisor'] },
  input: z.object({
    customer: z.string().max(200).optional(),
    to: z.string().max(60).optional(),
    confirmed: z.boolean().optional(),
  }),
  run: async (turn: Turn, input): Promise<CardOutcome> => {
    const customer = await findOneCustomer(turn, input.customer)
    const team = await listManagers(turn)
    const to = team.find(({ name, id }) => name === input.to || `id:${id}` === input.to)
    if (to === undefined) throw askManager(turn, customer, team, input.to)
    if (to.id === customer.ownerId) throw new Refusal('conflict', ALREADY)
    const [from, along] = await Promise.all([
      findEmployee(turn.db, customer.ownerId),
      countAlong(turn, customer.id),
    ])
    if (input.confirmed !== true) throw askToConfirm(turn, { customer, from, to, along })
    const undo = await handOver(turn, customer, to)
    await tellBoth(turn, { customer, from, to, along })
    const card = cardOf(turn, { customer, from, to, along }, say('已移交客户', 'Customer handed over'), [
      { ...sayButton(customer.code), label: copy.open },
    ])
    return {
      kind: 'card',
      card,
      undo,
      focus: { customer: { id: customer.id, name: customer.name } },
      toast: { tone: 'success', text: say('已移交，已通知双方', 'Handed over; both were told') },
    }
  },
})

const ALREADY = say(
  '这位客户已经由该客户经理负责，没有改动。',
  'This manager already looks after the customer; nothing was changed.',
)

async function listManagers(turn: Turn): Promise<readonly Employee[]> {
  const colleagues = await listColleagues(turn.db)
  return colleagues.filter(({ role, teamId }) => role === 'rm' && teamId === turn.actor.teamId)
}

function askManager(
  turn: Turn,
  customer: Customer,
  team: readonly Employee[],
  said: string | undefined,
): Question {
  const others = team.filter(({ id }) => id !== customer.ownerId)
  const text =
    said === undefined
      ? join([say('把 ', 'Hand over '), nameHere(turn, customer.name), say(' 移交给谁？', ' to whom?')])
      : join([
          say('未找到本团队的客户经理“', 'No relationship manager of this team is called “'),
          said,
          say('”。没有移交。', '”. Nothing was handed over.'),
        ])
  return new Question((resume) =>
    noticeCard({
      title: say('移交给谁？', 'To whom?'),
      text,
      buttons: [
        ...others.map(({ id, name }) =>
          resume.button(name, { customer: `id:${customer.id}`, to: `id:${id}` }),
        ),
        resume.cancel(copy.cancel),
      ],
    }),
  )
}

interface HandOver {
  readonly customer: Customer
  readonly from: Employee | null
  readonly to: Employee
  readonly along: Along
}

function askToConfirm(turn: Turn, planned: HandOver): Question {
  const { customer, to } = planned
  const patch = { customer: `id:${customer.id}`, to: `id:${to.id}`, confirmed: true }
  return new Question(
    (resume) =>
      cardOf(turn, planned, say('确认移交客户？', 'Hand this customer over?'), [
        resume.button(say('确认移交', 'Confirm'), patch, { tone: 'primary' }),
        resume.cancel(copy.cancel),
      ]),
    { confirmPatch: patch, focus: { customer: { id: customer.id, name: customer.name } } },
  )
}

function cardOf(
  turn: Turn,
  { customer, from, to, along }: HandOver,
  title: BothLanguages,
  buttons: readonly Button[],
) {
  return handOverCard({
    title,
    customer: nameHere(turn, customer.name),
    code: customer.code,
    from: from?.name ?? '—',
    to: to.name,
    along: alongWords(along),
    buttons,
  })
}

function alongWords({ followUps, opportunities, tasks }: Along): BothLanguages {
  return say(
    `${followUps} 条跟进、${opportunities} 个商机、${tasks} 个未完成任务`,
    `${followUps} follow-ups, ${opportunities} opportunities, ${tasks} open tasks`,
  )
}

/** Both managers read of it in their private chats, where names stand in full. */
async function tellBoth(turn: Turn, handedOver: HandOver): Promise<void> {
  const { customer, from, to } = handedOver
  const privately = { ...turn, conversation: { ...turn.conversation, private: true } }
  const tell = (employee: Employee | null, title: BothLanguages, buttons: readonly Button[]) =>
    employee?.account == null || employee.id === turn.actor.id
      ? undefined
      : turn.send({
          receiver: { to: 'account', id: employee.account },
          card: cardOf(privately, handedOver, title, buttons),
          key: `hand-over:${customer.id}:${employee.id}`,
        })
  await Promise.all([
    tell(from, say('客户已移交给同事', 'A customer was handed to a colleague'), []),
    tell(to, say('收到移交的客户', 'A customer was handed to you'), [
      { ...sayButton(customer.code), label: copy.open, tone: 'primary' },
    ]),
  ])
}
