// A demo bank behind the signed door: the bot of the service in this process, a stand-in platform on a port of its own,
// and a clock that both go by. People type and click; what is read back is what the platform holds.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../src/bot/log.ts'
import { readConfig } from '../../src/config.ts'
import { type MovableClock, movableClock } from '../../src/core/clock.ts'
import { openDemoBank } from '../../src/demo/open-demo-bank.ts'
import { type Listening, listen, type Machine, startMachine } from '../../src/node-service.ts'
import { clickAsPerson, type KeptMessage, readJson, sayAsPerson } from '../../src/platform/stand-in/index.ts'
import { tick } from '../../src/schedule/tick.ts'
import { openPlatform, serviceEnvironment, type TestPlatform, wordsOf } from '../support/platform.ts'
import { quietLog } from '../support/quiet-log.ts'

/** A Saturday morning in Shanghai. */
const OPENING = new Date('2026-11-21T10:00:00+08:00')

/** A message of the bot as somebody reads it. */
export interface Read {
  readonly messageId: string
  readonly chatId: string
  /** All of its words, in Chinese. */
  readonly text: string
  /** Labels of its buttons, in Chinese, in order. */
  readonly buttons: readonly string[]
}

export interface Clicked {
  readonly toast: string
  /** The card as it stands after the click. */
  readonly card: Read
  /** Messages that the click brought into the same chat. */
  readonly news: readonly Read[]
}

export interface SignedBank {
  readonly platform: TestPlatform
  readonly clock: MovableClock
  readonly machine: Machine
  readonly address: string
  /** Types, in the private chat or a group, and answers with what the bot wrote there. */
  says(openId: string, text: string, chat?: string): Promise<readonly Read[]>
  /** As `says`, for exactly one answer. */
  hears(openId: string, text: string, chat?: string): Promise<Read>
  /** Clicks the first button of a message whose label fits; fields are filled by name. */
  clicks(openId: string, on: Read, label: RegExp, form?: Readonly<Record<string, unknown>>): Promise<Clicked>
  /** What the bot wrote to a person, oldest first, as it stands now. */
  messages(openId: string): readonly Read[]
  chat(chatId: string): readonly Read[]
  /** Moves the clock to a wall time of the bank and runs what falls due. */
  moveTo(wall: string): Promise<void>
  settle(): Promise<void>
  /** An event of the platform, through the door. */
  push(type: string, event: unknown): Promise<void>
  /** Ends the bot and starts it anew on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Opens it on a server's database, or on an embedded one of its own. */
export async function openSignedBank(databaseUrl = '', log: Log = quietLog): Promise<SignedBank> {
  const folder = mkdtempSync(join(tmpdir(), 'larkspur-signed-'))
  const clock = movableClock()
  clock.set(OPENING)
  const platform = await openPlatform(clock)
  const start = () => startBot(platform, { databaseUrl, folder, clock, log })
  let bot = await start()
  const chatOf = (openId: string) => platform.standIn.platform.chats.privateOf(openId)?.chatId ?? ''
  const chat = (chatId: string) => readChat(platform, chatId)
  const settle = async () => {
    await bot.machine.engine.settle()
  }
  const says = async (openId: string, text: string, chatId = chatOf(openId)) => {
    const before = new Set(chat(chatId).map(({ messageId }) => messageId))
    await sayAsPerson(platform.standIn.platform, { as: openId, chatId, text })
    await settle()
    return chat(chatId).filter(({ messageId }) => !before.has(messageId))
  }
  return {
    platform,
    clock,
    get machine() {
      return bot.machine
    },
    get address() {
      return bot.listening.address
    },
    says,
    hears: async (openId, text, chatId) => {
      const news = await says(openId, text, chatId)
      const [only] = news
      if (only === undefined || news.length > 1) throw new Error(`${news.length} answers to ${text}`)
      return only
    },
    clicks: async (openId, on, label, form = {}) => {
      const before = new Set(chat(on.chatId).map(({ messageId }) => messageId))
      const element = findElement(platform, on, label)
      const effect = await clickAsPerson(platform.standIn.platform, {
        as: openId,
        messageId: on.messageId,
        element,
        form,
      })
      await settle()
      const now = chat(on.chatId)
      const card = now.find(({ messageId }) => messageId === on.messageId) ?? on
      const news = now.filter(({ messageId }) => !before.has(messageId))
      return { toast: effect.toast?.content ?? '', card, news }
    },
    messages: (openId) => chat(chatOf(openId)),
    chat,
    moveTo: async (wall) => {
      clock.set(new Date(`${wall}+08:00`))
      await tick(bot.machine.bot, clock.now())
      await settle()
    },
    settle,
    push: async (type, event) => {
      await platform.standIn.platform.courier.push(type, event)
      await settle()
    },
    restart: async () => {
      await stopBot(bot)
      bot = await start()
    },
    close: async () => {
      await stopBot(bot)
      await platform.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Bot {
  readonly machine: Machine
  readonly listening: Listening
}

async function startBot(
  platform: TestPlatform,
  home: { databaseUrl: string; folder: string; clock: MovableClock; log: Log },
): Promise<Bot> {
  const environment = serviceEnvironment(platform.domain, home.databaseUrl)
  const read = readConfig({ ...environment, DATA_DIR: home.folder, PORT: '0' })
  if (!read.ok || read.value.lark === null) throw new Error(JSON.stringify(read))
  const machine = await startMachine(read.value, read.value.lark, home.log, {
    clock: home.clock,
    prepare: (store, sealer) => openDemoBank({ store, sealer, now: home.clock.now(), zone: 'Asia/Shanghai' }),
  })
  machine.settleIn()
  const listening = await listen(machine.app, { host: '127.0.0.1', port: 0 })
  platform.serveBots([listening.address])
  return { machine, listening }
}

async function stopBot({ machine, listening }: Bot): Promise<void> {
  await listening.close()
  await machine.stop()
}

function readChat(platform: TestPlatform, chatId: string): readonly Read[] {
  return platform.standIn.platform.memory
    .messagesOf(chatId)
    .filter((message) => message.sender.kind === 'bot' && message.recalled !== true)
    .map((message) => toRead(message))
}

function toRead(message: KeptMessage): Read {
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    text: wordsOf(message),
    buttons: buttonsIn(readJson(message.content)).map(({ label }) => label),
  }
}

interface Found {
  readonly label: string
  readonly element: string
}

function findElement(platform: TestPlatform, on: Read, label: RegExp): string {
  const message = platform.standIn.platform.memory.findMessage(on.messageId)
  const found = message === null ? [] : buttonsIn(readJson(message.content))
  const button = found.find((candidate) => label.test(candidate.label))
  if (button === undefined) throw new Error(`no button ${label} on: ${on.text}`)
  return button.element
}

function buttonsIn(value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn)
  if (typeof value !== 'object' || value === null) return []
  const part = value as Readonly<Record<string, unknown>>
  if (part['tag'] === 'button' && part['disabled'] !== true) {
    const text = part['text'] as { readonly content?: string } | undefined
    return [{ label: text?.content ?? '', element: String(part['name'] ?? part['element_id'] ?? '') }]
  }
  return Object.values(part).flatMap(buttonsIn)
}
