// A freeze as its card shows it, with the buttons that are the reader's.

import { type FreezeView, freezeCard } from '../../../cards/freezes.ts'
import { type BothLanguages, type Button, join, type Words } from '../../../cards/kit/index.ts'
import { showMoment } from '../../core/calendar.ts'
import { lookUpAsKeeper, takeScope, takeServiceScope } from '../../storage/scope.ts'
import type { Turn } from '../../storage/turn.ts'
import { findEmployee } from '../people/index.ts'
import { OPERATOR, REASON_WORDS } from './copy.ts'
import type { Freeze } from './store.ts'
import type { Target } from './target.ts'

/** Steps out of the turn's scope for the place of a customer in the bank, and back; see findTarget. */
export async function stepOut<R>(turn: Turn, work: () => Promise<R>): Promise<R> {
  await takeServiceScope(turn.db)
  try {
    return await lookUpAsKeeper(turn.db, work)
  } finally {
    await takeScope(turn.db, turn.actor)
  }
}

/** What showing a freeze needs of a turn. */
type Showing = Pick<Turn, 'db' | 'now' | 'zone'>

/** What the cards of a freeze show. */
export async function toView(turn: Showing, freeze: Freeze, { label }: Target): Promise<FreezeView> {
  const [started, confirmed, asked, thawed] = await Promise.all([
    step(turn, freeze.startedAt, freeze.startedBy),
    step(turn, freeze.confirmedAt, freeze.confirmedBy),
    step(turn, freeze.thawAskedAt, freeze.thawAskedBy),
    step(turn, freeze.thawedAt, freeze.thawedBy),
  ])
  return {
    label,
    reason: REASON_WORDS[freeze.reason],
    started: started ?? OPERATOR,
    confirmed,
    thawAsked: asked,
    thawed,
  }
}

async function step(turn: Showing, at: Date | null, by: number | null): Promise<BothLanguages | null> {
  if (at === null) return null
  const who: Words = by === null ? OPERATOR : ((await findEmployee(turn.db, by))?.name ?? String(by))
  return join([showMoment(at, turn.zone, turn.now), ' ', who])
}

/** Sends the state of a freeze to those who may do something about it. */
export async function sendToDeciders(
  turn: Showing & Pick<Turn, 'send'>,
  freeze: Freeze,
  target: Target,
  deciders: readonly { readonly account: string | null }[],
  buttons: readonly Button[],
): Promise<void> {
  const card = freezeCard(await toView(turn, freeze, target), buttons)
  const step = freeze.thawAskedAt === null ? 'begun' : 'thaw'
  for (const { account } of deciders) {
    if (account === null) continue
    await turn.send({
      receiver: { to: 'account', id: account },
      card,
      subject: `freeze:${freeze.id}`,
      noData: true,
      key: `freeze.${step}:${freeze.id}:${account}`,
    })
  }
}
