// Backups as files, on Node: written beside their name and renamed once they are whole, read back before they count.

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../../core/errors.ts'
import type { Database } from '../database.ts'
import { type BackupHeader, type BackupKeys, type OpenedBackup, openFrames } from './format.ts'
import { countRows, type Manifest, writeBackup } from './write.ts'

/** The name of a backup's file: when it was made. */
export function backupName(now: Date): string {
  return `larkspur-${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z.backup`
}

/** A whole file that was read to its end. */
export interface CheckedFile {
  readonly header: BackupHeader
  readonly manifest: Manifest
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the file. Kept elsewhere, it tells this backup from an older one in its place. */
  readonly fingerprint: string
}

/**
 * Writes a backup to a file that does not exist yet, and reads it back.
 * @throws Fault where anything is wrong; no file of that name is left then
 */
export async function writeBackupFile(
  db: Database,
  keys: BackupKeys,
  path: string,
  now: Date,
): Promise<CheckedFile> {
  await mkdir(dirname(path), { recursive: true })
  if (existsSync(path))
    throw new Fault('backup', `write ${path}: a file of that name is there`, { retryable: false })
  const part = `${path}.part`
  const file = await open(part, 'wx', 0o600)
  try {
    await writeBackup(db, keys, now, async (bytes) => {
      await file.writeFile(bytes)
    })
    await file.sync()
    await file.close()
    const checked = await checkBackupFile(keys, part)
    await rename(part, path)
    return checked
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Reads a file to its end without a database.
 * @throws Fault where it is not whole, or is another than the one of that fingerprint
 */
export async function checkBackupFile(
  keys: BackupKeys,
  path: string,
  fingerprint?: string,
): Promise<CheckedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const { header, frames } = await openFrames(
    keys,
    readFile(path, (piece) => {
      hash.update(piece)
      bytes += piece.length
    }),
  )
  let manifest: Manifest | null = null
  for await (const { text, last } of frames) if (last) manifest = JSON.parse(text) as Manifest
  if (manifest === null) throw new Fault('backup', 'find the end of the file', { retryable: false })
  const found = hash.digest('hex')
  if (fingerprint !== undefined && fingerprint.toLowerCase() !== found)
    throw new Fault('backup', `find the wanted backup: this is another, made at ${header.madeAt}`, {
      retryable: false,
    })
  return { header, manifest, rows: countRows(manifest), bytes, fingerprint: found }
}

/** Opens a file for restoring. @throws Fault as openFrames does */
export function openBackupFile(keys: BackupKeys, path: string): Promise<OpenedBackup> {
  return openFrames(keys, readFile(path))
}

async function* readFile(path: string, seen: (piece: Uint8Array) => void = () => undefined) {
  try {
    for await (const piece of createReadStream(path)) {
      seen(piece as Uint8Array)
      yield piece as Uint8Array
    }
  } catch (cause) {
    throw new Fault('backup', `read ${path}`, { retryable: false, cause })
  }
}
