// `npm run -s understand`: JSON lines with a message in, JSON lines with its frame out, in order. A line that cannot
// be read gives its id and the error; the run goes on and ends with code 0.

import { createInterface } from 'node:readline'
import { z } from 'zod'
import { understand } from './index.ts'

const names = z.array(z.string()).optional()
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  now: z.string().optional(),
  tz: z.string().optional(),
  customers: names,
  products: names,
  colleagues: names,
  tags: names,
  fields: names,
  context: z.object({ customer: z.string().optional(), ticket: z.string().optional() }).optional(),
})

function getZone(name: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
}

function getInstant(now: string | undefined): Date {
  const at = now === undefined ? new Date() : new Date(now)
  if (Number.isNaN(at.getTime())) throw new Error('now is no instant')
  return at
}

function findId(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null
}

function answerLine(line: string): object {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return { id: null, error: 'not JSON' }
  }
  const checked = lineSchema.safeParse(parsed)
  if (!checked.success)
    return { id: findId(parsed), error: z.prettifyError(checked.error).replaceAll('\n', ' ') }
  const { id = null, text, now, tz = 'Asia/Shanghai', context, ...lists } = checked.data
  try {
    const known = Object.fromEntries(
      Object.entries({ ...lists, ...context }).filter(([, value]) => value !== undefined),
    )
    return { id, ...understand(text, { now: getInstant(now), zone: getZone(tz), ...known }) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() !== '') console.log(JSON.stringify(answerLine(line)))
}
