// A card on its way to the platform: its nodes, and how much of each had to be left out so that the whole fits.

import { type Node, say, type Words } from '../../../../cards/kit/index.ts'

/** A node with the number of its parts that are left out. */
export interface Draft {
  readonly node: Node
  readonly omitted: number
  /** What is inside of a panel. */
  readonly inner: readonly Draft[]
}

/** Drafts of nodes of which nothing is left out yet. */
export function toDrafts(nodes: readonly Node[]): readonly Draft[] {
  return nodes.map((node) => ({ node, omitted: 0, inner: node.node === 'panel' ? toDrafts(node.nodes) : [] }))
}

/** The words that stand for what was left out. */
export function omittedWords(omitted: number): Words {
  return say(`还有 ${omitted} 项未显示`, `${omitted} more not shown`)
}
