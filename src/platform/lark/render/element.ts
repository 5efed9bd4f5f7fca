// The few shapes of which every card is built: a text, columns side by side, a row that wraps.

import type { Words } from '../../../../cards/kit/index.ts'
import { type TextStyle, toPlainText } from './text.ts'

/** An element of a card as the platform takes it. */
export interface Element {
  readonly tag: string
  readonly [property: string]: unknown
}

/** How a column stands among others. */
export interface ColumnStyle {
  readonly width?: 'auto' | 'weighted' | `${number}px`
  readonly weight?: number
  readonly ground?: string
  readonly padding?: string
  readonly align?: 'top' | 'center'
}

/** A paragraph. */
export function paragraph(words: Words, style: TextStyle = {}): Element {
  return { tag: 'div', text: toPlainText(words, style) }
}

/** A column. Spacing between what is in it is small, since what is in one column belongs together. */
export function column(elements: readonly Element[], style: ColumnStyle = {}): Element {
  const width = style.width ?? 'weighted'
  return {
    tag: 'column',
    width,
    ...(width === 'weighted' ? { weight: style.weight ?? 1 } : {}),
    vertical_align: style.align ?? 'top',
    vertical_spacing: '4px',
    ...(style.ground ? { background_style: style.ground } : {}),
    ...(style.padding ? { padding: style.padding } : {}),
    elements,
  }
}

/** Columns that stay side by side, on a phone as well. */
export function sideBySide(columns: readonly Element[], spacing = '8px'): Element {
  return { tag: 'column_set', flex_mode: 'none', horizontal_spacing: spacing, columns }
}

/** Elements one after the other, wrapping where the screen is narrow. One alone needs no row. */
export function wrappingRow(elements: readonly Element[]): readonly Element[] {
  if (elements.length <= 1) return elements
  const columns = elements.map((element) => column([element], { width: 'auto' }))
  return [{ tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px', columns }]
}
