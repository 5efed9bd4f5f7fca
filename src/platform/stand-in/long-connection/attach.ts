// Lets an HTTP server take WebSocket connections of the bot for a stand-in.

import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Connections } from './connections.ts'
import { CONNECT_PATH } from './endpoint.ts'

/**
 * Takes long connections on a server, at any path that ends as the endpoint's addresses do. Returns how to stop,
 * which also closes the connections that are open.
 */
export function attachLongConnection(
  server: EventEmitter,
  standIn: { readonly connections: Connections },
): () => void {
  const { connections } = standIn
  const sockets = new WebSocketServer({ noServer: true })
  const take = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (!url.pathname.endsWith(CONNECT_PATH)) {
      // Somebody else may listen for other paths; whoever is alone has to end what nobody takes.
      if (server.listenerCount('upgrade') === 1) socket.destroy()
      return
    }
    if (!connections.redeemTicket(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\nHandshake-Status: 403\r\nHandshake-Msg: invalid ticket\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => serve(connections, webSocket))
  }
  server.on('upgrade', take)
  return () => {
    server.off('upgrade', take)
    connections.closeAll()
    sockets.close()
  }
}

function serve(connections: Connections, webSocket: WebSocket): void {
  const { receive, closed } = connections.open({
    send: (bytes) => webSocket.send(bytes),
    close: () => webSocket.terminate(),
  })
  webSocket.on('message', (data: Buffer) => {
    try {
      receive(data)
    } catch {
      // What is no frame ends the connection, as the protocol has no answer for it.
      webSocket.terminate()
    }
  })
  webSocket.on('close', closed)
  webSocket.on('error', () => webSocket.terminate())
}
