// What bounds a list: how many lines, and since which day.

import { instantOf } from '../core/calendar.ts'
import { type CommandArgs, UsageError } from './command.ts'

const MOST = 1000

/** The value of `--limit`, 50 where it is missing. @throws UsageError where it is no whole number from 1 to 1000 */
export function limitOf({ options }: CommandArgs): number {
  const limit = Number(options['limit'] ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new UsageError(`--limit must be 1 to ${MOST}`)
  return limit
}

/** The beginning of a day in the bank's zone, as `--since` names it. @throws UsageError where it is no day */
export function beginningOf(said: string, zone: string): Date {
  try {
    return instantOf(said, zone)
  } catch {
    throw new UsageError('--since must be a day, 2026-11-21')
  }
}
