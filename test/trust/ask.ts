// Puts one question to the kernel in somebody's scope and takes everything back: what was answered, what was sent to
// others and what the trail says of it, as text in which only what is random is left out.

import { eq, sql } from 'drizzle-orm'
import type { JsonObject, Press } from '../../cards/kit/index.ts'
import type { BotParts } from '../../src/bot/bot.ts'
import { readerFor } from '../../src/bot/read-message.ts'
import { answerPress, answerText } from '../../src/core/dispatch.ts'
import { Refusal } from '../../src/core/errors.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { keepQuestion, PendingQuestionThrown } from '../../src/core/questions.ts'
import { refusalWords } from '../../src/core/refusal-words.ts'
import { toStorable } from '../../src/core/storable.ts'
import { audit } from '../../src/features/audit/schema.ts'
import { findEmployee, toActor } from '../../src/features/people/store.ts'
import type { Transaction } from '../../src/storage/database.ts'
import { outbox } from '../../src/storage/plumbing-schema.ts'
import { takeScope } from '../../src/storage/scope.ts'
import { openTurn, type Turn } from '../../src/storage/turn.ts'
import { plantFactor } from './factor.ts'
import type { Bank, Person } from './oracle.ts'

/** What came of a question. */
export interface Answer {
  readonly kind: 'card' | 'question' | 'refusal' | 'toast' | 'file' | 'broken'
  /** Code of the refusal. */
  readonly code?: string
  /** Everything that went out of the house, to anybody. */
  readonly text: string
}

class TakenBack extends Error {}

export type Said = { readonly text: string } | { readonly press: Press; readonly form: JsonObject }

/** Opens a person's desk, with a second factor, in a transaction that already shows the bank as it is to be. */
export async function openDesk(parts: BotParts, tx: Transaction, bank: Bank, who: Person) {
  await tx.execute(sql`select set_config('role', 'larkspur_service', true)`)
  const employee = await findEmployee(tx, who.id)
  if (employee === null) throw new Error(`no employee ${who.id}`)
  const actor = toActor(employee)
  await plantFactor(tx, parts.sealer, who.id, parts.clock.now())
  const known = knownWords(bank)
  let count = 0

  const inSavepoint = async (work: (turn: Turn) => Promise<Answer>, text: string): Promise<Answer> => {
    let answer: Answer | undefined
    count += 1
    try {
      await tx.transaction(async (inner) => {
        await takeScope(inner, actor)
        const turn = openTurn({
          db: inner,
          sealer: parts.sealer,
          actor,
          now: parts.clock.now(),
          zone: parts.zone,
          language: 'zh',
          conversation: { id: `oc_p2p_${who.account.slice(3)}`, private: true },
          inboundId: `probe:${count}`,
          text,
          confidence: 1,
        })
        answer = await work(turn)
        throw new TakenBack()
      })
    } catch (thrown) {
      if (!(thrown instanceof TakenBack)) throw thrown
    }
    if (answer === undefined) throw new Error('no answer')
    return answer
  }

  return {
    ask: async (asked: Said): Promise<Answer> => {
      const said = toStorable(asked)
      const text = 'text' in said ? said.text : ''
      try {
        return await inSavepoint(async (turn) => {
          const house = { ...parts.house, read: readerFor(parts, null) }
          const outcome =
            'text' in said
              ? await answerText(house, turn, said.text)
              : await answerPress(house, turn, said.press, {
                  messageId: 'om_probe',
                  form: said.form,
                  shown: {},
                })
          return toAnswer(turn, outcome, known)
        }, text)
      } catch (thrown) {
        if (thrown instanceof PendingQuestionThrown)
          return inSavepoint(async (turn) => {
            const outcome = await keepQuestion(turn, thrown)
            return { ...(await toAnswer(turn, outcome, known)), kind: 'question' }
          }, text)
        if (thrown instanceof Refusal)
          return {
            kind: 'refusal',
            code: thrown.code,
            text: known(JSON.stringify([refusalWords(thrown), thrown.facts])),
          }
        return { kind: 'broken', text: `${thrown}` }
      }
    },
  }
}

async function toAnswer(turn: Turn, outcome: Outcome, known: (text: string) => string): Promise<Answer> {
  await turn.db.execute(sql`select set_config('role', 'larkspur_service', true)`)
  const posts = await turn.db
    .select({ to: outbox.receiverId, card: outbox.card, subject: outbox.subject, focus: outbox.focus })
    .from(outbox)
    .where(eq(outbox.inboundId, turn.inboundId))
    .orderBy(outbox.receiverId)
  await turn.db.execute(sql`select set_config('role', 'larkspur_keeper', true)`)
  const trail = await turn.db
    .select({ action: audit.action, entity: audit.entityId, customer: audit.customerId, facts: audit.facts })
    .from(audit)
    .where(eq(audit.inboundId, turn.inboundId))
    .orderBy(audit.action, audit.entityId)
  return { kind: outcome.kind, text: known(JSON.stringify([legible(outcome), posts, trail])) }
}

/** What is in a file stands in the answer as its reader would see it. */
function legible(outcome: Outcome) {
  return outcome.kind === 'file' ? { ...outcome, bytes: new TextDecoder().decode(outcome.bytes) } : outcome
}

/** Leaves out what is new by chance: ids, codes and numbers that were not given out when the copy was made. */
function knownWords(bank: Bank): (text: string) => string {
  const ids = new Set([
    ...[bank.customers, bank.notes, bank.tasks, bank.sales, bank.tickets, bank.holdings].flatMap((rows) =>
      rows.map(({ id }) => id),
    ),
  ])
  const codes = new Set(bank.customers.map(({ code }) => code))
  const numbers = new Set(bank.tickets.map(({ number }) => `T${number}`))
  return (text) =>
    text
      .replace(UUID, (id) => (ids.has(id) ? id : '<new id>'))
      .replace(CODE, (code) => (codes.has(code) ? code : '<new code>'))
      .replace(NUMBER, (number) => (numbers.has(number) ? number : '<new number>'))
      .replace(FILE, '-<new id>.csv')
}

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
export const CODE = /\bC\d{6}\b/g
const FILE = /-[0-9a-f]{8}\.csv/g
export const NUMBER = /\bT\d{4,}\b/g
