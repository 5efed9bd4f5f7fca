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
const desk = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

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
  args: ['--no-sandbox', '--no-first-run', '--disable-sync'],
})
try {
  await mkdir(pictures, { recursive: true })
  await say(demo, 'ou_wangmin', 'p2p', '李建国的电话是多少')
  await say(demo, 'ou_wangmin', 'p2p', '今天下午拜访了李建国，对大额存单感兴趣，50万，下周五前答复利率')
  await say(demo, 'ou_lilei', 'oc_retail1', '@小云雀 零售一组这周的跟进情况')
  const at = (hash: string) => `${demo.url}/console#${hash}`
  await takePicture(browser, { url: at('ou_wangmin'), name: 'chat', options: desk })
  await takePicture(browser, {
    url: at('ou_wangmin'),
    name: 'chat-dark',
    options: { ...desk, colorScheme: 'dark' },
  })
  await takePicture(browser, {
    url: at('ou_wangmin/oc_retail1&ou_zhaoqiang/oc_retail1'),
    name: 'two-people',
    options: desk,
  })
  await takePicture(browser, {
    url: at(`ou_wangmin/${await findPrivateChat(demo)}`),
    name: 'phone',
    options: phone,
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

async function findPrivateChat(running: Demo): Promise<string> {
  const response = await fetch(`${running.url}/console/state`)
  const state = (await response.json()) as { chats: { chatId: string; kind: string; members: string[] }[] }
  const found = state.chats.find((chat) => chat.kind === 'p2p' && chat.members.includes('ou_wangmin'))
  if (found === undefined) throw new Error('There is no private chat of 王敏')
  return found.chatId
}
