// The tree of a card: what people see, said without any word of a chat platform.
// Every text in it is shown as it stands and never read as markup, mention or link; see docs on injection.

import type { Words } from './words.ts'

/** Values that survive a round through JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** What a press starts: the name of an action and its input. A hint, never an authority. */
export interface Press {
  readonly action: string
  readonly input: JsonObject
}

export interface Button {
  readonly label: Words
  readonly press: Press
  readonly tone?: 'primary' | 'danger' | 'plain'
  /** Asked by the client before the press is sent. */
  readonly confirm?: { readonly title: Words; readonly text: Words }
}

/** Colour of meaning: what the reader should feel before reading. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger' | 'muted'

export interface Tag {
  readonly text: Words
  readonly tone?: Tone
}

export interface Fact {
  readonly label: Words
  readonly value: Words
  readonly tone?: Tone
  /** The value was guessed, not said: it is marked so that the reader looks at it. */
  readonly guessed?: boolean
}

export interface ListItem {
  readonly title: Words
  readonly detail?: Words
  /** Small print below the detail, for instance a date. */
  readonly note?: Words
  readonly tags?: readonly Tag[]
  readonly buttons?: readonly Button[]
}

export interface Option {
  readonly label: Words
  readonly value: string
}

interface FieldBase {
  /** Key under which the value comes back in the action's form. */
  readonly name: string
  readonly label: Words
  readonly required?: boolean
  readonly placeholder?: Words
  /** The value was guessed, not said. */
  readonly guessed?: boolean
}

/** A field of a form. Dates are `2026-11-25`, times `14:00`, moments `2026-11-25 14:00`, all in the bank's zone. */
export type Field =
  | (FieldBase & { readonly field: 'line' | 'lines'; readonly value?: string; readonly maxLength?: number })
  | (FieldBase & { readonly field: 'date' | 'time' | 'moment'; readonly value?: string })
  | (FieldBase & { readonly field: 'choice'; readonly options: readonly Option[]; readonly value?: string })
  | (FieldBase & {
      readonly field: 'choices'
      readonly options: readonly Option[]
      readonly value?: readonly string[]
    })

export interface Column {
  readonly name: string
  readonly title: Words
  readonly kind?: 'text' | 'number'
}

export interface Chart {
  readonly form: 'bar' | 'rows' | 'line' | 'ring' | 'funnel'
  readonly title: Words
  readonly values: readonly { readonly label: Words; readonly value: number; readonly series?: Words }[]
}

/** One element of a card. */
export type Node =
  | {
      readonly node: 'text'
      readonly text: Words
      readonly tone?: Tone
      readonly size?: 'normal' | 'large' | 'small'
    }
  | { readonly node: 'quote'; readonly text: string }
  | { readonly node: 'facts'; readonly facts: readonly Fact[] }
  | { readonly node: 'list'; readonly items: readonly ListItem[] }
  | {
      readonly node: 'figures'
      readonly figures: readonly {
        readonly label: Words
        readonly value: Words
        readonly note?: Words
        readonly tone?: Tone
      }[]
    }
  | {
      readonly node: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly { readonly [name: string]: Words | number }[]
      readonly pageSize?: number
    }
  | { readonly node: 'chart'; readonly chart: Chart }
  | { readonly node: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly node: 'select'
      readonly name: string
      readonly placeholder: Words
      readonly options: readonly Option[]
      readonly press: Press
    }
  | {
      readonly node: 'form'
      readonly name: string
      readonly fields: readonly Field[]
      readonly buttons: readonly Button[]
    }
  | {
      readonly node: 'panel'
      readonly title: Words
      readonly open?: boolean
      readonly nodes: readonly Node[]
    }
  | { readonly node: 'people'; readonly accounts: readonly string[] }
  | {
      /** A square picture. It is not kept: a card that holds one needs a form without it for everything that comes later. */
      readonly node: 'picture'
      /** Base64 of a GIF or PNG. */
      readonly bytes: string
      /** What it shows, for whoever does not see it. */
      readonly alt: Words
      /** Under which the chat platform holds it, once it was uploaded; set by the platform's side alone. */
      readonly key?: string
    }
  | { readonly node: 'divider' }

/** A whole card. */
export interface Card {
  readonly heading: {
    readonly title: Words
    readonly subtitle?: Words
    readonly tone?: Tone
    readonly tags?: readonly Tag[]
  }
  /** Line in the chat list and on a lock screen: neutral words, never customer data. */
  readonly summary: Words
  readonly nodes: readonly Node[]
}

/** A card with the title under which the gallery shows it; each file of cards exports its own. */
export interface Sample {
  readonly name: string
  readonly card: Card
}
