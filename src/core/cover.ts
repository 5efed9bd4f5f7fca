// The last look at a card before a group reads it: whatever a capability put there, numbers that name a person, and
// addresses of theirs, are covered. Features mask what they know; this covers what people typed into free text.

import type { Button, Card, Field, ListItem, Node, Tag, Words } from '../../cards/kit/index.ts'

// Digits of every script, singly separated; dates and amounts have fewer than eleven.
const LONG_NUMBER = /(?<!\p{Nd})\+?(?:\p{Nd}[ \u00a0\u3000\-‐-―－.·]?){10,40}(?:\p{Nd}|[xXｘＸ])(?!\p{Nd})/gu
const SPOKEN_NUMBER = /(?:[〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖][ -]?){10,}/gu
const EMAIL = /[\p{L}\p{N}.．_＿%+＋\-－]+[@＠][\p{L}\p{N}\-－]+(?:[.．][\p{L}\p{N}\-－]+)+/gu

/** A text as a group may read it: a mobile number keeps its ends, every other long number and address goes. */
export function coverText(text: string): string {
  return text
    .replace(EMAIL, '***')
    .replace(LONG_NUMBER, (found) => coverNumber(found))
    .replace(SPOKEN_NUMBER, '****')
}

function coverNumber(found: string): string {
  const digits = found.normalize('NFKC').replace(/\D/g, '')
  const [, mobile] = /^(?:86)?(1[3-9]\d{9})$/.exec(digits) ?? []
  return mobile === undefined ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}

/**
 * A card as a group may read it. A field of a form that starts with such a number is left out of the form, so that
 * nobody saves the cover in its place; what a form does not name is not changed by it.
 */
export function coverCard({ heading, summary, nodes }: Card): Card {
  const { title, subtitle, tags } = heading
  return {
    heading: {
      ...heading,
      title: cover(title),
      ...(subtitle === undefined ? {} : { subtitle: cover(subtitle) }),
      ...(tags === undefined ? {} : { tags: tags.map(coverTag) }),
    },
    summary: cover(summary),
    nodes: nodes.map(coverNode),
  }
}

function cover(words: Words): Words {
  return typeof words === 'string' ? coverText(words) : { zh: coverText(words.zh), en: coverText(words.en) }
}

function coverNode(node: Node): Node {
  switch (node.node) {
    case 'text':
      return { ...node, text: cover(node.text) }
    case 'quote':
      return { ...node, text: coverText(node.text) }
    case 'facts':
      return { ...node, facts: node.facts.map((fact) => ({ ...fact, value: cover(fact.value) })) }
    case 'list':
      return { ...node, items: node.items.map(coverItem) }
    case 'figures':
      return { ...node, figures: node.figures.map((figure) => ({ ...figure, value: cover(figure.value) })) }
    case 'table':
      return { ...node, rows: node.rows.map(coverRow) }
    case 'chart': {
      const values = node.chart.values.map((value) => ({ ...value, label: cover(value.label) }))
      return { ...node, chart: { ...node.chart, title: cover(node.chart.title), values } }
    }
    case 'buttons':
      return { ...node, buttons: node.buttons.map(coverButton) }
    case 'select':
      return { ...node, options: node.options.map((option) => ({ ...option, label: cover(option.label) })) }
    case 'form':
      return {
        ...node,
        fields: node.fields.filter(isClean).map(coverField),
        buttons: node.buttons.map(coverButton),
      }
    case 'panel':
      return { ...node, title: cover(node.title), nodes: node.nodes.map(coverNode) }
    // What a picture shows cannot be covered: in a group its words stand for it.
    case 'picture':
      return { node: 'text', text: cover(node.alt), tone: 'muted' }
    case 'people':
    case 'divider':
      return node
  }
}

function isClean(field: Field): boolean {
  if (field.field !== 'line' && field.field !== 'lines') return true
  return field.value === undefined || coverText(field.value) === field.value
}

function coverField(field: Field): Field {
  if (field.field !== 'choice' && field.field !== 'choices') return field
  return { ...field, options: field.options.map((option) => ({ ...option, label: cover(option.label) })) }
}

function coverItem(item: ListItem): ListItem {
  const { title, detail, note, tags, buttons } = item
  return {
    title: cover(title),
    ...(detail === undefined ? {} : { detail: cover(detail) }),
    ...(note === undefined ? {} : { note: cover(note) }),
    ...(tags === undefined ? {} : { tags: tags.map(coverTag) }),
    ...(buttons === undefined ? {} : { buttons: buttons.map(coverButton) }),
  }
}

function coverRow(row: { readonly [name: string]: Words | number }) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? value : cover(value)]),
  )
}

function coverTag(tag: Tag): Tag {
  return { ...tag, text: cover(tag.text) }
}

function coverButton(button: Button): Button {
  const { confirm } = button
  return {
    ...button,
    label: cover(button.label),
    ...(confirm === undefined ? {} : { confirm: { title: cover(confirm.title), text: cover(confirm.text) } }),
  }
}
