// The console's page in real Chromium: first paint, a long chat, live updates, weight.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { buildPage } from '../src/platform/console/build.ts'
import { hasChromium, launchChromium, openPage } from '../test/browser/console/chromium.ts'
import { type Fixture, startFixture } from '../test/browser/console/fixture-server.ts'
import { showcase } from '../test/browser/console/showcase.ts'
import { atMost, type Benchmark, type Figure, median } from './bench.ts'

const messageCount = 5_000
const everyCard = 5
const rounds = 5
const kilobyte = 1024

export const consoleBenchmark: Benchmark = {
  name: 'console',
  run: async () => {
    const weight = await measureWeight()
    if (!hasChromium) throw new Error('no Chromium here: install it or set CHROMIUM')
    const [browser, fixture] = await Promise.all([launchChromium(), startFixture()])
    try {
      fillLongChat(fixture)
      return [weight, ...(await measureInBrowser(browser, fixture))]
    } finally {
      await browser.close()
      await fixture.stop()
    }
  },
}

async function measureInBrowser(browser: Browser, fixture: Fixture): Promise<readonly Figure[]> {
  const paints: number[] = []
  for (let round = 0; round < rounds; round++) paints.push(await measurePaint(browser, fixture))
  const { page } = await openPage(browser, `${fixture.url}/console#ou_wangmin`)
  const opens: number[] = []
  for (let round = 0; round < rounds; round++) opens.push(await measureOpening(page))
  const scrolled = await measureScrolling(page)
  const arrivals: number[] = []
  for (let round = 0; round < rounds; round++) arrivals.push(await measureArrival(browser, fixture))
  return [
    atMost('console: first usable paint', median(paints), 1_500, 'ms'),
    atMost('console: opening a chat of 5,000 messages with 1,000 cards', median(opens), 1_000, 'ms'),
    atMost('console: longest task while scrolling it, processor time', scrolled.processorMs, 100, 'ms'),
    atMost('console: longest task while scrolling it, on the clock', scrolled.clockMs, 100, 'ms'),
    atMost("console: a message of the bot at the other person's side", median(arrivals), 300, 'ms'),
  ]
}

/** Everything the page loads before the first chart, compressed as a server would. */
async function measureWeight(): Promise<Figure> {
  const assets = join(await buildPage(), 'assets')
  const files = (await readdir(assets)).filter((name) => !name.startsWith('draw-chart'))
  const sizes = await Promise.all(
    files.map(async (name) => gzipSync(await readFile(join(assets, name))).length),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return atMost('console: page without charts, gzip', total / kilobyte, 200, 'KB')
}

function fillLongChat(fixture: Fixture): void {
  const cards = showcase.filter(([name]) => ['follow-up', 'choices', 'buttons', 'words'].includes(name))
  const startAt = Date.parse('2026-10-01T00:00:00Z')
  for (let index = 0; index < messageCount; index++) {
    const at = startAt + index * 600_000
    const card = cards[(index / everyCard) % cards.length]?.[1]
    if (index % everyCard === 0)
      fixture.post({ chatId: 'oc_branch2', msgType: 'interactive', content: card, at })
    else
      fixture.post({
        chatId: 'oc_branch2',
        from: index % 2 === 0 ? 'ou_lilei' : 'ou_liuyang',
        content: { text: `第 ${index} 条消息` },
        at,
      })
  }
}

/** From the request to the moment in which the composer can be typed into. */
async function measurePaint(browser: Browser, fixture: Fixture): Promise<number> {
  const { page } = await openPage(browser, `${fixture.url}/console#ou_chenjing`)
  await page.waitForSelector('.composer textarea')
  const took = await page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  )
  await page.context().close()
  return took
}

/** From the click on the chat to its newest message in view, with the frame after it drawn. */
async function measureOpening(page: Page): Promise<number> {
  await page.locator('.chat-button', { hasText: '小云雀' }).last().click()
  await page.locator('.chat-head h2', { hasText: '小云雀' }).waitFor()
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll<HTMLElement>('.chat-button')].find((one) =>
          one.textContent?.includes('路北支行'),
        )
        const startedAt = performance.now()
        button?.click()
        const look = () => {
          const isThere = document.querySelector('.stream')?.textContent?.includes('第 4999 条消息') === true
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - startedAt))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}

const wheelSteps = 240
const wheelPx = 900

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly tid: number
  /** Length on the clock and of processor time, in microseconds. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * The longest task of the page's main thread while somebody scrolls up through thousands of messages. On a machine that
 * is busy with other things the clock counts those too; processor time does not.
 */
async function measureScrolling(
  page: Page,
): Promise<{ readonly processorMs: number; readonly clockMs: number }> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
  })
  await page.locator('.stream').hover()
  for (let step = 0; step < wheelSteps; step++) {
    await page.mouse.wheel(0, -wheelPx)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  const main = new Set(
    events.filter((one) => one.ph === 'M' && one.args?.name === 'CrRendererMain').map((one) => one.tid),
  )
  const tasks = events.filter((one) => one.name === 'RunTask' && main.has(one.tid))
  return {
    processorMs: Math.max(...tasks.map((task) => task.tdur ?? 0)) / 1_000,
    clockMs: Math.max(...tasks.map((task) => task.dur ?? 0)) / 1_000,
  }
}

/** From the moment in which the bot's message is there to its words in the window of another person. */
async function measureArrival(browser: Browser, fixture: Fixture): Promise<number> {
  const { page } = await openPage(
    browser,
    `${fixture.url}/console#ou_wangmin/oc_retail1&ou_zhaoqiang/oc_retail1`,
  )
  await page.locator('.window').last().locator('.composer').waitFor()
  const words = `angekommen ${crypto.randomUUID()}`
  const seen = page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const stream = [...document.querySelectorAll('.window')].at(-1)?.querySelector('.stream')
          if (stream?.textContent?.includes(text)) resolve(Date.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    words,
  )
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  const sentAt = Date.now()
  fixture.post({ chatId: 'oc_retail1', content: { text: words } })
  const took = (await seen) - sentAt
  await page.context().close()
  return took
}
