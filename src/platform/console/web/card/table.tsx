// A table with pages of at most ten rows and the platform's kinds of columns.

import type { CSSProperties } from 'preact'
import { useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { t } from '../state/preferences.ts'
import type { ElementProps } from './element.tsx'
import type { Component } from './json.ts'
import { Pager } from './pager.tsx'
import { toMarginStyle } from './style.ts'
import { TableCell, type TableColumn } from './table-cell.tsx'

interface TableNode extends Component {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly [name: string]: unknown }[]
  readonly page_size?: number
  readonly row_height?: string
  readonly row_max_height?: string
  readonly freeze_first_column?: boolean
  readonly header_style?: {
    readonly text_align?: 'left' | 'center' | 'right'
    readonly background_style?: 'grey' | 'none'
    readonly text_color?: 'default' | 'grey'
    readonly bold?: boolean
  }
}

const heights: { readonly [name: string]: string } = {
  low: '32px',
  middle: '44px',
  high: '56px',
  auto: 'auto',
}
const defaultPageSize = 5
const largestPageSize = 10

function toColumnStyle(column: TableColumn): CSSProperties {
  const isFixed = /^\d+(px|%)$/.test(column.width ?? '')
  const align = column.horizontal_align ?? (column.data_type === 'number' ? 'right' : 'left')
  return isFixed ? { width: column.width, minWidth: column.width, textAlign: align } : { textAlign: align }
}

export function Table({ node }: ElementProps<TableNode>) {
  const [page, setPage] = useState(0)
  const size = Math.min(Math.max(node.page_size ?? defaultPageSize, 1), largestPageSize)
  const pages = Math.max(1, Math.ceil(node.rows.length / size))
  const rows = node.rows.slice(page * size, (page + 1) * size)
  const header = node.header_style ?? {}
  const height = heights[node.row_height ?? 'low'] ?? node.row_height
  const headerClass = `${header.background_style === 'none' ? '' : 'is-grey'} ${header.text_color === 'default' ? 'is-dark' : ''}`
  return (
    <div
      class={`card-table ${node.freeze_first_column === true ? 'has-frozen' : ''}`}
      style={toMarginStyle(node)}
    >
      <div class="card-table-scroll" tabIndex={0} role="group" aria-label={t(copy.table)}>
        <table>
          <thead class={headerClass}>
            <tr>
              {node.columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  style={{
                    ...toColumnStyle(column),
                    ...(header.text_align === undefined ? {} : { textAlign: header.text_align }),
                    fontWeight: header.bold === false ? 400 : 600,
                  }}
                >
                  {column.display_name ?? column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={page * size + index} style={{ height }}>
                {node.columns.map((column) => (
                  <td
                    key={column.name}
                    style={{
                      ...toColumnStyle(column),
                      verticalAlign: column.vertical_align === 'top' ? 'top' : 'middle',
                    }}
                  >
                    <TableCell column={column} value={row[column.name]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="table-none">{t(copy.noRows)}</p>}
      <Pager page={page} pages={pages} onPage={setPage} />
    </div>
  )
}
