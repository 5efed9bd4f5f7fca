// One sabotage of one line, and the tests that must notice it.

export interface Mutant {
  /** What it breaks, in a few words. */
  readonly what: string
  readonly file: string
  /** Stands once in the file, or as often as `times` says. */
  readonly find: string
  readonly replace: string
  readonly times?: number
  /** Test files that must fail. */
  readonly tests: readonly string[]
  /** Only tests of this name are run. */
  readonly named?: string
}
