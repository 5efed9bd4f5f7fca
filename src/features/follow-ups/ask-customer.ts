// Which customer a note is about, where the sentence does not say: the recently contacted ones to pick, or a name.

import { followUpFormCard } from '../../../cards/follow-ups.ts'
import type { Field } from '../../../cards/kit/index.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { nameHere } from '../customers/index.ts'
import { copy } from './copy.ts'
import { listRecentCustomers } from './store.ts'

/** The question; what is picked comes back as `recent`, what is written as `customer`. */
export async function askCustomer(turn: Turn): Promise<Question> {
  const recent = await listRecentCustomers(turn)
  const options = recent.map(({ id, name, code }) => ({
    value: `id:${id}`,
    label: `${nameHere(turn, name)} · ${code}`,
  }))
  const fields: readonly Field[] = [
    ...(options.length === 0
      ? []
      : [{ field: 'choice', name: 'recent', label: copy.recentField, options } as const]),
    { field: 'line', name: 'customer', label: copy.nameField, maxLength: 60 },
  ]
  return new Question((resume) =>
    followUpFormCard({
      title: copy.askCustomer,
      text: copy.askCustomerText,
      customer: null,
      quote: turn.text,
      fields,
      buttons: [resume.button(copy.confirm, {}, { tone: 'primary' }), resume.cancel(copy.discard)],
    }),
  )
}
