// Words on a card. Every one of them is plain text to the platform, so that nothing that a person wrote is ever read as
// markup, a mention or a link; and none of them can hide or turn round what stands beside it.

import { inLanguage, type Words } from '../../../../cards/kit/index.ts'

/** How a text looks. */
export interface TextStyle {
  readonly size?: 'heading-1' | 'heading-2' | 'heading-3' | 'heading-4' | 'heading' | 'normal' | 'notation'
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly lines?: number
}

/** The platform's text object. */
export interface PlainText {
  readonly tag: 'plain_text'
  readonly content: string
  readonly [property: string]: unknown
}

// Signs that turn the direction of reading, that take no room, or that no screen can show. The two joiners stay: scripts
// and emoji are made with them.
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
/** More marks than this on one letter are no script but a tower. */
const TOWER = /(\p{M}{4})\p{M}+/gu

/** What nearly every text is made of: nothing in it needs a second look. */
const HARMLESS = /^[\n\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/

/** Text as it may be shown: well-formed, without signs that hide or turn it. */
export function clean(text: string): string {
  if (HARMLESS.test(text)) return text
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNSEEN, '').replace(TOWER, '$1')
}

/** Text of at most so many UTF-16 units; what is cut off leaves an ellipsis. */
export function cutTo(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}

/** Words in both languages, cleaned and no longer than allowed. */
function toBothTexts(
  words: Words,
  length = Number.POSITIVE_INFINITY,
): { readonly zh: string; readonly en: string } {
  return {
    zh: cutTo(clean(inLanguage(words, 'zh')), length),
    en: cutTo(clean(inLanguage(words, 'en')), length),
  }
}

/** Content in the first language, and in both where they differ. */
export function toContent(
  words: Words,
  length?: number,
): { readonly content: string; readonly i18n_content?: object } {
  const { zh, en } = toBothTexts(words, length)
  return zh === en ? { content: zh } : { content: zh, i18n_content: { zh_cn: zh, en_us: en } }
}

/** A text object. */
export function toPlainText(words: Words, style: TextStyle = {}, length?: number): PlainText {
  return {
    tag: 'plain_text',
    ...toContent(words, length),
    ...(style.size ? { text_size: style.size } : {}),
    ...(style.color ? { text_color: style.color } : {}),
    ...(style.align ? { text_align: style.align } : {}),
    ...(style.lines ? { lines: style.lines } : {}),
  }
}

/** Both languages on one line, where the platform takes one text only. */
export function toOneText(words: Words, length?: number): string {
  const { zh, en } = toBothTexts(words)
  return cutTo(zh === en ? zh : `${zh} / ${en}`, length ?? Number.POSITIVE_INFINITY)
}

/** Whether there is nothing to be seen of the words, in either language. */
export function isBlank(words: Words): boolean {
  const { zh, en } = toBothTexts(words)
  return zh.trim() === '' && en.trim() === ''
}
