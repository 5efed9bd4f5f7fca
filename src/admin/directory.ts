// The command that compares the bank's people with the company's directory, as every night does by itself.

import { inLanguage } from '../../cards/kit/index.ts'
import { linesOf, planSync, runSync } from '../features/directory/index.ts'
import { type Command, toLine, UsageError } from './command.ts'

const sync: Command = {
  name: 'directory sync',
  usage: '[--dry-run] [--even-many]',
  does: 'compares people with the company’s directory: ends access, adds who is new as rm, never raises a role; --dry-run changes nothing',
  run: async ({ store, directory, now, zone }, { flags }) => {
    if (directory === undefined)
      throw new UsageError('directory sync needs LARK_APP_ID and what belongs to it')
    const wanted = {
      db: store.db,
      directory,
      now,
      zone,
      cause: `command:${now.toISOString()}`,
      evenMany: flags.has('even-many'),
    }
    const dry = flags.has('dry-run')
    const plan = await (dry ? planSync(wanted) : runSync(wanted))
    const found = linesOf(plan).map(({ title, detail }) =>
      toLine([inLanguage(title, 'zh'), inLanguage(detail, 'zh'), inLanguage(detail, 'en')]),
    )
    const newTeams = plan.links.teams.filter(({ known }) => known === null)
    return [
      ...found,
      ...newTeams.map(({ department }) => toLine([department.name, '新团队', 'a new team'])),
      dry
        ? 'nothing was changed'
        : `${plan.losses.length} ended, ${plan.held.length} held back, ${plan.joiners.length} new`,
    ]
  },
}

/** Commands about the directory. */
export const directoryCommands: readonly Command[] = [sync]
