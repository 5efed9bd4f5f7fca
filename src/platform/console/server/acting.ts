// Acting as a person and waiting until the bot has finished; then telling what came of it.

import type { Context, Hono } from 'hono'
import {
  ClientError,
  clickAsPerson,
  editAsPerson,
  isVisible,
  openAsPerson,
  type Platform,
  pickMenuAsPerson,
  readAsPerson,
  recallAsPerson,
  sayAsPerson,
  sendFileAsPerson,
} from '../../stand-in/index.ts'
import type { ConsoleMessage } from '../protocol.ts'
import type { Typing } from './event-stream.ts'
import type { ConsolePorts } from './ports.ts'
import {
  BadRequest,
  ClickRequest,
  EditRequest,
  FileRequest,
  MenuRequest,
  OpenRequest,
  parseRequest,
  ReadRequest,
  RecallRequest,
  readRequest,
  SayRequest,
} from './requests.ts'
import { toConsoleMessage } from './views.ts'

/** Mounts the calls by which somebody acts as a person. */
export function mountActing(app: Hono, ports: ConsolePorts, typing: Typing): void {
  const { platform } = ports.standIn
  const acting = { ports, typing }
  app.post('/console/say', async (c) => {
    const said = await readRequest(c, SayRequest)
    const chatId = toChatId(platform, said.as, said.chat)
    const { before, result } = await actInChat(acting, chatId, () =>
      sayAsPerson(platform, { ...omitMissing(said), chatId }),
    )
    const message = toConsoleMessage(platform, result.message)
    return c.json({
      ...findNews(platform, { chatId, as: said.as, before }),
      message,
      delivered: result.delivered,
    })
  })
  app.post('/console/file', async (c) => {
    const sent = await readFileRequest(c)
    const chatId = toChatId(platform, sent.as, sent.chat)
    const { before, result } = await actInChat(acting, chatId, () =>
      sendFileAsPerson(platform, { ...sent, chatId }),
    )
    const message = toConsoleMessage(platform, result.message)
    return c.json({
      ...findNews(platform, { chatId, as: sent.as, before }),
      message,
      delivered: result.delivered,
    })
  })
  app.post('/console/click', async (c) => {
    const { option, options, inputValue, checked, ...click } = await readRequest(c, ClickRequest)
    const chatId = platform.memory.findMessage(click.messageId)?.chatId ?? ''
    const picked = option ?? options ?? inputValue ?? checked
    const { before, result } = await actInChat(acting, chatId, () =>
      clickAsPerson(platform, omitMissing({ ...click, option: picked })),
    )
    const { toast, code } = result
    const news = findNews(platform, { chatId, as: click.as, before })
    return c.json({ ...news, code, ...(toast === undefined ? {} : { toast }) })
  })
  mountQuietActs(app, ports)
}

/** Acts after which the bot has nothing to say in the chat, or nothing that the caller waits for. */
function mountQuietActs(app: Hono, ports: ConsolePorts): void {
  const { platform } = ports.standIn
  app.post('/console/edit', async (c) => {
    const message = editAsPerson(platform, await readRequest(c, EditRequest))
    return c.json({ messages: [toConsoleMessage(platform, message)] })
  })
  app.post('/console/recall', async (c) => {
    await recallAsPerson(platform, await readRequest(c, RecallRequest))
    await ports.settle()
    return c.json({ messages: [] })
  })
  app.post('/console/read', async (c) => {
    const read = await readRequest(c, ReadRequest)
    readAsPerson(platform, { as: read.as, chatId: toChatId(platform, read.as, read.chat) })
    return c.json({ messages: [] })
  })
  app.post('/console/open', async (c) => {
    const opened = await readRequest(c, OpenRequest)
    const before = platform.memory.newest()
    await openAsPerson(platform, opened)
    await ports.settle()
    return c.json(findNews(platform, { chatId: toChatId(platform, opened.as, 'p2p'), as: opened.as, before }))
  })
  app.post('/console/menu', async (c) => {
    const picked = await readRequest(c, MenuRequest)
    const before = platform.memory.newest()
    await pickMenuAsPerson(platform, picked)
    await ports.settle()
    return c.json(findNews(platform, { chatId: toChatId(platform, picked.as, 'p2p'), as: picked.as, before }))
  })
}

/** The chat that is meant: `p2p` is the person's own with the bot, an open_id that of another. */
export function toChatId(platform: Platform, as: string, chat: string): string {
  if (chat === 'p2p' && platform.people.find(as) === null) throw new ClientError('person_unknown', as)
  const openId = chat === 'p2p' ? as : chat
  return platform.chats.privateOf(openId)?.chatId ?? chat
}

async function actInChat<T>(
  acting: { ports: ConsolePorts; typing: Typing },
  chatId: string,
  act: () => Promise<T>,
): Promise<{ readonly before: number; readonly result: T }> {
  const { ports, typing } = acting
  const before = ports.standIn.platform.memory.newest()
  typing.tell(chatId, true)
  try {
    const result = await act()
    await ports.settle()
    return { before, result }
  } finally {
    typing.tell(chatId, false)
  }
}

/** What the bot wrote or changed in a chat since, as far as the person sees it; each message as it is now. */
function findNews(
  platform: Platform,
  since: { chatId: string; as: string; before: number },
): { readonly messages: readonly ConsoleMessage[] } {
  const messages = platform.memory
    .messagesOf(since.chatId)
    .filter((message) => message.changed > since.before && message.sender.kind === 'bot')
    .filter((message) => isVisible(message, since.as))
  return { messages: messages.map((message) => toConsoleMessage(platform, message)) }
}

async function readFileRequest(c: Context) {
  const body = await c.req.parseBody().catch(() => ({}))
  const request = parseRequest(body, FileRequest)
  const file = 'file' in body ? body.file : undefined
  if (!(file instanceof File)) throw new BadRequest('file is missing')
  const { kind, durationMs } = request
  const bytes = new Uint8Array(await file.arrayBuffer())
  const dropped = omitMissing({ kind, name: file.name, mime: file.type, bytes, durationMs })
  return { as: request.as, chat: request.chat, file: dropped }
}

/** Leaves out the members that are undefined, as optional properties are either there or not. */
function omitMissing<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> }
}
