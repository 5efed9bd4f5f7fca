// The words of the requests' domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'

export const copy = {
  open: say('查看', 'Open'),
  submit: say('提交', 'Submit'),
  cancel: say('取消', 'Cancel'),
  next: say('下一页', 'Next'),
  first: say('回到第一页', 'Back to the first page'),
  addProgress: say('记录进展', 'Add progress'),
  markResolved: say('标记已解决', 'Mark as solved'),
  satisfied: say('客户满意，关闭', 'Satisfied: close'),
  unsatisfied: say('客户不满意，重新处理', 'Not satisfied: reopen'),
  kind: say('类型', 'Kind'),
  content: say('内容', 'Content'),
  urgency: say('紧急程度', 'Urgency'),
  amount: say('金额', 'Amount'),
  askKind: say(
    '请选择工单类型。提交之前不会保存。',
    'Which kind of ticket is it? Nothing is saved before you submit.',
  ),
  askContent: say(
    '请补充工单内容。提交之前不会保存。',
    'What is it about? Nothing is saved before you submit.',
  ),
  askProgress: say('请写明处理情况，没有保存。', 'Please say what was done; nothing was saved.'),
  saved: say('已保存', 'Saved'),
  solved: say(
    '已标记为已解决，请回访客户后关闭',
    'Marked as solved; please call the customer back before closing',
  ),
  closed: say('已关闭', 'Closed'),
  reopened: say('已重新打开，并告知主管', 'Reopened, and the supervisor was told'),
  badAmount: say(
    '金额无法识别，或不是人民币，没有保存。',
    'The amount cannot be read or is not in yuan; nothing was saved.',
  ),
  badDue: say('没有看懂期限，没有保存。', 'I could not read the deadline; nothing was saved.'),
  noTeam: say('您不属于任何团队，不能新建工单。', 'You belong to no team and cannot open tickets.'),
  noSuchColleague: say(
    '未找到该同事，或不在本团队。没有任何改动。',
    'No such colleague in this team. Nothing was changed.',
  ),
  onlyInvolved: say(
    '无权转派：只有申请人、处理人或主管可以转派。没有任何改动。',
    'Only the person who asked, the handler or a supervisor may hand it on. Nothing was changed.',
  ),
  unfinished: say('未完成的工单', 'Open tickets'),
  overdue: say('已超时的工单', 'Overdue tickets'),
  mine: say('我的工单', 'My tickets'),
  none: say('没有符合条件的工单。', 'No such tickets.'),
  withdrawn: say('已撤回', 'Withdrawn'),
  notSolved: say('客户表示还没有解决', 'The customer says it is not solved'),
  lineProgress: say('进展', 'Progress'),
  lineResolved: say('已解决', 'Solved'),
  lineSatisfied: say('回访：客户满意', 'Call-back: satisfied'),
  lineUnsatisfied: say('回访：客户不满意，重新处理', 'Call-back: not satisfied, reopened'),
} as const

/** What follows after a request was made. */
export function submittedWords(approver: string): BothLanguages {
  return say(`已提交，等待${approver}审批。`, `Submitted; ${approver} has been asked to approve.`)
}

/** What follows after a request for which nobody needs to decide was made. */
export function openedWords(handler: string): BothLanguages {
  return say(`已新建，由${handler}处理。`, `Opened; ${handler} works on it.`)
}

/** Who has it now. */
export function assignedWords(name: string): BothLanguages {
  return say(`已转给${name}`, `Handed to ${name}`)
}
