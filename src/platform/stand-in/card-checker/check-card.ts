// Goes through a whole card of schema 2.0 as the platform does, and gives its weight or the number of its refusal.

import { asRecord, isRecord, type JsonRecord } from '../json.ts'
import { checkElements } from './elements.ts'
import {
  byLanguage,
  checkShape,
  dictionary,
  flag,
  type Kind,
  language,
  list,
  number,
  oneOf,
  record,
  required,
  type Shape,
  text,
} from './kinds.ts'
import {
  across,
  direction,
  down,
  fixedTextSize,
  icon,
  links,
  padding,
  rgba,
  spacing,
  template,
} from './look-kinds.ts'
import { CardProblem } from './problem.ts'
import { textObject, textTag } from './text-kinds.ts'
import type { CardFacts, CardVerdict } from './verdict.ts'
import { CARD_LIMITS, Walk } from './walk.ts'

/**
 * Checks a card as it is sent. Containers nested deeper than allowed, names taken twice, people and images that are not
 * known, and every property that the platform does not know lead to a refusal.
 * @example checkCard({ schema: '2.0', body: { elements: [{ tag: 'hr' }] } }, facts) // { ok: true, bytes: 53, elements: 1 }
 */
export function checkCard(card: unknown, facts: CardFacts): CardVerdict {
  const bytes = new TextEncoder().encode(JSON.stringify(card) ?? '').byteLength
  if (bytes > CARD_LIMITS.bytes) {
    return {
      ok: false,
      code: 230025,
      subCode: null,
      message: 'The length of the message content reaches its limit.',
    }
  }
  try {
    const walk = new Walk(facts, checkElements)
    checkWhole(card, walk)
    return { ok: true, bytes, elements: walk.elements }
  } catch (error) {
    if (error instanceof CardProblem) return toRefusal(error)
    throw error
  }
}

function toRefusal(problem: CardProblem): CardVerdict {
  const message = `Failed to create card content, ext=ErrCode: ${problem.subCode}; ErrMsg: ${problem.message}, path: ${problem.path}; `
  return { ok: false, code: 230099, subCode: problem.subCode, message }
}

function checkWhole(card: unknown, walk: Walk): void {
  if (!isRecord(card)) throw new CardProblem(200621, 'parse card json err, the card is no object', 'ROOT')
  if (card['type'] === 'template') throw new CardProblem(200380, 'template is not existed', 'ROOT')
  takeOwnStyles(card, walk)
  checkShape(card, CARD, { path: 'ROOT', walk })
}

/** Styles that the card defines itself may be used anywhere in it, so they are read before all else. */
function takeOwnStyles(card: JsonRecord, walk: Walk): void {
  const style = asRecord(asRecord(card['config'])['style'])
  for (const name of Object.keys(asRecord(style['text_size']))) walk.ownSizes.add(name)
  for (const name of Object.keys(asRecord(style['color']))) walk.ownColours.add(name)
}

const perDevice = record({
  default: number(0, 1000),
  android: number(0, 1000),
  ios: number(0, 1000),
  pc: number(0, 1000),
})

const CONFIG: Shape = {
  update_multi: oneOf(true),
  enable_forward: flag,
  enable_forward_interaction: flag,
  width_mode: oneOf('default', 'compact', 'fill'),
  summary: record({ content: text(), i18n_content: byLanguage(text()) }),
  locales: list(language),
  use_custom_translation: flag,
  streaming_mode: flag,
  streaming_config: record({
    print_frequency_ms: perDevice,
    print_step: perDevice,
    print_strategy: oneOf('fast', 'delay'),
  }),
  style: record({
    text_size: dictionary(record({ default: fixedTextSize, pc: fixedTextSize, mobile: fixedTextSize })),
    color: dictionary(record({ light_mode: rgba, dark_mode: rgba })),
  }),
}

const HEADER: Shape = {
  title: required(textObject(['plain_text', 'lark_md'])),
  subtitle: textObject(['plain_text', 'lark_md']),
  text_tag_list: list(textTag, { most: 3 }),
  i18n_text_tag_list: byLanguage(list(textTag, { most: 3 })),
  template,
  icon,
  padding,
}

const BODY: Shape = {
  direction,
  padding,
  horizontal_spacing: spacing,
  vertical_spacing: spacing,
  horizontal_align: across,
  vertical_align: down,
  elements: required(checkElements),
}

const schema: Kind = (value, path) => {
  if (value !== '2.0') throw new CardProblem(200621, 'parse card json err, schema is not "2.0"', path)
}

const CARD: Shape = {
  schema: required(schema),
  config: record(CONFIG),
  card_link: links,
  header: record(HEADER),
  body: required(record(BODY)),
}
