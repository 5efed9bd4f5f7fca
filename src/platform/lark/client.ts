// The Messenger of the house on the real platform. Turns our cards and files into its messages, and its answers into
// deliveries.

import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { Card } from '../../../cards/kit/index.ts'
import { Fault } from '../../core/errors.ts'
import type { Content, Delivery, Messenger, Receiver } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Call, type LarkAccess, openCalls } from './calls.ts'
import { findRemedy, LarkFailure, toDelivery } from './errors.ts'
import { isImage, toFileType } from './files.ts'
import { LIMITS } from './limits.ts'
import type { LarkLog } from './log.ts'
import { placePictures, type Upload } from './pictures.ts'
import { renderCard } from './render/index.ts'
import { stoppable } from './transport.ts'

/** The Messenger of the house, and what only this platform can do. */
export interface LarkMessenger extends Messenger {
  /** The bot's own account. Throws a Fault when the platform does not tell. */
  botAccount(): Promise<string>
  /** Replaces the card that was clicked, by the token of the click: within 30 minutes, twice at most, after the answer. */
  updateClicked(click: { readonly updateToken: string; readonly card: Card }): Promise<Delivery>
}

interface Payload {
  readonly type: 'interactive' | 'file' | 'image'
  readonly content: string
}

const Sent = z.object({ data: z.object({ message_id: z.string().min(1), chat_id: z.string().default('') }) })
const FileKey = z.object({ file_key: z.string().min(1) })
const ImageKey = z.object({ image_key: z.string().min(1) })
const BotInfo = z.object({ bot: z.object({ open_id: z.string().min(1) }) })

/** Connects to the platform. Nothing is sent before the first call. */
export function larkMessenger(access: LarkAccess): LarkMessenger {
  const call = openCalls(access)
  const { log } = access
  const upload = pictureUpload(call)
  return {
    send: ({ id, receiver, content, stop }) =>
      stoppable(stop, async () => {
        const payload = await toPayload({ call, log, upload }, content)
        if (!payload.ok) return toDelivery(payload.reason)
        return toSent(await post(call, { id, receiver, payload: payload.value }))
      }),
    update: async ({ messageId, card, stop }) => {
      const path = { message_id: messageId }
      const patched = await stoppable(stop, async () => {
        const content = toJson(await placePictures(upload, card), log)
        return call('message.patch', (client) => client.im.v1.message.patch({ path, data: { content } }))
      })
      return patched.ok ? { outcome: 'sent', messageId, conversation: '' } : toDelivery(patched.reason)
    },
    updateClicked: async ({ updateToken, card }) => {
      const data = { token: updateToken, card: renderCard(card).json }
      const url = '/open-apis/interactive/v1/card/update'
      const updated = await call('card.update', (client) => client.request({ method: 'POST', url, data }))
      return updated.ok ? { outcome: 'sent', messageId: '', conversation: '' } : toDelivery(updated.reason)
    },
    placePictures: (card) => placePictures(upload, card),
    download: (file) => download(call, file),
    botAccount: () => findOutWhoIAm(call),
  }
}

function post(
  call: Call,
  { id, receiver, payload }: { readonly id: string; readonly receiver: Receiver; readonly payload: Payload },
): Promise<Result<unknown, LarkFailure>> {
  const data = { msg_type: payload.type, content: payload.content, uuid: id }
  if (receiver.to === 'message') {
    const path = { message_id: receiver.id }
    return call('message.reply', (client) => client.im.v1.message.reply({ path, data }))
  }
  const params = { receive_id_type: receiver.to === 'account' ? ('open_id' as const) : ('chat_id' as const) }
  return call('message.create', (client) =>
    client.im.v1.message.create({ params, data: { ...data, receive_id: receiver.id } }),
  )
}

function toSent(result: Result<unknown, LarkFailure>): Delivery {
  if (!result.ok) return toDelivery(result.reason)
  const sent = Sent.safeParse(result.value)
  // It may have been sent; the repetition will tell, since the platform knows the message by its key.
  if (!sent.success) return toDelivery(new LarkFailure({ code: 0, status: 0 }))
  return { outcome: 'sent', messageId: sent.data.data.message_id, conversation: sent.data.data.chat_id }
}

function pictureUpload(call: Call): Upload {
  return async (bytes) => {
    const uploaded = await createImage(call, bytes)
    return uploaded.ok ? (ImageKey.safeParse(uploaded.value).data?.image_key ?? null) : null
  }
}

function createImage(call: Call, bytes: Uint8Array) {
  const data = { image_type: 'message' as const, image: Buffer.from(bytes) }
  return call('image.create', (client) => client.im.v1.image.create({ data }))
}

async function toPayload(
  { call, log, upload }: { readonly call: Call; readonly log: LarkLog; readonly upload: Upload },
  content: Content,
): Promise<Result<Payload, LarkFailure>> {
  if (content.kind === 'card') {
    const card = await placePictures(upload, content.card)
    return ok({ type: 'interactive', content: toJson(card, log) })
  }
  const { name, bytes } = content
  // The platform takes neither; asking it would only cost the transfer.
  if (bytes.byteLength === 0 || bytes.byteLength > LIMITS.fileBytes)
    return fail(new LarkFailure({ code: 0, status: 413 }))
  if (isImage(name, bytes)) {
    return toUploaded(await createImage(call, bytes), ImageKey, 'image')
  }
  const data = { file_type: toFileType(name), file_name: name, file: Buffer.from(bytes) }
  const uploaded = await call('file.create', (client) => client.im.v1.file.create({ data }))
  return toUploaded(uploaded, FileKey, 'file')
}

function toUploaded(
  uploaded: Result<unknown, LarkFailure>,
  form: z.ZodType<Readonly<Record<string, string>>>,
  type: Payload['type'],
): Result<Payload, LarkFailure> {
  if (!uploaded.ok) return uploaded
  const key = form.safeParse(uploaded.value)
  return key.success
    ? ok({ type, content: JSON.stringify(key.data) })
    : fail(new LarkFailure({ code: 0, status: 0 }))
}

function toJson(card: Card, log: LarkLog): string {
  const { json, cut } = renderCard(card)
  const text = JSON.stringify(json)
  if (cut) log.warn('lark.card.cut', { characters: text.length })
  return text
}

async function download(
  call: Call,
  { messageId, key, kind }: Parameters<Messenger['download']>[0],
): Promise<Uint8Array> {
  const url = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/resources/${encodeURIComponent(key)}`
  const fetched = await call('message.resource', (client) =>
    client.request<unknown>({ method: 'GET', url, params: { type: kind }, responseType: 'arraybuffer' }),
  )
  if (fetched.ok && fetched.value instanceof Uint8Array) return fetched.value
  throw toFault('message.resource', fetched)
}

async function findOutWhoIAm(call: Call): Promise<string> {
  const asked = await call('bot.info', (client) =>
    client.request<unknown>({ method: 'GET', url: '/open-apis/bot/v3/info' }),
  )
  const info = BotInfo.safeParse(asked.ok ? asked.value : null)
  if (info.success) return info.data.bot.open_id
  throw toFault('bot.info', asked)
}

function toFault(operation: string, result: Result<unknown, LarkFailure>): Fault {
  if (result.ok) return new Fault('lark', operation, { retryable: true })
  return new Fault('lark', operation, {
    retryable: findRemedy(result.reason) === 'retry',
    cause: result.reason,
  })
}
