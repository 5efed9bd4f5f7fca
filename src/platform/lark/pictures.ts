// Pictures on cards: the platform shows what was uploaded to it before, under a key of its own.

import { Buffer } from 'node:buffer'
import type { Card, Node } from '../../../cards/kit/index.ts'
import { LIMITS } from './limits.ts'

/** Uploads a picture; the key under which the platform holds it, or null where it does not. */
export type Upload = (bytes: Uint8Array) => Promise<string | null>

/** The card with its pictures uploaded. A picture that cannot be had in time stays without a key, and is not drawn. */
export async function placePictures(upload: Upload, card: Card): Promise<Card> {
  if (!card.nodes.some(holdsPicture)) return card
  return { ...card, nodes: await Promise.all(card.nodes.map((node) => place(upload, node))) }
}

function holdsPicture(node: Node): boolean {
  return node.node === 'picture' || (node.node === 'panel' && node.nodes.some(holdsPicture))
}

async function place(upload: Upload, node: Node): Promise<Node> {
  if (node.node === 'panel')
    return { ...node, nodes: await Promise.all(node.nodes.map((inner) => place(upload, inner))) }
  if (node.node !== 'picture' || node.key !== undefined) return node
  const key = await inTime(upload(Buffer.from(node.bytes, 'base64')))
  return key === null ? node : { ...node, key }
}

// A click is answered within three seconds, with the picture or without it.
async function inTime(uploading: Promise<string | null>): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), LIMITS.pictureMs)
  return Promise.race([uploading, promise]).finally(() => clearTimeout(timer))
}
