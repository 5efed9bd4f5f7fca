// The trail in people's words: what each deed was, and which kind of deed it is.

import { type BothLanguages, type JsonObject, join, say, type Words } from '../../../cards/kit/index.ts'

/** Kinds of deeds that a question can be about. */
export const DEEDS = ['looked', 'changed', 'exported'] as const
export type Deed = (typeof DEEDS)[number]

export const DEED_WORDS: Readonly<Record<Deed, BothLanguages>> = {
  looked: say('只看查看', 'looks only'),
  changed: say('只看修改', 'changes only'),
  exported: say('只看导出', 'exports only'),
}

/** Deeds that only look; `customer.reveal` shows a whole number. Whatever is neither here nor below is a change. */
export const LOOKS = ['customer.show', 'customer.reveal', 'customer.privately', 'audit.show'] as const
/** Beginnings of the deeds that carry data out. */
export const EXPORTS = ['customer.export', 'report.export'] as const

const DOMAIN_WORDS: Readonly<Record<string, BothLanguages>> = {
  customer: say('客户', 'customer'),
  followup: say('跟进', 'follow-up'),
  task: say('任务', 'task'),
  opportunity: say('商机', 'opportunity'),
  ticket: say('工单', 'ticket'),
  approval: say('审批', 'approval'),
  audit: say('审计记录', 'audit trail'),
}
const VERB_WORDS: Readonly<Record<string, BothLanguages>> = {
  show: say('查看', 'Looked at'),
  privately: say('私聊查看', 'Looked privately at'),
  create: say('新建', 'Created'),
  log: say('记录', 'Logged'),
  update: say('修改', 'Changed'),
  edit: say('修改', 'Changed'),
  tag: say('打标签', 'Tagged'),
  assign: say('移交', 'Handed over'),
  export: say('导出', 'Exported'),
  undo: say('撤销', 'Undid'),
  complete: say('完成', 'Completed'),
  done: say('完成', 'Completed'),
  cancel: say('取消', 'Cancelled'),
  postpone: say('推迟', 'Postponed'),
  move: say('推进', 'Moved'),
  approved: say('同意', 'Approved'),
  rejected: say('驳回', 'Rejected'),
  revoke: say('撤回', 'Revoked'),
  revoked: say('撤回', 'Revoked'),
  close: say('关闭', 'Closed'),
}
const WHOLE: Readonly<Record<string, BothLanguages>> = {
  'customer.reveal': say('查看完整号码', 'Saw a full number'),
}

/** What a deed was; a deed without words of its own stands as it is kept. */
export function deedWords(action: string): Words {
  const whole = WHOLE[action]
  if (whole !== undefined) return whole
  const [domain = '', ...verbs] = action.split('.')
  const noun = DOMAIN_WORDS[domain]
  const verb = VERB_WORDS[verbs.at(-1) ?? '']
  if (noun === undefined || verb === undefined) return action
  return join([verb, say('', ' '), noun])
}

const FACT_WORDS: Readonly<Record<string, BothLanguages>> = {
  phone: say('手机号', 'Phone'),
  id_number: say('证件号', 'ID number'),
  card_number: say('卡号', 'Card number'),
  contact: say('联系客户', 'to contact the customer'),
  identify: say('核实身份', 'to verify the identity'),
  process: say('办理业务', 'to process business'),
  complaint: say('处理投诉', 'to handle a complaint'),
  regulator: say('监管或司法要求', 'required by a regulator or court'),
  visits: say('安排拜访或回访', 'to plan visits and calls'),
  event: say('邀请参加活动', 'to invite to an event'),
  review: say('客户盘点分析', 'to review the portfolio'),
  handover: say('工作交接', 'to hand work over'),
}

/** The facts that say which field was seen, why, and in which export; null where there are none. */
export function factWords(facts: JsonObject): Words | null {
  const parts = ['field', 'reason'].flatMap((name) => FACT_WORDS[String(facts[name])] ?? [])
  const { export: id } = facts
  // The end of the id, as the name of the file shows it.
  if (typeof id === 'string') parts.push(join([say('导出编号 ', 'export '), id.slice(-8)]))
  return parts.length === 0 ? null : join(parts, ' · ')
}
