// The small coloured label of headers, markdown and table cells.

import type { ComponentChildren } from 'preact'
import { paletteColour } from './style.ts'

const hues = new Set(
  'blue turquoise lime orange violet indigo wathet green yellow red purple carmine sunflower'.split(' '),
)

export function Tag({ color, children }: { readonly color: string; readonly children: ComponentChildren }) {
  const hue = hues.has(color) ? color : 'grey'
  return (
    <span
      class="text-tag"
      style={{ background: paletteColour(hue, '100'), color: paletteColour(hue, '700') }}
    >
      {children}
    </span>
  )
}
