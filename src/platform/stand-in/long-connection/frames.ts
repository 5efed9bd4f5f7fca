// Frames of the long connection: the protocol buffers message that both ends exchange, and its headers.

import protobuf from 'protobufjs/light.js'

const root = protobuf.Root.fromJSON({
  nested: {
    Header: {
      fields: {
        key: { type: 'string', id: 1, rule: 'required' },
        value: { type: 'string', id: 2, rule: 'required' },
      },
    },
    Frame: {
      fields: {
        SeqID: { type: 'uint64', id: 1, rule: 'required' },
        LogID: { type: 'uint64', id: 2, rule: 'required' },
        service: { type: 'int32', id: 3, rule: 'required' },
        method: { type: 'int32', id: 4, rule: 'required' },
        headers: { type: 'Header', id: 5, rule: 'repeated' },
        payloadEncoding: { type: 'string', id: 6 },
        payloadType: { type: 'string', id: 7 },
        payload: { type: 'bytes', id: 8 },
        LogIDNew: { type: 'string', id: 9 },
      },
    },
  },
})
const type = root.lookupType('Frame')

/** `control` frames carry pings, `data` frames events and the answers to them. */
type FrameKind = 'control' | 'data'
const METHODS: readonly FrameKind[] = ['control', 'data']

export interface Frame {
  readonly kind: FrameKind
  readonly headers: { readonly [key: string]: string }
  readonly payload: Uint8Array
}

/** The bytes of a frame for the connection that serves `service`. */
export function encodeFrame(frame: Frame, service: number): Uint8Array {
  const headers = Object.entries(frame.headers).map(([key, value]) => ({ key, value }))
  const method = METHODS.indexOf(frame.kind)
  return type.encode({ SeqID: 0, LogID: 0, service, method, headers, payload: frame.payload }).finish()
}

/** The frame in some bytes. Throws where they are none. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const plain = type.toObject(type.decode(bytes), { defaults: true, arrays: true })
  const headers = Object.fromEntries(
    plain['headers'].map((header: { key: string; value: string }) => [header.key, header.value]),
  )
  return { kind: METHODS[plain['method']] ?? 'control', headers, payload: new Uint8Array(plain['payload']) }
}
