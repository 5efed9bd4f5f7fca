// Multipart bodies as the SDK sends them: it gives the part of a file no file name, and by the standard such a part
// is text, which would spoil its bytes. The platform reads it as a file, so the name is put in before parsing.

import type { Context } from 'hono'
import { PlatformError } from '../platform-error.ts'

/** The fields of a multipart body. Throws a PlatformError where it is none. */
export async function readMultipart(c: Context): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined)
    throw new PlatformError(234001, 'Invalid request param: the body is not multipart.')
  // One character a byte keeps the bytes; only a header right behind the boundary is touched.
  const raw = Buffer.from(await c.req.arrayBuffer()).toString('latin1')
  const named = raw.split(`--${boundary}\r\n`).map(withFileName).join(`--${boundary}\r\n`)
  const body = new Response(Buffer.from(named, 'latin1'), { headers: { 'content-type': type } })
  return body.formData().catch(() => {
    throw new PlatformError(234001, 'Invalid request param: the body cannot be read.')
  })
}

function withFileName(part: string): string {
  return part.replace(
    /^(Content-Disposition: form-data; name="[^"]*")(?=\r\nContent-Type: )/i,
    '$1; filename="file"',
  )
}
