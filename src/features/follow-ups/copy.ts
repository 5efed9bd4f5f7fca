// The words of the follow-ups' domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import type { Channel } from './store.ts'

export const CHANNEL_WORDS: Readonly<Record<Channel, BothLanguages>> = {
  phone: say('电话', 'Phone'),
  visit: say('拜访', 'Visit'),
  wechat: say('微信', 'WeChat'),
  email: say('邮件', 'E-mail'),
  sms: say('短信', 'SMS'),
  video: say('视频', 'Video'),
  branch: say('来网点', 'At the branch'),
}

export const copy = {
  edit: say('修改', 'Edit'),
  save: say('保存', 'Save'),
  confirm: say('确认', 'Confirm'),
  discard: say('放弃', 'Discard'),
  dismiss: say('取消', 'Cancel'),
  next: say('下一页', 'Next'),
  first: say('回到第一页', 'Back to the first page'),
  offer: say('同时建商机', 'Create opportunity too'),
  askCustomer: say('是哪位客户？', 'Which customer?'),
  askCustomerText: say(
    '选择最近联系的客户，或写出姓名。确认之前不会保存。',
    'Pick one of your recent customers, or write the name. Nothing is saved before you confirm.',
  ),
  recentField: say('最近联系', 'Recent'),
  nameField: say('或写姓名、手机号、客户号', 'or name, phone or code'),
  check: say('请确认跟进', 'Please check the follow-up'),
  guessed: say(
    '标记的内容是推测的。确认之前不会保存。',
    'What is marked was guessed. Nothing is saved before you confirm.',
  ),
  asked: say('确认之前不会保存。', 'Nothing is saved before you confirm.'),
  passed: say(
    '预约时间已经过去，请改一个时间，或清空。确认之前不会保存。',
    'The time of the appointment has passed; change it or leave it empty. Nothing is saved before you confirm.',
  ),
  editTitle: say('修改跟进', 'Edit the follow-up'),
  noteField: say('内容', 'Note'),
  channelField: say('方式', 'By'),
  interestField: say('意向产品', 'Interest'),
  nextField: say('下次时间', 'Next time'),
  nextTitleField: say('下次要做', 'What then'),
  remindField: say('提醒', 'Remind at'),
  appointment: say('预约见面', 'Appointment'),
  listTitle: say('跟进记录', 'Follow-ups'),
  emptyNote: say(
    '没有内容可记录。请写下和客户沟通了什么。',
    'There is nothing to note. Please write what was said.',
  ),
  nothingWritten: say('没有填写内容，没有保存。', 'Nothing was written, so nothing was saved.'),
  alreadyFiled: say(
    '这项任务的跟进已经保存，没有重复保存',
    'The follow-up of this task is saved already; nothing was saved twice',
  ),
  noCustomer: say(
    '这项任务没有您名下的客户，不能记跟进。',
    'This task has no customer of yours; a follow-up cannot be filed.',
  ),
  noColleague: say('未找到该同事。', 'No such colleague.'),
  noInterest: say(
    '这条跟进没有意向产品，不能建商机。',
    'This note names no product; no opportunity can be made of it.',
  ),
  sentPrivately: say('表单已发到您的私聊', 'The form was sent to our private chat'),
  toastSaved: say('已保存', 'Saved'),
  toastOpportunity: say('已新建商机', 'Opportunity created'),
  toastMoved: say(
    '内容已有变化，这是最新状态，没有重复执行',
    'It has changed meanwhile; this is the latest state, nothing was done twice',
  ),
} as const
