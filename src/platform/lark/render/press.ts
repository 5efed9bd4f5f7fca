// What can be pressed or picked outside of a form. The platform hands back what is written into a callback: a name and
// an input, as a hint to what was meant, never as a right.

import type { Button, Node, Option, Press } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../limits.ts'
import type { Drawing } from './drawing.ts'
import { type Element, wrappingRow } from './element.ts'
import { toPlainText } from './text.ts'
import { renderOmitted } from './words.ts'

const TYPES = { primary: 'primary_filled', danger: 'danger', plain: 'default' } as const

/** More options than this are no choice but a search. */
const MOST_OPTIONS = 50

/** The callback that brings a press back; the normaliser of clicks reads it. */
function toBehaviors({ action, input }: Press): readonly object[] {
  return [{ type: 'callback', value: { a: action, i: input } }]
}

/** A button. */
export function renderButton(button: Button, drawing: Drawing, more: object = {}): Element {
  const { label, press, tone, confirm } = button
  return {
    tag: 'button',
    element_id: drawing.takeId('button'),
    text: toPlainText(label, {}, LIMITS.buttonText),
    type: TYPES[tone ?? 'plain'],
    behaviors: toBehaviors(press),
    ...(confirm ? { confirm: { title: toPlainText(confirm.title), text: toPlainText(confirm.text) } } : {}),
    ...more,
  }
}

/** Buttons in a row that wraps. */
export function renderButtons(
  buttons: readonly Button[],
  drawing: Drawing,
  more: object = {},
): readonly Element[] {
  return wrappingRow(buttons.map((button) => renderButton(button, drawing, more)))
}

/** A list from which one is picked, at once and without a form. */
export function renderSelect(node: Extract<Node, { node: 'select' }>, drawing: Drawing): readonly Element[] {
  const options = toOptions(node.options)
  if (options.length === 0) return []
  const select = {
    tag: 'select_static',
    element_id: drawing.takeId('select'),
    name: drawing.takeName(node.name),
    placeholder: toPlainText(node.placeholder, {}, LIMITS.placeholderText),
    options: options.map(renderOption),
    width: 'fill',
    behaviors: toBehaviors(node.press),
  }
  return [select, ...renderOmitted(node.options.length - options.length)]
}

/** Options that can be told apart, and not more of them than anybody reads. */
export function toOptions(options: readonly Option[]): readonly Option[] {
  const byValue = new Map(options.map((option) => [option.value, option]))
  return [...byValue.values()].filter(({ value }) => value !== '').slice(0, MOST_OPTIONS)
}

/** An option as the platform takes it. */
export function renderOption({ label, value }: Option): object {
  return { text: toPlainText(label, {}, LIMITS.optionText), value }
}
