// Commands about backups: written, checked, restored, drilled. They open the place themselves, because a place into which a
// backup goes must not have been touched by anything before.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fault } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { audit } from '../features/audit/schema.ts'
import {
  backupName,
  type CheckedFile,
  checkBackupFile,
  openBackupFile,
  writeBackupFile,
} from '../storage/backup/file.ts'
import type { BackupKeys } from '../storage/backup/format.ts'
import { arm, restoreBackup } from '../storage/backup/restore.ts'
import type { Manifest } from '../storage/backup/write.ts'
import type { Database } from '../storage/database.ts'
import {
  type Command,
  type CommandArgs,
  CommandFailed,
  type CommandPlace,
  type PlaceCommand,
  toLine,
  UsageError,
} from './command.ts'

const backup = placeCommand({
  name: 'backup',
  usage: '[--to FILE]',
  does: 'writes everything, as of one instant, encrypted into a new file, and reads it back; keep the fingerprint elsewhere',
  run: async (place, { options }) => {
    const path = options['to'] ?? join(place.backups.folder, backupName(place.now))
    const store = await place.openStore()
    try {
      const written = await writeBackupFile(store.db, place.backups.keys, path, place.now)
      await writeDown(store.db, place.now, 'admin.backup', written)
      return [`${path} is written`, ...linesOf(written)]
    } finally {
      await store.close()
    }
  },
})

const check = placeCommand({
  name: 'backup check',
  usage: 'FILE [--fingerprint HEX]',
  does: 'reads a backup to its end without a database: whole, unchanged, and the one that is meant',
  run: async ({ backups }, args) => {
    const checked = await checkGiven(backups.keys, args)
    return [...linesOf(checked), 'the file is whole and unchanged', ...warning(args)]
  },
})

const restore = placeCommand({
  name: 'restore',
  usage: 'FILE [--fingerprint HEX]',
  does: 'restores into the configured database, which must be empty; it stays disarmed until arm',
  run: async (place, args) => {
    const checked = await checkGiven(place.backups.keys, args)
    const store = await place.openStore()
    try {
      const manifest = await restoreBackup(store.db, await openGiven(place, args), place.now)
      return [
        ...tablesOf(manifest),
        `${checked.rows} rows of ${checked.header.madeAt} are restored, every table reads as it was written`,
        ...warning(args),
        'the place is disarmed: it sends nothing, runs nothing and takes nothing in. Look at it, then: npm run admin -- arm',
      ]
    } finally {
      await store.close()
    }
  },
})

const drill = placeCommand({
  name: 'restore-drill',
  usage: 'FILE [--fingerprint HEX]',
  does: 'restores into a throwaway database and compares every table’s hash; nothing else is touched',
  run: async (place, args) => {
    await checkGiven(place.backups.keys, args)
    const folder = await mkdtemp(join(tmpdir(), 'larkspur-drill-'))
    try {
      const store = await place.openThrowaway(folder)
      const began = performance.now()
      try {
        const manifest = await restoreBackup(store.db, await openGiven(place, args), place.now)
        const seconds = ((performance.now() - began) / 1000).toFixed(1)
        return [
          ...tablesOf(manifest),
          `the drill passed in ${seconds} s: every table of the backup could be restored and reads as it was written`,
          ...warning(args),
        ]
      } finally {
        await store.close()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})

const armPlace: Command = {
  name: 'arm',
  usage: '',
  does: 'lets a restored place work again; what was being sent when the backup was made is flagged, not sent twice',
  run: ({ store, now }) =>
    store.db.transaction(async (tx) => {
      const armed = await arm(tx)
      if (armed === null) throw new CommandFailed(['the place is armed already'])
      await tx.insert(audit).values({
        id: newId(now),
        at: now,
        actorId: null,
        action: 'admin.arm',
        result: 'done',
        entity: 'backup',
        entityId: armed.backupId,
        facts: { flagged: armed.flagged },
      })
      return [
        'the place is armed; start it now',
        `${armed.flagged} messages were on their way when the backup was made: see outbox list`,
      ]
    }),
}

/** Commands about backups. */
export const backupCommands: readonly (Command | PlaceCommand)[] = [backup, check, restore, drill, armPlace]

/** A command of which everything that went wrong outside is one line. */
function placeCommand(command: Omit<PlaceCommand, 'opens'>): PlaceCommand {
  return {
    ...command,
    opens: 'place',
    run: (place, args) =>
      command.run(place, args).catch((error: unknown) => {
        if (error instanceof Fault) throw new CommandFailed([error.message])
        if (error instanceof Error && 'syscall' in error) throw new CommandFailed([error.message])
        throw error
      }),
  }
}

function fileOf({ words: [path] }: CommandArgs): string {
  if (path === undefined) throw new UsageError('FILE is missing')
  return path
}

function checkGiven(keys: BackupKeys, args: CommandArgs): Promise<CheckedFile> {
  return checkBackupFile(keys, fileOf(args), args.options['fingerprint'])
}

function openGiven({ backups }: CommandPlace, args: CommandArgs) {
  return openBackupFile(backups.keys, fileOf(args))
}

function warning({ options }: CommandArgs): readonly string[] {
  return options['fingerprint'] === undefined
    ? ['no --fingerprint was given: an older backup in place of this one would not be noticed']
    : []
}

function linesOf({ header, rows, bytes, fingerprint }: CheckedFile): readonly string[] {
  return [
    `backup ${header.id}, made at ${header.madeAt} under key ${header.keyId}`,
    `${rows} rows, ${bytes} bytes`,
    `fingerprint ${fingerprint}`,
  ]
}

function tablesOf({ tables }: Manifest): readonly string[] {
  return Object.entries(tables).map(([name, { rows, hash }]) =>
    toLine([name, rows, hash === '' ? null : hash]),
  )
}

/** What the trail holds of a backup. */
async function writeDown(db: Database, now: Date, action: string, written: CheckedFile): Promise<void> {
  await db.insert(audit).values({
    id: newId(now),
    at: now,
    actorId: null,
    action,
    result: 'done',
    entity: 'backup',
    entityId: written.header.id,
    facts: { rows: written.rows, bytes: written.bytes, fingerprint: written.fingerprint },
  })
}
