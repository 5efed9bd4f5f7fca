// The file of a backup: a header that anybody may read, then frames of AES-256-GCM under a key of this one file. Each frame
// is bound to the header, to its place and to whether it is the last, so that a byte that was changed, frames that were
// swapped, repeated, left out or taken from another file, and an end that was cut off are all found. Web standards only.

import { Fault } from '../../core/errors.ts'

const MAGIC = 'larkspur-backup 1'
/** What is read of a file before its header must have ended. */
const MOST_HEADER_BYTES = 4096
/** No frame is longer; a length beyond it is a byte that was changed. */
const MOST_FRAME_BYTES = 1 << 30
const LENGTH_BYTES = 4
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** What a backup says of itself before it is opened. It is bound to every frame. */
export interface BackupHeader {
  readonly id: string
  readonly madeAt: string
  /** Digest of the tables and their columns: rows only fit into the same. */
  readonly schema: string
  readonly keyId: string
}

/** Keys of backups: the first seals, all open. */
export type BackupKeys = readonly { readonly id: string; readonly key: Uint8Array }[]

/** Seals frames one behind the other; the caller writes the bytes as they come. */
export interface FrameSealer {
  readonly header: BackupHeader
  /** The bytes that the file begins with. */
  readonly opening: Uint8Array
  seal(text: string, last: boolean): Promise<Uint8Array>
}

/** Begins a file. @throws Fault without any key */
export async function sealFrames(keys: BackupKeys, about: Omit<BackupHeader, 'keyId'>): Promise<FrameSealer> {
  const [first] = keys
  if (first === undefined) throw broken('find a key')
  const header: BackupHeader = { ...about, keyId: first.id }
  const text = `${MAGIC}\n${JSON.stringify(header)}\n`
  const key = await keyOf(first.key, header.id)
  let index = 0
  return {
    header,
    opening: encoder.encode(text),
    seal: async (plain, last) => {
      const sealed = await crypto.subtle.encrypt(parametersOf(text, index, last), key, encoder.encode(plain))
      index += 1
      const frame = new Uint8Array(LENGTH_BYTES + sealed.byteLength)
      new DataView(frame.buffer).setUint32(0, sealed.byteLength)
      frame.set(new Uint8Array(sealed), LENGTH_BYTES)
      return frame
    },
  }
}

/** An opened file: its header, and its frames in order, the last of them told. */
export interface OpenedBackup {
  readonly header: BackupHeader
  readonly frames: AsyncGenerator<{ readonly text: string; readonly last: boolean }>
}

/** Opens a file. @throws Fault where it is none, its key is not here, or anything in it is not as it was written */
export async function openFrames(keys: BackupKeys, bytes: AsyncIterable<Uint8Array>): Promise<OpenedBackup> {
  const reader = createReader(bytes)
  const text = await reader.lines(2, MOST_HEADER_BYTES)
  const header = parseHeader(text)
  const found = keys.find(({ id }) => id === header.keyId)
  if (found === undefined) throw broken(`open the file: its key ${header.keyId} is not among the given ones`)
  return { header, frames: readFrames(reader, text, await keyOf(found.key, header.id)) }
}

async function* readFrames(reader: Reader, header: string, key: CryptoKey) {
  for (let index = 0; ; index += 1) {
    const length = new DataView((await reader.take(LENGTH_BYTES, index)).buffer).getUint32(0)
    if (length > MOST_FRAME_BYTES) throw broken(`read frame ${index}: it was changed`)
    const sealed = await reader.take(length, index)
    const open = (last: boolean) =>
      crypto.subtle.decrypt(parametersOf(header, index, last), key, sealed).then(
        (plain) => decoder.decode(plain),
        () => null,
      )
    const middle = await open(false)
    const text = middle ?? (await open(true))
    if (text === null) throw broken(`read frame ${index}: it was changed, moved or written with another key`)
    const last = middle === null
    if (last && !(await reader.isAtEnd())) throw broken('read the end: something was added behind it')
    yield { text, last }
    if (last) return
  }
}

// The key is the file's own, so the number of a frame is a nonce that never repeats under it.
function parametersOf(header: string, index: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setBigUint64(4, BigInt(index))
  return {
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(`${header}${index}:${last ? 'last' : 'more'}`),
  }
}

async function keyOf(raw: Uint8Array, id: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(id), info: encoder.encode(MAGIC) }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

function parseHeader(text: string): BackupHeader {
  const [magic, json = ''] = text.split('\n')
  if (magic !== MAGIC) throw broken('open the file: it is no backup of this program')
  try {
    const { id, madeAt, schema, keyId } = JSON.parse(json) as Record<string, unknown>
    if ([id, madeAt, schema, keyId].every((value) => typeof value === 'string'))
      return { id, madeAt, schema, keyId } as BackupHeader
  } catch {
    throw broken('read the header: it was changed')
  }
  throw broken('read the header: it was changed')
}

function broken(operation: string): Fault {
  return new Fault('backup', operation, { retryable: false })
}

interface Reader {
  lines(count: number, most: number): Promise<string>
  take(length: number, index: number): Promise<Uint8Array<ArrayBuffer>>
  isAtEnd(): Promise<boolean>
}

function createReader(bytes: AsyncIterable<Uint8Array>): Reader {
  const source = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let held = 0
  const more = async (): Promise<boolean> => {
    const { value, done } = await source.next()
    if (done === true) return false
    parts.push(value)
    held += value.length
    return true
  }
  const cut = (length: number): Uint8Array<ArrayBuffer> => {
    const out = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const part = parts.shift() as Uint8Array
      const used = part.subarray(0, length - filled)
      out.set(used, filled)
      filled += used.length
      if (used.length < part.length) parts.unshift(part.subarray(used.length))
    }
    held -= length
    return out
  }
  return {
    lines: async (count, most) => {
      let text = ''
      while (text.split('\n').length <= count) {
        if (text.length >= most || (held === 0 && !(await more())))
          throw broken('open the file: it is no backup of this program')
        if (held > 0) text += String.fromCharCode(...cut(1))
      }
      return text
    },
    take: async (length, index) => {
      while (held < length)
        if (!(await more())) throw broken(`read frame ${index}: the file ends before it, its end was cut off`)
      return cut(length)
    },
    isAtEnd: async () => {
      while (held === 0) if (!(await more())) return true
      return false
    },
  }
}
