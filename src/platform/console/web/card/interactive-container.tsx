// A box that can be pressed as a whole; what can be operated inside it wins over the box.

import type { CSSProperties } from 'preact'
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

const operable = 'button, a, input, textarea, select, [role="listbox"], [role="button"]'

export function InteractiveContainer({ node, pointer }: ElementProps<ContainerNode>) {
  const toColour = useColour()
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
  const isInner = (event: Event) => {
    const inner = (event.target as Element).closest(operable)
    return inner !== null && inner !== event.currentTarget
  }
  const tips = toWords(isDisabled ? node.disabled_tips : node.hover_tips, language.value)
  const marks = [
    node.has_border === true && 'has-border',
    isLaser && 'is-laser',
    busy.value === pointer && 'is-busy',
  ]
  return (
    // A div in the role of a button, because it holds buttons of its own, which a button element must not.
    <div
      class={`interactive-container ${marks.filter(Boolean).join(' ')}`}
      style={style}
      role="button"
      tabIndex={isDisabled ? -1 : 0}
      aria-disabled={isDisabled}
      title={tips || undefined}
      onClick={(event) => {
        if (!isInner(event)) activate()
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        activate()
      }}
    >
      <Elements elements={node.elements ?? []} pointer={`${pointer}/elements`} />
    </div>
  )
}
