// What the console's calls carry, checked before anything is done with it.

import type { Context } from 'hono'
import { z } from 'zod'

const person = z.string().min(1)
const messageId = z.string().min(1)

export const SayRequest = z.object({
  as: person,
  chat: z.string().min(1).default('p2p'),
  text: z.string().min(1),
  replyTo: messageId.optional(),
  mention: z.boolean().optional(),
})
export const ClickRequest = z.object({
  as: person,
  messageId,
  element: z.string().min(1),
  form: z.record(z.string(), z.unknown()).optional(),
  option: z.unknown().optional(),
  options: z.array(z.string()).optional(),
  inputValue: z.string().optional(),
  checked: z.boolean().optional(),
  timezone: z.string().refine(isTimeZone, 'not a time zone').optional(),
})
export const EditRequest = z.object({ as: person, messageId, text: z.string().min(1) })
export const RecallRequest = z.object({ as: person, messageId })
export const ReadRequest = z.object({ as: person, chat: z.string().min(1).default('p2p') })
export const OpenRequest = z.object({ as: person })
export const MenuRequest = z.object({ as: person, key: z.string().min(1).max(30) })
export const ClockRequest = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }).nullable() }),
  z.strictObject({ to: z.enum(['next', 'morning']) }),
])
export const FileRequest = z.object({
  as: person,
  chat: z.string().min(1).default('p2p'),
  kind: z.enum(['file', 'image', 'audio']).default('file'),
  durationMs: z.coerce.number().nonnegative().optional(),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A request that the console cannot read; answered with 400. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

/** The JSON body of a request in the form that is asked for. Throws a BadRequest. */
export async function readRequest<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json().catch(() => null)
  return parseRequest(body, schema)
}

/** A value in the form that is asked for. Throws a BadRequest. */
export function parseRequest<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BadRequest(z.prettifyError(parsed.error))
}
