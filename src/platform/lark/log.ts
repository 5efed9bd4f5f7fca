// The log as this edge needs it. Entries are names, codes and counts; nothing that a person wrote, no key and no token.

/** Values that an entry may hold. */
type Facts = { readonly [name: string]: string | number | boolean | null | undefined }

/** Where this edge reports to. */
export interface LarkLog {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, error: unknown, facts?: Facts): void
}
