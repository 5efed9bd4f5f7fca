// People without a place in the bank: the binding card and nothing else. Whatever is wrong with a try, the answer is the
// same; it tells nobody whether a number exists, is bound or has a code.

import { type Button, say } from '../../../cards/kit/index.ts'
import { bindingCard, boundCard } from '../../../cards/people.ts'
import { newId } from '../../core/ids.ts'
import type { ClickInbound, Inbound } from '../../core/inbound.ts'
import type { ClickAnswer } from '../../core/ports.ts'
import { sayButton } from '../../core/presses.ts'
import type { Transaction } from '../../storage/database.ts'
import type { Sealer } from '../../storage/seal.ts'
import { audit } from '../audit/schema.ts'
import { type BindingResult, tryBinding } from './binding.ts'

const SUBMIT: Button = {
  label: say('提交', 'Submit'),
  tone: 'primary',
  // Whoever clicks is no employee, so no action of the registry can be meant; the form's values say what is wanted.
  press: { action: 'binding.submit', input: {} },
}
const WRONG = say(
  '工号或验证码不正确，或验证码已失效。',
  'The number or the code is wrong, or the code has expired.',
)

/** Makes the answers for people without a place in the bank. */
export function peopleStrangers({ sealer }: { readonly sealer: Sealer }) {
  return {
    card: (_: Inbound) => bindingCard(SUBMIT),
    click: (tx: Transaction, inbound: ClickInbound, now: Date) => answerTry(tx, sealer, inbound, now),
  }
}

async function answerTry(
  tx: Transaction,
  sealer: Sealer,
  inbound: ClickInbound,
  now: Date,
): Promise<ClickAnswer> {
  const number = textOf(inbound.form['number'])
  const code = textOf(inbound.form['code'])
  if (number === '' || code === '') return refused
  const result = await tryBinding(tx, sealer, { number, code, account: inbound.sender }, now)
  await auditTry(tx, inbound, result, now)
  if (!result.bound) return refused
  return {
    toast: { tone: 'success', text: say('绑定成功', 'You are bound') },
    card: boundCard([sayButton('帮助'), sayButton('今天有什么待办')]),
  }
}

const refused: ClickAnswer = { toast: { tone: 'error', text: WRONG } }

async function auditTry(
  tx: Transaction,
  inbound: ClickInbound,
  { bound, employee }: BindingResult,
  now: Date,
): Promise<void> {
  await tx.insert(audit).values({
    id: newId(now),
    at: now,
    actorId: bound ? (employee?.id ?? null) : null,
    action: 'account.bind',
    result: bound ? 'done' : 'refused',
    entity: 'employee',
    entityId: employee === null ? null : String(employee.id),
    inboundId: inbound.id,
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 60) : ''
}
