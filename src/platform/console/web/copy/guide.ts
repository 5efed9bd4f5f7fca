// The guided first minute: five sentences for each role, each true for the demo bank. For whoever may not do a thing the
// last one shows that: what the bot refuses is half of what a bank wants to see.

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
    say('待我审批', 'Approvals waiting for me'),
    say('工单T1024进展如何', 'How is ticket T1024 going'),
    say('团队简报', 'Team digest'),
    say('商机漏斗', 'Opportunity funnel'),
    say('本周跟进', 'Follow-ups this week'),
  ],
  head: [
    say('团队简报', 'Team digest'),
    say('商机漏斗', 'Opportunity funnel'),
    say('VIP客户有哪些', 'List VIP customers'),
    say('本周跟进', 'Follow-ups this week'),
    say('今天拜访了李建国', 'Visited 李建国 today'),
  ],
  administrator: [
    say('帮助', 'Help'),
    say('我的设置', 'My settings'),
    say('总是先确认', 'Always ask first'),
    say('语言改成中文', 'Set language to English'),
    say('今天拜访了李建国', 'Visited 李建国 today'),
  ],
  auditor: [
    say('帮助', 'Help'),
    say('我的设置', 'My settings'),
    say('审计 C000001', 'audit C000001'),
    say('语言改成中文', 'Set language to English'),
    say('给李建国打标签VIP', 'Tag 李建国 VIP'),
  ],
  stranger: [
    say('你好', 'Hello'),
    say('你能做什么', 'What can you do'),
    say('怎么申请使用', 'How do I get access'),
    say('帮助', 'Help'),
    say('李建国的电话是多少', "What is 李建国's phone number"),
  ],
}
