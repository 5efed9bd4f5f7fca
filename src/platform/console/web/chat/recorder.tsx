// Voice: recorded with the microphone, or chosen as a file.

import { Mic, Square, Volume2 } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { Icon } from '../shell/icon.tsx'
import type { Conversation } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { type ChatWindow, showToast } from '../state/window.ts'
import { sendFiles } from './send-files.ts'

interface Props {
  readonly window: ChatWindow
  readonly conversation: Conversation
}

export function Recorder({ window, conversation }: Props) {
  const recorder = useRef<MediaRecorder | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [isRecording, setRecording] = useState(false)
  useEffect(() => () => recorder.current?.stop(), [])
  const start = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      recorder.current = record(stream, (clip) => void sendFiles(window, conversation, [clip]))
      setRecording(true)
    } catch {
      showToast(window, { type: 'warning', content: t(copy.noMicrophone) })
    }
  }
  const stop = () => {
    recorder.current?.stop()
    recorder.current = null
    setRecording(false)
  }
  const words = t(isRecording ? copy.stopRecording : copy.record)
  return (
    <>
      {isRecording && (
        <span class="recording" role="status">
          {t(copy.recording)}
        </span>
      )}
      <button
        type="button"
        class={`icon-button ${isRecording ? 'is-recording' : ''}`}
        aria-label={words}
        title={words}
        onClick={() => (isRecording ? stop() : void start())}
      >
        <Icon shape={isRecording ? Square : Mic} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t(copy.chooseVoice)}
        title={t(copy.chooseVoice)}
        onClick={() => picker.current?.click()}
      >
        <Icon shape={Volume2} />
      </button>
      <input
        ref={picker}
        type="file"
        accept="audio/*"
        hidden
        onChange={(event) => {
          void sendFiles(window, conversation, [...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Records until it is stopped, then hands over the clip and gives the microphone back. */
function record(stream: MediaStream, onClip: (clip: File) => void): MediaRecorder {
  const pieces: Blob[] = []
  const recorder = new MediaRecorder(stream)
  recorder.ondataavailable = (event) => pieces.push(event.data)
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop()
    const type = recorder.mimeType.split(';')[0] ?? 'audio/webm'
    onClip(new File(pieces, `voice.${type.split('/')[1] ?? 'webm'}`, { type }))
  }
  recorder.start()
  return recorder
}
