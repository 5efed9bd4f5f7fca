// The shapes of Card JSON 2.0 as the page reads them. Everything optional: the platform has defaults for nearly all.

import type { Language } from '../../../../../cards/kit/words.ts'

/** Words by the platform's language names (`zh_cn`, `en_us`). */
export interface I18n<Value = string> {
  readonly zh_cn?: Value
  readonly en_us?: Value
  readonly [language: string]: Value | undefined
}

export interface TextObject {
  readonly tag?: 'plain_text' | 'lark_md' | 'markdown'
  readonly content?: string
  readonly i18n_content?: I18n
  readonly text_size?: string
  readonly text_color?: string
  readonly text_align?: 'left' | 'center' | 'right'
  readonly lines?: number
  readonly icon?: IconObject
}

export interface IconObject {
  readonly tag?: 'standard_icon' | 'custom_icon'
  readonly token?: string
  readonly color?: string
  readonly img_key?: string
  readonly size?: string
}

interface Confirm {
  readonly title: TextObject
  readonly text?: TextObject
}

export interface Links {
  readonly url?: string
  readonly default_url?: string
  readonly pc_url?: string
}

export type Behavior =
  | { readonly type: 'callback'; readonly value?: unknown }
  | ({ readonly type: 'open_url' } & Links)

/** What every component may carry. */
export interface Component {
  readonly tag: string
  readonly element_id?: string
  readonly margin?: string
}

/** What every component that can be operated may carry. */
export interface Interactive extends Component {
  readonly name?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly disabled_tips?: TextObject
  readonly hover_tips?: TextObject
  readonly confirm?: Confirm
  readonly behaviors?: readonly Behavior[]
  readonly placeholder?: TextObject
  readonly width?: string
}

/** How a container lays its elements out. */
export interface Layout {
  readonly direction?: 'vertical' | 'horizontal'
  readonly padding?: string
  readonly vertical_spacing?: string
  readonly horizontal_spacing?: string
  readonly vertical_align?: 'top' | 'center' | 'bottom'
  readonly horizontal_align?: 'left' | 'center' | 'right'
}

export interface Option {
  readonly text?: TextObject
  readonly value: string
  readonly icon?: IconObject
  readonly multi_url?: Links
}

export interface TextTag {
  readonly tag?: 'text_tag'
  readonly text?: TextObject
  readonly color?: string
}

export interface Header {
  readonly title: TextObject
  readonly subtitle?: TextObject
  readonly template?: string
  readonly icon?: IconObject
  readonly padding?: string
  readonly text_tag_list?: readonly TextTag[]
  readonly i18n_text_tag_list?: I18n<readonly TextTag[]>
}

export interface CardJson {
  readonly schema?: string
  readonly config?: {
    readonly width_mode?: 'default' | 'compact' | 'fill'
    readonly summary?: TextObject
    readonly style?: {
      readonly text_size?: {
        readonly [name: string]: { readonly default?: string; readonly pc?: string; readonly mobile?: string }
      }
      readonly color?: {
        readonly [name: string]: { readonly light_mode?: string; readonly dark_mode?: string }
      }
    }
  }
  readonly card_link?: Links
  readonly header?: Header
  readonly body?: Layout & { readonly elements?: readonly Component[] }
}

/** The value for the reader's language, else English, else any: the platform's own order. */
export function pick<Value>(value: Value, i18n: I18n<Value> | undefined, language: Language): Value {
  if (i18n === undefined) return value
  const wanted = i18n[language === 'zh' ? 'zh_cn' : 'en_us']
  return wanted ?? value ?? i18n.en_us ?? Object.values(i18n)[0] ?? value
}

/** The words of a text object for a reader of one language. */
export function toWords(text: TextObject | undefined, language: Language): string {
  return text === undefined ? '' : (pick(text.content, text.i18n_content, language) ?? '')
}
