// The platform's own tags inside markdown: mention, person, colour, label, badge, link, local time.

import type { ComponentChildren } from 'preact'
import { copy } from '../copy/card.ts'
import { formatInstant } from '../state/clock.ts'
import { t } from '../state/preferences.ts'
import { nameOf } from '../state/store.ts'
import { Link } from './link.tsx'
import { decodeEntities, type LarkToken } from './markdown-tokens.ts'
import { PersonChip } from './person.tsx'
import { useColour } from './scope.ts'
import { Tag } from './text-tag.tsx'

const dateFormats: { readonly [type: string]: Intl.DateTimeFormatOptions } = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_short: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  week: { weekday: 'long' },
  week_short: { weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_sec: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  timezone: { timeZoneName: 'shortOffset', hour: '2-digit' },
}

/** Draws one tag; `children` is what stands inside of it. */
export function LarkTag({
  token,
  children,
}: {
  readonly token: LarkToken
  readonly children: ComponentChildren
}) {
  const { attributes } = token
  switch (token.tag) {
    case 'br':
      return <br />
    case 'hr':
      return <hr class="card-rule" />
    case 'raw':
      return <>{token.text}</>
    case 'at':
      return <Mention attributes={attributes} />
    case 'person':
      return (
        <PersonChip
          openId={attributes['id'] ?? ''}
          showName={attributes['show_name'] !== 'false'}
          showAvatar={attributes['show_avatar'] !== 'false'}
          isCapsule={attributes['style'] === 'capsule'}
          size="extra_small"
        />
      )
    case 'font':
      return <Font color={attributes['color']}>{children}</Font>
    case 'text_tag':
      return <Tag color={attributes['color'] ?? 'neutral'}>{children}</Tag>
    case 'number_tag':
      return <Badge token={token} />
    case 'local_datetime':
      return <LocalDatetime attributes={attributes} />
    default:
      return (
        <Link href={attributes['pc_url'] || attributes['url'] || attributes['href'] || ''}>{children}</Link>
      )
  }
}

function Mention({ attributes }: { readonly attributes: LarkToken['attributes'] }) {
  const ids = (attributes['ids'] ?? attributes['id'] ?? attributes['email'] ?? '').split(',')
  return (
    <>
      {ids.map((id) => (
        <span key={id} class="mention">
          @{id === 'all' ? t(copy.everybody) : nameOf(id.trim())}
        </span>
      ))}
    </>
  )
}

function Font({
  color,
  children,
}: {
  readonly color: string | undefined
  readonly children: ComponentChildren
}) {
  const toColour = useColour()
  return <span style={{ color: toColour(color) }}>{children}</span>
}

function Badge({ token }: { readonly token: LarkToken }) {
  const toColour = useColour()
  const number = Number(token.text)
  return (
    <span
      class="badge"
      style={{
        background: toColour(token.attributes['background_color']) ?? toColour('red'),
        color: toColour(token.attributes['font_color']),
      }}
    >
      {Number.isFinite(number) && number > 99 ? '99+' : decodeEntities(token.text)}
    </span>
  )
}

function LocalDatetime({ attributes }: { readonly attributes: LarkToken['attributes'] }) {
  const at = Number(attributes['millisecond'])
  if (!Number.isFinite(at)) return null
  const options = dateFormats[attributes['format_type'] ?? 'date_num'] ?? dateFormats['date_num'] ?? {}
  return <time dateTime={new Date(at).toISOString()}>{formatInstant(at, options)}</time>
}
