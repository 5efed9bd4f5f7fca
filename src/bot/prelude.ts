// The beginning of every transaction that answers somebody: who it is, and what the conversation is about.

import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Account, Actor } from '../core/actor.ts'
import type { Focus } from '../core/outcome.ts'
import { findEmployeeByAccount, type Recognised, rememberConversation } from '../features/people/store.ts'
import { builtOnce } from '../storage/built-statement.ts'
import type { Database, Transaction } from '../storage/database.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { takeScope } from '../storage/scope.ts'
import { openTurn, type Turn } from '../storage/turn.ts'
import type { BotParts } from './bot.ts'

/** Where something happened. */
export interface Place {
  readonly inboundId: string
  readonly conversation: { readonly id: string; readonly private: boolean }
  readonly text: string
}

/** Finds who it is, in the service's scope. */
export async function recognise(tx: Transaction, who: Account, place: Place): Promise<Recognised | null> {
  const employee = await findEmployeeByAccount(tx, who)
  if (employee !== null && place.conversation.private && employee.conversation !== place.conversation.id) {
    await rememberConversation(tx, employee.id, place.conversation.id)
  }
  return employee
}

/** Takes the person's scope for the rest of the transaction and opens the turn. */
export function begin(parts: BotParts, tx: Transaction, actor: Actor, place: Place, now: Date): Turn {
  // Statements of one transaction run in the order in which they are sent: the first query need not wait for the scope.
  // Should taking it fail, the transaction is aborted, and every statement after it fails too.
  takeScope(tx, actor).catch(() => undefined)
  parts.trace.note(place.inboundId, () => ({
    step: 'scope',
    facts: { role: actor.role, reach: actor.reach },
  }))
  return openTurn({
    db: tx,
    sealer: parts.sealer,
    actor,
    now,
    zone: parts.zone,
    language: actor.language ?? languageOf(place.text),
    conversation: place.conversation,
    inboundId: place.inboundId,
    text: place.text,
    confidence: 1,
  })
}

/** What the conversation is about: the card replied to, else the newest card. In the service's scope. */
export async function findFocus(
  tx: Transaction,
  conversation: string,
  replyTo: string | undefined,
): Promise<Focus | null> {
  const [replied] = replyTo === undefined ? [] : await focusOfMessage(tx, { messageId: replyTo })
  const [row] = replied === undefined ? await newestFocus(tx, { conversation }) : [replied]
  return row?.focus ?? null
}

const focusOfMessage = builtOnce((db) => focusWhere(db, eq(outbox.messageId, sql.placeholder('messageId'))))
const newestFocus = builtOnce((db) =>
  focusWhere(db, eq(outbox.conversation, sql.placeholder('conversation'))),
)

function focusWhere(db: Database, where: SQL) {
  return db
    .select({ focus: outbox.focus })
    .from(outbox)
    .where(and(where, isNotNull(outbox.focus)))
    .orderBy(desc(outbox.seq))
    .limit(1)
}

/** The language a text is written in: Chinese where it holds a Chinese character, or nothing at all. */
function languageOf(text: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(text) || !/[a-z]/i.test(text) ? 'zh' : 'en'
}
