// Wishes about the breach plan: to freeze data, to see what is frozen or thaw it, to have the report.

import type { Slots } from '../frame.ts'
import { findPeriod } from '../periods.ts'
import type { Reading } from '../reading.ts'
import { cue, type IntentRule, stated } from './rule.ts'

// A customer's account or card that is blocked is a matter for a ticket, and no breach.
const NOT_OURS =
  '(?:被|已经?|遭|怎么|为什么|为何)冻结|冻结(?:了|怎么|是|吗|中|期|资金)|(?:银行卡|卡片|存款|理财|资金|资产|司法|解除).{0,4}冻结|冻结(?:他|她|<C>)的?(?:银行)?(?:卡|存款|资金)|提醒|工单|投诉|申请书|remind|ticket|complain|frozen (?:food|account|card)'

const REPORT = /(?:冻结|泄露|泄漏|泄密)[^,，。]{0,3}(?:报告|报表|报送材料|影响范围)/
const WHOLE_BANK =
  /全行|整个?(?:银行|行)|全部|所有|\b(?:whole|entire|all|everything|bank[- ]?wide|the bank)\b/
const BRANCH =
  /(?:冻结|封锁)\s*(?:机构|网点|支行|分行)\s*[:：]?\s*([\w\u4e00-\u9fff]{2,20})|(?:冻结|封锁)\s*([\u4e00-\u9fff]{2,16}(?:支行|分行|营业部))|\b(?:freeze|lock)\s+(?:the\s+)?branch\s+([\w\u4e00-\u9fff]{2,20})/
const EMPLOYEE =
  /(?:冻结|封锁)\s*(?:员工|同事|工号)\s*[:：]?\s*([\w\u4e00-\u9fff]{2,20})|(?:冻结|封锁)\s*([\w\u4e00-\u9fff]{2,12}?)的?(?:账号|权限|访问)|\b(?:freeze|lock)\s+(?:the\s+)?(?:employee|colleague)\s+(.{2,40})$/
const CUSTOMER =
  /(?:冻结|封锁)\s*客户\s*[:：]?\s*([\w\u4e00-\u9fff]{2,20})|(?:冻结|封锁)\s*(c\d{6,9})|\b(?:freeze|lock)\s+(?:the\s+)?(?:customer|client)\s+(.{2,40})$|\b(?:freeze|lock)\s+(c\d{6,9})/

function readTarget({ folded }: Reading): Slots {
  const text = folded.toLowerCase()
  for (const [scope, pattern] of [
    ['customer', CUSTOMER],
    ['branch', BRANCH],
    ['employee', EMPLOYEE],
  ] as const) {
    const said = pattern
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined)
    if (said !== undefined) {
      const target = said
        .trim()
        .replace(/[。.!！?？]+$/, '')
        .replace(/的?(?:资料|数据|信息)$/, '')
      return stated({ scope, target: /^(?:c\d+|ts\d+)$/.test(target) ? target.toUpperCase() : target })
    }
  }
  return WHOLE_BANK.test(text) ? { scope: 'bank' } : {}
}

/** The rules of this family. */
export const FREEZE_RULES: readonly IntentRule[] = [
  {
    intent: 'freeze.start',
    cues: [
      cue(
        16,
        '(?:启动|开启|执行|触发|进入).{0,4}(?:数据|信息|资料|客户资料)?(?:泄露|泄漏|泄密)(?:事件)?(?:应急)?(?:预案|响应|流程)',
      ),
      cue(
        15,
        '^<->(?:请|麻烦|帮我|立即|立刻|马上|紧急|现在)*\\s*(?:冻结|封锁)\\s*(?:全行|整个|全部|所有|机构|网点|支行|分行|员工|同事|工号|客户)',
      ),
      cue(
        15,
        '^<->(?:请|麻烦|帮我|立即|立刻|马上|紧急|现在)*\\s*(?:冻结|封锁).{1,16}(?:支行|分行|营业部|的?(?:账号|权限|访问))<->$',
      ),
      cue(15, '^<->(?:立即|马上|紧急)?冻结(?:资料|数据|客户资料|客户数据)?<->$'),
      cue(
        16,
        '\\b(?:start|activate|trigger|launch|initiate)\\b.{0,8}\\b(?:data )?(?:breach|leak|incident) (?:plan|response|protocol)\\b',
      ),
      cue(
        15,
        '^<->(?:please )?(?:freeze|lock down)\\b.{0,8}\\b(?:bank|branch|employee|colleague|customer|client|all|everything|data)\\b',
      ),
      cue(-20, NOT_OURS),
    ],
    slots: readTarget,
  },
  {
    intent: 'freeze.show',
    cues: [
      cue(15, '^<->(?:查看|看看|看一?下|当前|现在的?|有哪些)*(?:冻结)(?:情况|状态|列表|清单|事项|名单)<->$'),
      cue(15, '^<->(?:请|申请|我要|我想|发起)?(?:解冻|解除冻结|取消冻结)(?:申请|全行|资料|数据)?<->$'),
      cue(
        15,
        "^<->(?:show |list )?(?:what is frozen|what's frozen|freezes|freeze status|current freezes)<->$",
      ),
      cue(15, '^<->(?:please )?(?:thaw|unfreeze|lift the freeze)\\b'),
    ],
    slots: () => ({}),
  },
  {
    intent: 'freeze.report',
    // Names are looked for in these words, so they are read as they were written.
    weighMore: ({ folded }) => (REPORT.test(folded) ? 16 : 0),
    cues: [cue(16, '\\b(?:incident|breach|freeze|leak) report\\b'), cue(-12, '提醒|工单|remind|ticket')],
    slots: (reading) => stated({ since: findPeriod(reading)?.from }),
  },
]
