// Answers one click inside the call that brought it: the platform never sends a click again.
// Who clicks, what they may do and which version they saw is decided now, whatever the button carries.

import { and, eq } from 'drizzle-orm'
import { type Card, type JsonObject, type Node, type Press, say } from '../../cards/kit/index.ts'
import { coverCard } from '../core/cover.ts'
import { answerPress } from '../core/dispatch.ts'
import { Refusal } from '../core/errors.ts'
import { derivedId } from '../core/ids.ts'
import type { ClickInbound } from '../core/inbound.ts'
import type { CardOutcome, FileOutcome, Outcome } from '../core/outcome.ts'
import type { ClickAnswer, Receiver } from '../core/ports.ts'
import { keepQuestion, PendingQuestionThrown } from '../core/questions.ts'
import { refusalWords } from '../core/refusal-words.ts'
import { toStorable } from '../core/storable.ts'
import { findEmployeeByAccount, toActor } from '../features/people/store.ts'
import { insertInto } from '../storage/built-statement.ts'
import type { Transaction } from '../storage/database.ts'
import { holdsNoData, isFrozenMeanwhile } from '../storage/frozen.ts'
import { finishInbound, storeInbound } from '../storage/inbox.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { takeServiceScope } from '../storage/scope.ts'
import { receiverKey, type Turn } from '../storage/turn.ts'
import { auditRefusal } from './audit-refusal.ts'
import type { BotParts } from './bot.ts'
import { begin } from './prelude.ts'
import { readerFor } from './read-message.ts'

/** Answers a click, once: the same event again does nothing. */
export async function answerClick(parts: BotParts, came: ClickInbound): Promise<ClickAnswer> {
  const inbound = toStorable(came)
  const lease = crypto.randomUUID()
  const { store, sealer, clock } = parts
  if ((await storeInbound(store.db, sealer, inbound, clock.now(), lease)) === 'known') return {}
  return finishClick(parts, inbound, lease)
}

/** Answers a click that is stored and claimed. */
export function finishClick(parts: BotParts, inbound: ClickInbound, lease: string): Promise<ClickAnswer> {
  return answerOrSayWhy({ parts, inbound, lease, freezes: null }, (turn, press, shown) => {
    if (press === null) throw new Refusal('stale', EXPIRED)
    return answerPress({ ...parts.house, read: readerFor(parts, null) }, turn, press, {
      messageId: inbound.messageId,
      form: inbound.form,
      shown,
    })
  })
}

const EXPIRED = say('这张卡片已失效，没有执行任何操作。', 'This card has expired; nothing was done.')

/** One click on its way to its answer: in one transaction, or in further ones that say why there was none in the first. */
interface Way {
  readonly parts: BotParts
  readonly inbound: ClickInbound
  readonly lease: string
  /** The freezes that were in force in the first transaction. */
  freezes: string | null
}

type Answer = (turn: Turn, press: Press | null, shown: JsonObject) => Promise<Outcome>

async function answerOrSayWhy(way: Way, answer: Answer): Promise<ClickAnswer> {
  try {
    return await inOneTransaction(way, answer)
  } catch (thrown) {
    if (thrown instanceof PendingQuestionThrown)
      return answerOrSayWhy(way, (turn) => keepQuestion(turn, thrown))
    if (!(thrown instanceof Refusal)) throw thrown
    // That something is frozen tells nobody's data, so it may be said whatever was frozen since.
    return answerOrSayWhy(thrown.code === 'frozen' ? { ...way, freezes: null } : way, (turn) =>
      refuse(turn, thrown),
    )
  }
}

async function refuse(turn: Turn, refusal: Refusal): Promise<Outcome> {
  await auditRefusal(turn, refusal)
  return { kind: 'toast', toast: { tone: 'error', text: refusalWords(refusal) } }
}

async function inOneTransaction(way: Way, answer: Answer): Promise<ClickAnswer> {
  const { parts, inbound, lease } = way
  const now = parts.clock.now()
  return parts.store.db.transaction(async (tx) => {
    const [held, card, employee] = await Promise.all([
      finishInbound(tx, inbound.id, lease, now),
      findSentCard(tx, inbound.messageId),
      findEmployeeByAccount(tx, inbound.sender),
    ])
    if (!held) return {}
    if (employee === null) return parts.strangers.click(tx, inbound, now)
    way.freezes ??= employee.freezes
    const conversation = { id: inbound.conversation, private: employee.conversation === inbound.conversation }
    const place = { inboundId: inbound.id, conversation, text: '' }
    const turn = begin(parts, tx, toActor(employee), place, now)
    const press = inbound.press ?? findPress(card, inbound.element)
    const outcome = await answer(turn, press, valuesShown(card))
    const shown = conversation.private ? outcome : toCovered(outcome)
    const kept = await (shown.kind === 'file' ? sendFile(turn, inbound, shown) : toAnswer(tx, inbound, shown))
    // The answer leaves at once and not through the outbox, so it is held against what was frozen while it was made; as
    // the last statement, because keeping the card may wait for somebody who holds it.
    if (turn.actor.reach !== 'none' && (await isFrozenMeanwhile(tx, way.freezes, inbound.id)))
      throw new Refusal('frozen')
    return kept
  })
}

/** The card that was clicked, as it stands now; null for a message that is not ours or is long gone. */
async function findSentCard(tx: Transaction, messageId: string): Promise<Card | null> {
  const [row] = await tx
    .select({ card: outbox.card })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), eq(outbox.op, 'send')))
    .limit(1)
  return row?.card ?? null
}

/** What the fields of a card's forms show, by their names. */
function valuesShown(card: Card | null): JsonObject {
  const fields = card?.nodes.flatMap((node) => (node.node === 'form' ? node.fields : [])) ?? []
  return Object.fromEntries(fields.map(({ name, value = null }) => [name, value]))
}

/** The press of a form's submit button, which the platform may hand over by name only. */
function findPress(card: Card | null, element: string | undefined): Press | null {
  if (card === null || element === undefined) return null
  const [, form, index] = /^submit_(.+)_(\d+)$/.exec(element) ?? []
  const node = card.nodes.find(
    (candidate): candidate is Node & { node: 'form' } => candidate.node === 'form' && candidate.name === form,
  )
  return node?.buttons[Number(index)]?.press ?? null
}

/** A file cannot stand in the place of a card: it follows as a message, to the person alone. */
async function sendFile(
  { db, actor, now, conversation }: Turn,
  inbound: ClickInbound,
  { name, bytes, card }: FileOutcome,
): Promise<ClickAnswer> {
  const receiver: Receiver = conversation.private
    ? { to: 'conversation', id: conversation.id }
    : { to: 'account', id: actor.account }
  await insertFile(db, {
    id: await derivedId('reply', inbound.id),
    employeeId: actor.id,
    inFreeze: holdsNoData(actor) ? 'send' : 'park',
    receiver: receiverKey(receiver),
    receiverKind: receiver.to,
    receiverId: receiver.id,
    conversation: conversation.private ? conversation.id : null,
    inboundId: inbound.id,
    fileName: name,
    fileBytes: bytes,
    dueAt: now,
    createdAt: now,
  })
  const toast = {
    tone: 'success',
    text: say('文件已发到与您的对话。', 'The file is in your own chat.'),
  } as const
  if (card === undefined) return { toast }
  await keepCard(db, inbound.messageId, { kind: 'card', card })
  return { card, toast }
}

const insertFile = insertInto(outbox)

async function toAnswer(
  tx: Transaction,
  inbound: ClickInbound,
  outcome: Exclude<Outcome, FileOutcome>,
): Promise<ClickAnswer> {
  if (outcome.kind === 'toast') return { toast: outcome.toast }
  await keepCard(tx, inbound.messageId, outcome)
  const { card, kept, toast } = outcome
  return {
    card,
    ...(kept === undefined ? {} : { kept }),
    ...(toast === undefined ? {} : { toast }),
  }
}

/** What a group sees of an answer. */
function toCovered(outcome: Outcome): Outcome {
  return outcome.kind === 'toast' || outcome.card === undefined
    ? outcome
    : { ...outcome, card: coverCard(outcome.card) }
}

/** The card as it stands now is the card that later clicks and refreshes find. */
async function keepCard(tx: Transaction, messageId: string, outcome: CardOutcome): Promise<void> {
  await takeServiceScope(tx)
  await tx
    .update(outbox)
    .set({
      card: outcome.kept ?? outcome.card,
      ...(outcome.subject === undefined ? {} : { subject: outcome.subject }),
      ...(outcome.focus === undefined ? {} : { focus: outcome.focus }),
    })
    .where(and(eq(outbox.messageId, messageId), eq(outbox.op, 'send')))
}
