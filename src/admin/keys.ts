// Commands about keys: which field is under which, sealing anew under the current one, retiring an old one, and replacing
// the key of the blind indexes. The bot works meanwhile; each command can be cut off and called again.

import { countKeyUse, type KeyUse, retireKey } from '../storage/data-keys.ts'
import { type IndexRotated, rotateIndexKey } from '../storage/index-rotation.ts'
import { resealAll } from '../storage/reseal.ts'
import { type Command, CommandFailed, toLine, UsageError } from './command.ts'
import { writeDown } from './write-down.ts'

const list: Command = {
  name: 'keys list',
  usage: '',
  does: 'the keys of PII_KEYS, and how many fields of each column are sealed under which',
  run: async ({ store, sealer }) => {
    const uses = await countKeyUse(store.db)
    const unused = sealer.keyIds.filter((id) => uses.every(({ keyId }) => keyId !== id))
    return [
      `${sealer.keyId} seals; ${sealer.keyIds.join(', ')} open`,
      ...uses.map(({ keyId, table, column, fields }) => toLine([keyId, `${table}.${column}`, fields])),
      ...unused.map((id) => toLine([id, 'no field', 0])),
    ]
  },
}

const rotate: Command = {
  name: 'keys rotate',
  usage: '',
  does: 'seals every field anew under the first key of PII_KEYS; may be cut off and called again',
  run: async ({ store, sealer, now }) => {
    const done = await resealAll(store.db, sealer)
    const lines = done.map(({ table, written }) => toLine([table, `${written} sealed anew`]))
    const written = done.reduce((sum, table) => sum + table.written, 0)
    await writeDown(store.db, now, {
      action: 'admin.keys.rotate',
      entity: 'key',
      entityId: sealer.keyId,
      facts: { fields: written },
    })
    const unreadable = done.flatMap(({ table, unreadable: rows }) =>
      rows.map((row) => toLine([table, row, 'does not open: its key is missing, or it was changed'])),
    )
    const left = (await countKeyUse(store.db)).filter(({ keyId }) => keyId !== sealer.keyId)
    if (left.length > 0) throw new CommandFailed([...lines, ...unreadable, ...leftLines(left)])
    return [...lines, `every field is under ${sealer.keyId}`]
  },
}

function leftLines(left: readonly KeyUse[]): readonly string[] {
  return [
    ...left.map(({ keyId, table, column, fields }) =>
      toLine([keyId, `${table}.${column}`, `${fields} still under it`]),
    ),
    'an instance may still seal with another key: give all of them the same PII_KEYS, then call this again',
  ]
}

const retire: Command = {
  name: 'keys retire',
  usage: 'ID',
  does: 'the database checks that no field is under this key and takes none from then on; then it can leave PII_KEYS',
  run: async ({ store, sealer, now }, { words: [id] }) => {
    if (id === undefined || !/^[\w-]+$/.test(id)) throw new UsageError('keys retire needs the ID of a key')
    if (id === sealer.keyId) throw new UsageError(`${id} is the key that seals; put another one before it`)
    const used = (await countKeyUse(store.db)).filter(({ keyId }) => keyId === id)
    if (used.length > 0 || !(await retireKey(store.db, id, now))) {
      throw new CommandFailed([...leftLines(used), `${id} is needed: npm run admin -- keys rotate`])
    }
    await writeDown(store.db, now, { action: 'admin.keys.retire', entity: 'key', entityId: id })
    return [`${id} is retired; take it out of PII_KEYS`]
  },
}

const rotateIndex: Command = {
  name: 'keys rotate-index',
  usage: '[--void-recovery-codes]',
  does: 'replaces the key of the blind indexes, in three calls with some minutes between them',
  run: async ({ store, sealer, now }, { flags }) => {
    const voidRecoveryCodes = flags.has('void-recovery-codes')
    const rotated = await rotateIndexKey({ db: store.db, sealer, now, voidRecoveryCodes })
    if (rotated.did !== 'waits' && rotated.did !== 'stopped') {
      await writeDown(store.db, now, {
        action: 'admin.keys.rotate_index',
        entity: 'key',
        entityId: 'index_key',
        facts: { step: rotated.did },
      })
    }
    return indexLines(rotated)
  },
}

function indexLines(rotated: IndexRotated): readonly string[] {
  switch (rotated.did) {
    case 'made known':
      return [`a new index key is made known; call again from ${rotated.nextFrom.toISOString()} on`]
    case 'written from now on':
      return [`the new index key is written now; call again from ${rotated.nextFrom.toISOString()} on`]
    case 'waits':
      throw new CommandFailed([`not yet: call again from ${rotated.nextFrom.toISOString()} on`])
    case 'stopped':
      throw new CommandFailed([
        ...rotated.unreadable.map((row) => toLine(['customers', row, 'does not open'])),
        ...(rotated.recoveryCodes === 0
          ? []
          : [
              `${rotated.recoveryCodes} unused recovery codes are kept under the old key only, and nobody knows them but their owners:`,
              'let people set up their second factor anew, or give --void-recovery-codes',
            ]),
        'both index keys stay in use',
      ])
    case 'finished':
      return [`${rotated.written} customers were brought over; the old index key is gone`]
  }
}

/** Commands about keys. */
export const keyCommands: readonly Command[] = [list, rotate, retire, rotateIndex]
