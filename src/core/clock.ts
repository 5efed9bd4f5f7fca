// Time as an argument: nobody in the house reads the machine's clock but the entry points.

/** Yields the present instant. */
export interface Clock {
  now(): Date
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that can be moved: real time plus an offset. */
export interface MovableClock extends Clock {
  /** Moves the clock on, or back, by so many milliseconds. */
  advance(ms: number): void
  /** Sets the clock to an instant from which it runs on; null returns to real time. */
  set(instant: Date | null): void
}

/** Makes a movable clock on top of another. */
export function movableClock(base: Clock = systemClock): MovableClock {
  let offsetMs = 0
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    advance: (ms) => {
      offsetMs += ms
    },
    set: (instant) => {
      offsetMs = instant === null ? 0 : instant.getTime() - base.now().getTime()
    },
  }
}
