// stepup.enrol: a person sets the own second factor up, in the private chat (S4). Secret and recovery codes are shown once,
// in the answer to a click, and never stored as they are shown.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { confirmFactorCard, factorReadyCard, offerFactorCard } from '../../../cards/step-up.ts'
import { ROLES } from '../../core/actor.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import type { Outcome } from '../../core/outcome.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { drawQrCode } from './qr-code.ts'
import { confirmFactor, hasSecondFactor, type Proof, proveStepUp, startFactor } from './store.ts'
import { toAddress } from './totp.ts'

// One's own factor is no data of the bank: reading roles set it up as well.
const EVERYBODY: Access = { mode: 'write', roles: ROLES, whileFrozen: true }
const NOTHING = z.object({})

const start = defineAction({
  name: 'stepup.start',
  access: EVERYBODY,
  input: NOTHING,
  run: async (turn: Turn, _, { form }) => {
    assertPrivate(turn)
    if (await hasSecondFactor(turn)) {
      const proof = await proveStepUp(turn, String(form['code'] ?? ''))
      if (!proof.ok) return refuse(proof)
    }
    const secret = await startFactor(turn)
    const submit = confirm.button(say('确认启用', 'Confirm'), {}, { tone: 'primary' })
    const address = toAddress(secret, turn.actor.name)
    const shown = { secret: secret.replace(/.{4}(?=.)/g, '$& '), address, picture: drawQrCode(address) }
    return {
      kind: 'card',
      card: confirmFactorCard({ shown, submit }),
      kept: confirmFactorCard({ shown: null, submit }),
    }
  },
})

const confirm = defineAction({
  name: 'stepup.confirm',
  access: EVERYBODY,
  input: NOTHING,
  run: async (turn: Turn, _, { form }) => {
    assertPrivate(turn)
    const confirmed = await confirmFactor(turn, String(form['code'] ?? ''))
    if (!confirmed.ok) return refuse(confirmed)
    return {
      kind: 'card',
      card: factorReadyCard(confirmed.recovery),
      kept: factorReadyCard(null),
      toast: { tone: 'success', text: say('二次验证已启用', 'The second factor is on') },
    }
  },
})

const enrol = defineCapability({
  intent: 'stepup.enrol',
  summary: say('设置二次验证（动态口令）', 'Set up two-factor codes'),
  examples: { zh: ['设置二次验证'], en: ['set up two-factor'] },
  access: EVERYBODY,
  input: NOTHING,
  run: (turn: Turn) => offerFactor(turn),
})

/** The capability and the actions of its cards. */
export const enrolment = { capability: enrol, actions: [start, confirm] }

/** The card from which a second factor is set up; from a group it goes to the private chat. */
export async function offerFactor(turn: Turn): Promise<Outcome> {
  const card = offerFactorCard({
    replaces: await hasSecondFactor(turn),
    start: start.button(say('开始设置', 'Set up'), {}, { tone: 'primary' }),
  })
  if (turn.conversation.private) return { kind: 'card', card }
  await turn.send({ receiver: { to: 'account', id: turn.actor.account }, card, key: 'stepup.offer' })
  return {
    kind: 'toast',
    toast: { tone: 'info', text: say('请在私聊中设置', 'Please go on in our private chat') },
  }
}

function refuse(proof: Proof & { readonly ok: false }): Outcome {
  return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
}
