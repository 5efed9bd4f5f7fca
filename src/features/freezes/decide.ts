// What is decided about a freeze after its beginning: a second person confirms it, two others thaw it. Each with a second
// factor; who may is decided again at the click, in the application and in the table's own checks.

import { z } from 'zod'
import { askCodeCard, freezeCard } from '../../../cards/freezes.ts'
import { type Button, say, type Words } from '../../../cards/kit/index.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Outcome } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { hasSecondFactor, offerFactor, proveStepUp, writeRefused } from '../step-up/index.ts'
import { NOT_YOURS } from './copy.ts'
import { agreeToThaw, confirmFreeze, type Freeze, factsOf, getFreeze, listDeciders } from './store.ts'
import { mayDecide, type Target, targetOf } from './target.ts'
import { sendToDeciders, stepOut, toView } from './view.ts'

/** Those who decide about freezes; how far, `mayDecide` says. */
export const DECIDERS: Access = {
  mode: 'write',
  roles: ['supervisor', 'head', 'administrator', 'auditor'],
  whileFrozen: true,
}
const STEPS = ['confirm', 'thaw'] as const
type Step = (typeof STEPS)[number]
const Input = z.object({ id: z.uuid(), step: z.enum(STEPS) })

/** Asks for the code; who has no second factor is offered to set one up. */
const ask = defineAction({
  name: 'freeze.ask',
  access: DECIDERS,
  input: Input,
  run: async (turn: Turn, { id, step }) => {
    assertPrivate(turn)
    const { freeze, target } = await getDecidable(turn, id)
    if (!(await hasSecondFactor(turn))) {
      await writeRefused(turn, { action: `freeze.${step}`, facts: { code: 'no_factor' } })
      return offerFactor(turn)
    }
    return {
      kind: 'card',
      card: askCodeCard({
        freeze: await toView(turn, freeze, target),
        what: wordsOf(step, freeze),
        submit: decide.button(
          step === 'confirm' ? say('确认冻结', 'Confirm the freeze') : say('确认解冻', 'Confirm the thaw'),
          { id, step },
          { tone: 'danger' },
        ),
        back: { ...sayButton('冻结情况'), label: say('取消', 'Cancel') },
      }),
    }
  },
})

const decide = defineAction({
  name: 'freeze.decide',
  access: DECIDERS,
  input: Input,
  run: async (turn: Turn, { id, step }, { form }) => {
    assertPrivate(turn)
    const { freeze, target } = await getDecidable(turn, id)
    const proof = await proveStepUp(turn, String(form['code'] ?? ''))
    if (!proof.ok) {
      await writeRefused(turn, { action: `freeze.${step}`, facts: factsOf(freeze) })
      return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
    }
    return carryOut(turn, freeze, target, step)
  },
})

/** Carries a proven step out, writes it down and shows it everywhere. */
export async function carryOut(turn: Turn, before: Freeze, target: Target, step: Step): Promise<Outcome> {
  const freeze = await (step === 'confirm' ? confirmFreeze(turn, before) : agreeToThaw(turn, before))
  const done =
    step === 'confirm' ? 'freeze.confirm' : freeze.thawedAt === null ? 'freeze.thaw.ask' : 'freeze.thaw'
  await turn.audit({
    action: done,
    entity: 'freeze',
    entityId: freeze.id,
    ...(freeze.customerId === null ? {} : { customerId: freeze.customerId }),
    facts: factsOf(freeze),
  })
  const card = freezeCard(await toView(turn, freeze, target), buttonsFor(freeze))
  const subject = `freeze:${freeze.id}`
  await turn.refresh(subject, card, true)
  if (done === 'freeze.thaw.ask') {
    const { startedBy, confirmedBy } = freeze
    const others = await listDeciders(turn.db, target, [turn.actor.id, startedBy, confirmedBy])
    await sendToDeciders(turn, freeze, target, others, buttonsFor(freeze))
  }
  return { kind: 'card', card, subject, toast: { tone: 'success', text: TOASTS[done] } }
}

const TOASTS = {
  'freeze.confirm': say('已确认冻结', 'The freeze is confirmed'),
  'freeze.thaw.ask': say('已申请解冻，等待另一位同意', 'Thaw asked for; another person has to agree'),
  'freeze.thaw': say(
    '已解冻，留存的消息将按当前权限复核',
    'Thawed; held messages are checked against the rights of now',
  ),
} as const

/** What may be done about a freeze; the click decides who. */
export function buttonsFor(freeze: Freeze): readonly Button[] {
  if (freeze.thawedAt !== null) return []
  const { id } = freeze
  return [
    ...(freeze.confirmedAt === null
      ? [ask.button(say('确认冻结', 'Confirm'), { id, step: 'confirm' }, { tone: 'danger' })]
      : []),
    ask.button(wordsOf('thaw', freeze), { id, step: 'thaw' }, { tone: 'plain' }),
  ]
}

function wordsOf(step: Step, freeze: Freeze): Words {
  if (step === 'confirm') return say('确认冻结', 'Confirm')
  return freeze.thawAskedAt === null ? say('申请解冻', 'Ask for a thaw') : say('同意解冻', 'Approve the thaw')
}

/** A freeze in force about which the person may decide. @throws Refusal forbidden for others, conflict where it is over */
async function getDecidable(
  turn: Turn,
  id: string,
): Promise<{ readonly freeze: Freeze; readonly target: Target }> {
  const freeze = await getFreeze(turn.db, id)
  const target = await targetOf(turn.db, freeze, (work) => stepOut(turn, work))
  if (!mayDecide(turn.actor, target)) throw new Refusal('forbidden', NOT_YOURS)
  if (freeze.thawedAt !== null) throw new Refusal('conflict')
  return { freeze, target }
}

/** The actions of the cards of a freeze. */
export const decisions = [ask, decide]
