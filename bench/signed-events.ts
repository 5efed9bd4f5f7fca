// Events as the platform would send them, encrypted and signed, each with ids of its own. About 1.5 KB each.

import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** The keys that the benchmark's servers are started with. */
export const DOOR = {
  appId: 'cli_0123456789abcdef',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-verification-token',
} as const

/** A signed request. */
export interface SignedEvent {
  readonly messageId: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Makes a message event. `chat` and `sender` default to new ones. */
export function signedMessage(
  at: Date,
  message: { readonly text: string; readonly chat?: string; readonly sender?: string },
): SignedEvent {
  const messageId = `om_${randomBytes(16).toString('hex')}`
  const ms = String(at.getTime())
  const envelope = {
    schema: '2.0',
    header: {
      event_id: randomBytes(16).toString('hex'),
      event_type: 'im.message.receive_v1',
      create_time: ms,
      token: DOOR.verificationToken,
      app_id: DOOR.appId,
      tenant_key: 'bench-tenant',
    },
    event: {
      sender: {
        sender_id: {
          union_id: null,
          user_id: null,
          open_id: message.sender ?? `ou_${randomBytes(16).toString('hex')}`,
        },
        sender_type: 'user',
        tenant_key: 'bench-tenant',
      },
      message: {
        message_id: messageId,
        create_time: ms,
        update_time: ms,
        chat_id: message.chat ?? `oc_${randomBytes(16).toString('hex')}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: message.text }),
      },
    },
  }
  return { messageId, ...sign(JSON.stringify(envelope), at) }
}

function sign(
  plain: string,
  at: Date,
): { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(DOOR.encryptKey).digest(), iv)
  const encrypt = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
  const body = Buffer.from(JSON.stringify({ encrypt }))
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = String(randomBytes(4).readUInt32BE())
  const signature = createHash('sha256')
    .update(timestamp + nonce + DOOR.encryptKey)
    .update(body)
    .digest('hex')
  return {
    body,
    headers: {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  }
}
