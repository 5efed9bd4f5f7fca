// A voice message: play, pause, and how long it is.

import { Pause, Play } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'

const bars = [5, 9, 14, 8, 12, 16, 10, 6, 11, 15, 9, 5, 8, 12, 7]

export function VoiceBody({ url, durationMs }: { readonly url: string; readonly durationMs: number }) {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [done, setDone] = useState(0)
  const toggle = () => {
    const element = audio.current
    if (element === null) return
    if (element.paused) void element.play().catch(() => setPlaying(false))
    else element.pause()
  }
  const onTimeUpdate = () => {
    const element = audio.current
    if (element !== null) setDone((element.currentTime * 1000) / Math.max(durationMs, 1))
  }
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  return (
    <div class="bubble voice-body" style={{ '--voice-width': `${Math.min(260, 120 + seconds * 4)}px` }}>
      <button
        type="button"
        class="voice-button"
        aria-label={t(isPlaying ? copy.pause : copy.play)}
        onClick={toggle}
      >
        <Icon shape={isPlaying ? Pause : Play} size={16} />
      </button>
      <span class="voice-bars" aria-hidden="true">
        {bars.map((height, index) => (
          <i
            key={index}
            class={index / bars.length < done ? 'is-done' : ''}
            style={{ height: `${height}px` }}
          />
        ))}
      </span>
      <span>{seconds}″</span>
      {/* A voice message has no captions; what was understood of it stands in the bot's answer. */}
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setDone(0)}
        onTimeUpdate={onTimeUpdate}
      />
    </div>
  )
}
