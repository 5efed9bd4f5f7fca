// A text object: plain words as they stand, or the platform's markdown.

import type { CSSProperties } from 'preact'
import { language } from '../state/preferences.ts'
import { type TextObject, toWords } from './json.ts'
import { Markdown } from './markdown.tsx'
import { useCard, useColour } from './scope.ts'
import { toTextSize } from './style.ts'

/** The words alone, where the text stands inside something that has its own style. */
export function Text({ text }: { readonly text: TextObject | undefined }) {
  const words = toWords(text, language.value)
  if (text?.tag === 'lark_md' || text?.tag === 'markdown') return <Markdown content={words} inline />
  return <>{words}</>
}

/** The words with size, colour, alignment and at most so many lines. */
export function StyledText({ text }: { readonly text: TextObject }) {
  const { card } = useCard()
  const toColour = useColour()
  const style: CSSProperties = {
    fontSize: toTextSize(text.text_size, card),
    textAlign: text.text_align,
    color: text.tag === 'plain_text' ? toColour(text.text_color) : undefined,
    ...(text.lines === undefined ? {} : { WebkitLineClamp: text.lines }),
  }
  const classes = ['card-text']
  if (text.text_size === 'notation' && text.text_color === undefined) classes.push('is-notation')
  if (text.text_size?.startsWith('heading')) classes.push('is-heading')
  if (text.lines !== undefined) classes.push('is-clamped')
  return (
    <div class={classes.join(' ')} style={style}>
      <Text text={text} />
    </div>
  )
}
