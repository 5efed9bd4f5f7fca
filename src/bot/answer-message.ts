// Answers one message: one transaction that marks it done and holds every effect, its audit and its answer.

import { frozenCard } from '../../cards/freezes.ts'
import { brokenCard, refusalCard } from '../../cards/notice.ts'
import type { Actor } from '../core/actor.ts'
import { coverCard } from '../core/cover.ts'
import { answerPress, answerText } from '../core/dispatch.ts'
import { Refusal } from '../core/errors.ts'
import { derivedId } from '../core/ids.ts'
import type { MessageInbound } from '../core/inbound.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Receiver } from '../core/ports.ts'
import { keepQuestion, PendingQuestionThrown } from '../core/questions.ts'
import { refusalWords } from '../core/refusal-words.ts'
import { toActor } from '../features/people/store.ts'
import { insertInto } from '../storage/built-statement.ts'
import type { Transaction } from '../storage/database.ts'
import { holdsNoData } from '../storage/frozen.ts'
import { finishInbound } from '../storage/inbox.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { receiverKey, type Turn } from '../storage/turn.ts'
import { auditRefusal } from './audit-refusal.ts'
import type { BotParts } from './bot.ts'
import { askHelp, type Help, HelpWanted } from './model-help.ts'
import { begin, findFocus, recognise } from './prelude.ts'
import { readFile } from './read-file.ts'
import { readerFor } from './read-message.ts'

/** Tries of an event before the person is told that something broke. */
const TELL_AFTER = 3

/** One message on its way to its answer: in one transaction, or in a second one that says why there was none in the first. */
interface Way {
  readonly parts: BotParts
  readonly inbound: MessageInbound
  readonly lease: string
  /** The freezes that were in force in the first transaction. */
  freezes: string | null
}

/**
 * Answers a claimed message. What is expected to go wrong is answered; anything else is thrown, and nothing was done.
 * @throws Error where the database is away or the code has a fault
 */
export async function answerMessage(
  parts: BotParts,
  inbound: MessageInbound,
  lease: string,
  attempts: number,
): Promise<void> {
  const way: Way = { parts, inbound, lease, freezes: null }
  try {
    const file = await readFile(parts, inbound)
    if (file === null) return await answerWords(way)
    await inOneTransaction(way, (turn, read) =>
      answerPress({ ...parts.house, read }, turn, file, {
        messageId: inbound.messageId,
        form: {},
        shown: {},
      }),
    )
  } catch (thrown) {
    await answerThrown(way, attempts, thrown)
  }
}

/** Answers by the rules alone, or, where they are unsure and a model may be asked, in a second try with its help. */
async function answerWords(way: Way): Promise<void> {
  const { house, model } = way.parts
  const answer: Answer = (turn, read) => answerText({ ...house, read }, turn, way.inbound.text)
  try {
    await inOneTransaction(way, answer, model === null ? 'none' : 'on request')
  } catch (thrown) {
    if (model === null || !(thrown instanceof HelpWanted)) throw thrown
    await inOneTransaction(way, answer, { frame: await askHelp(model, thrown) })
  }
}

async function answerThrown(way: Way, attempts: number, thrown: unknown): Promise<void> {
  if (thrown instanceof PendingQuestionThrown)
    return inOneTransaction(way, (turn) => keepQuestion(turn, thrown))
  if (thrown instanceof Refusal) return inOneTransaction(way, (turn) => refuse(turn, thrown))
  if (attempts < TELL_AFTER) throw thrown
  const { parts, inbound } = way
  const reference = (await derivedId('broken', inbound.id)).slice(0, 8)
  parts.log.error('message.broken', thrown, { reference })
  return inOneTransaction(way, async () => ({ kind: 'card', card: brokenCard(reference) }))
}

async function refuse(turn: Turn, refusal: Refusal): Promise<Outcome> {
  await auditRefusal(turn, refusal)
  const words = refusalWords(refusal)
  return { kind: 'card', card: refusal.code === 'frozen' ? frozenCard(words) : refusalCard(words) }
}

type Answer = (turn: Turn, read: ReturnType<typeof readerFor>) => Promise<Outcome>

async function inOneTransaction(way: Way, answer: Answer, help: Help = 'none'): Promise<void> {
  const { parts, inbound, lease } = way
  const now = parts.clock.now()
  const place = {
    inboundId: inbound.id,
    conversation: { id: inbound.conversation, private: inbound.private },
    text: inbound.text,
  }
  await parts.store.db.transaction(async (tx) => {
    const [held, employee, focus] = await Promise.all([
      finishInbound(tx, inbound.id, lease, now),
      recognise(tx, inbound.sender, place),
      findFocus(tx, inbound.conversation, inbound.replyTo),
    ])
    if (!held) return
    if (employee === null) {
      const card = parts.strangers.card(inbound)
      await reply(tx, inbound, { kind: 'card', card }, null, now)
      return
    }
    const turn = begin(parts, tx, toActor(employee), place, now)
    way.freezes ??= employee.freezes
    // What the first transaction left to be said was made before this person was frozen.
    const overtaken = employee.frozen && way.freezes !== employee.freezes
    // Whoever is frozen is answered from the rules alone: nothing of theirs goes to a model.
    const read = readerFor(parts, focus, turn.actor.frozen ? 'none' : help)
    const outcome = await (overtaken ? refuse(turn, new Refusal('frozen')) : answer(turn, read))
    parts.trace.note(inbound.id, () => ({ step: 'outcome', facts: { kind: outcome.kind } }))
    await reply(tx, inbound, outcome, turn.actor, now)
  })
}

const insertReply = insertInto(outbox)

/** Puts the answer into the outbox: into a private chat as it is, in a group below the message it answers. */
async function reply(
  tx: Transaction,
  inbound: MessageInbound,
  outcome: Outcome,
  actor: Actor | null,
  now: Date,
): Promise<void> {
  if (outcome.kind === 'toast') return
  const receiver: Receiver = inbound.private
    ? { to: 'conversation', id: inbound.conversation }
    : { to: 'message', id: inbound.messageId }
  const content =
    outcome.kind === 'card'
      ? {
          card: inbound.private ? outcome.card : coverCard(outcome.card),
          subject: outcome.subject ?? null,
          focus: outcome.focus ?? null,
        }
      : { fileName: outcome.name, fileBytes: outcome.bytes }
  await insertReply(tx, {
    id: await derivedId('reply', inbound.id),
    employeeId: actor?.id ?? null,
    inFreeze: actor === null || holdsNoData(actor) ? 'send' : 'park',
    receiver: receiverKey({ to: 'conversation', id: inbound.conversation }),
    receiverKind: receiver.to,
    receiverId: receiver.id,
    conversation: inbound.conversation,
    inboundId: inbound.id,
    dueAt: now,
    createdAt: now,
    ...content,
  })
}
