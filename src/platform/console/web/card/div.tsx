// The `div` component: a text with an icon, and label/value pairs in one or two columns.

import { CardIcon } from './card-icon.tsx'
import type { ElementProps } from './element.tsx'
import type { Component, IconObject, TextObject } from './json.ts'
import { toMarginStyle, toWidth } from './style.ts'
import { StyledText } from './text.tsx'

interface DivNode extends Component {
  readonly text?: TextObject
  readonly icon?: IconObject
  readonly width?: string
  readonly fields?: readonly { readonly is_short?: boolean; readonly text: TextObject }[]
}

export function Div({ node }: ElementProps<DivNode>) {
  return (
    <div style={{ ...toMarginStyle(node), width: toWidth(node.width) }}>
      {node.text !== undefined && (
        <div class="with-icon">
          {node.icon !== undefined && <CardIcon icon={node.icon} />}
          <StyledText text={node.text} />
        </div>
      )}
      {node.fields !== undefined && (
        <div class="card-fields">
          {node.fields.map((field, index) => (
            <div key={index} class={field.is_short === true ? 'is-short' : ''}>
              <StyledText text={field.text} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
