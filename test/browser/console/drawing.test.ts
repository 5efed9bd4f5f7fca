import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findA11yFaults, findOverflow, hasChromium, launchChromium, openPage } from './chromium.ts'
import { type Fixture, startFixture } from './fixture-server.ts'
import { refused, showcase } from './showcase.ts'

/** What of the page shows that a component was drawn. */
const drawnAs: Readonly<Record<string, string>> = {
  button: '.card-button',
  chart: '.chart.is-drawn canvas',
  checker: '.checker input[type=checkbox]',
  collapsible_panel: '.panel-header[aria-expanded]',
  column_set: '.column-set > .column',
  date_picker: 'input[type=date]',
  div: '.card-text',
  form: '.card-form',
  hr: 'hr.card-rule',
  img: 'figure.card-image img',
  img_combination: '.combination.is-triple img',
  input: '.input-box textarea, .input-box input[type=text]',
  interactive_container: '.interactive-container > button',
  markdown: '.markdown',
  multi_select_person: '.choice-opener',
  multi_select_static: '.choice-opener',
  overflow: '[aria-haspopup=menu]',
  person: '.person .avatar',
  person_list: '.person-list .person',
  picker_datetime: 'input[type=datetime-local]',
  picker_time: 'input[type=time]',
  select_img: '.select-images [aria-pressed]',
  select_person: '.choice-opener',
  select_static: '.choice-opener',
  table: '.card-table table',
}

function collectTags(node: unknown, tags = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(node)) for (const one of node) collectTags(one, tags)
  else if (typeof node === 'object' && node !== null) {
    if ('tag' in node && typeof node.tag === 'string') tags.add(node.tag)
    for (const value of Object.values(node)) collectTags(value, tags)
  }
  return tags
}

/** What is missing on the page, for each card, in both widths; a refusal or a missing picture counts as well. */
function findUndrawn(
  page: Page,
  wanted: readonly { readonly name: string; readonly selectors: readonly string[] }[],
): Promise<readonly string[]> {
  return page.evaluate((cards) => {
    const places = (name: string) =>
      ['is-phone', 'is-desk'].map((width) => ({
        place: `${name} ${width}`,
        card: document.querySelector(`[data-sample="showcase.ts ${name}"] .${width} > .card`),
      }))
    return cards.flatMap(({ name, selectors }) =>
      places(name).flatMap(({ place, card }) => [
        ...(card === null || card.matches('.refused-card') ? [`${place}: no card`] : []),
        ...(card?.querySelector('.chart-failed, .missing-picture') == null ? [] : [`${place}: failed`]),
        ...selectors.filter((one) => card?.querySelector(one) == null).map((one) => `${place}: ${one}`),
      ]),
    )
  }, wanted)
}

describe.skipIf(!hasChromium)('drawing cards in Chromium', () => {
  let browser: Browser
  let fixture: Fixture
  let chinese: { page: Page; faults: string[] }
  let english: { page: Page; faults: string[] }
  beforeAll(async () => {
    ;[browser, fixture] = await Promise.all([launchChromium(), startFixture()])
    chinese = await openGallery({})
    english = await openGallery({
      locale: 'en-US',
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    })
  })
  afterAll(async () => {
    await browser.close()
    await fixture.stop()
  })

  /** The gallery with every sample laid out, as content-visibility would put it off otherwise, and every chart drawn. */
  async function openGallery(options: BrowserContextOptions): Promise<{ page: Page; faults: string[] }> {
    const opened = await openPage(browser, `${fixture.url}/console/cards`, {
      reducedMotion: 'reduce',
      ...options,
    })
    await opened.page.waitForSelector('.sample')
    await opened.page.addStyleTag({ content: '.sample { content-visibility: visible !important }' })
    await opened.page.waitForFunction(() => document.querySelectorAll('.chart.is-loading').length === 0)
    return opened
  }

  test('the showcase uses every component that the page can draw', () => {
    const used = collectTags(showcase.map(([, card]) => card))
    expect(Object.keys(drawnAs).filter((tag) => !used.has(tag))).toEqual([])
  })

  test('every card is drawn in both widths without overflow, error or refusal', async () => {
    const { page, faults } = chinese
    const wanted = showcase.map(([name, card]) => ({
      name,
      selectors: [...collectTags(card)].flatMap((tag) => drawnAs[tag] ?? []),
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
