// What came in, as every database can keep it: halves of characters and NUL are in no text of PostgreSQL, and one of them
// anywhere in a message would fail every statement that carries it.

/** The same value with such signs taken out of its texts; dates and numbers stay as they are. */
export function toStorable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '') as T
  if (Array.isArray(value)) return value.map(toStorable) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [toStorable(key), toStorable(part as unknown)]),
  ) as T
}
