// Columns beside each other, in the platform's five ways of giving them room.

import type { CSSProperties } from 'preact'
import { copy } from '../copy/card.ts'
import { t } from '../state/preferences.ts'
import { type ElementProps, Elements } from './element.tsx'
import type { Component, Layout, Links } from './json.ts'
import { useColour } from './scope.ts'
import { toLayoutStyle, toMarginStyle, toSafeUrl, toSpacing } from './style.ts'

interface Column extends Component, Layout {
  readonly elements?: readonly Component[]
  readonly width?: string
  readonly weight?: number
  readonly background_style?: string
  readonly action?: { readonly multi_url?: Links }
}

interface ColumnSetNode extends Component {
  readonly columns: readonly Column[]
  readonly flex_mode?: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect'
  readonly horizontal_spacing?: string
  readonly horizontal_align?: 'left' | 'center' | 'right'
  readonly background_style?: string
  readonly action?: { readonly multi_url?: Links }
}

const justify = { left: 'flex-start', center: 'center', right: 'flex-end' }

export function ColumnSet({ node, pointer }: ElementProps<ColumnSetNode>) {
  const toColour = useColour()
  const mode = node.flex_mode ?? 'none'
  const style: CSSProperties = {
    ...toMarginStyle(node),
    gap: toSpacing(node.horizontal_spacing),
    justifyContent: justify[node.horizontal_align ?? 'left'],
    background: toColour(node.background_style),
  }
  const classes = `column-set is-${mode} ${style.background === undefined ? '' : 'has-background'}`
  return (
    <div class={classes} style={style}>
      {node.columns.map((column, index) => (
        <ColumnBox key={index} column={column} mode={mode} pointer={`${pointer}/columns/${index}`} />
      ))}
      <StretchedLink links={node.action?.multi_url} />
    </div>
  )
}

function ColumnBox(props: { readonly column: Column; readonly mode: string; readonly pointer: string }) {
  const { column } = props
  const toColour = useColour()
  const style: CSSProperties = {
    ...toMarginStyle(column),
    ...toLayoutStyle(column),
    ...(props.mode === 'none' ? toColumnWidth(column) : {}),
    background: toColour(column.background_style),
  }
  return (
    <div class={`column ${style.background === undefined ? '' : 'has-background'}`} style={style}>
      <Elements elements={column.elements ?? []} pointer={`${props.pointer}/elements`} />
      <StretchedLink links={column.action?.multi_url} />
    </div>
  )
}

function toColumnWidth(column: Column): CSSProperties {
  if (column.width === 'weighted') return { flex: `${column.weight ?? 1} 1 0` }
  if (column.width !== undefined && /^\d+px$/.test(column.width)) return { flex: `0 1 ${column.width}` }
  return { flex: '0 1 auto' }
}

/** A link that covers the whole box, as the action of a column does. */
function StretchedLink({ links }: { readonly links: Links | undefined }) {
  const url = toSafeUrl(links?.pc_url || links?.url)
  if (url === undefined) return null
  return (
    <a class="stretched-link" href={url} target="_blank" rel="noreferrer">
      <span class="only-heard">{t(copy.openLink)}</span>
    </a>
  )
}
