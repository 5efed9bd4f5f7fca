// The bot's clock, and the four ways to move it.

import { AlarmClock, Clock, FastForward, Sunrise, Undo2 } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { placeBeside } from '../card/popover.ts'
import { copy } from '../copy/shell.ts'
import { botNow, formatInstant } from '../state/clock.ts'
import { t } from '../state/preferences.ts'
import { type ClockMove, moveClock } from '../state/server.ts'
import { consoleState, offsetMs } from '../state/store.ts'
import { activeWindow, showFailure, windows } from '../state/window.ts'
import { Icon } from './icon.tsx'

const moves = [
  { words: copy.hour, icon: FastForward, move: { advance: 'PT1H' } },
  { words: copy.next, icon: AlarmClock, move: { to: 'next' } },
  { words: copy.morning, icon: Sunrise, move: { to: 'morning' } },
  { words: copy.now, icon: Undo2, move: { set: null } },
] as const

const shownMoveMs = 1_000

export function TimeMachine() {
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [isOpen, setOpen] = useState(false)
  if (consoleState.value === null) return <div class="clock" />
  const now = botNow()
  const isMoved = Math.abs(offsetMs.value) > shownMoveMs
  const open = () => {
    if (opener.current === null || panel.current === null) return
    panel.current.togglePopover()
    placeBeside(opener.current, panel.current)
  }
  const go = async (move: ClockMove) => {
    setBusy(true)
    try {
      const answer = await moveClock(move)
      offsetMs.value = answer.offsetMs
    } catch (cause) {
      const window = windows.value[activeWindow.value] ?? windows.value[0]
      if (window !== undefined) showFailure(window, cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="clock">
      <button
        ref={opener}
        type="button"
        class={`clock-button ${isMoved ? 'is-moved' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={open}
      >
        <Icon shape={Clock} size={16} />
        <span class="clock-day">
          {formatInstant(now, { month: 'short', day: 'numeric', weekday: 'short' })}
        </span>
        <time dateTime={new Date(now).toISOString()}>
          {formatInstant(now, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}
        </time>
        {isMoved && <span class="clock-moved">{t(copy.clockMoved)}</span>}
      </button>
      <div
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label={t(copy.clock)}
        class="choice-popover clock-panel"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <p class="quiet">
          {t(copy.clock)} · {t(copy.clockHint)}
        </p>
        {moves.map(({ words, icon, move }) => (
          <button
            key={words.en}
            type="button"
            class="choice-item"
            disabled={isBusy}
            onClick={() => void go(move)}
          >
            <Icon shape={icon} size={16} />
            <span>{t(words)}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
