// Pages of a list, as all endpoints of the platform cut them.

import type { JsonRecord } from '../json.ts'
import { fieldInvalid } from '../platform-error.ts'

/** How long a page is when nobody says so, and at most. */
export interface PageLimits {
  readonly usual: number
  readonly most: number
}

/** The page that the query asks for; its token is the place at which the next one starts. Throws a PlatformError. */
export function takePage<T>(
  all: readonly T[],
  query: { readonly [name: string]: string | undefined },
  limits: PageLimits,
): { readonly entries: readonly T[]; readonly marks: JsonRecord } {
  const size = Number(query['page_size'] ?? limits.usual)
  const start = Number(query['page_token'] || 0)
  if (!Number.isInteger(size) || size < 1 || size > limits.most) {
    throw fieldInvalid('page_size', `is not 1 to ${limits.most}`)
  }
  if (!Number.isInteger(start) || start < 0) throw fieldInvalid('page_token', 'is none that was given out')
  const end = start + size
  const hasMore = end < all.length
  const marks = { has_more: hasMore, ...(hasMore ? { page_token: String(end) } : {}) }
  return { entries: all.slice(start, end), marks }
}
