// A list: what each item is, what is to be said about it, and what can be done with it.

import { join, type ListItem, type Node, type Tag, type Words } from '../../../../cards/kit/index.ts'
import { MUTED, toColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { column, type Element, paragraph, sideBySide } from './element.ts'
import { renderButton, renderButtons } from './press.ts'
import { isBlank } from './text.ts'
import { renderOmitted } from './words.ts'

/** A list with a line between its items. */
export function renderList(
  { items }: Extract<Node, { node: 'list' }>,
  omitted: number,
  drawing: Drawing,
): readonly Element[] {
  const drawn = items.map((item) => renderItem(item, drawing))
  const elements = drawing.compact
    ? drawn.flat()
    : drawn.flatMap((item, at) => (at === 0 ? item : [{ tag: 'hr' }, ...item]))
  return [...elements, ...renderOmitted(omitted)]
}

/** One button stands beside its item, several stand below. */
function renderItem(item: ListItem, drawing: Drawing): readonly Element[] {
  const [first, ...others] = item.buttons ?? []
  const said = drawing.compact ? renderSaidShortly(item) : renderSaid(item)
  if (first === undefined) return said
  if (others.length > 0) return [...said, ...renderButtons([first, ...others], drawing, { size: 'small' })]
  const button = renderButton(first, drawing, { size: 'small' })
  return [sideBySide([column(said, { weight: 5 }), column([button], { width: 'auto', align: 'center' })])]
}

function renderSaid(item: ListItem): readonly Element[] {
  return [
    renderTitle(item),
    ...renderIfSaid(item.detail, (detail) => paragraph(detail)),
    ...renderIfSaid(item.note, (note) => paragraph(note, { size: 'notation', color: MUTED })),
  ]
}

function renderTitle({ title, tags = [] }: ListItem): Element {
  const words = paragraph(isBlank(title) ? '—' : title, { size: 'heading' })
  if (tags.length === 0) return words
  const columns = [column([words], { width: 'auto', align: 'center' }), ...tags.map(renderTag)]
  return { tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '6px', columns }
}

/** A label: the platform has one for headings only, so here it is a small column with a ground of its own. */
function renderTag({ text, tone }: Tag): Element {
  const { text: color, ground } = toColours(tone)
  const words = paragraph(text, { size: 'notation', color: color === 'default' ? MUTED : color })
  return column([words], { width: 'auto', ground, padding: '0px 6px', align: 'center' })
}

function renderSaidShortly({ title, detail, note, tags = [] }: ListItem): readonly Element[] {
  const rest = [...tags.map(({ text }) => text), detail, note].filter(
    (words): words is Words => words !== undefined && !isBlank(words),
  )
  const heading = paragraph(isBlank(title) ? '—' : title)
  return rest.length === 0
    ? [heading]
    : [heading, paragraph(join(rest, ' · '), { size: 'notation', color: MUTED })]
}

function renderIfSaid(words: Words | undefined, render: (words: Words) => Element): readonly Element[] {
  return words === undefined || isBlank(words) ? [] : [render(words)]
}
