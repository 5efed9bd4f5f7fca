// Taking back: the offer on a card, and the deed, step by step in the opposite order.

import { type Button, say } from '../../cards/kit/index.ts'
import { noticeCard } from '../../cards/notice.ts'
import { keepUndone } from './corrections.ts'
import { Refusal } from './errors.ts'
import { type DispatchTurn, type House, PENDING_MS } from './house.ts'
import type { Outcome } from './outcome.ts'
import type { PendingUndo } from './pending.ts'
import { UNDO, withButton } from './presses.ts'

/** Adds 撤销 to a card whose changes can be taken back; `said` is the message that asked for them. */
export async function offerUndo<T extends DispatchTurn>(
  turn: T,
  outcome: Outcome,
  said?: PendingUndo['said'],
): Promise<Outcome> {
  if (outcome.kind !== 'card' || outcome.undo === undefined || outcome.undo.length === 0) return outcome
  const id = turn.newId()
  const undo: PendingUndo = { kind: 'undo', steps: outcome.undo, ...(said === undefined ? {} : { said }) }
  await turn.pending.put(id, undo, new Date(turn.now.getTime() + PENDING_MS))
  const button: Button = {
    label: say('撤销', 'Undo'),
    press: { action: UNDO, input: { pending: id } },
    tone: 'plain',
  }
  return { ...outcome, card: withButton(outcome.card, button) }
}

/** Takes back the newest change of this conversation. @throws Refusal not_found where there is none */
export async function undoLatest<T extends DispatchTurn>(house: House<T>, turn: T): Promise<Outcome> {
  const open = await turn.pending.takeLatest('undo')
  if (open?.kind !== 'undo') {
    throw new Refusal(
      'not_found',
      say(
        '没有可以撤销的操作（或已超过 30 分钟）。',
        'There is nothing to undo, or more than 30 minutes have passed.',
      ),
    )
  }
  return undo(house, turn, open)
}

/** Takes back what was done. @throws Refusal stale where a row has moved on */
export async function undo<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  open: PendingUndo,
): Promise<Outcome> {
  for (const step of open.steps.toReversed()) {
    const undoer = house.registry.undoers.get(step.entity)
    if (undoer === undefined) throw new Refusal('stale')
    await undoer(turn, step)
  }
  await keepUndone(house, turn, open)
  return {
    kind: 'card',
    card: noticeCard({
      title: say('已撤销', 'Undone'),
      text: say('已恢复到操作之前的状态。', 'Everything is as it was before.'),
      tone: 'muted',
    }),
    toast: { tone: 'success', text: say('已撤销', 'Undone') },
  }
}
