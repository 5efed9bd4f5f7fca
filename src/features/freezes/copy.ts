// The words of the breach plan.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import type { FREEZE_REASONS, FreezeScope } from './schema.ts'

export const SCOPE_WORDS: Readonly<Record<FreezeScope, BothLanguages>> = {
  bank: say('全行', 'The whole bank'),
  branch: say('一个机构', 'A branch'),
  employee: say('一名员工的权限', 'An employee’s access'),
  customer: say('一位客户的资料', 'A customer’s data'),
}

export const REASON_WORDS: Readonly<Record<(typeof FREEZE_REASONS)[number], BothLanguages>> = {
  leak: say('疑似资料外泄', 'Suspected leak of data'),
  account: say('账号可能被盗用', 'Account perhaps taken over'),
  device: say('设备丢失或被入侵', 'Device lost or broken into'),
  insider: say('内部人员异常操作', 'Unusual acts of an insider'),
  drill: say('应急演练', 'Drill'),
  other: say('其他', 'Other'),
}

export const OPERATOR = say('运维命令', 'Operator')
export const NOT_YOURS = say(
  '您不能处理这项冻结：须由范围内的负责人、管理员或审计操作，且本人不能处理针对自己的冻结。',
  'This freeze is not yours to decide: it takes somebody in charge of its scope, an administrator or an auditor, and nobody decides about themselves.',
)
export const FOUR_EYES = say(
  '解冻须由另外两人同意：发起和确认冻结的人不能解冻，同一人也不能同意两次。',
  'A thaw takes two others: not those who froze, and not the same person twice.',
)
