// The bar on top: name, clock of the bot, windows, language, appearance.

import { Columns2, Images, Languages, Monitor, Moon, Square, Sun } from 'lucide'
import { copy } from '../copy/shell.ts'
import { language, type Theme, t, theme } from '../state/preferences.ts'
import { toggleSplit, windows } from '../state/window.ts'
import { Icon } from './icon.tsx'
import { TimeMachine } from './time-machine.tsx'

const themeOrder: readonly Theme[] = ['system', 'light', 'dark']
const themeIcons = { system: Monitor, light: Sun, dark: Moon }

export function TopBar() {
  const isSplit = windows.value.length > 1
  return (
    <header class="top-bar">
      <a class="brand" href="/console">
        <img src={markUrl} alt="" width="26" height="26" />
        <h1 class="brand-name">{t(copy.appName)}</h1>
        <span class="brand-demo">{t(copy.demo)}</span>
      </a>
      <TimeMachine />
      <div class="top-actions">
        <button
          type="button"
          class="icon-button split-button"
          aria-pressed={isSplit}
          title={t(isSplit ? copy.oneWindow : copy.split)}
          aria-label={t(copy.split)}
          onClick={toggleSplit}
        >
          <Icon shape={isSplit ? Square : Columns2} />
        </button>
        <a
          class="icon-button gallery-button"
          href="/console/cards"
          title={t(copy.gallery)}
          aria-label={t(copy.gallery)}
        >
          <Icon shape={Images} />
        </a>
        <PreferenceButtons />
      </div>
    </header>
  )
}

const markUrl = new URL('../mark.svg', import.meta.url).href

/** Switches of language and appearance, on every page alike. */
export function PreferenceButtons() {
  const following = themeOrder[(themeOrder.indexOf(theme.value) + 1) % themeOrder.length] ?? 'system'
  const themeName = `${t(copy.theme)}: ${t(copy.themes[theme.value])}`
  return (
    <>
      <button
        type="button"
        class="icon-button has-label"
        lang={language.value === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => {
          language.value = language.value === 'zh' ? 'en' : 'zh'
        }}
      >
        <Icon shape={Languages} />
        <span>{t(copy.otherLanguage)}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        title={themeName}
        aria-label={themeName}
        onClick={() => {
          theme.value = following
        }}
      >
        <Icon shape={themeIcons[theme.value]} />
      </button>
    </>
  )
}
