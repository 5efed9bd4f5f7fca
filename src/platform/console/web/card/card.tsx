// A whole card as the platform draws it, or the refusal with its code where the platform would not take it.

import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { t } from '../state/preferences.ts'
import { drawers } from './drawers.tsx'
import { DrawersContext, Elements } from './element.tsx'
import { CardHeader } from './header.tsx'
import type { CardJson } from './json.ts'
import { findRefusal, type Refusal } from './refusal.ts'
import { CardContext, type Press } from './scope.ts'
import { toLayoutStyle, toSafeUrl } from './style.ts'

interface Props {
  readonly content: unknown
  readonly members: readonly string[]
  readonly onPress: (press: Press) => Promise<void>
}

/** Draws the JSON of a card; every press goes to `onPress`, which resolves once the bot has answered. */
export function Card({ content, members, onPress }: Props) {
  const busy = useSignal<string | null>(null)
  const refusal = useMemo(() => findRefusal(content), [content])
  // The guarantee behind the cast: findRefusal has just walked over the JSON and found a card of schema 2.0.
  const card = content as CardJson
  const scope = useMemo(() => ({ card, busy, members, press: onPress }), [card, busy, members, onPress])
  if (refusal !== null) return <RefusedCard refusal={refusal} />
  const body = card.body ?? {}
  const style = toLayoutStyle(body)
  return (
    <CardContext.Provider value={scope}>
      <article class={`card is-${card.config?.width_mode ?? 'default'}`}>
        {card.header !== undefined && <CardHeader header={card.header} />}
        <div class="card-body" style={style}>
          <DrawersContext.Provider value={drawers}>
            <Elements elements={body.elements ?? []} pointer="/body/elements" />
          </DrawersContext.Provider>
        </div>
        <CardLink card={card} />
      </article>
    </CardContext.Provider>
  )
}

function CardLink({ card }: { readonly card: CardJson }) {
  const url = toSafeUrl(card.card_link?.pc_url || card.card_link?.url)
  if (url === undefined) return null
  return (
    <a class="card-link" href={url} target="_blank" rel="noreferrer">
      {t(copy.openLink)}
    </a>
  )
}

/** Stands where a card would stand that the platform refuses. */
export function RefusedCard({ refusal }: { readonly refusal: Refusal }) {
  const code = refusal.subCode === null ? `${refusal.code}` : `${refusal.code} · ErrCode: ${refusal.subCode}`
  return (
    <article class="card refused-card">
      <strong>{t(copy.refusedCard)}</strong>
      <code>{code}</code>
      <span>{refusal.reason}</span>
    </article>
  )
}
