// Which colours a feeling has: of the header, of a label and its ground, of a text.

import type { Tone } from '../../../../cards/kit/index.ts'

/** The platform's names of the colours in which a tone is shown. */
export interface Colours {
  /** Ground of the card's heading. */
  readonly template: string
  /** Label in the heading; the platform calls its grey neutral. */
  readonly tag: string
  readonly text: string
  /** Ground of a label on the card. */
  readonly ground: string
}

const COLOURS: Readonly<Record<Tone, Colours>> = {
  neutral: { template: 'wathet', tag: 'neutral', text: 'default', ground: 'grey-100' },
  info: { template: 'blue', tag: 'blue', text: 'blue-600', ground: 'blue-50' },
  good: { template: 'green', tag: 'green', text: 'green-600', ground: 'green-50' },
  warning: { template: 'orange', tag: 'orange', text: 'orange-600', ground: 'orange-50' },
  danger: { template: 'red', tag: 'red', text: 'red-600', ground: 'red-50' },
  muted: { template: 'grey', tag: 'neutral', text: 'grey', ground: 'grey-100' },
}

/** Small print: labels, notes, what is only there to be looked up. */
export const MUTED = 'grey'

/** Ground of what is set apart without a meaning of its own. */
export const QUIET_GROUND = 'grey-50'

/** The colours of a tone. */
export function toColours(tone: Tone = 'neutral'): Colours {
  return COLOURS[tone]
}
