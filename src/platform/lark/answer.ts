// The answer to a click in the platform's words. It goes out inside of the call that brought the click.

import { inLanguage } from '../../../cards/kit/index.ts'
import type { ClickAnswer } from '../../core/ports.ts'
import { renderCard } from './render/index.ts'

/** Renders the answer to a click: words for the one who clicked, the card for everybody who sees it. */
export function renderClickAnswer({ toast, card }: ClickAnswer): object {
  return {
    ...(toast ? { toast: renderToast(toast) } : {}),
    ...(card ? { card: { type: 'raw', data: renderCard(card).json } } : {}),
  }
}

function renderToast({ tone, text }: NonNullable<ClickAnswer['toast']>): object {
  const zh = inLanguage(text, 'zh')
  const en = inLanguage(text, 'en')
  return { type: tone, content: zh, i18n: { zh_cn: zh, en_us: en } }
}
