// What is kept while one card is drawn: names given away, tables used up, and whether room has to be saved.

import { LIMITS } from '../limits.ts'

/** The state of one drawing. */
export interface Drawing {
  /** Draw with fewer elements, because the card would not fit otherwise. */
  readonly compact: boolean
  /** Whether what is drawn stands directly in the card, where alone tables may stand. */
  readonly atRoot: boolean
  /** A new id for an element of this kind: the same at every drawing of the same card. */
  takeId(kind: string): string
  /** The name itself, or the name with a number behind two underscores where it is already taken. */
  takeName(name: string): string
  /** Whether another table, or chart, may be drawn; counts it. */
  takeTable(): boolean
  takeChart(): boolean
  /** The same drawing inside of a container. */
  inside(): Drawing
}

/** Begins a drawing. */
export function openDrawing(compact: boolean): Drawing {
  const ids = new Map<string, number>()
  const names = new Set<string>()
  let tables = 0
  let charts = 0
  const root: Drawing = {
    compact,
    atRoot: true,
    takeId: (kind) => {
      const number = (ids.get(kind) ?? 0) + 1
      ids.set(kind, number)
      return `${kind}_${number}`
    },
    takeName: (name) => {
      const wanted = name === '' ? 'field' : name.slice(0, LIMITS.nameText)
      let taken = wanted
      for (let number = 2; names.has(taken); number += 1) taken = `${wanted}__${number}`
      names.add(taken)
      return taken
    },
    takeTable: () => {
      tables += 1
      return tables <= LIMITS.cardTables
    },
    takeChart: () => {
      charts += 1
      return charts <= LIMITS.cardCharts
    },
    inside: () => ({ ...root, atRoot: false }),
  }
  return root
}
