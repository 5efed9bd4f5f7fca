// The one dialog that asks for a yes or a no. It stands outside the stream, so that scrolling cannot take it away.

import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { t } from '../state/preferences.ts'

interface Question {
  readonly title: string
  readonly text: string
}

const open = signal<(Question & { readonly answer: (yes: boolean) => void }) | null>(null)

/** Asks and resolves to the answer; closing the dialog is a no. */
export function ask(question: Question): Promise<boolean> {
  open.value?.answer(false)
  return new Promise((resolve) => {
    open.value = {
      ...question,
      answer: (yes) => {
        open.value = null
        resolve(yes)
      },
    }
  })
}

/** Place of the dialog in the page. */
export function QuestionDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const question = open.value
  useEffect(() => {
    if (question !== null) dialog.current?.showModal()
  }, [question])
  if (question === null) return null
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby="question-title"
      onClose={() => question.answer(false)}
    >
      <h2 id="question-title">{question.title}</h2>
      {question.text !== '' && <p>{question.text}</p>}
      <div class="question-buttons">
        <button type="button" class="plain-button" onClick={() => question.answer(false)}>
          {t(copy.cancel)}
        </button>
        <button type="button" class="plain-button is-primary" onClick={() => question.answer(true)}>
          {t(copy.confirm)}
        </button>
      </div>
    </dialog>
  )
}
