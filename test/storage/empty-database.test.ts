import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/storage/database.ts'
import { makeEmptyDatabase } from '../../src/storage/empty-database.ts'
import { openPglite } from '../../src/storage/pglite.ts'

describe('a new embedded database', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'larkspur-empty-'))
    await makeEmptyDatabase()
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** The number that initdb gave to the database; a copy has it too. */
  async function identify(place: string): Promise<string> {
    const store = await openPglite(join(folder, place))
    const [row] = rowsOf<{ id: string }>(
      await store.db.execute(sql`select system_identifier::text as id from pg_control_system()`),
    )
    await store.close()
    return row?.id ?? ''
  }

  it('is a copy of the one that was made at install', async () => {
    expect(await identify('one')).toBe(await identify('two'))
  })

  it('is whole after a start that ended in the middle of the copying', async () => {
    await mkdir(join(folder, 'three', 'pglite.new'), { recursive: true })
    await writeFile(join(folder, 'three', 'pglite.new', 'PG_VERSION'), 'half')
    expect(await identify('three')).toBe(await identify('one'))
  })

  it('keeps what was written when it is opened again', async () => {
    const store = await openPglite(join(folder, 'four'))
    await store.db.execute(sql`create table kept (what text)`)
    await store.close()
    const again = await openPglite(join(folder, 'four'))
    expect(rowsOf(await again.db.execute(sql`select * from kept`))).toEqual([])
    await again.close()
  })
})
