// The words of the directory's domain.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import type { Loss, Remark } from './compare.ts'

export const LOSS_WORDS: Readonly<Record<Loss, BothLanguages>> = {
  left: say('已离职', 'has left'),
  frozen: say('账号已冻结', 'the account is frozen'),
  moved: say('已调到其他部门', 'was moved to another department'),
  missing: say('已不在可见范围', 'is no longer in the visible range'),
}

export const REMARK_WORDS: Readonly<Record<Remark['what'], BothLanguages>> = {
  'no number': say('没有工号，未导入', 'has no employee number and was not added'),
  'no team': say('没有对应的团队，未导入', 'stands in no team and was not added'),
  'has left before': say('曾经离职，未恢复', 'has left before and was not restored'),
  'leads a team': say(
    '是部门负责人，但不是主管（roles set）',
    'leads the department without the role (roles set)',
  ),
  'may come back': say(
    '账号已恢复，仍然停用（employees thaw）',
    'is active again and still frozen (employees thaw)',
  ),
  'status unseen': say('看不到账号状态，请检查权限', 'the status cannot be seen: check the permission'),
}

export const copy = {
  joined: say('新员工，已导入', 'is new and was added'),
  held: say('一次太多，未停用（--even-many）', 'too many at once, not ended (--even-many)'),
  handOver: say('移交', 'Hand over'),
  next: say('下一页', 'Next'),
  first: say('回到第一页', 'Back to the first page'),
} as const
