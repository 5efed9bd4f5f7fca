// What a message says, whatever its form: one plain text and the files that hang on it. The content is JSON inside of
// JSON, and a person's words in it are words, never placeholders beyond those that the platform announced.

import { z } from 'zod'
import type { Attachment } from '../../../core/inbound.ts'
import { LIMITS } from '../limits.ts'
import { parseStrictJson } from '../strict-json.ts'
import { Post, readPost } from './post.ts'
import { type KeyedMention, nameMentions, type Said } from './said.ts'

type Reader = (content: unknown, mentions: readonly KeyedMention[]) => Said | null

const Text = z.object({ text: z.string() })
const Image = z.object({ image_key: z.string().min(1) })
const File = z.object({
  file_key: z.string().min(1),
  file_name: z.string().nullish(),
  duration: z.number().nonnegative().nullish(),
})
const Location = z.object({ name: z.string().nullish() })

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['text', defineReader(Text, ({ text }, mentions) => says(nameMentions(text, mentions)))],
  ['post', defineReader(Post, (post, mentions) => readPost(post, (text) => nameMentions(text, mentions)))],
  ['image', defineReader(Image, ({ image_key }) => holds({ kind: 'image', key: image_key }))],
  ['file', defineReader(File, (file) => holds(toAttachment('file', file)))],
  ['audio', defineReader(File, (file) => holds(toAttachment('audio', file)))],
  ['media', defineReader(File, (file) => holds(toAttachment('video', file)))],
  ['location', defineReader(Location, ({ name }) => says(name ?? ''))],
])

/** Reads a message's content; null where it is not what its type promises. A type that says nothing has no words. */
export function readContent(type: string, content: string, mentions: readonly KeyedMention[]): Said | null {
  const reader = READERS.get(type)
  if (reader === undefined) return says('')
  const parsed = parseStrictJson(content, LIMITS.jsonDepth)
  return parsed.ok ? reader(parsed.value, mentions) : null
}

function defineReader<Form>(
  form: z.ZodType<Form>,
  read: (content: Form, mentions: readonly KeyedMention[]) => Said,
): Reader {
  return (content, mentions) => {
    const parsed = form.safeParse(content)
    return parsed.success ? read(parsed.data, mentions) : null
  }
}

function says(text: string): Said {
  return { text, attachments: [] }
}

function holds(attachment: Attachment): Said {
  return { text: '', attachments: [attachment] }
}

function toAttachment(kind: Attachment['kind'], file: z.infer<typeof File>): Attachment {
  return {
    kind,
    key: file.file_key,
    ...(file.file_name ? { name: file.file_name } : {}),
    ...(typeof file.duration === 'number' ? { durationMs: file.duration } : {}),
  }
}
