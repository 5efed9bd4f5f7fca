// Endpoints of images and files: what the bot uploads, and what it fetches from messages of people.

import type { Context, Hono } from 'hono'
import { findImageType } from '../image-kind.ts'
import { readJson } from '../json.ts'
import type { KeptFile, KeptMessage } from '../memory/entries.ts'
import type { Platform } from '../platform.ts'
import { PlatformError } from '../platform-error.ts'
import { randomHex } from '../random-ids.ts'
import type { Guard } from './gate.ts'
import { readMultipart } from './multipart.ts'

const MB = 1024 * 1024
const MAX_IMAGE_BYTES = 10 * MB
const MAX_FILE_BYTES = 30 * MB
const MAX_DOWNLOAD_BYTES = 100 * MB
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'])

/** Mounts the endpoints of images and files. */
export function mountResources(app: Hono, platform: Platform, guard: Guard): void {
  app.post(
    '/open-apis/im/v1/images',
    guard('POST /im/v1/images', async (c) => ({ data: { image_key: await takeImage(platform, c) } })),
  )
  app.post(
    '/open-apis/im/v1/files',
    guard('POST /im/v1/files', async (c) => ({ data: { file_key: await takeFile(platform, c) } })),
  )
  app.get(
    '/open-apis/im/v1/images/:key',
    guard('GET /im/v1/images/:image_key', (c) => answerOwn(platform, c, 'image')),
  )
  app.get(
    '/open-apis/im/v1/files/:key',
    guard('GET /im/v1/files/:file_key', (c) => answerOwn(platform, c, 'file')),
  )
  app.get(
    '/open-apis/im/v1/messages/:message_id/resources/:key',
    guard('GET /im/v1/messages/:message_id/resources/:file_key', (c) => answerAttached(platform, c)),
  )
}

async function takeImage(platform: Platform, c: Context): Promise<string> {
  const body = await readMultipart(c)
  const type = body.get('image_type')
  if (type !== 'message' && type !== 'avatar') throw invalid('image_type')
  const { bytes, name } = await readUpload(body.get('image'), MAX_IMAGE_BYTES)
  const mime = findImageType(bytes)
  if (mime === null) throw new PlatformError(234011, "Can't recognize image format.")
  const key = `img_v3_${randomHex(16)}`
  return keep(platform, { key, kind: 'image', name, mime, size: bytes.byteLength, by: 'bot' }, bytes)
}

async function takeFile(platform: Platform, c: Context): Promise<string> {
  const body = await readMultipart(c)
  const [type, fileName, duration] = ['file_type', 'file_name', 'duration'].map((field) => body.get(field))
  if (typeof type !== 'string' || !FILE_TYPES.has(type)) throw invalid('file_type')
  if (typeof fileName !== 'string' || fileName === '') throw invalid('file_name')
  const { bytes, mime } = await readUpload(body.get('file'), MAX_FILE_BYTES)
  const key = `file_v3_${randomHex(16)}`
  const durationMs = typeof duration === 'string' && duration !== '' ? { durationMs: Number(duration) } : {}
  const file: KeptFile = {
    key,
    kind: 'file',
    name: fileName,
    mime,
    size: bytes.byteLength,
    by: 'bot',
    ...durationMs,
  }
  return keep(platform, file, bytes)
}

function keep(platform: Platform, file: KeptFile, bytes: Uint8Array): string {
  platform.bytes.put(file.key, bytes)
  platform.memory.addFile(file)
  return file.key
}

async function readUpload(
  upload: unknown,
  mostBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly mime: string }> {
  if (!(upload instanceof File)) throw invalid('file')
  if (upload.size === 0) throw new PlatformError(234010, "File's size can't be 0.")
  if (upload.size > mostBytes) throw new PlatformError(234006, 'The file size exceed the max value.')
  return { bytes: new Uint8Array(await upload.arrayBuffer()), name: upload.name, mime: upload.type }
}

/** What the app itself uploaded. */
function answerOwn(platform: Platform, c: Context, kind: 'image' | 'file'): Response {
  const file = platform.memory.findFile(c.req.param('key') ?? '')
  if (file === null || file.kind !== kind) throw invalid(`${kind}_key`)
  if (file.by !== 'bot') throw new PlatformError(234008, 'The app is not the resource sender.')
  return answerBytes(platform, c, file)
}

/** What a person attached to a message in a chat that the bot is still in. */
function answerAttached(platform: Platform, c: Context): Response {
  const message = platform.memory.findMessage(c.req.param('message_id') ?? '')
  const file = platform.memory.findFile(c.req.param('key') ?? '')
  const type = c.req.query('type')
  if (type !== 'image' && type !== 'file') throw invalid('type')
  if (message === null || message.recalled === true)
    throw new PlatformError(234009, 'The message is not available.')
  if (message.msgType === 'interactive') throw new PlatformError(234043, 'Unsupported message type.')
  if (platform.chats.find(message.chatId)?.botInside !== true)
    throw new PlatformError(234004, 'App not in chat.')
  if (file === null || !isAttached(message, file)) throw new PlatformError(234003, 'File not in msg.')
  if (file.kind !== type) throw invalid('type')
  return answerBytes(platform, c, file)
}

function isAttached(message: KeptMessage, file: KeptFile): boolean {
  const content = readJson(message.content)
  return typeof content === 'object' && content !== null && Object.values(content).includes(file.key)
}

function answerBytes(platform: Platform, c: Context, file: KeptFile): Response {
  const bytes = platform.bytes.find(file.key)
  if (bytes === null) throw new PlatformError(234003, 'File not in msg.')
  if (bytes.byteLength > MAX_DOWNLOAD_BYTES)
    throw new PlatformError(234037, 'Downloaded file size exceeds limit.')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': file.mime === '' ? 'application/octet-stream' : file.mime,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
}

function invalid(parameter: string): PlatformError {
  return new PlatformError(234001, `Invalid request param: ${parameter}.`)
}
