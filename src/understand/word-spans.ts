// Where the words of the language begin and end in a Chinese text, by the platform's own dictionary.

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where the words of a text stand. */
export interface WordSpans {
  /** Whether one word covers both the character at `from` and the one at `to`. */
  joins(from: number, to: number): boolean
}

/** Finds the words of a text. */
export function spanWords(text: string): WordSpans {
  const starts: number[] = []
  for (const { index, segment } of SEGMENTER.segment(text))
    for (let i = 0; i < segment.length; i += 1) starts[index + i] = index
  return { joins: (from, to) => from >= 0 && to < starts.length && starts[from] === starts[to] }
}
