import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGalleryApp } from '../../../src/platform/console/gallery-app.ts'
import type { GalleryCard } from '../../../src/platform/console/protocol.ts'
import { findOverflow, hasChromium, launchChromium, startTimeoutMs, type WatchedPage } from './chromium.ts'
import { findUndrawn, openGallery, toSelectors } from './drawn.ts'

const mostBytes = 30 * 1024
const mostElements = 200

describe.skipIf(!hasChromium)('every card of cards/ in Chromium', () => {
  let browser: Browser
  let server: ReturnType<typeof serve>
  let cards: readonly GalleryCard[]
  let url: string
  const opened: WatchedPage[] = []
  beforeAll(async () => {
    browser = await launchChromium()
    url = await new Promise((resolve) => {
      server = serve({ fetch: createGalleryApp().fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      )
    })
    const answer = await fetch(`${url}/console/cards.json`)
    cards = ((await answer.json()) as { cards: readonly GalleryCard[] }).cards
    opened.push(await openGallery(browser, url))
    opened.push(await openGallery(browser, url, { locale: 'en-US', colorScheme: 'dark' }))
  }, startTimeoutMs)
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  test('stays within the limits and is taken by the platform', () => {
    expect(cards.length).toBeGreaterThan(0)
    const heavy = cards.filter(
      (card) => card.bytes > mostBytes || card.elements > mostElements || card.refusal,
    )
    expect(
      heavy.map(({ file, name, bytes, elements, refusal }) => ({ file, name, bytes, elements, refusal })),
    ).toEqual([])
  })

  test('is drawn whole, in both widths, both languages, light and dark, without overflow or error', async () => {
    const wanted = cards.map(({ file, name, card }) => ({
      name: `${file} ${name}`,
      selectors: toSelectors(card),
    }))
    for (const { page, faults } of opened) {
      expect(await findUndrawn(page, wanted)).toEqual([])
      expect(await findOverflow(page, '.sample-card > .card')).toEqual([])
      expect(faults).toEqual([])
    }
  })
})
