// customer.import: the template of the list of customers as a file.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { defineCapability, type Feature } from '../../core/capability.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { makeTemplate } from './template.ts'

const importCustomers = defineCapability({
  intent: 'customer.import',
  summary: say('客户导入模板', 'Template for importing customers'),
  examples: { zh: ['导入模板'], en: ['import template'] },
  access: { mode: 'write', roles: ['rm', 'supervisor'] },
  input: z.object({ template: z.boolean().optional() }),
  run: async (_: Turn, { template }): Promise<Outcome> => {
    if (template === true) return { kind: 'file', name: '客户导入模板.csv', bytes: makeTemplate() }
    return { kind: 'card', card: howToCard }
  },
})

const howToCard = noticeCard({
  title: say('导入客户', 'Import customers'),
  text: say(
    '请先发“导入模板”取得模板，表头为 姓名、手机号、来源，不要改动。填好后把 CSV 文件发到这里，写入之前会先给您看检查结果。',
    'Write “import template” to get the template; its header 姓名, 手机号, 来源 must stay as it is. Send the filled CSV file here; you see what was checked before anything is written.',
  ),
})

export const imports: Feature<Turn> = { name: 'imports', capabilities: [importCustomers], actions: [] }
