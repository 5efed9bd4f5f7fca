// The three dots that open a menu.

import { Ellipsis } from 'lucide'
import { useId, useRef, useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'
import type { ElementProps } from './element.tsx'
import type { Interactive, Option } from './json.ts'
import { openLink } from './open-links.ts'
import { placeBeside } from './popover.ts'
import { useCard, usePress } from './scope.ts'
import { toMarginStyle } from './style.ts'
import { Text } from './text.tsx'

interface OverflowNode extends Interactive {
  readonly options: readonly Option[]
}

export function Overflow({ node, pointer }: ElementProps<OverflowNode>) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { busy } = useCard()
  const press = usePress(node, pointer)
  const open = () => {
    if (opener.current === null || menu.current === null) return
    menu.current.showPopover()
    placeBeside(opener.current, menu.current)
    menu.current.querySelector('button')?.focus()
  }
  const choose = (option: Option) => {
    menu.current?.hidePopover()
    opener.current?.focus()
    openLink(option.multi_url?.pc_url || option.multi_url?.url)
    void press({ option: option.value })
  }
  return (
    <div style={toMarginStyle(node)}>
      <button
        ref={opener}
        type="button"
        class={`card-button kind-default size-medium is-icon ${busy.value === pointer ? 'is-busy' : ''}`}
        aria-label={t(copy.more)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={node.disabled === true}
        onClick={open}
      >
        <Icon shape={Ellipsis} size={16} />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={t(copy.more)}
        class="choice-popover"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={moveInMenu}
      >
        {node.options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="menuitem"
            class="choice-item"
            onClick={() => choose(option)}
          >
            <Text text={option.text} />
          </button>
        ))}
      </div>
    </div>
  )
}

/** Arrow keys move between the items of a menu. */
function moveInMenu(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const items = [...(event.currentTarget as Element).querySelectorAll('button')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  items[(at + step + items.length) % items.length]?.focus()
}
