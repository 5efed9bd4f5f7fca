// The limit of the door: node:http that does nothing but check the signature and decrypt. With DATABASE_URL it also
// does the one insert, by postgres.js alone.

import { createServer } from 'node:http'
import postgres from 'postgres'
import { openBody } from './open-body.ts'

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
