// The layout's import rule, read from the import lines themselves.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '')

interface Import {
  readonly from: string
  readonly to: string
}

const files = ['src', 'cards'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
)

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(
    ([, path = '']) => ({
      from,
      to: relative(root, join(root, dirname(from), path)),
    }),
  ),
)

const at = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
const offenders = (from: (path: string) => boolean, forbidden: (path: string, from: string) => boolean) =>
  imports
    .filter((line) => from(line.from) && forbidden(line.to, line.from))
    .map((line) => `${line.from} -> ${line.to}`)

describe('the import rule', () => {
  it('cards know only themselves', () => {
    expect(offenders(at('cards'), (to) => !at('cards')(to))).toEqual([])
  })

  it('the kernel knows no storage, no platform and no feature', () => {
    expect(
      offenders(
        at('src/core'),
        (to) => !at('src/core')(to) && !at('cards')(to) && to !== 'src/understand/frame.ts',
      ),
    ).toEqual([])
  })

  it('the understanding knows nothing but itself', () => {
    expect(offenders(at('src/understand'), (to) => !at('src/understand')(to) && !at('src/core')(to))).toEqual(
      [],
    )
  })

  it('features know the kernel, the understanding, the cards, the storage and each other’s index', () => {
    const allowed = (to: string, from: string) => {
      if (
        ['src/core', 'src/understand', 'cards', 'src/storage', 'src/schedule'].some((folder) =>
          at(folder)(to),
        )
      )
        return true
      const [, , own] = from.split('/')
      if (to === `src/features/${own}` || at(`src/features/${own}`)(to)) return true
      return /^src\/features\/[^/]+\/(index|schema)\.ts$/.test(to) || /^src\/features\/[^/]+\.ts$/.test(to)
    }
    expect(offenders(at('src/features'), (to, from) => !allowed(to, from))).toEqual([])
  })

  it('nobody but the entry points imports the platform', () => {
    const entry = (path: string) => /^src\/[^/]+\.ts$/.test(path)
    expect(offenders((from) => !at('src/platform')(from) && !entry(from), at('src/platform'))).toEqual([])
  })

  it('the stand-in and the door share no code, so that each proves the other', () => {
    expect(offenders(at('src/platform/stand-in'), at('src/platform/lark'))).toEqual([])
    expect(offenders(at('src/platform/lark'), at('src/platform/stand-in'))).toEqual([])
  })

  it('there are no import circles', () => {
    expect(findCircles(valueImports())).toEqual([])
  })
})

describe('the house', () => {
  it('has no file over 300 lines', () => {
    const long = files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 301)
    expect(long).toEqual([])
  })

  it('has no rooms for odds and ends', () => {
    expect(
      files.filter((path) => /(^|\/)(utils?|helpers?|common|manager|misc|types)(\/|\.|-)/.test(path)),
    ).toEqual([])
  })
})

/** Imports that exist at run time; a type alone ties nothing. */
function valueImports(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.map((from) => [
      from,
      [
        ...readFileSync(join(root, from), 'utf8').matchAll(
          /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'(\.[^']+)'/gms,
        ),
      ].map(([, path = '']) => relative(root, join(root, dirname(from), path))),
    ]),
  )
}

function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, way: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...way, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
