// A name found in a text without a list.

/** The name, and the place where it stands. */
export interface NameFinding {
  readonly start: number
  readonly end: number
  readonly value: string
}
