// Embedded databases in memory, copied from templates that are made once for the run: making one anew takes seconds.

import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { OpenOptions, Store } from '../../src/storage/database.ts'
import { layEmptyDatabase } from '../../src/storage/empty-database.ts'
import { storeOn } from '../../src/storage/pglite.ts'
import { loadBank } from './demo-bank-template.ts'

/** What a template holds: the tables alone, or the demo bank in them. */
export type Template = 'migrated' | 'demo bank'

/** Where the templates of this run are. */
export type Templates = Readonly<Record<Template, string>>

/** Opens a database of one's own with what a template holds. */
export async function openEmbedded(template: Template, options?: OpenOptions): Promise<Store> {
  const loadDataDir = await openAsBlob(inject('templates')[template])
  const store = storeOn(await PGlite.create({ loadDataDir }), options)
  // Nothing is left to migrate; the connection becomes the service.
  await store.migrate()
  return store
}

/** Makes the templates in a folder. */
export async function makeTemplates(folder: string): Promise<Templates> {
  const empty = join(folder, 'empty')
  await layEmptyDatabase(empty)
  const client = await PGlite.create(empty)
  const store = storeOn(client)
  const dump = async (name: string) => {
    await client.exec('reset role')
    const path = join(folder, name)
    await writeFile(path, new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer()))
    return path
  }
  await store.migrate()
  const migrated = await dump('migrated.tar')
  await loadBank(store)
  const bank = await dump('demo-bank.tar')
  await store.close()
  return { migrated, 'demo bank': bank }
}
