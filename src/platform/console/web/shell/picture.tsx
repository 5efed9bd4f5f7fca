// One picture in full, over the page; closed by Escape, by the button, or by a press beside it.

import { signal } from '@preact/signals'
import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { t } from '../state/preferences.ts'
import { Icon } from './icon.tsx'

const shown = signal<{ readonly url: string; readonly alt: string } | null>(null)

/** Shows a picture in full. */
export function showPicture(url: string, alt: string): void {
  shown.value = { url, alt }
}

/** Place of the picture in the page. */
export function PictureDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const picture = shown.value
  useEffect(() => {
    if (picture !== null) dialog.current?.showModal()
  }, [picture])
  if (picture === null) return null
  const close = () => {
    shown.value = null
  }
  return (
    <dialog ref={dialog} class="picture" aria-label={picture.alt || t(copy.zoom)} onClose={close}>
      <button type="button" class="icon-button picture-close" aria-label={t(copy.close)} onClick={close}>
        <Icon shape={X} />
      </button>
      <img src={picture.url} alt={picture.alt} />
    </dialog>
  )
}
