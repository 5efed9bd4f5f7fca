// Mentions in what a person types: `@name` becomes a placeholder in the text and an entry in the list, as in the real client.

import type { KeptMention } from '../memory/entries.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly openId: string
  /** Names under which the person is typed; the first is the one shown. */
  readonly names: readonly string[]
}

/** A text with its mentions taken out. */
export interface MentioningText {
  readonly text: string
  readonly mentions: readonly KeptMention[]
}

/**
 * Replaces each `@name` by a placeholder. Longer names are tried first, so that @张伟明 is not read as @张伟.
 * @example toMentions('@小云雀 你好', [{ openId: 'ou_bot', names: ['小云雀'] }]).text // '@_user_1 你好'
 */
export function toMentions(typed: string, people: readonly Mentionable[]): MentioningText {
  const names = people
    .flatMap((person) => person.names.map((name) => ({ name, person })))
    .sort((left, right) => right.name.length - left.name.length)
  if (names.length === 0) return { text: typed, mentions: [] }
  const pattern = new RegExp(`@(${names.map(({ name }) => toLiteral(name)).join('|')})`, 'giu')
  const mentions: KeptMention[] = []
  const text = typed.replace(pattern, (whole, name: string) => {
    const found = names.find((each) => each.name.toLowerCase() === name.toLowerCase())
    if (found === undefined) return whole
    return toPlaceholder(mentions, found.person)
  })
  return { text, mentions }
}

/** Puts a mention of somebody before a text, unless it is there already. */
export function withMention(text: MentioningText, person: Mentionable): MentioningText {
  if (text.mentions.some((mention) => mention.openId === person.openId)) return text
  const mentions = [...text.mentions]
  const key = toPlaceholder(mentions, person)
  return { text: `${key} ${text.text}`, mentions }
}

function toPlaceholder(mentions: KeptMention[], person: Mentionable): string {
  const known = mentions.find((mention) => mention.openId === person.openId)
  if (known !== undefined) return known.key
  const key = `@_user_${mentions.length + 1}`
  mentions.push({ key, openId: person.openId, name: person.names[0] ?? person.openId })
  return key
}

/** A name as a pattern that matches nothing but itself. */
function toLiteral(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
