// What a command of the operator's tool is: words, a line of help, and work on an opened bank that answers with lines.

import type { Directory } from '../core/ports.ts'
import type { BackupKeys } from '../storage/backup/format.ts'
import type { Store } from '../storage/database.ts'
import type { Sealer } from '../storage/seal.ts'

/** What a command works with. */
export interface CommandBank {
  readonly store: Store
  readonly sealer: Sealer
  readonly now: Date
  readonly zone: string
  /** The company's directory; missing where no platform is configured. */
  readonly directory?: Directory
}

/** The words and options behind the command's own words. */
export interface CommandArgs {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>
}

/** One command. */
export interface Command {
  /** The words that call it, for instance `employees list`. */
  readonly name: string
  /** What stands behind the words, for the help. */
  readonly usage: string
  readonly does: string
  run(bank: CommandBank, args: CommandArgs): Promise<readonly string[]>
}

/** What a command works with that opens the place itself. */
export interface CommandPlace {
  readonly backups: { readonly keys: BackupKeys; readonly folder: string }
  readonly now: Date
  /** The configured database, migrated, on one connection. Nothing else was done to it. */
  openStore(): Promise<Store>
  /** An empty embedded database in a folder, migrated. */
  openThrowaway(folder: string): Promise<Store>
}

/** A command that opens the place itself. */
export interface PlaceCommand extends Omit<Command, 'run'> {
  readonly opens: 'place'
  run(place: CommandPlace, args: CommandArgs): Promise<readonly string[]>
}

/** The operator asked for something that cannot be; the message says what and how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The command ran and found that something is wrong; the lines say what. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super('failed')
    this.lines = lines
  }
}

/** One line of a table for people and for `cut`: values with tabs between. */
export function toLine(values: readonly (string | number | null)[]): string {
  return values.map((value) => String(value ?? '-')).join('\t')
}
