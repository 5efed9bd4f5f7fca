// Multinomial logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad: Duchi,
// Hazan and Singer, Journal of Machine Learning Research 12, 2011). The same examples give the same weights each time.

/** An example: the pieces of its text, and which of the classes it is. */
export interface Example {
  readonly pieces: ReadonlySet<string>
  readonly right: number
}

/** Learnt weights: for each piece, one for each class. */
export interface Learnt {
  readonly pieces: readonly string[]
  readonly weights: Float64Array
  readonly bias: Float64Array
}

/** A piece that fewer examples hold tells nothing of what others write. */
const LEAST_HOLDERS = 3
const ROUNDS = 12
const STEP = 0.3
/** Keeps the first steps finite. */
const FIRST = 1e-2
const SHRINK = 1e-5
/** An error so small is not worth its step. */
const LEAST_ERROR = 1e-4

function listKnown(examples: readonly Example[]): readonly string[] {
  const holders = new Map<string, number>()
  for (const { pieces } of examples)
    for (const piece of pieces) holders.set(piece, (holders.get(piece) ?? 0) + 1)
  return [...holders].flatMap(([piece, count]) => (count >= LEAST_HOLDERS ? [piece] : []))
}

/** Numbers from 0 to 1 that are the same each time: a linear congruence, with the factors of Numerical Recipes. */
function makeChance(): () => number {
  let state = 1
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(places: number[], chance: () => number): void {
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    ;[places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0]
  }
}

function toProbabilities(sums: Float64Array): void {
  const most = Math.max(...sums)
  let total = 0
  sums.forEach((sum, at) => {
    sums[at] = Math.exp(sum - most)
    total += sums[at] ?? 0
  })
  sums.forEach((sum, at) => {
    sums[at] = sum / total
  })
}

/** Numbers that are moved against their slopes, each by a step that shortens the more it was moved. */
class Paced {
  readonly values: Float64Array
  readonly #gone: Float64Array

  constructor(length: number) {
    this.values = new Float64Array(length)
    this.#gone = new Float64Array(length)
  }

  move(at: number, slope: number): void {
    const gone = (this.#gone[at] ?? 0) + slope * slope
    this.#gone[at] = gone
    this.values[at] = (this.values[at] ?? 0) - (STEP * slope) / Math.sqrt(gone + FIRST)
  }
}

class Learner {
  readonly #classes: number
  readonly #weights: Paced
  readonly #bias: Paced
  readonly #errors: Float64Array

  constructor(pieces: number, classes: number) {
    this.#classes = classes
    this.#weights = new Paced(pieces * classes)
    this.#bias = new Paced(classes)
    this.#errors = new Float64Array(classes)
  }

  get weights(): Float64Array {
    return this.#weights.values
  }

  get bias(): Float64Array {
    return this.#bias.values
  }

  /** Learns from one example: its pieces by their places, and its class. */
  see(pieces: readonly number[], right: number): void {
    const share = 1 / Math.sqrt(pieces.length + 1)
    this.#measure(pieces, share)
    this.#errors[right] = (this.#errors[right] ?? 0) - 1
    this.#errors.forEach((error, one) => {
      if (Math.abs(error) < LEAST_ERROR) return
      this.#bias.move(one, error)
      for (const piece of pieces) {
        const at = piece * this.#classes + one
        this.#weights.move(at, error * share + SHRINK * (this.weights[at] ?? 0))
      }
    })
  }

  #measure(pieces: readonly number[], share: number): void {
    const errors = this.#errors
    errors.set(this.bias)
    for (const piece of pieces)
      for (let one = 0; one < this.#classes; one += 1)
        errors[one] = (errors[one] ?? 0) + (this.weights[piece * this.#classes + one] ?? 0) * share
    toProbabilities(errors)
  }
}

/** Learns to tell `classes` classes apart. */
export function learn(examples: readonly Example[], classes: number): Learnt {
  const pieces = listKnown(examples)
  const places = new Map(pieces.map((piece, place) => [piece, place]))
  const held = examples.map((example) => [...example.pieces].flatMap((piece) => places.get(piece) ?? []))
  const learner = new Learner(pieces.length, classes)
  const order = examples.map((_, place) => place)
  const chance = makeChance()
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, chance)
    for (const place of order) learner.see(held[place] ?? [], examples[place]?.right ?? 0)
  }
  return { pieces, weights: learner.weights, bias: learner.bias }
}
