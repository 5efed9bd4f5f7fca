// An empty embedded database, made once after an install. PGlite's initdb takes seconds and more than a gigabyte of
// memory each time; a copy of the files that it leaves takes neither. Node only.

import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** The files of an empty database as this version of PGlite makes them; another version never finds them. */
const EMPTY = new URL(`../../dist/pglite-${pgliteVersion()}`, import.meta.url).pathname

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const manifest = join(dirname(entry), '..', 'package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version
}

/** Makes the empty database where none is, whole or not at all. */
export async function makeEmptyDatabase(): Promise<void> {
  if (existsSync(EMPTY)) return
  await whole(EMPTY, async (folder) => {
    const database = await PGlite.create(folder)
    await database.close()
  })
}

/**
 * Lays an empty database into a folder that is not there yet, whole or not at all. Without one from the install PGlite
 * makes its own.
 */
export async function layEmptyDatabase(path: string): Promise<void> {
  if (existsSync(path)) return
  await whole(path, async (folder) => {
    if (existsSync(EMPTY)) await cp(EMPTY, folder, { recursive: true })
    else await (await PGlite.create(folder)).close()
  })
}

/** Fills a folder beside its place and moves it there at the end, so that an end in the middle leaves no half. */
async function whole(path: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const beside = `${path}.new`
  await rm(beside, { recursive: true, force: true })
  await mkdir(dirname(path), { recursive: true })
  await fill(beside)
  await rename(beside, path)
}
