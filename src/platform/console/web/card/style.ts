// Turns the platform's words for sizes, spacings and colours into CSS. Pure; knows no component.

import type { CSSProperties } from 'preact'
import type { CardJson, Component, Layout } from './json.ts'

const spacings: { readonly [name: string]: string } = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}

const textSizes: { readonly [name: string]: string } = {
  'heading-0': '30px',
  'heading-1': '24px',
  'heading-2': '20px',
  'heading-3': '18px',
  'heading-4': '16px',
  heading: '16px',
  normal: '14px',
  notation: '12px',
  'xxxx-large': '30px',
  'xxx-large': '24px',
  'xx-large': '20px',
  'x-large': '18px',
  large: '16px',
  medium: '14px',
  small: '12px',
  'x-small': '10px',
}

const colourName =
  /^(blue|carmine|green|indigo|lime|orange|purple|red|sunflower|turquoise|violet|wathet|yellow|grey|neutral)(?:-(\d{2,4}))?$/

/** The length behind a spacing word or `12px`; undefined for anything else. */
export function toSpacing(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return spacings[value] ?? (/^-?\d{1,3}px( -?\d{1,3}px){0,3}$/.test(value) ? value : undefined)
}

/** CSS colour of a platform colour (`blue`, `grey-200`, a name of the card); undefined for `default` and unknown ones. */
export function toColour(value: string | undefined, card: CardJson, dark: boolean): string | undefined {
  if (value === undefined || value === 'default') return undefined
  if (value === 'white' || value === 'bg-white') return 'var(--surface)'
  const own = card.config?.style?.color?.[value]
  if (own !== undefined) return dark ? own.dark_mode : own.light_mode
  const match = colourName.exec(value)
  if (match === null) return /^(rgba?\(|#)/.test(value) ? value : undefined
  return paletteColour(match[1] === 'neutral' ? 'grey' : (match[1] ?? 'grey'), match[2] ?? '600')
}

/** One step of one hue of the palette; lightness and strength of a step follow the appearance. */
export function paletteColour(hue: string, step: string): string {
  return `oklch(var(--l-${step}) calc(var(--c-${step}) * var(--chroma-${hue})) var(--hue-${hue}))`
}

/** Font size behind a text size, by the card's own names first. */
export function toTextSize(value: string | undefined, card: CardJson): string | undefined {
  if (value === undefined) return undefined
  const own = card.config?.style?.text_size?.[value]
  const name = own === undefined ? value : (own.pc ?? own.default ?? 'normal')
  return textSizes[name]
}

const aligns = {
  left: 'flex-start',
  center: 'center',
  right: 'flex-end',
  top: 'flex-start',
  bottom: 'flex-end',
}

/** Style of a container's content. */
export function toLayoutStyle(layout: Layout): CSSProperties {
  const isRow = layout.direction === 'horizontal'
  const across = aligns[layout.horizontal_align ?? 'left']
  const along = aligns[layout.vertical_align ?? (isRow ? 'center' : 'top')]
  return {
    flexDirection: isRow ? 'row' : 'column',
    flexWrap: isRow ? 'wrap' : 'nowrap',
    padding: toSpacing(layout.padding),
    rowGap: toSpacing(layout.vertical_spacing),
    columnGap: toSpacing(layout.horizontal_spacing),
    justifyContent: isRow ? across : along,
    alignItems: isRow ? along : layout.horizontal_align === undefined ? undefined : across,
  }
}

/** Style that every component takes from its margin. */
export function toMarginStyle(component: Component): CSSProperties {
  return { margin: toSpacing(component.margin) }
}

/** A width of the kinds `fill`, `auto`, `240px`; undefined leaves it to the style sheet. */
export function toWidth(value: string | undefined): string | undefined {
  if (value === undefined || value === 'default') return undefined
  if (value === 'fill') return '100%'
  if (value === 'auto') return 'auto'
  return /^\d{1,4}(\.\d+)?(px|%)$/.test(value) ? value : undefined
}

/** Where a link leads, if it leads anywhere that is safe to open. */
export function toSafeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined
}
