// Sending files: kind by type, the platform's limits checked before a single byte travels.

import { copy } from '../copy/shell.ts'
import { type Conversation, mergeAnswer } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { sendFile } from '../state/server.ts'
import { type ChatWindow, showFailure, showToast } from '../state/window.ts'

/** What the platform hands on to a bot. */
const mostBytes = 100 * 1024 * 1024

function toKind(file: File): 'file' | 'image' | 'audio' {
  if (file.type.startsWith('image/')) return 'image'
  return file.type.startsWith('audio/') ? 'audio' : 'file'
}

/** Sends the files one behind the other; what cannot be sent is told and left out. */
export async function sendFiles(
  window: ChatWindow,
  conversation: Conversation,
  files: readonly File[],
): Promise<void> {
  for (const file of files) {
    const fault = file.size > mostBytes ? copy.tooLarge : file.size === 0 ? copy.emptyFile : null
    if (fault === null) await sendOne(window, conversation, file)
    else showToast(window, { type: 'error', content: `${file.name}: ${t(fault)}` })
  }
}

async function sendOne(window: ChatWindow, conversation: Conversation, file: File): Promise<void> {
  const { as, chatId: chat } = conversation
  const kind = toKind(file)
  try {
    const duration = kind === 'audio' ? { durationMs: await measureMs(file) } : {}
    const answer = await sendFile({ as, chat, kind, file, ...duration })
    mergeAnswer(conversation, answer)
  } catch (cause) {
    showFailure(window, cause)
  }
}

/** Length of a voice clip in milliseconds; 1 s where the browser cannot tell. */
async function measureMs(file: File): Promise<number> {
  const context = new AudioContext()
  try {
    const decoded = await context.decodeAudioData(await file.arrayBuffer())
    return Math.round(decoded.duration * 1000)
  } catch {
    // A format that this browser cannot play may still be one that the platform takes.
    return 1000
  } finally {
    await context.close()
  }
}
