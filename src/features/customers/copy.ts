// The words of the customers' domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'

export const copy = {
  choose: say('选择', 'Choose'),
  cancel: say('取消', 'Cancel'),
  next: say('下一页', 'Next'),
  previous: say('上一页', 'Previous'),
  open: say('查看', 'Open'),
  export: say('导出', 'Export'),
  edit: say('修改', 'Edit'),
  save: say('保存', 'Save'),
  saveAnyway: say('仍然保存', 'Save anyway'),
  confirm: say('确认', 'Confirm'),
  showNumber: say('看全部号码', 'Show full number'),
  back: say('返回客户', 'Back to customer'),
  logFollowUp: say('记跟进', 'Log follow-up'),
  createTask: say('建任务', 'New task'),
  createOpportunity: say('建商机', 'New opportunity'),
  saved: say('已保存', 'Saved'),
} as const

type WordsOf<K extends string> = Readonly<Record<K, BothLanguages>>

/** Names of the fields of a customer that a person can set. */
export const FIELD_WORDS = {
  name: say('姓名', 'Name'),
  gender: say('性别', 'Gender'),
  phone: say('手机号', 'Phone'),
  email: say('邮箱', 'E-mail'),
  company: say('单位', 'Company'),
  contactName: say('联系人', 'Contact'),
  occupation: say('职业', 'Occupation'),
  income: say('年收入', 'Yearly income'),
  address: say('地址', 'Address'),
  city: say('城市', 'City'),
  birthday: say('生日', 'Birthday'),
  risk: say('风险等级', 'Risk level'),
  level: say('客户等级', 'Level'),
  source: say('来源', 'Source'),
  tags: say('标签', 'Tags'),
} as const satisfies WordsOf<string>

export const GENDER_WORDS = { male: say('男', 'Male'), female: say('女', 'Female') } as const

/** Levels as they are kept, with their names. */
export const LEVEL_WORDS = {
  VIP: say('VIP', 'VIP'),
  普通: say('普通', 'Regular'),
  潜在: say('潜在', 'Prospect'),
} as const

/** What customers bear, from C1 to C5, as it is kept. */
export const RISK_WORDS = {
  谨慎型: say('谨慎型 C1', 'Cautious C1'),
  稳健型: say('稳健型 C2', 'Steady C2'),
  平衡型: say('平衡型 C3', 'Balanced C3'),
  进取型: say('进取型 C4', 'Growth C4'),
  激进型: say('激进型 C5', 'Aggressive C5'),
} as const

export const CHANNEL_WORDS = {
  phone: say('电话', 'Phone'),
  visit: say('拜访', 'Visit'),
  wechat: say('微信', 'WeChat'),
  email: say('邮件', 'E-mail'),
  sms: say('短信', 'SMS'),
  video: say('视频', 'Video'),
  branch: say('到访网点', 'At the branch'),
} as const

export const STAGE_WORDS = {
  initial_contact: say('初步接触', 'Initial contact'),
  needs_analysis: say('需求分析', 'Needs analysis'),
  proposal: say('方案提供', 'Proposal'),
  negotiation: say('谈判签约', 'Negotiation'),
  won: say('成交', 'Won'),
  lost: say('失败', 'Lost'),
} as const

export const TICKET_KIND_WORDS = {
  complaint: say('投诉', 'Complaint'),
  inquiry: say('咨询', 'Inquiry'),
  service: say('业务办理', 'Service'),
  rate: say('利率优惠申请', 'Rate request'),
  contract: say('合同审批', 'Contract approval'),
  expense: say('费用申请', 'Expense request'),
} as const

export const TICKET_STATUS_WORDS = {
  open: say('处理中', 'Open'),
  waiting: say('待审批', 'Waiting for approval'),
} as const

/** The words for a kept value; undefined where it is a value of the bank's own, whatever it is called. */
export function wordsFor(
  words: Readonly<Record<string, BothLanguages>>,
  value: string,
): BothLanguages | undefined {
  return Object.hasOwn(words, value) ? words[value] : undefined
}
