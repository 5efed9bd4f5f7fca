// The `markdown` component: a block of the platform's markdown with size, alignment and icon.

import { language } from '../state/preferences.ts'
import { CardIcon } from './card-icon.tsx'
import type { ElementProps } from './element.tsx'
import type { Component, I18n, IconObject } from './json.ts'
import { pick } from './json.ts'
import { Markdown } from './markdown.tsx'
import { useCard } from './scope.ts'
import { toMarginStyle, toTextSize } from './style.ts'

interface MarkdownNode extends Component {
  readonly content: string
  readonly i18n_content?: I18n
  readonly text_size?: string
  readonly text_align?: 'left' | 'center' | 'right'
  readonly icon?: IconObject
}

export function MarkdownElement({ node }: ElementProps<MarkdownNode>) {
  const { card } = useCard()
  const style = {
    ...toMarginStyle(node),
    fontSize: toTextSize(node.text_size, card),
    textAlign: node.text_align,
  }
  return (
    <div class={`with-icon ${node.text_size === 'notation' ? 'is-notation' : ''}`} style={style}>
      {node.icon !== undefined && <CardIcon icon={node.icon} />}
      <Markdown content={pick(node.content, node.i18n_content, language.value)} />
    </div>
  )
}
