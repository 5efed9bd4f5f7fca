// Keeps a gap: the wording stays, the people in it go.

import type { Gap } from '../../core/gap.ts'
import type { Turn } from '../../storage/turn.ts'
import { stripPersonalData } from '../../understand/gap.ts'
import { gaps } from './schema.ts'

/** Keeps what was not read rightly, without personal data. */
export async function keepGap(turn: Turn, { kind, text, guess, names, facts }: Gap): Promise<void> {
  await turn.db.insert(gaps).values({
    id: turn.newId(),
    at: turn.now,
    employeeId: turn.actor.id,
    kind,
    text: stripPersonalData(text, names),
    guess,
    facts,
  })
}
