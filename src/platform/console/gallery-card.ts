// A sample as the gallery draws it: pictures stand in the card itself, since nothing was uploaded.

import type { Card, Sample } from '../../../cards/kit/index.ts'
import { renderCard } from '../lark/render/index.ts'

/** Draws a sample of a file of cards. */
export function drawSample({ file, sample }: { readonly file: string; readonly sample: Sample }) {
  return { file, name: sample.name, card: renderCard(withPictures(sample.card)).json }
}

function withPictures(card: Card): Card {
  return {
    ...card,
    nodes: card.nodes.map((node) =>
      node.node === 'picture' ? { ...node, key: `data:image/png;base64,${node.bytes}` } : node,
    ),
  }
}
