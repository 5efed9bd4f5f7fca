// JSON as two parsers would agree on it: no key twice in one object, no key that reaches for a prototype, no depth
// without end. Knows nothing of the platform.

import { fail, ok, type Result } from '../../core/result.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Parses JSON that is nested at most `maxDepth` deep and says everything once. */
export function parseStrictJson(text: string, maxDepth: number): Result<unknown, 'malformed'> {
  const members = countMembers(text, maxDepth)
  if (members === null) return fail('malformed')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('malformed')
  }
  return countKeys(value) === members ? ok(value) : fail('malformed')
}

/**
 * Members written in a JSON text: in valid JSON each has exactly one colon outside of strings. Null where it is too deep.
 * A doubled key is written twice but kept once, so this number and that of the parsed keys differ.
 */
function countMembers(text: string, maxDepth: number): number | null {
  let members = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = findStringEnd(text, at)
    else if (code === COLON) members += 1
    // Both brackets and both braces: 0x5b 0x7b open, 0x5d 0x7d close.
    else if ((code | 0x20) === 0x7b) depth += 1
    else if ((code | 0x20) === 0x7d) depth -= 1
    if (depth > maxDepth) return null
  }
  return members
}

/** Index of the quote that ends the string begun at `start`; the text's length where none does. */
function findStringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1
  return (at - first) % 2 === 1
}

/** Keys in a value and all that is in it; NaN, which equals no number, where one of them is forbidden. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item)
    return count
  }
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return Number.NaN
    count += 1
    // Most members are texts and numbers, which hold no keys.
    if (typeof item === 'object') count += countKeys(item)
  }
  return count
}
