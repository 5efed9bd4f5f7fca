// The page of the chat client: bar on top, one or two windows below, the dialogs over all.

import { useEffect } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { startClock } from '../state/clock.ts'
import { startLive } from '../state/live.ts'
import { t } from '../state/preferences.ts'
import { connection, consoleState } from '../state/store.ts'
import { activeWindow, openWindows, windows } from '../state/window.ts'
import { PictureDialog } from './picture.tsx'
import { QuestionDialog } from './question.tsx'
import { TopBar } from './top-bar.tsx'
import { WindowPane } from './window-pane.tsx'

export function App() {
  const state = consoleState.value
  const isReady = state !== null
  useEffect(() => {
    startClock()
    void startLive()
  }, [])
  useEffect(() => {
    if (isReady) openWindows()
  }, [isReady])
  useEffect(() => {
    addEventListener('keydown', openFinder)
    return () => removeEventListener('keydown', openFinder)
  }, [])
  return (
    <>
      <TopBar />
      {connection.value === 'lost' && (
        <div class="lost" role="status">
          <span class="lost-dot" />
          {t(copy.lost)} <span class="quiet">{t(copy.lostHint)}</span>
        </div>
      )}
      <main class={`windows is-${windows.value.length}`}>
        {!isReady && (
          <p class="page-loading" role="status">
            {t(copy.loading)}
          </p>
        )}
        {windows.value.map((window) => (
          <WindowPane key={window.id} window={window} />
        ))}
      </main>
      <QuestionDialog />
      <PictureDialog />
    </>
  )
}

function openFinder(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  const window = windows.value[activeWindow.value] ?? windows.value[0]
  if (window !== undefined) window.isFinding.value = true
}
