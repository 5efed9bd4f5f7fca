// What is carried along while a card is gone through: counts, names seen, and what the card may refer to.

import { CardProblem } from './problem.ts'
import type { CardFacts } from './verdict.ts'

/** Limits of the platform on one card. */
export const CARD_LIMITS = {
  bytes: 30 * 1024,
  elements: 200,
  levels: 5,
  tables: 5,
  tableColumns: 50,
  markdownTables: 4,
} as const

/** Checks a list of elements at a place in the card. */
export type CheckElements = (value: unknown, path: string, walk: Walk) => void

/** The state of one check. */
export class Walk {
  readonly facts: CardFacts
  /** Checks a list of elements; handed in, so that containers need not know the elements that they may hold. */
  readonly checkElements: CheckElements
  /** Names of sizes and colours that the card itself defines. */
  readonly ownSizes = new Set<string>()
  readonly ownColours = new Set<string>()
  /** Names of the containers around the element being checked, outermost first. */
  readonly containers: string[] = []
  elements = 0
  #tables = 0
  readonly #names = new Set<string>()
  readonly #ids = new Set<string>()

  constructor(facts: CardFacts, checkElements: CheckElements) {
    this.facts = facts
    this.checkElements = checkElements
  }

  get insideForm(): boolean {
    return this.containers.includes('form')
  }

  countElement(path: string): void {
    this.elements += 1
    if (this.elements > CARD_LIMITS.elements)
      throw new CardProblem(11310, 'card elements exceed the limit of 200', path)
  }

  countTable(path: string): void {
    this.#tables += 1
    if (this.#tables > CARD_LIMITS.tables) throw new CardProblem(11310, 'card table number over limit', path)
  }

  takeName(name: string, path: string): void {
    if (this.#names.has(name)) throw new CardProblem(11310, `name is duplicate: ${name}`, path)
    this.#names.add(name)
  }

  takeId(id: string, path: string): void {
    if (this.#ids.has(id)) throw new CardProblem(11310, `element_id is duplicate: ${id}`, path)
    this.#ids.add(id)
  }

  /** Does work inside of a container, counted as a level. A column is part of its column_set. */
  inside(container: string, path: string, work: () => void): void {
    this.containers.push(container)
    const levels = this.containers.filter((each) => each !== 'column').length
    if (levels > CARD_LIMITS.levels)
      throw new CardProblem(11310, 'containers are nested more than 5 levels', path)
    work()
    this.containers.pop()
  }

  checkPerson(id: string, path: string): void {
    if (!this.facts.knowsPerson(id))
      throw new CardProblem(100290, `invalid user resource, at/person: ${id}`, path)
  }

  checkImage(key: string, path: string): void {
    if (!this.facts.knowsImage(key)) throw new CardProblem(200570, `image key is invalid: ${key}`, path)
  }
}
