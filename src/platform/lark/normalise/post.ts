// A message with headings, links and pictures, brought down to its words, line by line.

import { z } from 'zod'
import type { Attachment } from '../../../core/inbound.ts'
import type { Said } from './said.ts'

const Piece = z.object({
  tag: z.string(),
  text: z.string().nullish(),
  href: z.string().nullish(),
  user_id: z.string().nullish(),
  image_key: z.string().nullish(),
  file_key: z.string().nullish(),
})
type Piece = z.infer<typeof Piece>

/** The content of a post, in the one language in which it was written. */
export const Post = z.object({
  title: z.string().nullish(),
  // A piece of a new kind must not cost the rest of the message.
  content: z.array(z.array(Piece.nullable().catch(null))),
})

/** Flattens a post; `nameMentions` turns placeholders into names. */
export function readPost(
  { title, content }: z.infer<typeof Post>,
  nameMentions: (text: string) => string,
): Said {
  const pieces = content.map((line) => line.filter((piece) => piece !== null))
  const lines = pieces.map((line) => line.map(toText).join('').trimEnd())
  const written = [title ?? '', ...lines].filter((line) => line.trim() !== '').join('\n')
  return { text: nameMentions(written), attachments: pieces.flat().flatMap(toAttachments) }
}

function toText(piece: Piece): string {
  switch (piece.tag) {
    case 'text':
    case 'code_block':
    case 'md':
      return piece.text ?? ''
    case 'a':
      return piece.href && piece.href !== piece.text
        ? `${piece.text ?? ''} (${piece.href})`
        : (piece.text ?? '')
    case 'at':
      return piece.user_id === 'all' ? '@_all' : `${piece.user_id ?? ''} `
    default:
      return ''
  }
}

function toAttachments(piece: Piece): readonly Attachment[] {
  if (piece.tag === 'img' && piece.image_key) return [{ kind: 'image', key: piece.image_key }]
  if (piece.tag === 'media' && piece.file_key) return [{ kind: 'video', key: piece.file_key }]
  return []
}
