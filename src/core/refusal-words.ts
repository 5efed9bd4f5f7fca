// The sentence for each kind of refusal, where a capability gave none of its own. It tells nothing of what it protects.

import { type BothLanguages, say } from '../../cards/kit/index.ts'
import type { Refusal, RefusalCode } from './errors.ts'

const WORDS: Readonly<Record<RefusalCode, BothLanguages>> = {
  not_found: say(
    '未找到。可能不存在，或不在您的权限范围内。',
    'Not found. It may not exist, or it is outside your scope.',
  ),
  forbidden: say('无权执行此操作。没有任何改动。', 'You may not do this. Nothing was changed.'),
  read_only: say('您是只读角色，不能修改。没有任何改动。', 'Your role is read-only. Nothing was changed.'),
  conflict: say('已被他人先一步处理。没有重复执行。', 'Somebody else was faster. Nothing was done twice.'),
  stale: say(
    '内容已有变化，请查看最新状态后再操作。',
    'It has changed meanwhile. Please look at the latest state first.',
  ),
  invalid: say(
    '有一项内容不能识别，没有保存。请修改后重试。',
    'Something could not be read; nothing was saved. Please correct it and try again.',
  ),
  limit: say('超出允许的范围，没有保存。', 'Over the limit; nothing was saved.'),
  later: say(
    '这项功能尚未开放，稍后推出。没有任何改动。',
    'This is not available yet; it will come later. Nothing was changed.',
  ),
  frozen: say(
    '泄露应急冻结中：暂停查看和修改客户资料，没有执行任何操作。请按应急通知行事；解冻后可继续。',
    'Frozen after a suspected breach: customer data can be neither seen nor changed, and nothing was done. Follow the incident notice; work goes on after the thaw.',
  ),
}

/** What the person reads about a refusal. */
export function refusalWords(refusal: Refusal): BothLanguages {
  return refusal.words ?? WORDS[refusal.code]
}
