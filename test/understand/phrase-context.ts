// The conversation in which the phrases are read: one moment, one bank's lists.

import type { UnderstandingContext } from '../../src/understand/frame.ts'

/** A Wednesday morning in Tangshan. */
export const PHRASE_CONTEXT: UnderstandingContext = {
  now: new Date('2026-11-18T09:30:00+08:00'),
  zone: 'Asia/Shanghai',
  customers: ['王芳', '赵刚', '张伟', '海河商贸有限公司', 'Laura Kim', 'Ben Ortiz', 'Riverside Mills'],
  products: [
    '大额存单',
    '经营贷',
    '基金定投',
    '国债',
    '信用卡',
    'Term Deposit',
    'Business Loan',
    'Bond Fund',
  ],
  colleagues: ['李梅', 'Dana Fox'],
  customer: '张伟',
  ticket: 'T2048',
}
