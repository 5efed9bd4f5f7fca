// Text objects and markdown, and the small objects made of them: confirm dialogs, options, tags.

import { isRecord } from '../json.ts'
import { byLanguage, type Kind, oneOf, record, required, type Shape, text, whole, wrong } from './kinds.ts'
import { across, colour, tagColour, textSize } from './look-kinds.ts'
import { findReferences } from './markup.ts'
import { CardProblem } from './problem.ts'
import { CARD_LIMITS, type Walk } from './walk.ts'

/** A text that the platform reads as markdown: what it refers to must exist. */
export const markup: Kind = (value, path, walk) => {
  text()(value, path, walk)
  const found = findReferences(String(value))
  for (const id of found.people) walk.checkPerson(id, path)
  for (const key of found.images) walk.checkImage(key, path)
  if (found.tables > CARD_LIMITS.markdownTables)
    throw new CardProblem(11310, 'card table number over limit', path)
}

function textShape(content: Kind): Shape {
  return {
    tag: required(text()),
    content: required(content),
    i18n_content: byLanguage(content),
    text_size: textSize,
    text_align: across,
    lines: whole(1, 100),
    element_id: text(20),
  }
}

/** A text object of some tags; the content of the plain one is at most so long. */
export function textObject(tags: readonly ('plain_text' | 'lark_md' | 'markdown')[], most?: number): Kind {
  const plain = record({ ...textShape(text(most)), text_color: colour })
  const marked = record(textShape(markup))
  return (value, path, walk) => {
    const tag = isRecord(value) ? value['tag'] : undefined
    if (!tags.some((each) => each === tag)) throw wrongTag(value, tags, path)
    walk.countElement(path)
    const kind = tag === 'plain_text' ? plain : marked
    kind(value, path, walk)
  }
}

function wrongTag(value: unknown, tags: readonly string[], path: string): CardProblem {
  return wrong(value, `a text object tagged ${tags.join(' or ')}`, path)
}

/** Text that is shown as it stands. */
export function plainText(most?: number): Kind {
  return textObject(['plain_text'], most)
}

/** The dialog that asks before a press is sent. */
export const confirm = record({ title: required(plainText()), text: plainText() })

/** A small coloured label. */
export const textTag: Kind = (value: unknown, path: string, walk: Walk) => {
  walk.countElement(path)
  record({
    tag: required(oneOf('text_tag')),
    text: required(plainText()),
    color: tagColour,
    element_id: text(20),
  })(value, path, walk)
}
