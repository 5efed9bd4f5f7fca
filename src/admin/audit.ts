// Commands about the audit trail: verify it against checkpoints that were kept outside, and print the key that signs them.

import { hash } from 'node:crypto'
import { type Checkpoint, openSigningKey } from '../storage/audit-checkpoint.ts'
import { readCheckpoints } from '../storage/audit-checkpoint-file.ts'
import { type Break, verifyAudit } from '../storage/audit-verify.ts'
import { asKeeper } from '../storage/scope.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'

const verify: Command = {
  name: 'audit verify',
  usage: '[--checkpoints FILE] [--public-key KEY]',
  does: 'reads the whole trail and names the first entry that is not as it was; only FILE can prove what was rewritten or cut off',
  run: async ({ store, sealer }, { options }) => {
    const { checkpoints, unreadable } = await readOutside(options['checkpoints'])
    const publicKey = options['public-key'] ?? (await openSigningKey(store.db, sealer)).publicKey
    const found = await asKeeper(
      store.db,
      'audit verify',
      (tx) => verifyAudit(tx, { publicKey, checkpoints, digest: (text) => hash('sha256', text, 'hex') }),
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
    const lines = [
      `${found.links} entries in the chain, last hash ${found.head}`,
      `${found.waiting} wait to be sealed, ${found.checkpoints} checkpoints held against them`,
      ...(unreadable === 0 ? [] : [`${unreadable} lines of the file could not be read`]),
      ...(options['checkpoints'] === undefined ? [NO_FILE] : []),
    ]
    if (found.broken !== null) throw new CommandFailed([...lines, brokenLine(found.broken)])
    return [...lines, 'the trail is as it was sealed']
  },
}

const NO_FILE =
  'no file of checkpoints was given: a rewrite of the whole database, its checkpoints included, would not be noticed'

const key: Command = {
  name: 'audit key',
  usage: '',
  does: 'the public key of the checkpoints; keep it where the database’s administrator cannot change it',
  run: async ({ store, sealer }) => [(await openSigningKey(store.db, sealer)).publicKey],
}

/** Commands about the audit trail's chain. */
export const auditCommands: readonly Command[] = [verify, key]

async function readOutside(
  path: string | undefined,
): Promise<{ readonly checkpoints: readonly Checkpoint[]; readonly unreadable: number }> {
  if (path === undefined) return { checkpoints: [], unreadable: 0 }
  const read = await readCheckpoints(path)
  if (read.checkpoints.length === 0) throw new UsageError(`${path} holds no checkpoint`)
  return read
}

function brokenLine({ seq, auditId, what }: Break): string {
  const place = [seq === null ? [] : [`link ${seq}`], auditId === null ? [] : [`entry ${auditId}`]].flat()
  return `BROKEN at ${place.length === 0 ? 'the tables' : place.join(', ')}: ${what}`
}
