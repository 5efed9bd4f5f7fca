// Failures on demand: what the next answer of an endpoint shall be instead of the right one. Reached by code, never by HTTP.

/** How an answer goes wrong. */
export type Failure =
  | { readonly kind: 'code'; readonly code: number; readonly status?: 400 | 429 | 500 }
  | { readonly kind: 'status'; readonly status: 429 | 500 | 502 | 503; readonly resetSeconds?: number }
  /** No answer at all, until the caller gives up. */
  | { readonly kind: 'hang' }
  /** The connection is closed without an answer. */
  | { readonly kind: 'close' }

/** A failure that waits for its call. */
interface PlannedFault {
  readonly failure: Failure
  /** Method and path pattern, like `POST /im/v1/messages`; any endpoint where missing. */
  readonly endpoint?: string
  /** How many calls it befalls; one where missing. */
  readonly times?: number
  /** The request takes effect first and only its answer is lost. */
  readonly afterEffect?: boolean
}

export interface Faults {
  plan(fault: PlannedFault): void
  /** Drops whatever is still planned. */
  clear(): void
  /** The fault that befalls a call of this endpoint now, which uses it up. */
  take(endpoint: string): PlannedFault | null
}

/** Makes an empty list of planned faults; they befall in the order in which they were planned. */
export function createFaults(): Faults {
  let planned: { fault: PlannedFault; left: number }[] = []
  return {
    plan: (fault) => {
      planned.push({ fault, left: fault.times ?? 1 })
    },
    clear: () => {
      planned = []
    },
    take: (endpoint) => {
      const found = planned.find(({ fault }) => fault.endpoint === undefined || fault.endpoint === endpoint)
      if (found === undefined) return null
      found.left -= 1
      planned = planned.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}
