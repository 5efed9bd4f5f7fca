// How long work takes of itself, on a machine that others use too: a pause of the machine falls on any try, a slow piece
// of work is slow on each.

const TRIES = 20

/** Milliseconds that work takes. Where it took longer than `suspectMs` it is tried again, and the least counts. */
export function ownTime(work: () => void, suspectMs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && least > suspectMs; tries += 1) {
    const started = performance.now()
    work()
    least = Math.min(least, performance.now() - started)
  }
  return least
}
