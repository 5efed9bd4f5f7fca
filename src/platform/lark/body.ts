// Reading a request's body without letting the sender decide how much memory that takes.

/** A request's body, or null where it is larger than allowed; of such a body no more than the limit is ever held. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    // The server in front never hands over more than was declared, so the fast way is safe here.
    return Number(declared) <= maxBytes ? new Uint8Array(await request.arrayBuffer()) : null
  }
  if (request.body === null) return new Uint8Array()
  return readStream(request.body, maxBytes)
}

async function readStream(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.byteLength
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return join(chunks, length)
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.byteLength
  }
  return joined
}
