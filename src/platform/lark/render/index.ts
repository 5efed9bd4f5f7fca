// A card of ours as Card JSON 2.0: the same card always gives the same JSON, and the platform takes it.

import { type Card, say, type Tag } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../limits.ts'
import { toColours } from './colours.ts'
import { type Draft, toDrafts } from './draft.ts'
import { openDrawing } from './drawing.ts'
import { paragraph } from './element.ts'
import { fits, type Measure, measure } from './measure.ts'
import { renderDrafts } from './nodes.ts'
import { shorten } from './shorten.ts'
import { isBlank, toContent, toPlainText } from './text.ts'

/** A card as the platform takes it. */
export interface RenderedCard {
  readonly json: object
  /** Something had to be left out; the card itself says how much. */
  readonly cut: boolean
}

const TITLE_LENGTH = 200
const TOO_LARGE = say(
  '内容过长，卡片无法显示。请换个范围再试。',
  'Too long to be shown on a card. Please ask for less.',
)

/** Renders a card within the platform's limits. */
export function renderCard(card: Card): RenderedCard {
  const whole = toDrafts(card.nodes)
  const airy = draw(card, whole, false)
  if (fits(measure(airy))) return { json: airy, cut: false }
  let drafts: readonly Draft[] | null = whole
  while (drafts !== null) {
    const json = draw(card, drafts, true)
    const weight = measure(json)
    if (fits(weight)) return { json, cut: drafts !== whole }
    drafts = shorten(drafts, toKeep(weight))
  }
  return { json: frame(card, [paragraph(TOO_LARGE)]), cut: true }
}

/** How much of the heaviest part may stay: little of a card that is far too large, most of one that nearly fits. */
function toKeep({ bytes, elements }: Measure): number {
  const share = Math.min(LIMITS.cardBytes / bytes, LIMITS.cardElements / elements)
  return Math.min(0.9, Math.max(0.2, share))
}

function draw(card: Card, drafts: readonly Draft[], compact: boolean): object {
  return frame(card, renderDrafts(drafts, openDrawing(compact)))
}

/** Everything around the elements. Cards of a bank are not forwarded, and lock screens show a neutral line. */
function frame({ heading, summary }: Card, elements: readonly object[]): object {
  const { template } = toColours(heading.tone)
  const tags = (heading.tags ?? []).filter(({ text }) => !isBlank(text)).slice(0, LIMITS.headerTags)
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      width_mode: 'default',
      summary: toContent(summary, TITLE_LENGTH),
    },
    header: {
      title: toPlainText(heading.title, {}, TITLE_LENGTH),
      ...(heading.subtitle ? { subtitle: toPlainText(heading.subtitle, {}, TITLE_LENGTH) } : {}),
      ...(tags.length > 0 ? { text_tag_list: tags.map(renderTag) } : {}),
      template,
    },
    body: {
      direction: 'vertical',
      padding: '12px 12px 20px 12px',
      vertical_spacing: '8px',
      elements: elements.length > 0 ? elements : [paragraph(heading.title)],
    },
  }
}

function renderTag({ text, tone }: Tag): object {
  return { tag: 'text_tag', text: toPlainText(text, {}, LIMITS.buttonText), color: toColours(tone).tag }
}
