// A box to tick, with its text and up to three buttons.

import type { ElementProps } from './element.tsx'
import { Elements } from './element.tsx'
import { useField } from './field.tsx'
import type { Component, Interactive, Layout, TextObject } from './json.ts'
import { toMarginStyle, toSpacing } from './style.ts'
import { StyledText } from './text.tsx'

interface CheckerNode extends Interactive, Layout {
  readonly text?: TextObject
  readonly checked?: boolean
  readonly checked_style?: { readonly show_strikethrough?: boolean; readonly opacity?: number }
  readonly button_area?: {
    readonly pc_display_rule?: 'always' | 'on_hover'
    readonly buttons?: readonly Component[]
  }
}

export function Checker({ node, pointer }: ElementProps<CheckerNode>) {
  const field = useField<boolean>(node, pointer, node.checked === true)
  const change = (checked: boolean) => {
    field.set(checked)
    if (!field.isInForm && node.behaviors?.some((one) => one.type === 'callback') === true)
      field.send({ checked })
  }
  const isStruck = field.value && node.checked_style?.show_strikethrough === true
  const opacity = field.value ? node.checked_style?.opacity : undefined
  const area = node.button_area
  return (
    <div
      class={`checker ${field.isBusy ? 'is-busy' : ''}`}
      style={{ ...toMarginStyle(node), padding: toSpacing(node.padding) }}
      title={field.tips || undefined}
    >
      <label class={isStruck ? 'is-struck' : ''} style={{ opacity }}>
        <input
          type="checkbox"
          checked={field.value}
          disabled={field.isDisabled || field.isBusy}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        {node.text !== undefined && <StyledText text={node.text} />}
      </label>
      {area?.buttons !== undefined && (
        <span class={`checker-buttons ${area.pc_display_rule === 'on_hover' ? 'is-on-hover' : ''}`}>
          <Elements elements={area.buttons.slice(0, 3)} pointer={`${pointer}/button_area/buttons`} />
        </span>
      )}
    </div>
  )
}
