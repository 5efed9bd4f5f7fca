// What the commands of the operator share: the bank that the environment names, opened, brought up to date and closed again.

import { join } from 'node:path'
import type { CommandPlace } from './admin/command.ts'
import { type Config, EXIT_CONFIG, readConfig } from './config.ts'
import { systemClock } from './core/clock.ts'
import { Fault } from './core/errors.ts'
import { backupKeys, openConfiguredSealer, openStore, openThrowaway } from './open-store.ts'
import type { Store } from './storage/database.ts'
import type { Sealer } from './storage/seal.ts'

/** A bank opened for a command. */
export interface OpenedBank {
  readonly config: Config
  readonly store: Store
  readonly sealer: Sealer
}

/** Writes a line for the operator. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Reads the environment; names every fault and ends with code 78 where there is one. */
export function getConfig(): Config {
  const read = readConfig(process.env)
  if (read.ok) return read.value
  for (const { setting, fault } of read.reason) process.stderr.write(`${setting} ${fault}\n`)
  process.exit(EXIT_CONFIG)
}

/** Exit code where the database or its keys cannot be had (sysexits.h, EX_UNAVAILABLE). */
export const EXIT_UNAVAILABLE = 69

/** Opens the bank, runs the work and closes the bank, whatever happens; a Fault is one line for the operator. */
export async function withBank<R>(work: (bank: OpenedBank) => Promise<R>): Promise<R> {
  try {
    return await workOnBank(getConfig(), work)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(EXIT_UNAVAILABLE)
  }
}

/** Where the configured database is and where backups go, for commands that open it themselves. */
export function getPlace(): CommandPlace {
  const config = getConfig()
  return {
    backups: { keys: backupKeys(config), folder: config.backup.folder ?? join(config.dataDir, 'backups') },
    now: systemClock.now(),
    openStore: async () => {
      const store = await openStore(config, undefined, 1)
      await store.migrate()
      return store
    },
    openThrowaway,
  }
}

async function workOnBank<R>(config: Config, work: (bank: OpenedBank) => Promise<R>): Promise<R> {
  const store = await openStore(config)
  try {
    await store.migrate()
    return await work({ config, store, sealer: await openConfiguredSealer(config, store) })
  } finally {
    await store.close()
  }
}
