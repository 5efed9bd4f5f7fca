// freeze.show (冻结情况, 解冻): the freezes in force about which the person may decide, each with what may be done.

import { z } from 'zod'
import { freezeListCard } from '../../../cards/freezes.ts'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { buttonsFor, DECIDERS } from './decide.ts'
import { listFreezes } from './store.ts'
import { mayDecide, targetOf } from './target.ts'
import { stepOut, toView } from './view.ts'

/** Shows them; also the way to a thaw. */
export const showFreezes = defineCapability({
  intent: 'freeze.show',
  summary: say('冻结情况与解冻', 'What is frozen, and thaws'),
  examples: { zh: ['冻结情况', '解冻'], en: ['what is frozen', 'thaw'] },
  access: DECIDERS,
  input: z.object({}),
  run: async (turn: Turn) => {
    const items = []
    for (const freeze of await listFreezes(turn.db)) {
      const target = await targetOf(turn.db, freeze, (work) => stepOut(turn, work))
      if (!mayDecide(turn.actor, target)) continue
      items.push({
        freeze: await toView(turn, freeze, target),
        buttons: turn.conversation.private ? buttonsFor(freeze) : [],
      })
    }
    // Nothing to decide is not nothing that is frozen.
    if (items.length === 0 && turn.actor.frozen) throw new Refusal('frozen')
    const report = turn.actor.role === 'supervisor' ? [] : [sayButton('冻结报告')]
    return { kind: 'card', card: freezeListCard(items, items.length === 0 ? [] : report) }
  },
})
