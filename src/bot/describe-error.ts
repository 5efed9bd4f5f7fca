// What may be logged of an error, on every home of the bot.

/** What may be logged of an error: its names, codes and where it was thrown. Never its message, which may quote data. */
export function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const place = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] ?? ''
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {}
  return {
    error: error.name,
    at: place.replace(/file:\/\/\S*?\/(src|node_modules)\//, '$1/'),
    ...code,
    ...cause,
  }
}
