// What a person set for the page itself: language, appearance, and hints already seen. Kept in this browser.

import { effect, signal } from '@preact/signals'
import { inLanguage, type Language, type Words } from '../../../../../cards/kit/words.ts'

export type Theme = 'system' | 'light' | 'dark'

const prefix = 'larkspur.console.'

/** Reads a kept value; null where there is none or the browser keeps nothing. */
export function findKept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    // A browser that forbids storage still shows the page; it only forgets.
    return null
  }
}

/** Keeps a value for the next visit, or forgets it when it is null. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch {
    // As above: nothing is lost that the page needs.
  }
}

function initialLanguage(): Language {
  const kept = findKept('language')
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function initialTheme(): Theme {
  const kept = findKept('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Language of the page, and of the words picked from a card. */
export const language = signal<Language>(initialLanguage())
export const theme = signal<Theme>(initialTheme())

const darkQuery = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(darkQuery.matches)

/** Whether the page is dark now, whoever decided it. */
export function isDark(): boolean {
  return theme.value === 'system' ? systemIsDark.value : theme.value === 'dark'
}

/** Writes language and appearance to the document, now and whenever they change. */
export function applyPreferences(): void {
  darkQuery.addEventListener('change', (event) => {
    systemIsDark.value = event.matches
  })
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    keep('language', language.value)
  })
  effect(() => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light'
    keep('theme', theme.value === 'system' ? null : theme.value)
  })
}

/** The words in the language of the page; a component that calls it is drawn anew when the language changes. */
export function t(words: Words): string {
  return inLanguage(words, language.value)
}
