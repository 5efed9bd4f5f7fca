// The guided first minute: five sentences for each role, each true for the demo bank.

import { type BothLanguages, say } from '../../../../../cards/kit/words.ts'

export type GuideRole = 'rm' | 'supervisor' | 'head' | 'administrator' | 'auditor' | 'stranger'

/** Sentences to tap, in the order in which they are offered. */
export const guide: { readonly [role in GuideRole]: readonly BothLanguages[] } = {
  rm: [
    say(
      '今天下午拜访了李建国，对大额存单感兴趣，想了解利率',
      'Visited 李建国 this afternoon, interested in a certificate of deposit',
    ),
    say('明天上午10点提醒我给李建国打电话', 'Remind me tomorrow at 10am to call 李建国'),
    say('李建国的电话是多少', "What is 李建国's phone number"),
    say('把李建国的商机推进到方案报价', "Move 李建国's opportunity to proposal"),
    say('我这周有哪些待办', 'What is on my list this week'),
  ],
  supervisor: [
    say('今天有什么要我审批的', 'What is waiting for my approval'),
    say('零售一组这周的跟进情况', 'Follow-ups of my team this week'),
    say('谁有逾期的任务', 'Who has overdue tasks'),
    say('工单T1024进展如何', 'How is ticket T1024 going'),
    say('本月各客户经理的商机排名', 'Opportunities by RM this month'),
  ],
  head: [
    say('本月全行的商机情况', 'Opportunities of the bank this month'),
    say('各团队跟进量对比', 'Follow-ups by team'),
    say('未来30天有多少存款到期', 'Deposits that mature in the next 30 days'),
    say('超时未处理的工单', 'Tickets past their deadline'),
    say('给我一份本周简报', 'Give me the digest of this week'),
  ],
  administrator: [
    say('查看员工名单', 'Show the employees'),
    say('现在有哪些自动化规则', 'Which automation rules exist'),
    say('简报什么时候发送', 'When are the digests sent'),
    say('查一下李建国的电话', "Look up 李建国's phone number"),
    say('帮助', 'Help'),
  ],
  auditor: [
    say('今天谁查看过李建国', 'Who looked at 李建国 today'),
    say('最近的审计记录', 'The latest audit records'),
    say('校验审计链', 'Verify the audit trail'),
    say('本周被拒绝的操作', 'Refused operations of this week'),
    say('删除李建国的跟进记录', "Delete 李建国's follow-ups"),
  ],
  stranger: [
    say('你好', 'Hello'),
    say('李建国的电话是多少', "What is 李建国's phone number"),
    say('你能做什么', 'What can you do'),
    say('怎么申请使用', 'How do I get access'),
    say('帮助', 'Help'),
  ],
}
