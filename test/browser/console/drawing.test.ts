import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findA11yFaults,
  findOverflow,
  hasChromium,
  launchChromium,
  startTimeoutMs,
  type WatchedPage,
} from './chromium.ts'
import { collectTags, drawnAs, findUndrawn, openGallery, toSelectors } from './drawn.ts'
import { type Fixture, startFixture } from './fixture-server.ts'
import { refused, showcase } from './showcase.ts'

describe.skipIf(!hasChromium)('drawing cards in Chromium', () => {
  let browser: Browser
  let fixture: Fixture
  let chinese: WatchedPage
  let english: WatchedPage
  beforeAll(async () => {
    ;[browser, fixture] = await Promise.all([launchChromium(), startFixture()])
    chinese = await openGallery(browser, fixture.url, {})
    english = await openGallery(browser, fixture.url, {
      locale: 'en-US',
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    })
  }, startTimeoutMs)
  afterAll(async () => {
    await browser.close()
    await fixture.stop()
  })

  test('the showcase uses every component that the page can draw', () => {
    const used = collectTags(showcase.map(([, card]) => card))
    expect(Object.keys(drawnAs).filter((tag) => !used.has(tag))).toEqual([])
  })

  test('every card is drawn in both widths without overflow, error or refusal', async () => {
    const { page, faults } = chinese
    const wanted = showcase.map(([name, card]) => ({
      name: `showcase.ts ${name}`,
      selectors: toSelectors(card),
    }))
    expect(await findUndrawn(page, wanted)).toEqual([])
    expect(await findOverflow(page, '.sample-card > .card')).toEqual([])
    expect(faults).toEqual([])
  }, 60_000)

  test('a card that the platform refuses stands there with its code', async () => {
    const { page } = chinese
    for (const [name, , subCode] of refused) {
      const words = await page
        .locator(`[data-sample="showcase.ts ${name}"] .is-desk .refused-card`)
        .textContent()
      expect(words).toContain(`ErrCode: ${subCode}`)
    }
  })

  test('the English reader gets the English words, also at phone width and in the dark', async () => {
    const { page, faults } = english
    const form = page.locator('[data-sample="showcase.ts form"] .is-phone')
    expect(await form.textContent()).toContain('New follow-up')
    expect(await form.textContent()).not.toContain('新建跟进')
    expect(await findOverflow(page, '.sample-card > .card')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(faults).toEqual([])
  })

  test('markdown is read as the platform reads it, and nothing in it becomes HTML or an unsafe link', async () => {
    const { page } = chinese
    const card = page.locator('[data-sample="showcase.ts words"] .is-desk')
    const words = await card.textContent()
    expect(words).toContain('@赵强')
    expect(words).toContain('@所有人')
    expect(words).toContain('✅')
    expect(words).toContain('**原样**')
    expect(words).toContain('<script>alert(1)</script>')
    expect(words).toContain('<b>转义</b>')
    expect(await card.locator('script, img[src="x"], a[href^="javascript"]').count()).toBe(0)
  })

  test('nobody is shut out of the gallery, in the light and in the dark', async () => {
    expect(await findA11yFaults(chinese.page)).toEqual([])
    expect(await findA11yFaults(english.page)).toEqual([])
  })
})
