// Commands about what the bot itself keeps: messages that could not be sent, the trail.

import { and, desc, eq, inArray } from 'drizzle-orm'
import { newId } from '../core/ids.ts'
import { audit } from '../features/audit/schema.ts'
import { employees } from '../features/people/schema.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { asKeeper } from '../storage/scope.ts'
import { limitOf } from './bounds.ts'
import { type Command, toLine, UsageError } from './command.ts'

const STUCK = ['dead', 'flagged'] as const

const listOutbox: Command = {
  name: 'outbox list',
  usage: '[--limit N]',
  does: 'messages that were given up: dead (refused by the platform), flagged (perhaps sent, no answer)',
  run: async ({ store }, args) => {
    const rows = await store.db
      .select()
      .from(outbox)
      .where(inArray(outbox.state, [...STUCK]))
      .orderBy(desc(outbox.createdAt))
      .limit(limitOf(args))
    return rows.map(({ id, state, op, receiver, failure, attempts, createdAt }) =>
      toLine([
        id,
        state,
        op,
        receiver,
        `error ${failure ?? '-'}`,
        `${attempts} tries`,
        createdAt.toISOString(),
      ]),
    )
  },
}

const releaseOutbox: Command = {
  name: 'outbox release',
  usage: 'ID',
  does: 'tries a message of outbox list again; a flagged one may arrive twice',
  run: async ({ store, now }, { words: [id] }) => {
    if (id === undefined || !/^[0-9a-f-]{36}$/.test(id))
      throw new UsageError('outbox release needs the ID of a message')
    return store.db.transaction(async (tx) => {
      const released = await tx
        .update(outbox)
        .set({
          state: 'waiting',
          attempts: 0,
          dueAt: now,
          leasedUntil: null,
          firstTriedAt: null,
          failure: null,
        })
        .where(and(eq(outbox.id, id), inArray(outbox.state, [...STUCK])))
        .returning({ id: outbox.id })
      if (released.length === 0) throw new UsageError('no dead or flagged message has this ID')
      await tx.insert(audit).values({
        id: newId(now),
        at: now,
        actorId: null,
        action: 'admin.outbox.release',
        result: 'done',
        entity: 'outbox',
        entityId: id,
      })
      return [`${id} waits to be sent`]
    })
  },
}

const listAudit: Command = {
  name: 'audit list',
  usage: '[--limit N]',
  does: 'the trail, newest first: when, who, what, result, on which row',
  run: async ({ store }, args) =>
    asKeeper(store.db, 'admin', async (tx) => {
      const rows = await tx
        .select({ entry: audit, number: employees.number })
        .from(audit)
        .leftJoin(employees, eq(employees.id, audit.actorId))
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(limitOf(args))
      return rows.map(({ entry: { at, action, result, entity, entityId }, number }) =>
        toLine([
          at.toISOString(),
          number,
          action,
          result,
          entity === null ? null : `${entity}:${entityId ?? '-'}`,
        ]),
      )
    }),
}

/** Commands about the bot's own tables. */
export const plumbingCommands: readonly Command[] = [listOutbox, releaseOutbox, listAudit]
