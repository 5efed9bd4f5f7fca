// Why a card is refused, thrown from wherever it is found and turned into a verdict at the top.

/** Sub numbers under 230099. */
export type SubCode = 11310 | 100290 | 200380 | 200530 | 200550 | 200570 | 200621 | 200861 | 200914 | 200915

/** A fault of a card: sub number, what is wrong, and where in the card. */
export class CardProblem extends Error {
  override readonly name = 'CardProblem'
  readonly subCode: SubCode
  readonly path: string

  constructor(subCode: SubCode, message: string, path: string) {
    super(message)
    this.subCode = subCode
    this.path = path
  }
}
