// Reads every expression of time in a text. Pure: the reference instant and its zone are passed in, the
// process time zone plays no part.
import * as chrono from 'chrono-node'
import type { TimeFinding, TimeReference } from './finding.ts'

export type { DayPart, TimeFinding, TimeReference, WallTime } from './finding.ts'

/** Finds all expressions of time in order of position; findings never overlap. Values are wall time in `reference.zone`. */
export function readTimes(text: string, reference: TimeReference): readonly TimeFinding[] {
  const parser = /\p{Script=Han}/u.test(text) ? chrono.zh.hans.casual : chrono.casual
  const results = parser.parse(
    text,
    { instant: reference.now, timezone: 480 },
    { forwardDate: reference.lean === 'forward' },
  )
  return results.map((result) => toFinding(result))
}

function toFinding(result: chrono.ParsedResult): TimeFinding {
  const start = toWallTime(result.start)
  const kind = result.end ? 'range' : result.start.isCertain('hour') ? 'instant' : 'date'
  return {
    index: result.index,
    text: result.text,
    kind,
    start,
    ...(result.end ? { end: toWallTime(result.end) } : {}),
    said: (['year', 'month', 'day', 'weekday', 'hour', 'minute'] as const).filter((part) =>
      result.start.isCertain(part),
    ),
  }
}

function toWallTime(components: chrono.ParsedComponents): string {
  const pad = (part: chrono.Component, length = 2) => String(components.get(part) ?? 0).padStart(length, '0')
  const day = `${pad('year', 4)}-${pad('month')}-${pad('day')}`
  return components.isCertain('hour') ? `${day}T${pad('hour')}:${pad('minute')}` : day
}
