// The bytes of uploaded files: beside the journal, or in memory within a limit where there is no journal.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY_BYTES = 128 * 1024 * 1024

/** Keeps bytes under a key of the stand-in's own making. */
export interface FileBytes {
  put(key: string, bytes: Uint8Array): void
  find(key: string): Uint8Array | null
}

/** Keeps files in a folder, or in memory where `folder` is null; there the oldest make room for new ones. */
export function openFileBytes(folder: string | null): FileBytes {
  return folder === null ? inMemory() : inFolder(folder)
}

function inFolder(folder: string): FileBytes {
  return {
    put: (key, bytes) => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, key), bytes)
    },
    find: (key) => {
      const path = join(folder, key)
      return /^[\w-]+$/.test(key) && existsSync(path) ? readFileSync(path) : null
    },
  }
}

function inMemory(): FileBytes {
  const kept = new Map<string, Uint8Array>()
  let total = 0
  return {
    put: (key, bytes) => {
      kept.set(key, bytes)
      total += bytes.byteLength
      for (const [oldest, old] of kept) {
        if (total <= MEMORY_BYTES || oldest === key) break
        kept.delete(oldest)
        total -= old.byteLength
      }
    },
    find: (key) => kept.get(key) ?? null,
  }
}
