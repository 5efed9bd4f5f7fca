// A table. The platform's own knows no languages, so a small one is drawn as a grid of texts, which do. The platform
// takes tables only directly in the card, and only so many; elsewhere the rows become a list.

import { type Column, join, type ListItem, type Node, say, type Words } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../limits.ts'
import { MUTED } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { column, type Element, paragraph, sideBySide } from './element.ts'
import { renderList } from './list.ts'
import { toOneText } from './text.ts'
import { renderOmitted } from './words.ts'

type TableNode = Extract<Node, { node: 'table' }>
type Cell = Words | number | undefined

const NOTHING = say('暂无数据', 'No data')

/** As many cells fit into a grid without taking the room of everything else on the card. */
const GRID_CELLS = 40
const GRID_GAP = '4px'
/** As many columns stand side by side on a phone. */
const GRID_COLUMNS = 5

/** Columns from here on need the first one held fast while the others are moved. */
const WIDE = 5

/** A table, or the list that stands for one. */
export function renderTable(node: TableNode, omitted: number, drawing: Drawing): readonly Element[] {
  const { columns, rows } = node
  if (columns.length === 0 || (rows.length === 0 && omitted === 0))
    return [paragraph(NOTHING, { size: 'notation', color: MUTED })]
  if (rows.length === 0) return renderOmitted(omitted)
  if (!drawing.compact && isSmall(node) && isTranslated(node))
    return [...renderGrid(node), ...renderOmitted(omitted)]
  if (!drawing.atRoot || !drawing.takeTable())
    return renderList({ node: 'list', items: rows.map((row) => toItem(columns, row)) }, omitted, drawing)
  const shown = columns.slice(0, LIMITS.tableColumns)
  const table = {
    tag: 'table',
    element_id: drawing.takeId('table'),
    columns: shown.map((each, at) => renderColumn(each, at, rows)),
    rows: rows.map((row) => renderRow(shown, row, rows)),
    page_size: Math.min(LIMITS.tablePageRows, Math.max(1, Math.floor(node.pageSize ?? 5))),
    row_height: 'low',
    freeze_first_column: shown.length >= WIDE,
    header_style: { text_align: 'left', text_size: 'normal', background_style: 'grey', bold: true, lines: 1 },
  }
  return [table, ...renderOmitted(omitted)]
}

function isSmall({ columns, rows }: TableNode): boolean {
  return columns.length <= GRID_COLUMNS && columns.length * (rows.length + 1) <= GRID_CELLS
}

/** Whether something in it reads differently in the two languages. */
function isTranslated({ columns, rows }: TableNode): boolean {
  const isOurs = (cell: Cell) => typeof cell === 'object' && cell.zh !== cell.en
  return columns.some(({ title }) => isOurs(title)) || rows.some((row) => Object.values(row).some(isOurs))
}

function renderGrid({ columns, rows }: TableNode): readonly Element[] {
  const titles = columns.map((each, at) =>
    column([paragraph(each.title, { size: 'notation', color: MUTED, align: toAlign(each) })], {
      weight: toWeight(at),
    }),
  )
  const lines = rows.map((row) =>
    sideBySide(
      columns.map((each, at) =>
        column([paragraph(toWords(cellOf(row, each)), { align: toAlign(each) })], { weight: toWeight(at) }),
      ),
      GRID_GAP,
    ),
  )
  return [sideBySide(titles, GRID_GAP), { tag: 'hr' }, ...lines]
}

/** The first column names the row, and a name wants more room than a number. */
function toWeight(at: number): number {
  return at === 0 ? 3 : 2
}

function toAlign({ kind }: Column): 'left' | 'right' {
  return kind === 'number' ? 'right' : 'left'
}

function renderColumn(each: Column, at: number, rows: TableNode['rows']): object {
  const numeric = isNumeric(each, rows)
  return {
    name: nameOf(at),
    display_name: toOneText(each.title),
    data_type: numeric ? 'number' : 'text',
    horizontal_align: toAlign(each),
    width: 'auto',
    ...(numeric ? { format: { separator: true } } : {}),
  }
}

function renderRow(
  columns: readonly Column[],
  row: TableNode['rows'][number],
  rows: TableNode['rows'],
): object {
  return Object.fromEntries(
    columns.map((each, at) => {
      const cell = cellOf(row, each)
      return [nameOf(at), isNumeric(each, rows) ? cell : toText(cell)]
    }),
  )
}

/** Whether a column can be one of numbers to the platform: each of its cells is one. */
function isNumeric(each: Column, rows: TableNode['rows']): boolean {
  return rows.every((row) => Number.isFinite(cellOf(row, each)))
}

/** A cell, where the row has one of its own: a column may bear any name. */
function cellOf(row: TableNode['rows'][number], { name }: Pick<Column, 'name'>): Cell {
  return Object.hasOwn(row, name) ? row[name] : undefined
}

/** Our names of columns may be anything; the platform's are keys. */
function nameOf(at: number): string {
  return `c${at + 1}`
}

function toText(cell: Cell): string {
  if (cell === undefined) return ''
  return typeof cell === 'number' ? String(cell) : toOneText(cell)
}

function toItem(columns: readonly Column[], row: TableNode['rows'][number]): ListItem {
  const [first, ...others] = columns
  const parts = others.map(({ name, title }) => join([title, ': ', toWords(cellOf(row, { name }))]))
  return { title: first === undefined ? '—' : toWords(cellOf(row, first)), detail: join(parts, ' · ') }
}

function toWords(cell: Cell): Words {
  return typeof cell === 'number' || cell === undefined ? toText(cell) : cell
}
