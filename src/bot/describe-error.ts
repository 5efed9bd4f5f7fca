// What may be logged of an error, on every home of the bot.

/** What may be logged of an error: its names, codes and where it was thrown. Never its message, which may quote data. */
export function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && isWord(error.code) ? { code: error.code } : {}
  const cause =
    error.cause instanceof Error ? { cause: wordOf(error.cause.name), ...causeCode(error.cause) } : {}
  return { error: wordOf(error.name), at: placeOf(error), ...code, ...cause }
}

function causeCode(cause: Error): Readonly<Record<string, string>> {
  return 'code' in cause && isWord(cause.code) ? { causeCode: cause.code } : {}
}

/** A name or a code is one word; what reads otherwise was made of something else. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][\w$.-]{0,59}$|^[0-9A-Z]{5}$/.test(value)
}

function wordOf(name: string): string {
  return isWord(name) ? name : 'Error'
}

// The stack begins with the message, whose lines may look like places.
function placeOf({ stack = '', message }: Error): string {
  const from = stack.indexOf(message)
  const frames = from === -1 ? '' : stack.slice(from + message.length)
  const [, place = ''] = /^\s+at ([^\n]+)/m.exec(frames) ?? []
  return place.replace(/file:\/\/\S*?\/(src|node_modules)\//, '$1/')
}
