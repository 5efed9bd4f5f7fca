// Every card of the project with its samples, in both languages and both widths, measured against the limits.

import { useEffect, useState } from 'preact/hooks'
import type { GalleryCard } from '../../protocol.ts'
import { Card } from '../card/card.tsx'
import { copy } from '../copy/gallery.ts'
import { copy as shell } from '../copy/shell.ts'
import { PictureDialog } from '../shell/picture.tsx'
import { QuestionDialog } from '../shell/question.tsx'
import { PreferenceButtons } from '../shell/top-bar.tsx'
import { t } from '../state/preferences.ts'
import { fetchCards } from '../state/server.ts'
import { resync } from '../state/store.ts'
import { toReason } from '../state/window.ts'

const mostBytes = 30 * 1024
const mostElements = 200

export function Gallery() {
  const [cards, setCards] = useState<readonly GalleryCard[] | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [width, setWidth] = useState<'both' | 'phone' | 'desk'>('both')
  useEffect(() => {
    // Names of people come with the state; a gallery without it still shows every card.
    resync().catch(() => undefined)
    fetchCards()
      .then((answer) => setCards(answer.cards))
      .catch((cause: unknown) => setFailed(toReason(cause)))
  }, [])
  const wanted = search.trim().toLowerCase()
  const shown = cards?.filter((card) => `${card.file} ${card.name}`.toLowerCase().includes(wanted)) ?? []
  const files = [...new Set(shown.map((card) => card.file))]
  return (
    <div class="gallery">
      <header class="top-bar">
        <a class="brand" href="/console">
          <span class="brand-name">Larkspur</span>
          <h1 class="brand-demo">{t(shell.gallery)}</h1>
        </a>
        <div class="gallery-tools">
          <input
            type="search"
            aria-label={t(copy.search)}
            placeholder={t(copy.search)}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <fieldset class="segments">
            <legend class="only-heard">{t(copy.width)}</legend>
            {(['both', 'phone', 'desk'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="width" checked={width === one} onChange={() => setWidth(one)} />
                <span>{t(copy.widths[one])}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <div class="top-actions">
          <PreferenceButtons />
        </div>
      </header>
      <main class="gallery-main">
        {failed !== null && <p role="alert">{failed}</p>}
        {cards === null && failed === null && <p role="status">{t(shell.loading)}</p>}
        {cards !== null && <p class="quiet">{t(copy.count(shown.length, files.length))}</p>}
        {files.map((file) => (
          <section key={file} aria-label={file}>
            <h2 class="gallery-file">{file}</h2>
            {shown
              .filter((card) => card.file === file)
              .map((card) => (
                <Sample key={card.name} card={card} width={width} />
              ))}
          </section>
        ))}
      </main>
      <QuestionDialog />
      <PictureDialog />
    </div>
  )
}

function Sample({ card, width }: { readonly card: GalleryCard; readonly width: 'both' | 'phone' | 'desk' }) {
  return (
    <article class="sample" data-sample={`${card.file} ${card.name}`}>
      <header class="sample-head">
        <h3>{card.name}</h3>
        <Measure words={t(copy.bytes)} value={card.bytes} limit={mostBytes} />
        <Measure words={t(copy.elements)} value={card.elements} limit={mostElements} />
      </header>
      <div class="sample-cards">
        {width !== 'desk' && (
          <div class="sample-card is-phone">
            <GalleryCardView card={card} />
          </div>
        )}
        {width !== 'phone' && (
          <div class="sample-card is-desk">
            <GalleryCardView card={card} />
          </div>
        )}
      </div>
    </article>
  )
}

function GalleryCardView({ card }: { readonly card: GalleryCard }) {
  return <Card content={card.card} members={[]} onPress={async () => undefined} />
}

function Measure(props: { readonly words: string; readonly value: number; readonly limit: number }) {
  const part = props.value / props.limit
  const level = part > 1 ? 'is-over' : part > 0.8 ? 'is-near' : ''
  return (
    <span class={`measure ${level}`}>
      {props.words} {props.value.toLocaleString('en-US')} / {props.limit.toLocaleString('en-US')}
      <i style={{ width: `${Math.min(part, 1) * 100}%` }} />
    </span>
  )
}
