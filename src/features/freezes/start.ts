// freeze.start (启动泄露预案): one person freezes at once, with a second factor and a reason; everybody who may confirm gets
// a card. There is nothing to undo: a thaw takes two others.

import { z } from 'zod'
import { askFreezeCard, freezeCard, frozenCard } from '../../../cards/freezes.ts'
import { say } from '../../../cards/kit/index.ts'
import { sentPrivatelyCard } from '../../../cards/notice.ts'
import { defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Outcome } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import { refusalWords } from '../../core/refusal-words.ts'
import type { Turn } from '../../storage/turn.ts'
import { listColleagues } from '../people/index.ts'
import { hasSecondFactor, offerFactor, proveStepUp, writeRefused } from '../step-up/index.ts'
import { NOT_YOURS, REASON_WORDS, SCOPE_WORDS } from './copy.ts'
import { buttonsFor, DECIDERS } from './decide.ts'
import { FREEZE_REASONS, SCOPES } from './schema.ts'
import { beginFreeze, type Freeze, factsOf, hideNumbers, listDeciders } from './store.ts'
import { findTarget, mayDecide, type Target } from './target.ts'
import { sendToDeciders, stepOut, toView } from './view.ts'

const Form = z.object({
  scope: z.enum(SCOPES),
  target: z.string().max(60).default(''),
  reason: z.enum(FREEZE_REASONS),
  code: z.string().max(40),
})

const submit = defineAction({
  name: 'freeze.submit',
  access: DECIDERS,
  input: z.object({}),
  run: async (turn: Turn, _, { form }) => {
    assertPrivate(turn)
    const asked = Form.safeParse(form)
    if (!asked.success)
      throw new Refusal(
        'invalid',
        say('请选择范围和原因，并输入验证码。', 'Choose scope and reason, and enter a code.'),
      )
    const { scope, target: said, reason, code } = asked.data
    const target = await findTarget(turn.db, scope, said, (work) => stepOut(turn, work))
    if (!mayDecide(turn.actor, target)) throw notYours(scope)
    const proof = await proveStepUp(turn, code)
    if (!proof.ok) {
      await writeRefused(turn, { action: 'freeze.start', facts: { scope, reason } })
      return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
    }
    const { actor, now, inboundId } = turn
    const freeze = await beginFreeze(turn.db, {
      id: turn.newId(),
      target,
      reason,
      at: now,
      by: actor.id,
      inboundId,
    })
    await turn.audit({
      action: 'freeze.start',
      entity: 'freeze',
      entityId: freeze.id,
      ...(freeze.customerId === null ? {} : { customerId: freeze.customerId }),
      facts: factsOf(freeze),
    })
    return begun(turn, freeze, target)
  },
})

// Whether there is a customer of that code is nothing for somebody who does not see them.
function notYours(scope: Target['scope']): Refusal {
  return scope === 'customer'
    ? new Refusal('not_found', undefined, { scope })
    : new Refusal('forbidden', NOT_YOURS, { scope })
}

async function begun(turn: Turn, freeze: Freeze, target: Target): Promise<Outcome> {
  await hideNumbers(turn)
  const deciders = await listDeciders(turn.db, target, [turn.actor.id])
  await sendToDeciders(turn, freeze, target, deciders, buttonsFor(freeze))
  await tellFrozen(turn, freeze)
  const card = freezeCard(await toView(turn, freeze, target), buttonsFor(freeze))
  return {
    kind: 'card',
    card,
    subject: `freeze:${freeze.id}`,
    toast: {
      tone: 'success',
      text: say(
        `已冻结，已请 ${deciders.length} 人确认`,
        `Frozen; ${deciders.length} people are asked to confirm`,
      ),
    },
  }
}

/** The employee whose access is frozen hears of it from us and not from a card that stays silent. */
async function tellFrozen(turn: Turn, { id, employeeId }: Freeze): Promise<void> {
  if (employeeId === null) return
  const [person] = (await listColleagues(turn.db)).filter((one) => one.id === employeeId)
  if (person?.account == null) return
  await turn.send({
    receiver: { to: 'account', id: person.account },
    card: frozenCard(refusalWords(new Refusal('frozen'))),
    noData: true,
    key: `freeze.told:${id}`,
  })
}

const start = defineCapability({
  intent: 'freeze.start',
  summary: say('启动泄露预案：冻结客户资料', 'Start the breach plan: freeze customer data'),
  examples: {
    zh: ['启动泄露预案', '冻结员工 802102', '冻结客户 C000001'],
    en: ['start the breach plan', 'freeze employee 802102', 'freeze customer C000001'],
  },
  access: DECIDERS,
  input: z.object({ scope: z.enum(SCOPES).optional(), target: z.string().max(60).optional() }),
  run: async (turn: Turn, { scope = 'bank', target = '' }) => {
    if (!(await hasSecondFactor(turn))) {
      await writeRefused(turn, { action: 'freeze.start', facts: { code: 'no_factor' } })
      return offerFactor(turn)
    }
    const card = askFreezeCard({
      scopes: SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] })),
      scope,
      target: turn.conversation.private ? target : '',
      reasons: FREEZE_REASONS.map((value) => ({ value, label: REASON_WORDS[value] })),
      submit: submit.button(say('确认冻结', 'Confirm'), {}, { tone: 'danger' }),
      cancel: { ...sayButton('冻结情况'), label: say('取消', 'Cancel') },
    })
    if (turn.conversation.private) return { kind: 'card', card }
    await turn.send({
      receiver: { to: 'account', id: turn.actor.account },
      card,
      noData: true,
      key: 'freeze.start',
    })
    return {
      kind: 'card',
      card: sentPrivatelyCard(),
    }
  },
})

/** The capability and the action of its form. */
export const starting = { capability: start, actions: [submit] }
