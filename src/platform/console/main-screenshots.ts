// `npm run screenshots`: starts the demo on a free port with data of its own, talks to it, and takes the README's pictures.
// `npm run screenshots -- http://localhost:3000` uses a demo that runs already. CHROMIUM names the browser.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const pictures = join(import.meta.dirname, '..', '..', '..', 'docs', 'pictures')
const browsers = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const desk = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 }

interface Demo {
  readonly url: string
  stop(): Promise<void>
}

async function startDemo(): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'larkspur-pictures-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'node.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readAddress(child)
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address in the line that the demo prints when it is ready. */
async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The demo has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /(http:\/\/\S+?)\/console/.exec(line)
    if (found?.[1] !== undefined) return found[1]
  }
  throw new Error('The demo ended before it was ready')
}

async function say(demo: Demo, as: string, chat: string, text: string): Promise<void> {
  const response = await fetch(`${demo.url}/console/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, chat, text }),
  })
  if (!response.ok) throw new Error(`"${text}" was answered ${response.status} ${await response.text()}`)
}

async function takePicture(
  browser: Browser,
  shot: { readonly url: string; readonly name: string; readonly options: BrowserContextOptions },
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...shot.options })
  const page = await context.newPage()
  await page.goto(shot.url)
  await page.waitForSelector('.message, .sample')
  await waitForCharts(page)
  await page.screenshot({ path: join(pictures, `${shot.name}.png`) })
  await context.close()
  console.log(`docs/pictures/${shot.name}.png`)
}

async function waitForCharts(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForFunction(() => document.querySelectorAll('.chart.is-loading').length === 0)
}

const given = process.argv[2]
const executablePath = browsers.find((path) => path !== '' && existsSync(path))
if (executablePath === undefined) throw new Error('No Chromium found: install it or name it in CHROMIUM')
const demo: Demo =
  given === undefined ? await startDemo() : { url: given.replace(/\/$/, ''), stop: async () => undefined }
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--no-first-run', '--disable-sync', '--lang=zh-CN'],
})
try {
  await mkdir(pictures, { recursive: true })
  const at = (hash: string) => `${demo.url}/console#${hash}`
  const rm = `ou_wangmin/${await findPrivateChat(demo, 'ou_wangmin')}`
  const supervisor = `ou_zhaoqiang/${await findPrivateChat(demo, 'ou_zhaoqiang')}`
  await say(demo, 'ou_wangmin', 'p2p', '电话沟通，客户李先生问了大额存单利率，约下周三下午2点来网点')
  await takePicture(browser, { url: at(rm), name: 'chat', options: desk })
  await say(demo, 'ou_wangmin', 'p2p', '给李建国申请利率优惠，50万三年期上浮10个基点')
  await takePicture(browser, { url: at(`${rm}&${supervisor}`), name: 'two-people', options: desk })
  await say(demo, 'ou_wangmin', 'p2p', '李建国')
  await takePicture(browser, { url: at(rm), name: 'phone', options: phone })
  await say(demo, 'ou_zhaoqiang', 'p2p', '团队简报')
  await takePicture(browser, {
    url: at(supervisor),
    name: 'chat-dark',
    options: { ...desk, colorScheme: 'dark' },
  })
  await takePicture(browser, {
    url: `${demo.url}/console/cards`,
    name: 'cards',
    options: { ...desk, locale: 'en-US' },
  })
} finally {
  await browser.close()
  await demo.stop()
}

async function findPrivateChat(running: Demo, openId: string): Promise<string> {
  const response = await fetch(`${running.url}/console/state`)
  const state = (await response.json()) as { chats: { chatId: string; kind: string; members: string[] }[] }
  const found = state.chats.find((chat) => chat.kind === 'p2p' && chat.members.includes(openId))
  if (found === undefined) throw new Error(`There is no private chat of ${openId}`)
  return found.chatId
}
