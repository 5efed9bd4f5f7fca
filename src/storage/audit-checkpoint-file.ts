// The outside file of checkpoints: one JSON object a line, only ever added to, so it may lie on storage that keeps what
// was once written. The file itself knows how far it goes; whatever it missed while it was away is added later. Node only.

import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Checkpoint, listCheckpoints } from './audit-checkpoint.ts'
import type { Database } from './database.ts'

const BATCH = 1000
const NEWLINE = 0x0a

/** The outside file. */
export interface CheckpointFile {
  /** Adds the checkpoints that it lacks, durably. @throws Error where it cannot be written; nothing is lost */
  catchUp(db: Database): Promise<void>
}

/** Opens the file at a path; it is made where there is none. */
export function openCheckpointFile(path: string): CheckpointFile {
  let known: number | null = null
  return {
    catchUp: async (db) => {
      known ??= (await readCheckpoints(path)).checkpoints.reduce((last, { seq }) => Math.max(last, seq), 0)
      for (;;) {
        const missing = await listCheckpoints(db, known, BATCH)
        if (missing.length === 0) return
        await appendLines(
          path,
          missing.map((checkpoint) => JSON.stringify(checkpoint)),
        )
        known = missing.at(-1)?.seq ?? known
      }
    },
  }
}

// A line that was cut when the machine lost its power is ended first, so that it spoils no other.
async function appendLines(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o640)
  try {
    const { size } = await file.stat()
    const end = Buffer.alloc(1)
    if (size > 0) await file.read(end, 0, 1, size - 1)
    const before = size === 0 || end[0] === NEWLINE ? '' : '\n'
    await file.appendFile(`${before}${lines.join('\n')}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** What a file of checkpoints holds; none where there is no file. */
export async function readCheckpoints(
  path: string,
): Promise<{ readonly checkpoints: readonly Checkpoint[]; readonly unreadable: number }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const checkpoints = lines.flatMap((line) => {
    const parsed = Checkpoint.safeParse(parseJson(line))
    return parsed.success ? [parsed.data] : []
  })
  return { checkpoints, unreadable: lines.length - checkpoints.length }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // A line that is no JSON is counted as unreadable by the caller.
    return null
  }
}
