// A picture as an element, once the platform holds it.

import type { Node } from '../../../../cards/kit/index.ts'
import type { Element } from './element.ts'
import { toPlainText } from './text.ts'

/** Large enough to be scanned, small enough for a phone. */
const SIDE = '200px 200px'

export function renderPicture({ key, alt }: Node & { readonly node: 'picture' }): readonly Element[] {
  if (key === undefined) return []
  return [{ tag: 'img', img_key: key, alt: toPlainText(alt), scale_type: 'crop_center', size: SIDE }]
}
