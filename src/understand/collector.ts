// What is found in a message, gathered one recogniser after the other: what was found first keeps its place, and those
// that follow read only the rest.

import type { Entity, EntityKind } from './entity.ts'
import { KIND_SIZE } from './mask.ts'
import type { Amount } from './recognise/money.ts'
import type { TimeFinding } from './time/index.ts'

// stands for a character of what is found already; no recogniser takes it for part of a word
const BLANK = '\u25a1'

/** Gathers the things found in one folded text, none of them over another. */
export class Collector {
  readonly entities: Entity[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Adds a thing found; `listed` where it is on a list that was passed in. */
  add(kind: EntityKind, found: { start: number; end: number; value: string | Amount }, listed = false): void {
    const { start, end, value } = found
    this.#put({ kind, start, end, text: this.#text.slice(start, end), value, listed })
  }

  /** Adds a time found. */
  addTime(time: TimeFinding): void {
    const { index: start, text } = time
    this.#put({ kind: 'time', start, end: start + text.length, text, value: text, listed: true, time })
  }

  #put(entity: Entity): void {
    const { kind, start, end } = entity
    if (end <= start || this.entities.some((one) => start < one.end && one.start < end)) return
    if (this.entities.filter((one) => one.kind === kind).length >= KIND_SIZE - 1) return
    this.entities.push(entity)
  }

  /** The text with everything found so far blanked out; places stay as they are. */
  get rest(): string {
    let rest = this.#text
    for (const { start, end } of this.entities)
      rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end)
    return rest
  }
}
