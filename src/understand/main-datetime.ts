// The benchmark's door to the time reader: JSON lines in, one JSON line out for each, no database, no network.
import { createInterface } from 'node:readline'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { readTimes, type TimeFinding } from './time/index.ts'

const DEFAULT_ZONE = 'Asia/Shanghai'

const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  reference: z.string(),
  lang: z.string().optional(),
  tz: z.string().optional(),
})

/** Instant of a reference that is wall time in the zone unless it carries an offset of its own. */
function parseReference(reference: string, zone: string): Date {
  const fixed = /(?:z|[+-]\d\d:?\d\d)$/i.test(reference)
  const instant = fixed
    ? Temporal.Instant.from(reference)
    : Temporal.PlainDateTime.from(reference).toZonedDateTime(zone).toInstant()
  return new Date(instant.epochMilliseconds)
}

/**
 * The finding that says most: a rule before a moment, a moment with a clock before a day. A length of time is no
 * point in time, so that a text with nothing else in it has no answer.
 */
function pickFinding(findings: readonly TimeFinding[]): TimeFinding | null {
  const weight = (finding: TimeFinding) => {
    if (finding.kind === 'recurrence') return 10
    return 1 + finding.said.length + (finding.dayPart === undefined ? 0 : 0.5)
  }
  return findings
    .filter(({ kind }) => kind !== 'duration')
    .reduce<TimeFinding | null>(
      (best, finding) => (best && weight(best) >= weight(finding) ? best : finding),
      null,
    )
}

/** What is wrong with a line, in one line. */
function toOneLine(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
  return (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')
}

function answer(line: string): object {
  let id: unknown = null
  try {
    const raw: unknown = JSON.parse(line)
    if (typeof raw === 'object' && raw !== null && 'id' in raw) id = raw.id
    const { text, reference, tz: zone = DEFAULT_ZONE } = Line.parse(raw)
    const findings = readTimes(text, { now: parseReference(reference, zone), zone, lean: 'forward' })
    return { id, result: pickFinding(findings) }
  } catch (error) {
    return { id, error: toOneLine(error) }
  }
}

const answers: string[] = []
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() !== '') answers.push(JSON.stringify(answer(line)))
  if (answers.length >= 500) process.stdout.write(`${answers.splice(0).join('\n')}\n`)
}
if (answers.length > 0) process.stdout.write(`${answers.join('\n')}\n`)
