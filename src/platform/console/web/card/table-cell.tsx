// One cell of a table, by the kind of its column.

import { formatInstant } from '../state/clock.ts'
import { Markdown } from './markdown.tsx'
import { PersonChip } from './person.tsx'
import { Tag } from './text-tag.tsx'

export interface TableColumn {
  readonly name: string
  readonly display_name?: string
  readonly data_type?: 'text' | 'lark_md' | 'markdown' | 'number' | 'options' | 'persons' | 'date'
  readonly width?: string
  readonly horizontal_align?: 'left' | 'center' | 'right'
  readonly vertical_align?: 'top' | 'center' | 'bottom'
  readonly format?: { readonly precision?: number; readonly symbol?: string; readonly separator?: boolean }
  readonly date_format?: string
}

export function TableCell({ column, value }: { readonly column: TableColumn; readonly value: unknown }) {
  if (value === undefined || value === null) return null
  switch (column.data_type) {
    case 'number':
      return <>{formatNumber(Number(value), column.format ?? {})}</>
    case 'date':
      return <>{formatDate(Number(value), column.date_format ?? 'YYYY/MM/DD')}</>
    case 'lark_md':
    case 'markdown':
      return <Markdown content={String(value)} inline />
    case 'options':
      return <Options value={value} />
    case 'persons':
      return <Persons ids={Array.isArray(value) ? value.map(String) : [String(value)]} />
    default:
      return <>{String(value)}</>
  }
}

function formatNumber(value: number, format: NonNullable<TableColumn['format']>): string {
  const digits =
    format.precision === undefined
      ? {}
      : { minimumFractionDigits: format.precision, maximumFractionDigits: format.precision }
  const text = new Intl.NumberFormat('en-US', {
    useGrouping: format.separator === true,
    maximumFractionDigits: 10,
    ...digits,
  }).format(value)
  return `${format.symbol ?? ''}${text}`
}

/** Fills the platform's pattern (YYYY, MM, DD, HH, mm, ss) with the parts of the instant in the shown zone. */
function formatDate(at: number, pattern: string): string {
  if (!Number.isFinite(at)) return ''
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatInstant(at, options).replace(/\D/g, '').padStart(2, '0')
  return pattern
    .replace('YYYY', part({ year: 'numeric' }))
    .replace('MM', part({ month: 'numeric' }))
    .replace('DD', part({ day: 'numeric' }))
    .replace('HH', part({ hour: '2-digit', hourCycle: 'h23' }))
    .replace('mm', part({ minute: '2-digit' }))
    .replace('ss', part({ second: '2-digit' }))
}

function Options({ value }: { readonly value: unknown }) {
  const options = Array.isArray(value) ? value : [{ text: String(value) }]
  return (
    <span class="cell-options">
      {options.map((option: { readonly text?: string; readonly color?: string }, index) => (
        <Tag key={index} color={option.color ?? 'neutral'}>
          {option.text ?? ''}
        </Tag>
      ))}
    </span>
  )
}

function Persons({ ids }: { readonly ids: readonly string[] }) {
  return (
    <span class="cell-options">
      {ids.map((id) => (
        <PersonChip
          key={id}
          openId={id}
          showAvatar={true}
          showName={true}
          isCapsule={true}
          size="extra_small"
        />
      ))}
    </span>
  )
}
