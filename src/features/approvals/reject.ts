// Turns a request down in words; the reason is asked for where it is missing.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { decideByWords } from './by-words.ts'
import { DECIDING } from './decision-form.ts'

export const rejectRequest = defineCapability({
  intent: 'approval.reject',
  summary: say('驳回申请', 'Turn a request down'),
  examples: {
    zh: ['驳回T1024 超出本季度额度', 'T1024不同意 费用太高'],
    en: ['reject T1024, over this quarter’s limit'],
  },
  access: DECIDING,
  input: z.object({ ticket: z.string().optional(), comment: z.string().trim().min(1).max(200).optional() }),
  run: (turn: Turn, input) => decideByWords(turn, input, 'rejected'),
})
