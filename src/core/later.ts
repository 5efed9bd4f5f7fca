// Wishes that are understood and that no capability serves yet: they are refused by name.

import { type BothLanguages, say } from '../../cards/kit/index.ts'
import type { Intent } from '../understand/frame.ts'

const NAMES: Partial<Record<Intent, BothLanguages>> = {
  'report.show': say('报表', 'reports'),
  'report.build': say('自定义报表', 'reports of your own'),
  'template.apply': say('任务模板', 'task templates'),
  'message.draft': say('代写消息', 'drafting messages'),
  'insight.churn': say('流失预警', 'churn warnings'),
  'insight.recommend': say('产品推荐', 'product recommendations'),
}

/** What is said to a wish that comes later; undefined where it has no name of its own. */
export function laterWords(intent: Intent): BothLanguages | undefined {
  const name = NAMES[intent]
  return name === undefined
    ? undefined
    : say(
        `“${name.zh}”功能尚未开放，稍后推出。没有任何改动。`,
        `Not available yet: ${name.en}. It will come later. Nothing was changed.`,
      )
}
