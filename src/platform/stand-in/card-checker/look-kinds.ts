// Kinds of values that say how something looks: lengths, spacings, colours, text sizes, icons.

import { asRecord } from '../json.ts'
import { byLanguage, type Kind, oneOf, record, required, text, wrong } from './kinds.ts'

/** A length in px within bounds, or one of some words. */
export function length(bounds: { least: number; most: number }, ...words: readonly string[]): Kind {
  return (value, path) => {
    if (typeof value === 'string' && words.includes(value)) return
    const px = /^(-?\d+(?:\.\d+)?)px$/.exec(typeof value === 'string' ? value : '')?.[1]
    const fits = px !== undefined && Number(px) >= bounds.least && Number(px) <= bounds.most
    if (!fits) throw wrong(value, `${[...words, ''].join('|')}[${bounds.least},${bounds.most}]px`, path)
  }
}

/** One, two or four lengths, as in a style sheet. */
function lengths(bounds: { least: number; most: number }): Kind {
  const one = length(bounds)
  return (value, path, walk) => {
    const parts = typeof value === 'string' ? value.trim().split(/\s+/) : []
    if (![1, 2, 4].includes(parts.length)) throw wrong(value, '1, 2 or 4 lengths', path)
    for (const part of parts) one(part, path, walk)
  }
}

export const margin = lengths({ least: -99, most: 99 })
export const padding = lengths({ least: 0, most: 99 })
export const spacing = length({ least: 0, most: 99 }, 'small', 'medium', 'large', 'extra_large')
/** Width of inputs and buttons. */
export const controlWidth = length({ least: 100, most: Number.POSITIVE_INFINITY }, 'default', 'fill', 'auto')
export const direction = oneOf('vertical', 'horizontal')
export const across = oneOf('left', 'center', 'right')
export const down = oneOf('top', 'center', 'bottom')

/** px or per cent of a rounded corner. */
export const corner: Kind = (value, path) => {
  if (typeof value !== 'string' || !/^\d+(?:\.\d+)?(?:px|%)$/.test(value)) throw wrong(value, 'px or %', path)
}

const HUES =
  'blue carmine green indigo lime orange purple red sunflower turquoise violet wathet yellow grey'.split(' ')
const SHADES = '50 100 200 300 350 400 500 600 700 800 900'.split(' ')
const COLOURS = new Set([
  ...HUES.flatMap((hue) => [hue, ...SHADES.map((shade) => `${hue}-${shade}`)]),
  'grey-00',
  'grey-650',
  'grey-950',
  'grey-1000',
  'white',
  'bg-white',
  'default',
])

/** A colour of the platform's palette, or one that the card defines. */
export const colour: Kind = (value, path, walk) => {
  const known = typeof value === 'string' && (COLOURS.has(value) || walk.ownColours.has(value))
  if (!known) throw wrong(value, 'a colour', path)
}

/** A colour as a card defines it itself. */
export const rgba: Kind = (value, path) => {
  if (typeof value !== 'string' || !/^rgba\([\d.,%\s]+\)$/.test(value)) throw wrong(value, 'rgba(…)', path)
}

/** Colour of a text tag. */
export const tagColour = oneOf(
  ...'neutral blue turquoise lime orange violet indigo wathet green yellow red purple carmine'.split(' '),
)

/** Colour of a header. */
export const template = oneOf(
  ...'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' '),
)

const SIZES = new Set(
  'heading-0 heading-1 heading-2 heading-3 heading-4 heading normal notation xxxx-large xxx-large xx-large x-large large medium small x-small'.split(
    ' ',
  ),
)

/** A size of text of the platform's. */
export const fixedTextSize: Kind = (value, path) => {
  if (typeof value !== 'string' || !SIZES.has(value)) throw wrong(value, 'a text size', path)
}

/** A size of text, the platform's or one that the card defines. */
export const textSize: Kind = (value, path, walk) => {
  const known = typeof value === 'string' && (SIZES.has(value) || walk.ownSizes.has(value))
  if (!known) throw wrong(value, 'a text size', path)
}

/** The key of an image that the app has uploaded. */
export const imageKey: Kind = (value, path, walk) => {
  text()(value, path, walk)
  walk.checkImage(String(value), path)
}

/** The keys of an image for each language. */
export const imageKeys = byLanguage(imageKey)

/** A link; only the schemes that the client opens. */
export const link: Kind = (value, path) => {
  if (typeof value !== 'string') throw wrong(value, 'a link', path)
  const opens = value === '' || /^(?:https?|lark|tel|mailto):/i.test(value)
  if (!opens) throw wrong(value, 'a link', path)
}

/** Links for each kind of device. */
export const links = record({ url: link, pc_url: link, ios_url: link, android_url: link })

const standardIcon = record({
  tag: required(oneOf('standard_icon')),
  token: required(text()),
  color: colour,
  size: text(),
})
const customIcon = record({ tag: required(oneOf('custom_icon')), img_key: required(imageKey), size: text() })

/** An icon of the platform's library, or an image as an icon. */
export const icon: Kind = (value, path, walk) => {
  walk.countElement(path)
  const isCustom = asRecord(value)['tag'] === 'custom_icon'
  const kind = isCustom ? customIcon : standardIcon
  kind(value, path, walk)
}
