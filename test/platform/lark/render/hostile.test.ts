import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../../../../src/platform/lark/limits.ts'
import { renderCard } from '../../../../src/platform/lark/render/index.ts'
import { measure } from '../../../../src/platform/lark/render/measure.ts'
import { clean } from '../../../../src/platform/lark/render/text.ts'
import { checkCard } from '../../../../src/platform/stand-in/index.ts'
import { hostileCard, hostileText } from '../fixtures/cards.ts'
import { type Part, walk } from '../fixtures/walk.ts'

const TAGS = new Set(
  (
    'plain_text text_tag div hr column_set column button select_static multi_select_static input date_picker ' +
    'picker_time picker_datetime form collapsible_panel table chart person_list standard_icon'
  ).split(' '),
)
const TEXT_PLACES = new Set(['text', 'title', 'subtitle', 'placeholder'])
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/u

describe('a card of hostile words', () => {
  it('is one that the platform takes, and in which no word is more than a word', () => {
    fc.assert(
      fc.property(hostileCard, (card) => {
        const { json } = renderCard(card)
        const { bytes, elements } = measure(json)
        expect(bytes).toBeLessThanOrEqual(LIMITS.cardBytes)
        expect(elements).toBeLessThanOrEqual(LIMITS.cardElements)
        checkParts(json)
      }),
      { numRuns: 400 },
    )
  })

  it('passes the checks of the stand-in, which were written apart from the renderer', () => {
    const facts = { knowsPerson: () => true, knowsImage: () => true }
    fc.assert(
      fc.property(hostileCard, (card) => {
        expect(checkCard(renderCard(card).json, facts)).toMatchObject({ ok: true })
      }),
      { numRuns: 200 },
    )
  })

  it('always comes out the same', () => {
    fc.assert(
      fc.property(hostileCard, (card) => {
        expect(renderCard(card)).toEqual(renderCard(structuredClone(card)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('hostile words in every place of every node', () => {
  it('stay plain text, 5,000 of them', () => {
    const texts = fc.array(hostileText, { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(texts, (ten) => {
        for (const text of ten) mustHold(isHarmless(clean(text)), text)
        checkParts(renderCard(everywhere(ten)).json)
      }),
      { numRuns: 500 },
    )
  })
})

function everywhere(texts: readonly string[]): Card {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? ''
  const press = { action: 'x', input: {} }
  const button = () => ({ label: next(), press, confirm: { title: next(), text: next() } })
  return {
    heading: { title: next(), subtitle: next(), tags: [{ text: next(), tone: 'muted' }] },
    summary: next(),
    nodes: [
      { node: 'text', text: next() },
      { node: 'quote', text: next() },
      { node: 'facts', facts: [{ label: next(), value: { zh: next(), en: next() }, guessed: true }] },
      {
        node: 'list',
        items: [
          { title: next(), detail: next(), note: next(), tags: [{ text: next() }], buttons: [button()] },
        ],
      },
      { node: 'figures', figures: [{ label: next(), value: next(), note: next() }] },
      { node: 'table', columns: [{ name: next(), title: next() }], rows: [{ [next()]: next() }] },
      {
        node: 'chart',
        chart: { form: 'bar', title: next(), values: [{ label: next(), value: 1, series: next() }] },
      },
      {
        node: 'select',
        name: next(),
        placeholder: next(),
        options: [{ label: next(), value: next() }],
        press,
      },
      {
        node: 'form',
        name: 'f',
        fields: [{ field: 'line', name: 'n', label: next(), value: next(), placeholder: next() }],
        buttons: [button()],
      },
      {
        node: 'panel',
        title: next(),
        nodes: [
          { node: 'text', text: next() },
          { node: 'table', columns: [{ name: 'a', title: next() }], rows: [{ a: next() }] },
        ],
      },
      { node: 'people', accounts: [next()] },
    ],
  }
}

/** Thousands of parts are looked at, and an `expect` for each would take minutes. */
function mustHold(holds: boolean, what: unknown): void {
  if (!holds) throw new Error(`does not hold for ${JSON.stringify(what)}`)
}

function checkParts(json: object): void {
  const parts = [...walk(json)]
  for (const { part, around } of parts) {
    checkPlace(part, around)
    for (const place of TEXT_PLACES) checkTextPlace(part, place)
    if (part['tag'] === 'plain_text') checkText(part)
  }
  const ids = parts.map(({ part }) => part['element_id']).filter((id) => typeof id === 'string')
  const names = parts.filter(({ part }) => 'tag' in part && 'name' in part).map(({ part }) => part['name'])
  mustHold(new Set(ids).size === ids.length, ids)
  for (const id of ids) mustHold(/^[a-z][a-z0-9_]{0,19}$/.test(id), id)
  mustHold(new Set(names).size === names.length && !names.includes(''), names)
}

function checkPlace(part: Part, around: readonly string[]): void {
  const { tag } = part
  if (typeof tag !== 'string') return
  mustHold(TAGS.has(tag), tag)
  if (tag === 'table' || tag === 'form') mustHold(around.length === 0, around)
  mustHold(around.length <= LIMITS.cardLevels, around)
}

function checkTextPlace(part: Part, place: string): void {
  const text = part[place]
  if (typeof text === 'object' && text !== null) mustHold(Reflect.get(text, 'tag') === 'plain_text', part)
}

function checkText(text: Part): void {
  const translations = Object.values((text['i18n_content'] ?? {}) as Record<string, string>)
  for (const content of [String(text['content']), ...translations]) mustHold(isHarmless(content), content)
}

function isHarmless(text: string): boolean {
  return text.isWellFormed() && !UNSEEN.test(text)
}
