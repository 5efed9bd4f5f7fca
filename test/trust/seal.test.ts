// What the seal promises: a value opens only where it was sealed, with its key, unchanged; and what is found again by an
// index tells nothing across kinds and keys.

import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/core/errors.ts'
import { nodePrimitives } from '../../src/node-seal.ts'
import { createSealer, fromBase64, type Place, toBase64 } from '../../src/storage/seal.ts'

const key = (fill: number) => new Uint8Array(32).fill(fill)
const place: Place = { table: 'customers', column: 'phone', row: 'r1' }
const sealerOf = (...ids: readonly (readonly [string, number])[]) =>
  createSealer({ data: ids.map(([id, fill]) => ({ id, key: key(fill) })), index: key(9) })

describe('a sealed value', () => {
  it('opens where it was sealed', async () => {
    const sealer = await sealerOf(['a', 1])
    expect(await sealer.open(place, await sealer.seal(place, '13800001234 王'))).toBe('13800001234 王')
  })

  it.each([
    ['row', { ...place, row: 'r2' }],
    ['column', { ...place, column: 'email' }],
    ['table', { ...place, table: 'pending' }],
    ['place whose parts join to the same letters', { table: 'customersp', column: 'hone', row: 'r1' }],
  ])('does not open in another %s', async (_what, elsewhere) => {
    const sealer = await sealerOf(['a', 1])
    await expect(sealer.open(elsewhere, await sealer.seal(place, '13800001234'))).rejects.toThrow(Fault)
  })

  it('does not open once a byte of it changed, wherever the byte stands', async () => {
    const sealer = await sealerOf(['a', 1])
    const [suite, id, body = ''] = (await sealer.seal(place, '13800001234')).split('.')
    const bytes = fromBase64(body)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = new Uint8Array(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(sealer.open(place, `${suite}.${id}.${toBase64(changed)}`)).rejects.toThrow(Fault)
    }
  })

  it('is another text each time, so that equal values are not seen to be equal', async () => {
    const sealer = await sealerOf(['a', 1])
    const sealed = await Promise.all(Array.from({ length: 500 }, () => sealer.seal(place, '13800001234')))
    expect(new Set(sealed.map((text) => text.slice(0, 20))).size).toBe(500)
  })

  it('opens under an older key, is sealed under the first, and not without its key', async () => {
    const old = await sealerOf(['a', 1])
    const rotated = await sealerOf(['b', 2], ['a', 1])
    const sealed = await old.seal(place, 'x')
    expect(await rotated.open(place, sealed)).toBe('x')
    expect(await rotated.seal(place, 'x')).toMatch(/^g1\.b\./)
    await expect((await sealerOf(['b', 2])).open(place, sealed)).rejects.toThrow(Fault)
    await expect((await sealerOf(['a', 2])).open(place, sealed)).rejects.toThrow(Fault)
  })

  it('fails without telling what it held', async () => {
    const sealer = await sealerOf(['a', 1])
    const sealed = await sealer.seal(place, '13800001234')
    const error = await sealer.open({ ...place, row: 'r2' }, sealed).catch((thrown: unknown) => thrown)
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('1380000')
  })
})

describe('a blind index', () => {
  it('is the same for the same value, another for another kind, value or key, and no bare hash', async () => {
    const sealer = await sealerOf(['a', 1])
    const other = await createSealer({ data: [{ id: 'a', key: key(1) }], index: key(8) })
    const indexes = await Promise.all([
      sealer.index('phone', '13800001234'),
      sealer.index('card_number', '13800001234'),
      sealer.index('phone', '13800001235'),
      other.index('phone', '13800001234'),
      crypto.subtle
        .digest('SHA-256', new TextEncoder().encode('phone:13800001234'))
        .then((digest) => new Uint8Array(digest, 0, 16)),
    ])
    expect(await sealer.index('phone', '13800001234')).toEqual(indexes[0])
    expect(new Set(indexes.map((index) => toBase64(index))).size).toBe(indexes.length)
  })

  it('has a key of its own: other data keys find the same values', async () => {
    const [a, b] = [await sealerOf(['a', 1]), await sealerOf(['b', 2])]
    expect(await a.index('phone', '1')).toEqual(await b.index('phone', '1'))
  })
})

describe('what Node does faster', () => {
  it('seals, opens and indexes as the web’s own does, both ways', async () => {
    const keys = { data: [{ id: 'a', key: key(1) }], index: key(9) }
    const [web, node] = [await createSealer(keys), await createSealer(keys, nodePrimitives)]
    for (const text of ['', '13800001234', '王敏 𬭊', 'x'.repeat(70_000)]) {
      expect(await node.open(place, await web.seal(place, text))).toBe(text)
      expect(await web.open(place, await node.seal(place, text))).toBe(text)
      expect(await node.index('phone', text)).toEqual(await web.index('phone', text))
    }
    const sealed = await node.seal(place, '13800001234')
    await expect(node.open({ ...place, row: 'r2' }, sealed)).rejects.toThrow(Fault)
    await expect(node.open({ ...place, column: 'c2' }, sealed)).rejects.toThrow(Fault)
    const [suite, id, body = ''] = sealed.split('.')
    const bytes = fromBase64(body)
    for (const at of [0, 11, 12, bytes.length - 17, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte))
      await expect(node.open(place, `${suite}.${id}.${toBase64(changed)}`)).rejects.toThrow(Fault)
    }
    for (const length of [0, 5, 12, 20, 27])
      await expect(node.open(place, `${suite}.${id}.${toBase64(bytes.slice(0, length))}`)).rejects.toThrow(
        Fault,
      )
  })
})
