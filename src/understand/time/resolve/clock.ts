// From clues about the time of day to minutes after midnight. What is left open is settled by the rules of
// the house: a bare hour from 1 to 6 is in the afternoon, from 7 to 11 in the morning.
import type { Clues, Part } from '../clues.ts'

const NOON = 12 * 60
const DAY = 24 * 60

/** Minutes after midnight; more than a day where the hour belongs to the night after (晚上12点). */
export interface ClockTime {
  readonly minutes: number
  /** Nobody said which half of the day it is. */
  readonly open: boolean
}

/** First and last minute of each part of the day, and the hour at which it is over. */
export const PARTS: Readonly<Record<Part, { readonly from: number; readonly to: number }>> = {
  dawn: { from: 0, to: 6 * 60 },
  morning: { from: 8 * 60, to: 12 * 60 },
  noon: { from: 12 * 60, to: 14 * 60 },
  afternoon: { from: 14 * 60, to: 18 * 60 },
  evening: { from: 18 * 60, to: 24 * 60 },
}

function toPart(hour: number, part: Part): number {
  if (part === 'dawn') return hour === 12 ? 0 : hour
  if (part === 'morning') return hour
  if (part === 'noon') return hour < 10 ? hour + 12 : hour
  if (part === 'afternoon') return hour < 12 ? hour + 12 : hour
  if (hour === 12) return 24
  return hour < 5 ? hour + 24 : hour + 12
}

/** The time of day that the clues mean; null where they name no hour. */
export function resolveClock(clues: Clues): ClockTime | null {
  const { hour, minute = 0, part, meridiem } = clues
  if (hour === undefined) return null
  const at = (value: number, open = false): ClockTime => ({ minutes: value * 60 + minute, open })
  if (meridiem) return at((hour % 12) + (meridiem === 'pm' ? 12 : 0))
  if (hour === 0 && part === 'evening') return at(24)
  if (hour > 12 || hour === 0) return at(hour)
  if (part) return at(toPart(hour, part))
  if (clues.exact) return at(hour)
  return at(hour >= 1 && hour <= 6 ? hour + 12 : hour, true)
}

/** Both readings of an hour of which nobody said the half of the day; only one where it was said. */
export function listReadings(time: ClockTime): number[] {
  if (!time.open) return [time.minutes]
  const low = time.minutes % NOON
  return [low, low + NOON]
}

/** The reading of `time` that comes soonest after `start`, tomorrow if need be. */
export function findNextAfter(time: ClockTime, start: number): number {
  const later = listReadings(time).flatMap((minutes) => [minutes, minutes + DAY])
  return Math.min(...later.filter((minutes) => minutes > start))
}

/** The reading of an open `time` that lies closest before `end` on the dial. */
export function findClosestBefore(time: ClockTime, end: number): number {
  const gap = (minutes: number) => (end - minutes + DAY) % DAY || DAY
  return listReadings(time).reduce((best, minutes) => (gap(minutes) < gap(best) ? minutes : best))
}
