// A box that opens a list to choose from, one or several; used by every select. Full keyboard, search in long lists.

import { Check, ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'
import { placeBeside } from './popover.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly mark?: ComponentChildren
}

interface Props {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly isMultiple: boolean
  readonly isDisabled: boolean
  readonly isMissed: boolean
  readonly isPlain: boolean
  readonly onChoose: (values: readonly string[]) => void
}

const searchFrom = 9

export function ChoiceList(props: Props) {
  const { choices, chosen } = props
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [search, setSearch] = useState('')
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(search.toLowerCase()))
  const open = () => {
    if (props.isDisabled || list.current === null || opener.current === null) return
    setSearch('')
    setActive(
      Math.max(
        0,
        choices.findIndex((choice) => choice.value === chosen[0]),
      ),
    )
    list.current.showPopover()
    setOpen(true)
  }
  useLayoutEffect(() => {
    if (!isOpen || list.current === null || opener.current === null) return
    placeBeside(opener.current, list.current)
    list.current.querySelector<HTMLElement>('input, [role="listbox"]')?.focus()
  }, [isOpen])
  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return
    if (props.isMultiple) props.onChoose(toggle(chosen, choice.value))
    else {
      props.onChoose([choice.value])
      list.current?.hidePopover()
      opener.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const meant = toMeaning(event)
    if (meant === null) return
    event.preventDefault()
    if (meant === 'choose') choose(shown[active])
    else if (meant === 'close') {
      list.current?.hidePopover()
      opener.current?.focus()
    } else setActive(toNextIndex(meant, active, shown.length))
  }
  const labels = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
  const activeId = shown[active] === undefined ? undefined : `${id}-${active}`
  return (
    <div class="choice">
      <button
        ref={opener}
        type="button"
        class={`field-box choice-opener ${props.isPlain ? 'is-plain' : ''}`}
        disabled={props.isDisabled}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-invalid={props.isMissed}
        aria-label={labels.length === 0 ? props.name : `${props.name}: ${labels.join(', ')}`}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open()
        }}
      >
        <span class={`choice-label ${labels.length === 0 ? 'is-placeholder' : ''}`}>
          {labels.length === 0 ? props.name : labels.join('、')}
        </span>
        <Icon shape={ChevronDown} size={14} />
      </button>
      <div
        ref={list}
        popover="auto"
        class="choice-popover"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {isOpen && (
          <>
            {choices.length >= searchFrom && (
              <input
                class="choice-search"
                type="search"
                placeholder={t(copy.search)}
                aria-label={t(copy.search)}
                aria-controls={`${id}-list`}
                aria-activedescendant={activeId}
                value={search}
                onInput={(event) => {
                  setSearch(event.currentTarget.value)
                  setActive(0)
                }}
              />
            )}
            <div
              id={`${id}-list`}
              class="choice-items"
              role="listbox"
              tabIndex={0}
              aria-label={props.name}
              aria-multiselectable={props.isMultiple}
              aria-activedescendant={activeId}
            >
              {shown.map((choice, index) => (
                // Keys are the list's, by aria-activedescendant; a click is the pointer's way to the same.
                <div
                  key={choice.value}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  class={`choice-item ${index === active ? 'is-active' : ''}`}
                  aria-selected={chosen.includes(choice.value)}
                  onClick={() => choose(choice)}
                  onPointerMove={() => setActive(index)}
                >
                  {choice.mark}
                  <span>{choice.label}</span>
                  {chosen.includes(choice.value) && <Icon shape={Check} size={16} />}
                </div>
              ))}
              {shown.length === 0 && <div class="choice-none">{t(copy.nothingFound)}</div>}
            </div>
          </>
        )}
      </div>
    </div>
  )
}

type Meaning = 'choose' | 'close' | 'first' | 'last' | 'down' | 'up'

const meanings: { readonly [key: string]: Meaning } = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  Enter: 'choose',
  Escape: 'close',
  Tab: 'close',
  Home: 'first',
  End: 'last',
  ' ': 'choose',
}

/** What a key means to the list; letters and the caret's own keys belong to the search while one types there. */
function toMeaning(event: KeyboardEvent): Meaning | null {
  const isTyping = event.target instanceof HTMLInputElement && [' ', 'Home', 'End'].includes(event.key)
  return isTyping || event.isComposing ? null : (meanings[event.key] ?? null)
}

function toNextIndex(meant: Meaning, active: number, count: number): number {
  if (meant === 'first' || count === 0) return 0
  if (meant === 'last') return count - 1
  return (active + (meant === 'down' ? 1 : -1) + count) % count
}

function toggle(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}
