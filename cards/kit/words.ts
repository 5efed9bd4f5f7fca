// Words that a person reads. Ours stand in both languages; what people wrote stands as they wrote it.

/** The languages in which the bot speaks. */
export type Language = 'zh' | 'en'

/** Words of ours: always complete in both languages. */
export interface BothLanguages {
  readonly zh: string
  readonly en: string
}

/** Words on a card: ours in both languages, or a name, number or text that reads the same in each. */
export type Words = string | BothLanguages

/**
 * Pairs the Chinese and the English form of a sentence.
 * @example say('已完成', 'Done')
 */
export function say(zh: string, en: string): BothLanguages {
  return { zh, en }
}

/** The form of the words for a reader of one language. */
export function inLanguage(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language]
}

/**
 * Puts words one behind the other, in both languages.
 * @example join([name, say('的跟进', "'s follow-ups")])
 */
export function join(parts: readonly Words[], separator: Words = ''): BothLanguages {
  const inOne = (language: Language) =>
    parts.map((part) => inLanguage(part, language)).join(inLanguage(separator, language))
  return { zh: inOne('zh'), en: inOne('en') }
}
