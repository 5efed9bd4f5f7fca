// A demo bank in which people export customers: their factors, their files, and what the trail says of it.

import { parse } from 'csv-parse/sync'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Press } from '../../../cards/kit/index.ts'
import { answerClick } from '../../../src/bot/answer-click.ts'
import { accept, drain } from '../../../src/bot/work.ts'
import type { ClickAnswer } from '../../../src/core/ports.ts'
import { audit } from '../../../src/features/audit/schema.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { employees } from '../../../src/features/people/schema.ts'
import type { Transaction } from '../../../src/storage/database.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, findButton, type Sent, shown } from '../../support/bank.ts'
import { type Enrolled, enrol } from '../freezes/enrolled.ts'

/** The lines of a file: its heading, its customers and the mark below them. */
export function readFile(bytes: Uint8Array = new Uint8Array()) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const lines: string[][] = parse(text, { bom: true, relax_column_count: true })
  return { text, heading: lines[0] ?? [], rows: lines.slice(1, -1), mark: lines.at(-1)?.join() ?? '' }
}

/** The codes of the customers in a file. */
export const codesIn = (rows: readonly (readonly string[])[]) => rows.map(([first = '']) => first)

/** The files among messages. */
export const filesIn = (sent: readonly Sent[]) =>
  sent.flatMap(({ content, receiver }) => (content.kind === 'file' ? [{ ...content, receiver }] : []))

export const toastOf = ({ toast }: ClickAnswer) => JSON.stringify(toast?.text)

/** Sets up the second factor of these people, and what is done with it. */
export async function exportingIn(bank: Bank, people: readonly string[]) {
  const factors = new Map<string, Enrolled>()
  for (const who of people) factors.set(who, await enrol(bank, who))
  const code = (who: string) => factors.get(who)?.code() ?? ''
  const press = (who: string, form: object = {}) =>
    bank.as(who).presses(/确认导出/, { reason: 'visits', code: code(who), ...form })
  const asKeeperOf = <R>(work: (tx: Transaction) => Promise<R>) => asKeeper(bank.parts.store.db, 'test', work)
  return {
    code,
    /** Confirms the newest question with a right code, unless the form says otherwise. */
    press,
    asKeeper: asKeeperOf,
    /** Presses what a button carries, wherever, and waits for as long as it takes; what is to be sent stays in the outbox. */
    clicks: (who: string, press: Press, chat = `oc_p2p_${who.slice(3)}`) =>
      answerClick(bank.parts, {
        kind: 'click',
        id: crypto.randomUUID(),
        messageId: `om_${crypto.randomUUID()}`,
        happenedAt: bank.clock.now(),
        conversation: chat,
        sender: { account: who },
        press,
        form: { reason: 'visits', code: code(who) },
      }),
    /** The press by which the newest question would be confirmed. */
    confirmation: (who: string): Press => {
      const asked = bank.as(who).cards().at(-1)
      const button = asked && findButton(asked, /确认导出/)
      if (!button) throw new Error(`${who} was not asked`)
      return button.press
    },
    /** Asks for a file and confirms it. */
    exportFor: async (who: string, text: string) => {
      const before = bank.sent.length
      const [asked] = await bank.as(who).says(text)
      const answer = await press(who)
      const [file] = filesIn(bank.sent.slice(before))
      return { asked: shown(asked), answer, file, ...readFile(file?.bytes) }
    },
    /** The entries of the trail about exports, oldest first. */
    entries: (result: 'done' | 'refused') =>
      asKeeperOf((tx) =>
        tx
          .select()
          .from(audit)
          .where(and(eq(audit.action, 'customer.export'), eq(audit.result, result)))
          .orderBy(asc(audit.at)),
      ),
    /** The codes of the customers that meet a condition, whoever looks. */
    codesOf: async (where: SQL | undefined) => {
      const rows = await asKeeperOf((tx) => tx.select({ code: customers.code }).from(customers).where(where))
      return rows.map((row) => row.code).sort()
    },
    personOf: async (account: string) => {
      const [row] = await bank.parts.store.db.select().from(employees).where(eq(employees.account, account))
      if (row === undefined) throw new Error(account)
      return row
    },
    /** Drops a file into the private chat. @returns what the newest card says */
    handIn: async (who: string, text: string) => {
      bank.clock.advance(2000)
      const messenger = { ...bank.parts.messenger, download: async () => new TextEncoder().encode(text) }
      const parts = { ...bank.parts, messenger }
      const id = `om_${crypto.randomUUID()}`
      await accept(parts, {
        kind: 'message',
        id,
        messageId: id,
        happenedAt: bank.clock.now(),
        conversation: `oc_p2p_${who.slice(3)}`,
        private: true,
        sender: { account: who },
        text: '',
        mentions: [],
        attachments: [{ kind: 'file', key: 'file_1', name: 'x.csv' }],
      })
      await drain(parts)
      return shown(bank.as(who).cards().at(-1))
    },
  }
}

export type Exporting = Awaited<ReturnType<typeof exportingIn>>
