// A picture, cut or fitted as the card says; a press shows it in full.

import type { CSSProperties } from 'preact'
import { useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { showPicture } from '../shell/picture.tsx'
import { language, t } from '../state/preferences.ts'
import { toResourceUrl } from '../state/server.ts'
import type { ElementProps } from './element.tsx'
import { type Component, type I18n, pick, type TextObject, toWords } from './json.ts'
import { toMarginStyle } from './style.ts'

const squares: { readonly [size: string]: string } = {
  large: '160px',
  medium: '80px',
  small: '40px',
  tiny: '16px',
}

interface ImageNode extends Component {
  readonly img_key: string
  readonly i18n_img_key?: I18n
  readonly alt?: TextObject
  readonly title?: TextObject
  readonly scale_type?: 'crop_center' | 'crop_top' | 'fit_horizontal'
  readonly size?: string
  readonly corner_radius?: string
  readonly transparent?: boolean
  readonly preview?: boolean
}

function toBoxStyle(node: ImageNode): CSSProperties {
  const pair = /^(\d+)(?:px)? (\d+)(?:px)?$/.exec(node.size ?? '')
  const square = squares[node.size ?? '']
  const isCut = node.scale_type !== 'fit_horizontal' && (pair !== null || square !== undefined)
  return {
    width: isCut ? (pair === null ? square : `${pair[1]}px`) : '100%',
    height: isCut ? (pair === null ? square : `${pair[2]}px`) : 'auto',
    objectFit: isCut ? 'cover' : undefined,
    objectPosition: node.scale_type === 'crop_top' ? 'top' : undefined,
    borderRadius: node.corner_radius,
  }
}

export function CardImage({ node }: ElementProps<ImageNode>) {
  const [isMissing, setMissing] = useState(false)
  const alt = toWords(node.alt, language.value)
  const url = toResourceUrl(pick(node.img_key, node.i18n_img_key, language.value))
  const title = toWords(node.title, language.value)
  if (isMissing)
    return (
      <div class="missing-picture" style={toMarginStyle(node)}>
        {t(copy.missingPicture)}
      </div>
    )
  const picture = <img src={url} alt={alt} style={toBoxStyle(node)} onError={() => setMissing(true)} />
  return (
    <figure class="card-image" style={toMarginStyle(node)}>
      {title !== '' && <figcaption>{title}</figcaption>}
      {node.preview === false ? (
        picture
      ) : (
        <button
          type="button"
          aria-label={`${t(copy.showPicture)} ${alt}`}
          onClick={() => showPicture(url, alt)}
        >
          {picture}
        </button>
      )}
    </figure>
  )
}
