// The coloured band on top of a card: icon, title, subtitle, up to three tags.

import { language } from '../state/preferences.ts'
import { CardIcon } from './card-icon.tsx'
import { type Header, pick, type TextTag } from './json.ts'
import { toSpacing } from './style.ts'
import { Text } from './text.tsx'
import { Tag } from './text-tag.tsx'

const templates = new Set(
  'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' '),
)

export function CardHeader({ header }: { readonly header: Header }) {
  const template = templates.has(header.template ?? '') ? header.template : 'default'
  const tags: readonly TextTag[] = pick(header.text_tag_list ?? [], header.i18n_text_tag_list, language.value)
  return (
    <header class={`card-header template-${template}`} style={{ padding: toSpacing(header.padding) }}>
      {header.icon !== undefined && <CardIcon icon={header.icon} size={20} />}
      <div class="card-header-words">
        <div class="card-title-line">
          <h3 class="card-title">
            <Text text={header.title} />
          </h3>
          {tags.slice(0, 3).map((tag, index) => (
            <Tag key={index} color={tag.color ?? 'neutral'}>
              <Text text={tag.text} />
            </Tag>
          ))}
        </div>
        {header.subtitle !== undefined && (
          <p class="card-subtitle">
            <Text text={header.subtitle} />
          </p>
        )}
      </div>
    </header>
  )
}
