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
  revoke: say('撤回', 'Revoke'),
  submitRevocation: say('确认撤回', 'Confirm'),
  revoking: say('撤回审批', 'Revoke a decision'),
  whichToRevoke: say(
    '请选择撤回哪一项，或说明，例如“撤回对 T1024 的审批”',
    'Please choose which one, or say so: “revoke the approval of T1024”',
  ),
  nothingToRevoke: say(
    '近 24 小时内没有您可以撤回的审批。',
    'You took no decision within 24 hours that could be revoked.',
  ),
  revoked: say('已撤回，可重新审批', 'Revoked; it can be decided again'),
  revocationIncomplete: say(
    '请填写撤回理由（200 字以内）和验证码。没有任何改动。',
    'Please give a reason of up to 200 characters and a code. Nothing was changed.',
  ),
} as const

/** That it was decided before, by whom and when. */
export function alreadyWords(decision: Words): BothLanguages {
  return say(
    `${inLanguage(decision, 'zh')}，没有重复执行。`,
    `${inLanguage(decision, 'en')}; nothing was done twice.`,
  )
}

/** That nothing is decided yet, or no more. */
export function undecidedWords(number: string): BothLanguages {
  return say(
    `${number} 正在等待审批，没有可以撤回的决定。没有任何改动。`,
    `${number} waits for its decision; there is none to revoke. Nothing was changed.`,
  )
}

/** That work went on from the decision, and who knows about it. */
export function wentOnWords(number: string, name: string): BothLanguages {
  return say(
    `${number} 已继续处理或已结束，不能撤回审批。没有任何改动。如需变更，请联系${name}。`,
    `Work on ${number} went on, or it has come to its end: the decision cannot be revoked. Nothing was changed. Please talk to ${name} about it.`,
  )
}

/** That somebody else decided. */
export function notTheirsWords(number: string, decider: string): BothLanguages {
  return say(
    `无权撤回：${number} 由${decider}审批，只有本人可以撤回。没有任何改动。`,
    `${decider} decided ${number}, and only ${decider} may revoke it. Nothing was changed.`,
  )
}

/** That it was decided more than a day ago. */
export function tooLateWords(number: string): BothLanguages {
  return say(
    `${number} 审批已超过 24 小时，不能撤回。没有任何改动。如需变更，请申请人重新提交。`,
    `${number} was decided more than 24 hours ago; it cannot be revoked. Nothing was changed. A new request can be made instead.`,
  )
}

/** That the request changed since the card was shown. */
export function changedWords(number: string): BothLanguages {
  return say(
    `${number} 在此期间有变化，没有撤回。请查看最新状态后再操作。`,
    `${number} has changed meanwhile; nothing was revoked. Please look at its latest state first.`,
  )
}

/** What the course of a request says before the reason. */
export function revokedLine(decision: 'approved' | 'rejected'): BothLanguages {
  return decision === 'approved'
    ? say('撤回审批（已同意）', 'Revoked the approval')
    : say('撤回审批（已驳回）', 'Revoked the rejection')
}
