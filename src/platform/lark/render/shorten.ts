// Making a card smaller that does not fit: the longest list, table or quotation loses part of itself, and says so. What
// has to be decided or filled in, and what can be pressed beside it, stays.

import { inLanguage, type ListItem, type Node, type Words } from '../../../../cards/kit/index.ts'
import type { Draft } from './draft.ts'
import { cutTo } from './text.ts'

/** What a person wrote is shown at least this far. */
const LEAST_CHARACTERS = 60
/** Words longer than this are a story, and may end early; shorter ones stay whole. */
const LONG = 120

/** Takes a part from the heaviest draft, of which `keep` (0 to 1) stays; null where nothing can be taken any more. */
export function shorten(drafts: readonly Draft[], keep: number): readonly Draft[] | null {
  const heaviest = findHeaviest(drafts)
  return heaviest === null ? null : drafts.map((draft) => replace(draft, heaviest, keep))
}

function replace(draft: Draft, heaviest: Draft, keep: number): Draft {
  if (draft === heaviest) return cut(draft, keep) ?? draft
  if (draft.inner.length === 0) return draft
  return { ...draft, inner: draft.inner.map((each) => replace(each, heaviest, keep)) }
}

function findHeaviest(drafts: readonly Draft[]): Draft | null {
  const weighed = flatten(drafts)
    .filter((draft) => cut(draft, 0) !== null)
    .map((draft) => ({ draft, weight: JSON.stringify(draft.node).length }))
  return weighed.toSorted((one, other) => other.weight - one.weight)[0]?.draft ?? null
}

function flatten(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => (draft.node.node === 'panel' ? flatten(draft.inner) : [draft]))
}

function cut({ node, omitted, inner }: Draft, keep: number): Draft | null {
  const lighter = cutNode(node, keep)
  return lighter === null ? null : { node: lighter.node, omitted: omitted + lighter.lost, inner }
}

interface Lighter {
  readonly node: Node
  readonly lost: number
}

function cutNode(node: Node, keep: number): Lighter | null {
  switch (node.node) {
    case 'list':
      return cutStories(node, keep) ?? cutParts(node.items, keep, (items) => ({ ...node, items }))
    case 'table':
      return cutParts(node.rows, keep, (rows) => ({ ...node, rows }))
    case 'people':
      return cutParts(node.accounts, keep, (accounts) => ({ ...node, accounts }))
    case 'chart':
      return cutParts(node.chart.values, keep, (values) => ({ ...node, chart: { ...node.chart, values } }))
    case 'quote':
      return cutQuote(node, keep)
    case 'text':
      return isLong(node.text) ? { node: { ...node, text: cutWords(node.text, keep) }, lost: 0 } : null
    case 'facts':
      return cutFacts(node, keep)
    default:
      return null
  }
}

function cutParts<Part>(
  parts: readonly Part[],
  keep: number,
  toNode: (parts: readonly Part[]) => Node,
): Lighter | null {
  if (parts.length === 0) return null
  const left = Math.min(parts.length - 1, Math.floor(parts.length * keep))
  return { node: toNode(parts.slice(0, left)), lost: parts.length - left }
}

/** Long words of a list are shortened before an item is given up. */
function cutStories(node: Extract<Node, { node: 'list' }>, keep: number): Lighter | null {
  const isStory = ({ title, detail, note }: ListItem) =>
    [title, detail, note].some((words) => words !== undefined && isLong(words))
  if (!node.items.some(isStory)) return null
  const items = node.items.map((item) => ({
    ...item,
    title: cutWords(item.title, keep),
    ...(item.detail === undefined ? {} : { detail: cutWords(item.detail, keep) }),
    ...(item.note === undefined ? {} : { note: cutWords(item.note, keep) }),
  }))
  return { node: { ...node, items }, lost: 0 }
}

function cutQuote(node: Extract<Node, { node: 'quote' }>, keep: number): Lighter | null {
  if (node.text.length <= LEAST_CHARACTERS) return null
  const left = Math.min(node.text.length - 1, Math.max(LEAST_CHARACTERS, Math.floor(node.text.length * keep)))
  return { node: { ...node, text: node.text.slice(0, left).toWellFormed() }, lost: node.text.length - left }
}

function cutFacts(node: Extract<Node, { node: 'facts' }>, keep: number): Lighter | null {
  if (!node.facts.some(({ value }) => isLong(value))) return null
  const facts = node.facts.map((fact) => ({ ...fact, value: cutWords(fact.value, keep) }))
  return { node: { ...node, facts }, lost: 0 }
}

function isLong(words: Words): boolean {
  return inLanguage(words, 'zh').length > LONG || inLanguage(words, 'en').length > LONG
}

/** Words with less of them in the language in which they are long, and an ellipsis that says so. */
function cutWords(words: Words, keep: number): Words {
  const cutOne = (text: string) =>
    text.length <= LONG
      ? text
      : cutTo(text, Math.min(text.length - 1, Math.max(LONG, Math.floor(text.length * keep))))
  return typeof words === 'string' ? cutOne(words) : { zh: cutOne(words.zh), en: cutOne(words.en) }
}
