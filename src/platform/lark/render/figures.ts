// Figures that are to be seen from across the room, and the people whose faces stand on a card.

import type { Node } from '../../../../cards/kit/index.ts'
import { MUTED, QUIET_GROUND, toColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { column, type Element, paragraph, sideBySide } from './element.ts'
import { isBlank } from './text.ts'
import { renderOmitted } from './words.ts'

type Figure = Extract<Node, { node: 'figures' }>['figures'][number]

/** As many figures side by side as a phone has room for. */
const IN_A_ROW = 3

/** Figures in rows of equal columns. */
export function renderFigures({ figures }: Extract<Node, { node: 'figures' }>): readonly Element[] {
  const perRow = figures.length === 4 ? 2 : IN_A_ROW
  const rows: Element[] = []
  for (let at = 0; at < figures.length; at += perRow) {
    rows.push(sideBySide(figures.slice(at, at + perRow).map(renderFigure)))
  }
  return rows
}

function renderFigure({ label, value, note, tone }: Figure): Element {
  const lines = [
    paragraph(label, { size: 'notation', color: MUTED }),
    paragraph(isBlank(value) ? '—' : value, { size: 'heading-2', color: toColours(tone).text }),
    ...(note === undefined || isBlank(note) ? [] : [paragraph(note, { size: 'notation', color: MUTED })]),
  ]
  return column(lines, { ground: QUIET_GROUND, padding: '12px' })
}

/** People by their accounts; whoever is unknown is left out by the platform instead of failing the card. */
export function renderPeople(
  { accounts }: Extract<Node, { node: 'people' }>,
  omitted: number,
  drawing: Drawing,
): readonly Element[] {
  const persons = [...new Set(accounts)].filter((id) => id !== '').map((id) => ({ id }))
  if (persons.length === 0) return renderOmitted(omitted)
  const list = {
    tag: 'person_list',
    element_id: drawing.takeId('people'),
    persons,
    drop_invalid_user_id: true,
    show_avatar: true,
    show_name: true,
    size: 'small',
  }
  return [list, ...renderOmitted(omitted)]
}
