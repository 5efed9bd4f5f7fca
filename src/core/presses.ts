// The presses that belong to the kernel itself: to go on with a question, to drop it, to take back, to say a sentence.

import type { Button, Card, JsonObject } from '../../cards/kit/index.ts'
import type { Resume } from './outcome.ts'

/** Names of the kernel's presses. */
export const RESUME = 'resume'
export const CANCEL = 'cancel'
export const UNDO = 'undo'
export const SAY = 'say'

/** Buttons that go on with what is kept under an id. */
export function resumeWith(pending: string): Resume {
  const press = (patch: JsonObject) => ({ action: RESUME, input: { pending, patch } })
  return {
    press,
    button: (label, patch, style = {}) => ({ label, press: press(patch), ...style }),
    cancel: (label) => ({ label, press: { action: CANCEL, input: { pending } }, tone: 'plain' }),
  }
}

/** A button that does what the sentence would do if it were typed. */
export function sayButton(text: string): Button {
  return { label: text, press: { action: SAY, input: { text } } }
}

/** Adds a button to the last row of buttons, or makes that row. */
export function withButton(card: Card, button: Button): Card {
  const last = card.nodes.at(-1)
  if (last?.node === 'buttons') {
    return {
      ...card,
      nodes: [...card.nodes.slice(0, -1), { node: 'buttons', buttons: [...last.buttons, button] }],
    }
  }
  return { ...card, nodes: [...card.nodes, { node: 'buttons', buttons: [button] }] }
}
