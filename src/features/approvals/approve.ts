// Approves a request in words.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { decideByWords } from './by-words.ts'
import { DECIDING } from './decision-form.ts'

export const approveRequest = defineCapability({
  intent: 'approval.approve',
  summary: say('同意申请', 'Approve a request'),
  examples: { zh: ['同意T1024', '批准T1024'], en: ['approve T1024'] },
  access: DECIDING,
  input: z.object({ ticket: z.string().optional(), comment: z.string().trim().min(1).max(200).optional() }),
  run: (turn: Turn, input) => decideByWords(turn, input, 'approved'),
})
