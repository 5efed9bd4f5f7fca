// The limit of the whole path: node:http and postgres.js that do the same statements, written down beforehand, for each
// message: the inbox insert before the answer, the rest in one pipelined transaction after it.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import postgres from 'postgres'
import { type Recorded, refreshed } from '../recorded.ts'
import { openBody } from './open-body.ts'

interface Script {
  readonly insert: Recorded
  readonly rest: readonly Recorded[]
  readonly kept: readonly string[]
  readonly inboundId: string
}

const script = JSON.parse(readFileSync(process.env['SCRIPT'] ?? '', 'utf8')) as Script
const kept = new Set(script.kept)
const sql = postgres(process.env['DATABASE_URL'] ?? '', {
  max: 10,
  onnotice: () => undefined,
  connection: { role: 'larkspur_service' },
})
let answered = 0

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const plain = openBody(Buffer.concat(chunks), (name) => request.headers[name])
    const { event } = JSON.parse(plain) as { event: { message: { message_id: string } } }
    const mine = refreshed([script.insert, ...script.rest], kept, script.inboundId, event.message.message_id)
    const [insert, ...rest] = mine
    if (insert === undefined) throw new Error('no script')
    sql
      .unsafe(insert.text, insert.parameters as never[], { prepare: true })
      .then(() => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
        return sql.begin((t) =>
          rest.map(({ text, parameters }) => t.unsafe(text, parameters as never[], { prepare: true })),
        )
      })
      .then(
        () => {
          answered += 1
          process.send?.({ answered })
        },
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`)
          process.exit(1)
        },
      )
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
