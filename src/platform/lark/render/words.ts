// Nodes that are words: a text, what somebody said, and facts.

import { type Fact, join, type Node, say } from '../../../../cards/kit/index.ts'
import { MUTED, QUIET_GROUND, toColours } from './colours.ts'
import { omittedWords } from './draft.ts'
import type { Drawing } from './drawing.ts'
import { column, type Element, paragraph, sideBySide } from './element.ts'
import { isBlank, toPlainText } from './text.ts'

const SIZES = { small: 'notation', normal: 'normal', large: 'heading-3' } as const

/** A label on a fact that nobody said, so that the reader looks at it. */
export const GUESSED = say('（推测，请核对）', ' (guessed, please check)')

const LABEL_WIDTH = '96px'

/** The line that says how much is not there. */
export function renderOmitted(omitted: number): readonly Element[] {
  return omitted === 0 ? [] : [paragraph(omittedWords(omitted), { size: 'notation', color: MUTED })]
}

/** A paragraph. */
export function renderText({ text, tone, size }: Extract<Node, { node: 'text' }>): readonly Element[] {
  if (isBlank(text)) return []
  return [paragraph(text, { size: SIZES[size ?? 'normal'], color: toColours(tone).text })]
}

/** What somebody said, set apart so that it cannot pass for the card's own words. */
export function renderQuote({ text }: Extract<Node, { node: 'quote' }>, omitted: number): readonly Element[] {
  const said = isBlank(text) ? '—' : text
  const quote = column([paragraph(said, { size: 'normal', color: 'grey-700' })], {
    ground: QUIET_GROUND,
    padding: '8px 12px',
  })
  return [sideBySide([quote]), ...renderOmittedCharacters(omitted)]
}

function renderOmittedCharacters(omitted: number): readonly Element[] {
  if (omitted === 0) return []
  const words = say(`后面还有 ${omitted} 个字未显示`, `${omitted} more characters not shown`)
  return [paragraph(words, { size: 'notation', color: MUTED })]
}

/** Labels on the left, values on the right; where room is short, the same in fewer elements. */
export function renderFacts(
  { facts }: Extract<Node, { node: 'facts' }>,
  drawing: Drawing,
): readonly Element[] {
  if (facts.length === 0) return []
  return drawing.compact ? [renderFactsInFields(facts)] : facts.map(renderFactRow)
}

function renderFactRow(fact: Fact): Element {
  const label = column([paragraph(fact.label, { color: MUTED })], { width: LABEL_WIDTH })
  return sideBySide([label, column([paragraph(toValue(fact), toValueStyle(fact))])])
}

function renderFactsInFields(facts: readonly Fact[]): Element {
  const fields = facts.flatMap((fact) => [
    { is_short: true, text: toPlainText(fact.label, { color: MUTED }) },
    { is_short: true, text: toPlainText(toValue(fact), toValueStyle(fact)) },
  ])
  return { tag: 'div', fields }
}

function toValue({ value, guessed }: Fact) {
  const shown = isBlank(value) ? '—' : value
  return guessed ? join([shown, GUESSED]) : shown
}

function toValueStyle({ tone, guessed }: Fact) {
  return { color: toColours(tone ?? (guessed ? 'warning' : 'neutral')).text }
}
