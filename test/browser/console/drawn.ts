// What of the page shows that a component of a card was drawn, and what is missing.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openPage, type WatchedPage } from './chromium.ts'

/** What of the page shows that a component was drawn. */
export const drawnAs: Readonly<Record<string, string>> = {
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

/** Every tag in a card, of components and of texts. */
export function collectTags(node: unknown, tags = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(node)) for (const one of node) collectTags(one, tags)
  else if (typeof node === 'object' && node !== null) {
    if ('tag' in node && typeof node.tag === 'string') tags.add(node.tag)
    for (const value of Object.values(node)) collectTags(value, tags)
  }
  return tags
}

/** What is missing on the page, for each card, in both widths; a refusal or a missing picture counts as well. */
export function findUndrawn(
  page: Page,
  wanted: readonly { readonly name: string; readonly selectors: readonly string[] }[],
): Promise<readonly string[]> {
  return page.evaluate((cards) => {
    const places = (name: string) =>
      ['is-phone', 'is-desk'].map((width) => ({
        place: `${name} ${width}`,
        card: document.querySelector(`[data-sample="${name}"] .${width} > .card`),
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

/** The selectors that must be found on a drawn card, by the tags in its JSON. */
export function toSelectors(card: unknown): readonly string[] {
  return [...collectTags(card)].flatMap((tag) => drawnAs[tag] ?? [])
}

/** Opens every folded panel, those inside of others too, so that nothing escapes the look. */
async function unfoldPanels(page: Page): Promise<void> {
  const folded = page.locator('.panel-header[aria-expanded=false]')
  while ((await folded.count()) > 0) {
    await page.evaluate(() => {
      for (const header of document.querySelectorAll<HTMLElement>('.panel-header[aria-expanded=false]'))
        header.click()
    })
  }
}

/** The gallery with every sample laid out, as content-visibility would put it off otherwise, and every chart drawn. */
export async function openGallery(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const opened = await openPage(browser, `${url}/console/cards`, { reducedMotion: 'reduce', ...options })
  await opened.page.waitForSelector('.sample')
  await opened.page.addStyleTag({ content: '.sample { content-visibility: visible !important }' })
  await unfoldPanels(opened.page)
  await opened.page.waitForFunction(() => document.querySelectorAll('.chart.is-loading').length === 0)
  return opened
}
