// Chromium for the console's tests. Where there is none the tests are left out, aloud; on CI that is a failure.

import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildPage } from '../../../src/platform/console/build.ts'

const candidates = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = candidates.find((path) => path !== '' && existsSync(path))
const isDemanded = process.env['CI'] === 'true'

/** Whether the browser tests can run; where they must and cannot, they fail at the start of the browser. */
export const hasChromium = executablePath !== undefined || isDemanded

if (!hasChromium) {
  console.warn(
    'Browser tests are left out: no Chromium found. Install it (apt-get install chromium) or set CHROMIUM.',
  )
}

/** Time for the page's build and the browser's start, on a machine that is busy with all other tests. */
export const startTimeoutMs = 180_000

/** Builds the page, so that no visit has to wait for it, and starts the browser. Throws where there is none. */
export async function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found, and CI=true demands one')
  await buildPage()
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A page with everything that went wrong in it. */
export interface WatchedPage {
  readonly page: Page
  /** Errors of the console and uncaught exceptions, as they came. */
  readonly faults: string[]
}

/** Opens an address in an empty profile and waits until the page has drawn something. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 860 },
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  await page.waitForSelector('main')
  return { page, faults }
}

/** What axe finds against WCAG 2.2 AA, each as one line. */
export async function findA11yFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: {
        run(
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await inPage.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 6)
        .map(
          (node) =>
            `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`,
        ),
    )
  })
}

/** Elements inside of `root` that stick out of it or whose words are cut off, each as one line. */
export function findOverflow(page: Page, root: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const faults: string[] = []
    for (const card of document.querySelectorAll<HTMLElement>(selector)) {
      const box = card.getBoundingClientRect()
      for (const element of card.querySelectorAll<HTMLElement>('*')) {
        if (element.closest('.card-table-scroll, .chart, svg, pre, .only-heard, [popover]') !== null) continue
        const inner = element.getBoundingClientRect()
        if (inner.width > 0 && (inner.right > box.right + 1 || inner.left < box.left - 1)) {
          faults.push(
            `${element.tagName}.${element.className} ${Math.round(inner.left - box.left)}..${Math.round(inner.right - box.left)} of ${Math.round(box.width)}`,
          )
        }
      }
    }
    return faults
  }, root)
}
