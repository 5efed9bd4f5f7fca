// What a message says: words in which mentions have become names, and the files that hang on it.

import type { Attachment, Mention } from '../../../core/inbound.ts'

/** A message's words and files. */
export interface Said {
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/** A mention with the placeholder that stands for it in the text. */
export interface KeyedMention extends Mention {
  readonly key: string
}

/** Puts names in the place of mentions and takes the bot's own out, in one pass, so that no name is read again. */
export function nameMentions(text: string, mentions: readonly KeyedMention[]): string {
  if (!text.includes('@_')) return text.trim()
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]))
  const named = text.replace(/(@_user_\d+|@_all)([^\S\n]*)/g, (whole, key: string, space: string) => {
    const mention = byKey.get(key)
    if (mention?.bot) return ''
    if (mention !== undefined) return `@${mention.name}${space}`
    return key === '@_all' ? `@所有人${space}` : whole
  })
  return named.trim()
}
