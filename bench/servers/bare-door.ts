// The limit of the door: node:http that does nothing but check the signature and decrypt. With DATABASE_URL it also
// does the one insert, by postgres.js alone.

import { createDecipheriv, createHash } from 'node:crypto'
import { createServer } from 'node:http'
import postgres from 'postgres'
import { DOOR } from '../signed-events.ts'

const key = createHash('sha256').update(DOOR.encryptKey).digest()

/** Checks the signature and decrypts. */
export function openBody(body: Buffer, header: (name: string) => unknown): string {
  const signed = createHash('sha256')
    .update(`${header('x-lark-request-timestamp')}${header('x-lark-request-nonce')}${DOOR.encryptKey}`)
    .update(body)
    .digest('hex')
  if (signed !== header('x-lark-signature')) throw new Error('forged')
  const whole = Buffer.from((JSON.parse(body.toString()) as { encrypt: string }).encrypt, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, whole.subarray(0, 16))
  return Buffer.concat([decipher.update(whole.subarray(16)), decipher.final()]).toString()
}

const url = process.env['DATABASE_URL']
const sql = url === undefined ? null : postgres(url, { max: 10, onnotice: () => undefined })

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const plain = openBody(Buffer.concat(chunks), (name) => request.headers[name])
    const finish = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    if (sql === null) {
      finish()
      return
    }
    const { event } = JSON.parse(plain) as { event: { message: { message_id: string; chat_id: string } } }
    const { message_id: id, chat_id: chat } = event.message
    sql`insert into inbox (id, conversation, kind, body_sealed, received_at, attempts)
      values (${id}, ${chat}, 'message', ${plain}, now(), 0) on conflict (id) do nothing returning id`.then(
      finish,
      () => response.writeHead(503).end(),
    )
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
