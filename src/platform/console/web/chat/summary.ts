// One line that stands for a message: in the list of chats, in a quote, in a notice.

import type { ConsoleMessage } from '../../protocol.ts'
import type { CardJson } from '../card/json.ts'
import { toWords } from '../card/json.ts'
import { copy } from '../copy/shell.ts'
import { toTypedText } from '../state/conversation.ts'
import { language, t } from '../state/preferences.ts'

/** The line, in the language of the page. */
export function toSummary(message: ConsoleMessage): string {
  if (message.recalled === true) return t(copy.recalled)
  switch (message.msgType) {
    case 'text':
      return toTypedText(message)
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .slice(0, 120)
    case 'interactive':
      return toCardSummary(message.content as CardJson)
    case 'post':
      return toPostTitle(message.content)
    case 'image':
      return t(copy.picture)
    case 'file':
      return `${t(copy.file)} ${(message.content as { readonly file_name?: string }).file_name ?? ''}`
    case 'audio':
      return t(copy.voice)
    case 'media':
      return t(copy.video)
    default:
      return message.msgType satisfies never
  }
}

function toCardSummary(card: CardJson): string {
  const summary = toWords(card.config?.summary, language.value) || toWords(card.header?.title, language.value)
  return summary === '' ? t(copy.card) : summary
}

function toPostTitle(content: unknown): string {
  const post = content as {
    readonly title?: string
    readonly zh_cn?: { readonly title?: string }
    readonly en_us?: { readonly title?: string }
  }
  const localised = language.value === 'zh' ? (post.zh_cn ?? post.en_us) : (post.en_us ?? post.zh_cn)
  return localised?.title ?? post.title ?? ''
}
