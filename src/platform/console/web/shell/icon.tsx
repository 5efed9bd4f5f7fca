// One drawn icon; always beside or instead of words that say the same, so it is hidden from readers of the screen.

import type { IconNode } from 'lucide'
import { h } from 'preact'

export function Icon({ shape, size = 18 }: { readonly shape: IconNode; readonly size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shape.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  )
}
