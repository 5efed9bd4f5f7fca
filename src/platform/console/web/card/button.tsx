// A button in all its kinds; inside a form it submits or resets.

import { useContext } from 'preact/hooks'
import { language } from '../state/preferences.ts'
import { CardIcon } from './card-icon.tsx'
import type { ElementProps } from './element.tsx'
import { type IconObject, type Interactive, type TextObject, toWords } from './json.ts'
import { openLink, openLinks } from './open-links.ts'
import { FormContext, type FormScope, useCard, usePress } from './scope.ts'
import { toMarginStyle } from './style.ts'
import { Text } from './text.tsx'

interface ButtonNode extends Interactive {
  readonly text?: TextObject
  readonly type?: string
  readonly size?: 'tiny' | 'small' | 'medium' | 'large'
  readonly icon?: IconObject
  readonly form_action_type?: 'submit' | 'reset'
  readonly action_type?: 'form_submit' | 'form_reset'
  readonly url?: string
  readonly value?: unknown
}

function toFormAction(node: ButtonNode): 'submit' | 'reset' | null {
  if (node.form_action_type !== undefined) return node.form_action_type
  if (node.action_type === 'form_submit') return 'submit'
  return node.action_type === 'form_reset' ? 'reset' : null
}

function hasCallback(node: ButtonNode): boolean {
  return node.value !== undefined || node.behaviors?.some((one) => one.type === 'callback') === true
}

function toClasses(node: ButtonNode): string {
  const fill = node.width === 'fill' ? 'is-fill' : ''
  return `card-button kind-${node.type ?? 'default'} size-${node.size ?? 'medium'} ${fill}`
}

function toPixels(width: string | undefined): string | undefined {
  return width !== undefined && /^\d+px$/.test(width) ? width : undefined
}

export function Button({ node, pointer }: ElementProps<ButtonNode>) {
  const form = useContext(FormContext)
  const { busy } = useCard()
  const press = usePress(node, pointer)
  const action = form === null ? null : toFormAction(node)
  const isBusy = busy.value === pointer
  const isDisabled = node.disabled === true
  const activate = () => {
    if (isDisabled || isBusy) return
    openLinks(node.behaviors)
    openLink(node.url)
    if (form !== null && action === 'reset') form.reset()
    else if (form !== null && action === 'submit') submit(form)
    else if (hasCallback(node)) void press()
  }
  const submit = (filled: FormScope) => {
    if (filled.submit()) void press({ form: filled.values.value })
  }
  const tips = toWords(isDisabled ? node.disabled_tips : node.hover_tips, language.value)
  return (
    <button
      type="button"
      class={`${toClasses(node)} ${isBusy ? 'is-busy' : ''}`}
      style={{ ...toMarginStyle(node), width: toPixels(node.width) }}
      // Not the disabled attribute: tips of a disabled button must still be reachable.
      aria-disabled={isDisabled}
      aria-busy={isBusy}
      title={tips || undefined}
      data-element={node.name ?? node.element_id}
      onClick={activate}
    >
      {node.icon !== undefined && <CardIcon icon={node.icon} size={node.size === 'tiny' ? 12 : 16} />}
      <span>
        <Text text={node.text} />
      </span>
    </button>
  )
}
