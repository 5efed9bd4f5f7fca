// The table of the operator's commands, and how words find theirs.

import { parseArgs } from 'node:util'
import { absenceCommands } from './absences.ts'
import { auditCommands } from './audit.ts'
import { backupCommands } from './backup.ts'
import type { Command, CommandArgs, CommandBank, CommandPlace, PlaceCommand } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { directoryCommands } from './directory.ts'
import { employeeCommands } from './employees.ts'
import { factorCommands } from './factors.ts'
import { freezeCommands } from './freezes.ts'
import { gapCommands } from './gaps.ts'
import { keyCommands } from './keys.ts'
import { plumbingCommands } from './plumbing.ts'

const COMMANDS: readonly (Command | PlaceCommand)[] = [
  ...employeeCommands,
  ...absenceCommands,
  ...directoryCommands,
  ...plumbingCommands,
  ...auditCommands,
  ...factorCommands,
  ...keyCommands,
  ...gapCommands,
  ...freezeCommands,
  ...backupCommands,
]

/** Exit code for a command that cannot be (sysexits.h, EX_USAGE). */
const EXIT_USAGE = 64

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly lines: readonly string[]
  readonly exitCode: number
}

/**
 * Runs the command that the words call; `open` opens the bank once it is known that there is work to do, `place` tells where
 * it is to commands that open it themselves.
 */
export async function runCommand(
  argv: readonly string[],
  open: <R>(work: (bank: CommandBank) => Promise<R>) => Promise<R>,
  place: () => CommandPlace = noPlace,
): Promise<CommandResult> {
  try {
    const { words, options, flags } = readArgs(argv)
    const command = findCommand(words)
    if (flags.has('help') || words.length === 0) return { lines: helpLines(), exitCode: 0 }
    if (command === undefined) throw new UsageError(`unknown command: ${words.slice(0, 2).join(' ')}`)
    const args = { words: words.slice(command.name.split(' ').length), options, flags }
    const lines = await ('opens' in command
      ? command.run(place(), args)
      : open((bank) => command.run(bank, args)))
    return { lines, exitCode: 0 }
  } catch (error) {
    if (error instanceof CommandFailed) return { lines: error.lines, exitCode: 1 }
    if (!(error instanceof UsageError)) throw error
    return { lines: [error.message, 'npm run admin -- --help lists the commands'], exitCode: EXIT_USAGE }
  }
}

function noPlace(): never {
  throw new UsageError('this command needs a place')
}

/** The command whose name is the longest that the words begin with. */
function findCommand(words: readonly string[]): Command | PlaceCommand | undefined {
  return [2, 1].flatMap((count) => COMMANDS.filter(({ name }) => name === words.slice(0, count).join(' ')))[0]
}

const FLAGS = ['help', 'void-recovery-codes', 'dry-run', 'even-many'] as const

function readArgs(argv: readonly string[]): CommandArgs {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        'void-recovery-codes': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        'even-many': { type: 'boolean' },
        team: { type: 'string' },
        branch: { type: 'string' },
        'deputy-of': { type: 'string' },
        deputy: { type: 'string' },
        limit: { type: 'string' },
        checkpoints: { type: 'string' },
        'public-key': { type: 'string' },
        by: { type: 'string' },
        code: { type: 'string' },
        reason: { type: 'string' },
        since: { type: 'string' },
        to: { type: 'string' },
        fingerprint: { type: 'string' },
      },
    })
    const { help, 'void-recovery-codes': voids, 'dry-run': dry, 'even-many': many, ...options } = values
    const given = { help, 'void-recovery-codes': voids, 'dry-run': dry, 'even-many': many }
    return { words: positionals, options, flags: new Set(FLAGS.filter((flag) => given[flag] === true)) }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong options')
  }
}

function helpLines(): readonly string[] {
  const width = Math.max(...COMMANDS.map(({ name, usage }) => name.length + usage.length)) + 3
  return [
    'npm run admin -- COMMAND',
    '',
    ...COMMANDS.map(({ name, usage, does }) => `  ${`${name} ${usage}`.padEnd(width)}${does}`),
  ]
}
