// The port of the log. Entries are facts; what a person wrote, keys and tokens never are.

/** Values that an entry may hold: ids, codes, counts, durations. */
export type LogFacts = { readonly [name: string]: string | number | boolean | null | undefined }

export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  /** `error` is reduced to its name, its place and the names of its causes; messages may hold data. */
  error(event: string, error: unknown, facts?: LogFacts): void
}
