// What card markdown refers to: people and images. Reads only what the platform reads as markup, so that a name
// which smuggles in a mention is found out, and one that is escaped is not.

/** People and images that a markdown text refers to, and how many tables stand in it. */
export interface MarkupReferences {
  readonly people: readonly string[]
  readonly images: readonly string[]
  readonly tables: number
}

const AT = /<at\b([^>]*)>/gi
const PERSON = /<person\b([^>]*)>/gi
const IMAGE = /!\[[^\]]*\]\(([^)\s]+)[^)]*\)/g
const TABLE_RULE = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)+\|?\s*$/gm

/** Finds what a markdown text refers to. What stands in `<raw>` is not markup. */
export function findReferences(content: string): MarkupReferences {
  const read = content.replace(/<raw>[\s\S]*?<\/raw>/gi, '')
  const mentioned = [...read.matchAll(AT)].flatMap(([, attributes = '']) => [
    ...attribute(attributes, 'id'),
    ...attribute(attributes, 'user_id'),
    ...attribute(attributes, 'ids').flatMap((ids) => ids.split(',')),
  ])
  const drawn = [...read.matchAll(PERSON)].flatMap(([, attributes = '']) => attribute(attributes, 'id'))
  return {
    people: [...mentioned, ...drawn].map((id) => id.trim()).filter((id) => id !== '' && id !== 'all'),
    images: [...read.matchAll(IMAGE)].map(([, key = '']) => key).filter((key) => !/^https?:/i.test(key)),
    tables: [...read.matchAll(TABLE_RULE)].length,
  }
}

function attribute(attributes: string, name: string): readonly string[] {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:'([^']*)'|"([^"]*)"|([^\\s'">]+))`, 'i').exec(
    attributes,
  )
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? [] : [value]
}
