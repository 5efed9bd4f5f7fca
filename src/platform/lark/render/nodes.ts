// From our nodes to the platform's elements: one renderer for each kind.

import { join, type Node, type Words } from '../../../../cards/kit/index.ts'
import { renderChart } from './chart.ts'
import type { Draft } from './draft.ts'
import type { Drawing } from './drawing.ts'
import { type Element, paragraph } from './element.ts'
import { renderFigures, renderPeople } from './figures.ts'
import { renderForm } from './form.ts'
import { renderList } from './list.ts'
import { renderPicture } from './picture.ts'
import { renderButtons, renderSelect } from './press.ts'
import { renderTable } from './table.ts'
import { toPlainText } from './text.ts'
import { renderFacts, renderQuote, renderText } from './words.ts'

/** Draws drafts one below the other. */
export function renderDrafts(drafts: readonly Draft[], drawing: Drawing): readonly Element[] {
  return drafts.flatMap((draft, at) => {
    const elements = renderDraft(draft, drawing)
    return at > 0 && isBeginning(draft.node) ? setApart(elements) : elements
  })
}

/** Whether something new begins with this node: a section under its title, or what can be done about all above. */
function isBeginning(node: Node): boolean {
  return node.node === 'buttons' || node.node === 'chart' || (node.node === 'text' && node.size === 'large')
}

function setApart([first, ...others]: readonly Element[]): readonly Element[] {
  return first === undefined ? [] : [{ ...first, margin: '6px 0px 0px 0px' }, ...others]
}

function renderDraft({ node, omitted, inner }: Draft, drawing: Drawing): readonly Element[] {
  switch (node.node) {
    case 'text':
      return renderText(node)
    case 'quote':
      return renderQuote(node, omitted)
    case 'facts':
      return renderFacts(node, drawing)
    case 'list':
      return renderList(node, omitted, drawing)
    case 'figures':
      return renderFigures(node)
    case 'table':
      return renderTable(node, omitted, drawing)
    case 'chart':
      return renderChart(node, drawing)
    case 'buttons':
      return renderButtons(node.buttons, drawing)
    case 'select':
      return renderSelect(node, drawing)
    case 'form':
      return renderForm(node, drawing)
    case 'panel':
      return renderPanel(node, inner, drawing)
    case 'people':
      return renderPeople(node, omitted, drawing)
    case 'picture':
      return renderPicture(node)
    case 'divider':
      return [{ tag: 'hr' }]
  }
}

/**
 * A panel that opens and closes. A form may not stand in one and is put below it; a panel within a panel would nest
 * deeper than the platform allows and is laid open under its title.
 */
function renderPanel(
  { title, open }: { readonly title: Words; readonly open?: boolean },
  inner: readonly Draft[],
  drawing: Drawing,
): readonly Element[] {
  const flat = inner.flatMap(layOpen)
  const forms = flat.filter(({ node }) => node.node === 'form')
  const elements = renderDrafts(
    flat.filter(({ node }) => node.node !== 'form'),
    drawing.inside(),
  )
  if (elements.length === 0) return [paragraph(title, { size: 'heading' }), ...renderDrafts(forms, drawing)]
  const panel = {
    tag: 'collapsible_panel',
    element_id: drawing.takeId('panel'),
    expanded: open ?? false,
    header: {
      title: toPlainText(title),
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
      padding: '8px 12px',
    },
    border: { color: 'grey-200', corner_radius: '6px' },
    padding: '8px 12px',
    elements,
  }
  return [panel, ...renderDrafts(forms, drawing)]
}

function layOpen(draft: Draft): readonly Draft[] {
  if (draft.node.node !== 'panel') return [draft]
  const title: Draft = {
    node: { node: 'text', text: join([draft.node.title]), size: 'large' },
    omitted: 0,
    inner: [],
  }
  return [title, ...draft.inner.flatMap(layOpen)]
}
