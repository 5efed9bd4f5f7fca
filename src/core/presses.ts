// The presses that belong to the kernel itself: to go on with a question, to drop it, to take back, to say a sentence,
// to start something with what is known already.

import type { Button, Card, JsonObject, Words } from '../../cards/kit/index.ts'
import type { Intent } from '../understand/frame.ts'
import type { Resume } from './outcome.ts'

/** Names of the kernel's presses. */
export const RESUME = 'resume'
export const CANCEL = 'cancel'
export const UNDO = 'undo'
export const SAY = 'say'
export const START = 'start'

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

/** A button that starts a capability with the slots that are known; it asks for the others. */
export function startButton(label: Words, intent: Intent, slots: JsonObject): Button {
  return { label, press: { action: START, input: { intent, slots } } }
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
