// An append-only file of JSON lines, so that a restart keeps the chats. Knows nothing of what the lines mean.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { isRecord, readJson } from '../json.ts'
import type { Entry } from './entries.ts'

/** Where entries are kept. */
export interface Journal {
  /** What was in the file when it was opened; a torn last line is left out. */
  readonly entries: readonly Entry[]
  append(entry: Entry): void
  /** Replaces the whole file. */
  rewrite(entries: readonly Entry[]): void
  close(): void
}

/** Opens the journal in a file, or one that keeps nothing where there is no file. */
export function openJournal(file: string | null): Journal {
  if (file === null) return { entries: [], append: () => {}, rewrite: () => {}, close: () => {} }
  mkdirSync(dirname(file), { recursive: true })
  const entries = readEntries(file)
  writeAll(file, entries)
  let descriptor: number | null = openSync(file, 'a')
  return {
    entries,
    append: (entry) => {
      // What comes after the end, as the answer to a delivery may, comes again after a restart.
      if (descriptor !== null) writeSync(descriptor, `${JSON.stringify(entry)}\n`)
    },
    rewrite: (kept) => {
      if (descriptor !== null) closeSync(descriptor)
      writeAll(file, kept)
      descriptor = openSync(file, 'a')
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor)
      descriptor = null
    },
  }
}

function readEntries(file: string): Entry[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line === '' ? undefined : readJson(line)))
    .filter(isEntry)
}

// The file is written by this module alone, so a line that parses and names its kind is an entry.
function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value['kind'] === 'string'
}

/** A new file takes the old one's place in one step, so that a crash leaves one of the two whole. */
function writeAll(file: string, entries: readonly Entry[]): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  renameSync(fresh, file)
}
