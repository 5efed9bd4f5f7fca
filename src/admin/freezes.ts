// The breach plan for the day on which the chat cannot be used: freezing, confirming, thawing, the report. People decide
// here with their number and a code of their second factor, which they may read out over the telephone.

import { writeFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { inLanguage } from '../../cards/kit/index.ts'
import { wallOf } from '../core/calendar.ts'
import { Refusal } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { refusalWords } from '../core/refusal-words.ts'
import {
  beginFreeze,
  buttonsFor,
  carryOut,
  defaultSince,
  FREEZE_REASONS,
  type Freeze,
  findTarget,
  getFreeze,
  listDeciders,
  listFreezes,
  makeReport,
  mayDecide,
  SCOPES,
  sendToDeciders,
  type Target,
  targetOf,
  toReportFile,
  writeFreezeDown,
} from '../features/freezes/index.ts'
import { employees } from '../features/people/schema.ts'
import { toActor } from '../features/people/store.ts'
import { proveStepUp } from '../features/step-up/index.ts'
import type { Transaction } from '../storage/database.ts'
import { hideShown } from '../storage/parking.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { asKeeper, lookUpAsKeeper, takeScope } from '../storage/scope.ts'
import { openTurn, type Post, receiverKey, type Turn } from '../storage/turn.ts'
import { beginningOf } from './bounds.ts'
import {
  type Command,
  type CommandArgs,
  type CommandBank,
  CommandFailed,
  toLine,
  UsageError,
} from './command.ts'

const freeze: Command = {
  name: 'freeze',
  usage: 'bank | branch CODE | employee NUMBER | customer CODE [--reason WORD] [--by NUMBER --code CODE]',
  does: 'freezes at once: no customer data in scope is shown or sent; a second person confirms, two others thaw',
  run: async (bank, { words: [said, of = ''], options }) => {
    const scope = SCOPES.find((known) => known === said)
    if (scope === undefined) throw new UsageError(`freeze needs one of ${SCOPES.join(', ')}`)
    const reason = FREEZE_REASONS.find((known) => known === (options['reason'] ?? 'other'))
    if (reason === undefined) throw new UsageError(`--reason must be one of ${FREEZE_REASONS.join(', ')}`)
    return refusing(() =>
      bank.store.db.transaction(async (tx) => {
        const target = await findTarget(tx, scope, of, (work) => lookUpAsKeeper(tx, work))
        const by = options['by'] === undefined ? null : await getDecider(bank, tx, options, target)
        if (by !== null && 'failed' in by) return by
        const id = newId(bank.now)
        const begun = await beginFreeze(tx, {
          id,
          target,
          reason,
          at: bank.now,
          by: by?.actor.id ?? null,
          inboundId: `admin:${id}`,
        })
        await writeFreezeDown(tx, {
          id: newId(bank.now),
          at: bank.now,
          action: 'freeze.start',
          freeze: begun,
        })
        await hideShown(tx, bank.now)
        const asked = await listDeciders(tx, target, [begun.startedBy])
        const showing = { db: tx, now: bank.now, zone: bank.zone, send: postAs(tx, bank.now) }
        await sendToDeciders(showing, begun, target, asked, buttonsFor(begun))
        return [`${id} is in force: ${target.label.en}`, `${asked.length} people are asked to confirm it`]
      }),
    )
  },
}

const list: Command = {
  name: 'freeze list',
  usage: '',
  does: 'freezes, newest first: id, what, state, since when',
  run: ({ store, zone }) =>
    store.db.transaction(async (tx) => {
      const lines: string[] = []
      for (const one of await listFreezes(tx, true)) {
        const target = await targetOf(tx, one, (work) => lookUpAsKeeper(tx, work))
        lines.push(toLine([one.id, target.label.en, stateOf(one), wallOf(one.startedAt, zone), one.reason]))
      }
      return lines
    }),
}

const confirm = decision('freeze confirm', 'confirm', 'confirms as the second person')
const thaw = decision(
  'thaw',
  'thaw',
  'agrees to a thaw: the first asks for it, a second carries it out; nobody who froze counts',
)

function decision(name: string, step: 'confirm' | 'thaw', does: string): Command {
  return {
    name,
    usage: 'ID --by NUMBER --code CODE',
    does,
    run: (bank, { words: [id], options }) =>
      refusing(() =>
        bank.store.db.transaction(async (tx) => {
          const found = await findOne(tx, id)
          const target = await targetOf(tx, found, (work) => lookUpAsKeeper(tx, work))
          const turn = await getDecider(bank, tx, options, target)
          if ('failed' in turn) return turn
          await takeScope(tx, turn.actor)
          await carryOut(turn, found, target, step)
          const after = await getFreeze(tx, found.id)
          return [`${found.id} is ${stateOf(after)}`]
        }),
      ),
  }
}

const report: Command = {
  name: 'freeze report',
  usage: '[ID] [--since DAY] [--to FILE]',
  does: 'the incident’s report as CSV: who touched which customers since when; without ID, of the newest freeze',
  run: ({ store, now, zone }, { words: [id], options }) =>
    refusing(async () => {
      const [found, target] = await store.db.transaction(async (tx) => {
        const one = await findOne(tx, id)
        return [one, await targetOf(tx, one, (work) => lookUpAsKeeper(tx, work))] as const
      })
      const since = options['since'] === undefined ? defaultSince(found) : beginningOf(options['since'], zone)
      const lines = await asKeeper(store.db, 'incident report', (tx) =>
        makeReport(tx, { freeze: found, target, since, now, zone }),
      )
      await store.db.transaction((tx) =>
        writeFreezeDown(tx, { id: newId(now), at: now, action: 'freeze.report', freeze: found }),
      )
      const file = toReportFile(found, lines)
      if (options['to'] === undefined) return new TextDecoder().decode(file.bytes).trimEnd().split('\r\n')
      await writeFile(options['to'], file.bytes, { mode: 0o600 })
      return [`${options['to']} holds ${lines.length} lines`]
    }),
}

/** Commands of the breach plan. */
export const freezeCommands: readonly Command[] = [freeze, confirm, thaw, list, report]

function stateOf({ confirmedAt, thawAskedAt, thawedAt }: Freeze): string {
  if (thawedAt !== null) return 'thawed'
  return `in force, ${confirmedAt === null ? 'to be confirmed' : 'confirmed'}${thawAskedAt === null ? '' : ', a thaw is asked for'}`
}

/** A freeze by id or by the beginning of one; without any, the newest. */
async function findOne(tx: Transaction, id = ''): Promise<Freeze> {
  const fitting = (await listFreezes(tx, true)).filter((one) => one.id.startsWith(id))
  const [one] = fitting
  if (one === undefined) throw new UsageError('there is no such freeze; freeze list shows them')
  if (id !== '' && fitting.length > 1)
    throw new UsageError('several freezes begin like this; give more of the id')
  return one
}

/** A code that was wrong stays counted: it is answered, not thrown. */
interface Failed {
  readonly failed: string
}

/** The person behind --by and --code, in a turn of their own. */
async function getDecider(
  { sealer, now, zone }: CommandBank,
  tx: Transaction,
  { by, code }: CommandArgs['options'],
  target: Target,
): Promise<Turn | Failed> {
  if (by === undefined || code === undefined) throw new UsageError('--by NUMBER and --code CODE are needed')
  const [person] = await tx.select().from(employees).where(eq(employees.number, by))
  if (person?.status !== 'active') throw new UsageError(`nobody who works here has the number ${by}`)
  const actor = toActor(person)
  if (!mayDecide(actor, target)) throw new UsageError(`${by} may not decide about this`)
  const turn = openTurn({
    db: tx,
    sealer,
    actor,
    now,
    zone,
    language: 'en',
    conversation: { id: 'admin', private: true },
    inboundId: `admin:${newId(now)}`,
    text: '',
    confidence: 1,
  })
  const proof = await proveStepUp(turn, code)
  return proof.ok ? turn : { failed: inLanguage(proof.words, 'en') }
}

/** Messages of the service itself, in nobody's name. */
function postAs(tx: Transaction, now: Date) {
  return async ({ receiver, card, subject, key }: Post): Promise<void> => {
    await tx.insert(outbox).values({
      id: newId(now),
      receiver: receiverKey(receiver),
      receiverKind: receiver.to,
      receiverId: receiver.id,
      card,
      subject: subject ?? null,
      inFreeze: 'send',
      inboundId: key,
      dueAt: now,
      createdAt: now,
    })
  }
}

async function refusing(work: () => Promise<readonly string[] | Failed>): Promise<readonly string[]> {
  const done = await work().catch((error: unknown) => {
    if (error instanceof Refusal) throw new CommandFailed([inLanguage(refusalWords(error), 'en')])
    throw error
  })
  if ('failed' in done) throw new CommandFailed([done.failed])
  return done
}
