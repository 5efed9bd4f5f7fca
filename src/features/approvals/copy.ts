// The words of the approvals' domain.

import { type BothLanguages, inLanguage, say, type Words } from '../../../cards/kit/index.ts'

export const copy = {
  approve: say('同意', 'Approve'),
  reject: say('驳回', 'Reject'),
  submitRejection: say('提交驳回', 'Submit'),
  cancel: say('取消', 'Cancel'),
  next: say('下一页', 'Next'),
  first: say('回到第一页', 'Back to the first page'),
  waiting: say('待我审批', 'Waiting for me'),
  nothingWaits: say('没有等您审批的申请。', 'Nothing waits for your approval.'),
  approved: say('已同意', 'Approved'),
  rejected: say('已驳回', 'Rejected'),
  own: say(
    '不能审批自己提交的申请。没有任何改动。',
    'You cannot decide what you asked for yourself. Nothing was changed.',
  ),
  notAsked: say(
    '无权审批：这项申请由其他主管审批。没有任何改动。',
    'You may not decide this; another supervisor was asked. Nothing was changed.',
  ),
  reasonMissing: say('驳回需要填写理由，没有执行。', 'A rejection needs a reason; nothing was done.'),
  notAsking: say(
    '这个工单不需要审批。没有任何改动。',
    'This ticket asks for no approval. Nothing was changed.',
  ),
  noApprover: say(
    '没有可以审批的主管，没有提交。请联系管理员。',
    'There is no supervisor to ask; nothing was submitted. Please tell the administrator.',
  ),
  asked: say('请您审批', 'Please decide'),
} as const

/** That it was decided before, by whom and when. */
export function alreadyWords(decision: Words): BothLanguages {
  return say(
    `${inLanguage(decision, 'zh')}，没有重复执行。`,
    `${inLanguage(decision, 'en')}; nothing was done twice.`,
  )
}
