// Reading JSON of which nothing is known yet. Knows no shape of the platform.

/** An object as JSON has them. */
export type JsonRecord = { readonly [key: string]: unknown }

/** Whether a value is an object with named members, and not a list or null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a JSON text, or undefined where the text is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The value as an object, or an empty one where it is something else. */
export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

/** The value as text, or null where it is no text. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The value as a list, or an empty one where it is something else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
