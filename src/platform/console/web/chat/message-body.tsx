// What a message holds, by its type: text, rich text, card, picture, file, voice, video.

import { useCallback } from 'preact/hooks'
import type { ConsoleMessage } from '../../protocol.ts'
import { Card } from '../card/card.tsx'
import type { Press } from '../card/scope.ts'
import { copy } from '../copy/shell.ts'
import { showPicture } from '../shell/picture.tsx'
import type { Conversation } from '../state/conversation.ts'
import { mergeAnswer } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { click, toResourceUrl } from '../state/server.ts'
import { chats } from '../state/store.ts'
import { type ChatWindow, showFailure, showToast } from '../state/window.ts'
import { FileBody } from './file-body.tsx'
import { PostBody } from './post-body.tsx'
import { TextBody } from './text-body.tsx'
import { VoiceBody } from './voice-body.tsx'

interface Props {
  readonly message: ConsoleMessage
  readonly window: ChatWindow
  readonly conversation: Conversation
}

export function MessageBody({ message, window, conversation }: Props) {
  // The guarantee behind the casts: `content` follows `msgType`, as the stand-in checked before it took the message.
  const content = message.content as { readonly [key: string]: unknown }
  switch (message.msgType) {
    case 'text':
      return <TextBody message={message} />
    case 'post':
      return <PostBody content={message.content} mentions={message.mentions ?? []} />
    case 'interactive':
      return <CardBody message={message} window={window} conversation={conversation} />
    case 'image':
      return <PictureBody url={toResourceUrl(String(content['image_key']))} />
    case 'file':
      return (
        <FileBody
          name={String(content['file_name'] ?? '')}
          url={toResourceUrl(String(content['file_key']))}
        />
      )
    case 'audio':
      return (
        <VoiceBody
          url={toResourceUrl(String(content['file_key']))}
          durationMs={Number(content['duration'] ?? 0)}
        />
      )
    case 'media':
      // The platform sends no subtitles with a video, so there is no track to offer.
      return (
        <video
          class="video-body"
          controls
          src={toResourceUrl(String(content['file_key']))}
          aria-label={t(copy.video)}
        />
      )
    default:
      return message.msgType satisfies never
  }
}

function CardBody({ message, window, conversation }: Props) {
  const members = chats.value.find((chat) => chat.chatId === message.chatId)?.members ?? []
  const press = useCallback(
    async (pressed: Press) => {
      try {
        const answer = await click({ as: window.as.value, messageId: message.messageId, ...pressed })
        if (answer.toast !== undefined) showToast(window, answer.toast)
        else if (answer.code !== undefined && answer.code !== 0)
          showFailure(window, new Error(`code ${answer.code}`))
        mergeAnswer(conversation, answer)
      } catch (cause) {
        showFailure(window, cause)
      }
    },
    [message.messageId, window, conversation],
  )
  return <Card content={message.content} members={members} onPress={press} />
}

function PictureBody({ url }: { readonly url: string }) {
  return (
    <button
      type="button"
      class="picture-body"
      aria-label={t(copy.picture)}
      onClick={() => showPicture(url, '')}
    >
      <img src={url} alt="" />
    </button>
  )
}
