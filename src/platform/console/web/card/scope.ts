// What the parts of one card share: the card itself, who looks at it, what a press does, the form around them.

import type { Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleClick } from '../../protocol.ts'
import { ask } from '../shell/question.tsx'
import { isDark, language } from '../state/preferences.ts'
import type { CardJson, Interactive } from './json.ts'
import { toWords } from './json.ts'
import { toColour } from './style.ts'

/** What a press says beyond who presses on which message. */
export type Press = Omit<ConsoleClick, 'as' | 'messageId'>

export interface CardScope {
  readonly card: CardJson
  /** Pointer of the component that waits for an answer, null while none does. */
  readonly busy: Signal<string | null>
  /** open_ids of the chat's people, offered where a person select has no options. */
  readonly members: readonly string[]
  readonly press: (press: Press) => Promise<void>
}

export type FormValue = string | boolean | readonly string[]

/** The form around a component: what was entered so far, and which required fields were missed. */
export interface FormScope {
  readonly values: Signal<{ readonly [name: string]: FormValue }>
  readonly missed: Signal<ReadonlySet<string>>
  readonly round: Signal<number>
  readonly submit: () => boolean
  readonly reset: () => void
  readonly require: (name: string) => void
}

export const CardContext = createContext<CardScope | null>(null)
export const FormContext = createContext<FormScope | null>(null)

/** The card around a component. */
export function useCard(): CardScope {
  const scope = useContext(CardContext)
  if (scope === null) throw new Error('A component stands outside a card')
  return scope
}

/** CSS colour of a platform colour on this card. */
export function useColour(): (value: string | undefined) => string | undefined {
  const { card } = useCard()
  const dark = isDark()
  return (value) => toColour(value, card, dark)
}

/** How the server finds a component: by name, by element_id, else by its place in the JSON. */
function toAddress(component: Interactive, pointer: string): string {
  return component.name || component.element_id || pointer
}

/** What an operated component does: asks where the card wants to be sure, then presses. Resolves to whether it did. */
export function usePress(
  component: Interactive,
  pointer: string,
): (more?: Omit<Press, 'element'>) => Promise<boolean> {
  const scope = useCard()
  return async (more = {}) => {
    const { confirm } = component
    if (scope.busy.value !== null) return false
    if (confirm !== undefined) {
      const sure = await ask({
        title: toWords(confirm.title, language.value),
        text: toWords(confirm.text, language.value),
      })
      if (!sure) return false
    }
    scope.busy.value = pointer
    try {
      await scope.press({ element: toAddress(component, pointer), ...more })
    } finally {
      scope.busy.value = null
    }
    return true
  }
}
