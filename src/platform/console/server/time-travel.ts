// Where the bot's clock goes when somebody turns it.

import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { ConsolePorts } from './ports.ts'
import { BadRequest, type ClockRequest } from './requests.ts'
import { toClockState } from './views.ts'

const ZONE = 'Asia/Shanghai'
const MORNING = Temporal.PlainTime.from('08:30')

/** Moves the bot's clock and runs what falls due. Throws a BadRequest for a duration that is none. */
export async function travel(ports: ConsolePorts, request: z.infer<typeof ClockRequest>): Promise<void> {
  await move(ports, request)
  ports.standIn.platform.memory.noteClock(toClockState(ports.clock))
  await ports.standIn.platform.courier.deliverDue()
  await ports.tick()
  await ports.settle()
}

async function move(ports: ConsolePorts, request: z.infer<typeof ClockRequest>): Promise<void> {
  const { clock } = ports
  if ('advance' in request) clock.advance(toMilliseconds(clock.now(), request.advance))
  else if ('set' in request) clock.set(request.set === null ? null : new Date(request.set))
  else if (request.to === 'morning') clock.set(findNextMorning(clock.now()))
  else {
    const due = await ports.nextDue()
    if (due !== null && due > clock.now()) clock.set(due)
  }
}

/** Days and months of a duration are those of the bank's calendar. */
function toMilliseconds(now: Date, duration: string): number {
  const start = toZoned(now)
  try {
    return start.add(Temporal.Duration.from(duration)).epochMilliseconds - start.epochMilliseconds
  } catch (error) {
    throw new BadRequest(`not an ISO 8601 duration: ${duration}`, { cause: error })
  }
}

function findNextMorning(now: Date): Date {
  const zoned = toZoned(now)
  const today = zoned.withPlainTime(MORNING)
  const isAhead = Temporal.ZonedDateTime.compare(today, zoned) > 0
  return new Date((isAhead ? today : today.add({ days: 1 })).epochMilliseconds)
}

function toZoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE)
}
