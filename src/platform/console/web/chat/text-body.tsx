// A plain text: people's words as they stand, with mentions marked; the bot's with the few styles a text may have.

import type { ComponentChildren } from 'preact'
import type { ConsoleMessage } from '../../protocol.ts'
import { toSafeUrl } from '../card/style.ts'
import { copy } from '../copy/shell.ts'
import { toPlainText } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { nameOf } from '../state/store.ts'

type Mentions = NonNullable<ConsoleMessage['mentions']>

const pattern =
  /(@_user_\d+|@_all)|<at user_id="([^"]+)">([^<]*)<\/at>|<(b|i|u|s)>([\s\S]*?)<\/\4>|\[([^\]]+)\]\((https?:[^)\s]+)\)|(https?:\/\/[^\s<>"]+)/g

export function TextBody({ message }: { readonly message: ConsoleMessage }) {
  const text = toPlainText(message)
  return <div class="bubble text-body">{toParts(text, message.mentions ?? [])}</div>
}

function toParts(text: string, mentions: Mentions): readonly ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index), toPart(match, mentions))
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}

function toPart(match: RegExpExecArray, mentions: Mentions): ComponentChildren {
  const [whole, key, openId, name, style, styled, label, href, bare] = match
  if (key !== undefined) {
    const mentioned = mentions.find((one) => one.key === key)
    if (key === '@_all') return <Mention name={t(copy.people)} />
    return mentioned === undefined ? whole : <Mention name={mentioned.name} />
  }
  if (openId !== undefined) return <Mention name={name || nameOf(openId)} />
  if (style !== undefined) return toStyled(style, toParts(styled ?? '', mentions))
  const url = toSafeUrl(href ?? bare)
  return url === undefined ? (
    whole
  ) : (
    <a href={url} target="_blank" rel="noreferrer">
      {label ?? url}
    </a>
  )
}

function Mention({ name }: { readonly name: string }) {
  return <span class="mention">@{name}</span>
}

function toStyled(style: string, parts: readonly ComponentChildren[]): ComponentChildren {
  if (style === 'b') return <strong>{parts}</strong>
  if (style === 'i') return <em>{parts}</em>
  return style === 'u' ? <u>{parts}</u> : <s>{parts}</s>
}
