// Answers what is neither a message nor a click: an opened chat, the menu, accounts that come and go.

import { eq } from 'drizzle-orm'
import { frozenCard } from '../../cards/freezes.ts'
import type { Card } from '../../cards/kit/index.ts'
import type { Actor } from '../core/actor.ts'
import { answerText } from '../core/dispatch.ts'
import { Refusal } from '../core/errors.ts'
import { derivedId } from '../core/ids.ts'
import type { Inbound, OpenedInbound } from '../core/inbound.ts'
import type { Receiver } from '../core/ports.ts'
import { refusalWords } from '../core/refusal-words.ts'
import { askForSync, followAccount } from '../features/directory/index.ts'
import { employees } from '../features/people/schema.ts'
import { findEmployeeByAccount, toActor } from '../features/people/store.ts'
import type { Transaction } from '../storage/database.ts'
import { holdsNoData } from '../storage/frozen.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { receiverKey } from '../storage/turn.ts'
import type { BotParts } from './bot.ts'
import { begin } from './prelude.ts'
import { readerFor } from './read-message.ts'

type Other = Exclude<Inbound, { kind: 'message' | 'click' }>

/** The words that each entry of the bot's menu stands for; the keys are set in the platform's console. */
const MENU_WORDS: Readonly<Record<string, string>> = {
  menu_today: '今天有什么待办',
  menu_digest: '今日简报',
  menu_customers: '我的客户',
  menu_opportunities: '我的商机',
  menu_tickets: '待我审批',
  menu_help: '帮助',
}

/** Answers in one transaction; `finish` marks the event done in it and tells whether the lease still held. */
export async function answerOther(
  parts: BotParts,
  inbound: Other,
  finish: (tx: Transaction) => Promise<boolean>,
): Promise<void> {
  await parts.store.db.transaction(async (tx) => {
    if (!(await finish(tx))) return
    if (inbound.kind === 'opened') await answerOpened(parts, tx, inbound)
    if (inbound.kind === 'directory') await askForSync(tx)
    if (inbound.kind === 'account') {
      const ending = { tx, now: parts.clock.now(), zone: parts.zone, cause: `event:${inbound.id}` }
      await followAccount(ending, inbound)
    }
  })
}

/** The first time somebody opens the chat they are welcomed; a menu entry is the sentence it stands for. */
async function answerOpened(parts: BotParts, tx: Transaction, inbound: OpenedInbound): Promise<void> {
  const now = parts.clock.now()
  const employee = await findEmployeeByAccount(tx, inbound.sender)
  const words = inbound.menuKey === undefined ? undefined : (MENU_WORDS[inbound.menuKey] ?? '帮助')
  if (employee !== null && words === undefined && employee.conversation !== null) return
  const receiver: Receiver =
    inbound.conversation === null
      ? { to: 'account', id: inbound.sender.account }
      : { to: 'conversation', id: inbound.conversation }
  if (employee === null) return sendCard(tx, inbound, receiver, parts.strangers.card(inbound), null, now)
  if (employee.frozen)
    return sendCard(
      tx,
      inbound,
      receiver,
      frozenCard(refusalWords(new Refusal('frozen'))),
      toActor(employee),
      now,
    )
  const conversation = {
    id: inbound.conversation ?? employee.conversation ?? `account:${inbound.sender.account}`,
    private: true,
  }
  if (inbound.conversation !== null)
    await tx.update(employees).set({ conversation: conversation.id }).where(eq(employees.id, employee.id))
  const turn = begin(
    parts,
    tx,
    toActor(employee),
    { inboundId: inbound.id, conversation, text: words ?? '帮助' },
    now,
  )
  const outcome = await answerText({ ...parts.house, read: readerFor(parts, null) }, turn, words ?? '帮助')
  if (outcome.kind === 'card') await sendCard(tx, inbound, receiver, outcome.card, turn.actor, now)
}

async function sendCard(
  tx: Transaction,
  inbound: Inbound,
  receiver: Receiver,
  card: Card,
  actor: Actor | null,
  now: Date,
): Promise<void> {
  await tx.insert(outbox).values({
    id: await derivedId('reply', inbound.id),
    employeeId: actor?.id ?? null,
    inFreeze: actor === null || holdsNoData(actor) ? 'send' : 'park',
    receiver: receiverKey(receiver),
    receiverKind: receiver.to,
    receiverId: receiver.id,
    card,
    inboundId: inbound.id,
    dueAt: now,
    createdAt: now,
  })
}
