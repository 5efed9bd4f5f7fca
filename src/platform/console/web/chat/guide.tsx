// The guided first minute: one sentence to tap after the other, for the role that is played. Skipped for good on demand.

import { signal } from '@preact/signals'
import { Sparkles, X } from 'lucide'
import { guide } from '../copy/guide.ts'
import { copy } from '../copy/shell.ts'
import { Icon } from '../shell/icon.tsx'
import type { Conversation } from '../state/conversation.ts'
import { findKept, keep, t } from '../state/preferences.ts'
import { toGuideRole } from '../state/role.ts'
import { people, typingIn } from '../state/store.ts'
import { sendText } from './send.ts'

const isSkipped = signal(findKept('guide') === 'skipped')
/** How many sentences each person has used, as kept: `{"ou_wangmin":2}`. */
const used = signal<{ readonly [openId: string]: number }>(readUsed())

function readUsed(): { readonly [openId: string]: number } {
  try {
    return JSON.parse(findKept('guide-used') ?? '{}') as { readonly [openId: string]: number }
  } catch {
    // Something else wrote there: the guide starts over.
    return {}
  }
}

export function Guide({ conversation, as }: { readonly conversation: Conversation; readonly as: string }) {
  const role = toGuideRole(people.value.find((person) => person.openId === as)?.role ?? null)
  const sentences = guide[role]
  const at = used.value[as] ?? 0
  const isBusy =
    typingIn.value.has(conversation.chatId) || conversation.pending.value.some((one) => one.failed === null)
  if (isSkipped.value || at >= sentences.length) return null
  const send = (index: number, text: string) => {
    used.value = { ...used.value, [as]: Math.max(at, index + 1) }
    keep('guide-used', JSON.stringify(used.value))
    void sendText(conversation, text)
  }
  const skip = () => {
    isSkipped.value = true
    keep('guide', 'skipped')
  }
  return (
    <aside class="guide" aria-label={t(copy.guide)}>
      <span class="guide-title">
        <Icon shape={Sparkles} size={14} /> {t(copy.guide)}{' '}
        <span class="quiet">
          {at + 1}/{sentences.length}
        </span>
      </span>
      <div class="guide-sentences">
        {sentences.slice(at, at + 2).map((sentence, offset) => (
          <button
            key={sentence.en}
            type="button"
            class={`guide-sentence ${offset === 0 ? 'is-next' : ''}`}
            disabled={isBusy}
            onClick={() => send(at + offset, t(sentence))}
          >
            {t(sentence)}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="icon-button is-small"
        aria-label={t(copy.skipGuide)}
        title={t(copy.skipGuide)}
        onClick={skip}
      >
        <Icon shape={X} size={14} />
      </button>
    </aside>
  )
}
