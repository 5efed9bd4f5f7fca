// The words of the exports' domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'

/** Why customers may leave as a file; the list is closed, so that the trail can be searched by it. */
export const REASONS = {
  visits: say('安排拜访或回访', 'To plan visits and calls'),
  event: say('邀请参加活动', 'To invite to an event'),
  review: say('客户盘点分析', 'To review the portfolio'),
  handover: say('工作交接', 'To hand work over'),
  regulator: say('监管或司法要求', 'Required by a regulator or court'),
} as const satisfies Readonly<Record<string, BothLanguages>>

export const KIND_WORDS = { person: say('个人', 'Person'), company: say('企业', 'Company') } as const

export const NO_REASON = say(
  '请选择原因，并输入验证码。没有导出任何客户。',
  'Choose the reason, and enter a code. No customer was exported.',
)
export const NOT_YOURS = say(
  '这张卡片是发给另一位同事的，没有导出任何客户。需要导出请自己发起，例如“导出我的客户”。',
  'This card was meant for a colleague; no customer was exported. To export, ask yourself, for instance “export my customers”.',
)
export const GONE = say(
  '现在没有符合条件的客户，没有生成文件。请重新发起。',
  'Nobody meets these conditions any more, and no file was made. Please start again.',
)

/** More than one file may hold. */
export function tooMany(most: number): BothLanguages {
  return say(
    `符合条件的客户超过 ${most} 位，没有生成文件。请加条件缩小范围、分几次导出，例如“导出VIP客户”“导出唐山的客户”“导出30天没联系的客户”。`,
    `More than ${most} customers meet these conditions, and no file was made. Add conditions and export in parts, for instance “export VIP customers”, “export customers in Tangshan” or “export customers not contacted for 30 days”.`,
  )
}
