// A box that can be pressed as a whole; what can be operated inside it wins over the box.

import type { CSSProperties } from 'preact'
import { useId } from 'preact/hooks'
import { language } from '../state/preferences.ts'
import { type ElementProps, Elements } from './element.tsx'
import { type Component, type Interactive, type Layout, toWords } from './json.ts'
import { openLinks } from './open-links.ts'
import { useCard, useColour, usePress } from './scope.ts'
import { toLayoutStyle, toMarginStyle, toSpacing, toWidth } from './style.ts'

interface ContainerNode extends Interactive, Layout {
  readonly elements?: readonly Component[]
  readonly height?: string
  readonly background_style?: string
  readonly has_border?: boolean
  readonly border_color?: string
  readonly corner_radius?: string
}

export function InteractiveContainer({ node, pointer }: ElementProps<ContainerNode>) {
  const toColour = useColour()
  const id = useId()
  const { busy } = useCard()
  const press = usePress(node, pointer)
  const isDisabled = node.disabled === true
  const isLaser = node.background_style === 'laser'
  const style: CSSProperties = {
    ...toMarginStyle(node),
    ...toLayoutStyle(node),
    padding: toSpacing(node.padding),
    width: toWidth(node.width),
    height: toWidth(node.height),
    background: isLaser ? undefined : toColour(node.background_style),
    borderColor: toColour(node.border_color),
    borderRadius: node.corner_radius,
  }
  const activate = () => {
    if (isDisabled) return
    openLinks(node.behaviors)
    if (node.behaviors?.some((one) => one.type === 'callback') === true) void press()
  }
  const tips = toWords(isDisabled ? node.disabled_tips : node.hover_tips, language.value)
  const marks = [
    isDisabled && 'is-disabled',
    node.has_border === true && 'has-border',
    isLaser && 'is-laser',
    busy.value === pointer && 'is-busy',
  ]
  return (
    <div
      id={id}
      class={`interactive-container ${marks.filter(Boolean).join(' ')}`}
      style={style}
      title={tips || undefined}
    >
      {/* The press lies under the content, so that what can be operated inside stands beside it and not within it. */}
      <button
        type="button"
        class="stretched-press"
        aria-labelledby={id}
        aria-disabled={isDisabled}
        data-element={node.name ?? node.element_id}
        onClick={activate}
      />
      <Elements elements={node.elements ?? []} pointer={`${pointer}/elements`} />
    </div>
  )
}
