// A panel that folds under its title.

import { ChevronDown } from 'lucide'
import type { CSSProperties } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../shell/icon.tsx'
import { CardIcon } from './card-icon.tsx'
import { type ElementProps, Elements } from './element.tsx'
import type { Component, IconObject, Layout, TextObject } from './json.ts'
import { useColour } from './scope.ts'
import { toLayoutStyle, toMarginStyle, toSpacing, toWidth } from './style.ts'
import { Text } from './text.tsx'

interface PanelHeader {
  readonly title: TextObject
  readonly background_color?: string
  readonly width?: string
  readonly padding?: string
  readonly icon?: IconObject
  readonly icon_position?: 'left' | 'right' | 'follow_text'
  readonly icon_expanded_angle?: number
}

interface PanelNode extends Component, Layout {
  readonly header: PanelHeader
  readonly elements?: readonly Component[]
  readonly expanded?: boolean
  readonly background_color?: string
  readonly border?: { readonly color?: string; readonly corner_radius?: string }
}

export function CollapsiblePanel({ node, pointer }: ElementProps<PanelNode>) {
  const [isOpen, setOpen] = useState(node.expanded === true)
  const toColour = useColour()
  const { header } = node
  const style: CSSProperties = {
    ...toMarginStyle(node),
    background: toColour(node.background_color),
    borderColor: toColour(node.border?.color),
    borderRadius: node.border?.corner_radius,
  }
  const headerStyle: CSSProperties = {
    background: toColour(header.background_color),
    padding: toSpacing(header.padding),
    width: toWidth(header.width === 'auto_when_fold' ? (isOpen ? 'fill' : 'auto') : header.width),
  }
  const turn = isOpen ? (header.icon_expanded_angle ?? 180) : 0
  const position = header.icon_position ?? 'right'
  return (
    <section class={`panel ${node.border === undefined ? '' : 'has-border'}`} style={style}>
      <button
        type="button"
        class={`panel-header icon-${position}`}
        style={headerStyle}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="panel-title">
          <Text text={header.title} />
        </span>
        <span class="panel-icon" style={{ transform: `rotate(${turn}deg)` }}>
          {header.icon === undefined ? (
            <Icon shape={ChevronDown} size={16} />
          ) : (
            <CardIcon icon={header.icon} />
          )}
        </span>
      </button>
      {isOpen && (
        <div class="panel-body" style={toLayoutStyle(node)}>
          <Elements elements={node.elements ?? []} pointer={`${pointer}/elements`} />
        </div>
      )}
    </section>
  )
}
