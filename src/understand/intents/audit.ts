// Wishes about proof and protection: who looked at, changed or exported a customer, and one's own second factor.

import { findPeriod } from '../periods.ts'
import type { Reading } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const DEEDS: readonly (readonly [string, RegExp])[] = [
  ['exported', /导出|下载|\bexport|\bdownload/],
  ['changed', /改过|改了|修改|动过|更新过|编辑|\bchang|\bedit|\bmodif|\bupdated/],
  ['looked', /看过|看了|查过|查看|查阅|浏览|访问|调阅|\blook|\bview|\bsaw\b|\bseen\b|\baccess|\bopened/],
]

// An auditor knows no names, so whatever stands behind the word is taken for the customer that is meant.
const BEHIND =
  /^[^\w\u4e00-\u9fff]*审计(?:一下|记录|日志|轨迹)?\s*[:：]?\s*((?!部|局|署|处|师|报告|工作|事务)[\u4e00-\u9fff]{2,4})[^\w\u4e00-\u9fff]*$/

function findDeed({ masked }: Reading): string | undefined {
  return DEEDS.find(([, pattern]) => pattern.test(masked))?.[0]
}

/** The rules of this family. */
export const AUDIT_RULES: readonly IntentRule[] = [
  {
    intent: 'audit.show',
    weighMore: (reading) => (BEHIND.test(reading.folded) ? 8 : 0),
    cues: [
      cue(
        14,
        '^<->(?:请|帮我|帮忙|查一?下|查看|看一?下|看看|调出?|做一?下)?\\s*(?:审计(?:一?下|记录|日志|轨迹)?)\\s*(?:一?下)?\\s*[:]?\\s*<CF>',
      ),
      cue(14, '<CF>(?:这个?客户)?的?\\s*(?:审计|访问|查看|操作|修改|改动)(?:记录|日志|轨迹|历史)'),
      cue(
        14,
        '(?:有)?(?:谁|哪些人|哪个人|什么人|哪些同事|有没有人)(?:都|曾经?|最近|<T>|在){0,3}(?:看|查|改|动|导出|下载|调阅|访问|浏览|编辑|修改|更新)(?:看|阅)?(?:过|了)(?:客户)?\\s*<CF>',
      ),
      cue(
        14,
        '<CF>(?:的)?(?:资料|信息|档案|号码|手机号?|电话|证件号?|卡号)?(?:都|最近|<T>|曾经?){0,3}被?(?:谁|哪些人|哪个人|什么人)(?:都|最近|<T>)?(?:看|查|改|动|导出|下载|调阅|访问|浏览|编辑|修改|更新)(?:看|阅)?(?:过|了)',
      ),
      cue(
        14,
        '\\b(?:who|has any(?:one|body))\\b.{0,10}\\b(?:looked (?:at|up)|looked|viewed|saw|seen|accessed|opened|changed|edited|modified|updated|exported|downloaded|touched)\\b.{0,24}<CF>',
      ),
      cue(
        14,
        "\\baudit(?: (?:trail|log|history|record|records|of|for|on|customer|client))*\\b.{0,6}<CF>|<CF>(?:'s)? (?:audit|access) (?:trail|log|history)",
      ),
      cue(-12, '(?:事务所|审计局|审计师|提醒|工单|投诉|remind|task\\b|ticket)'),
    ],
    slots: (reading) =>
      stated({
        customer: BEHIND.exec(reading.folded)?.[1] ?? getCustomer(reading),
        deed: findDeed(reading),
        period: findPeriod(reading),
      }),
  },
  {
    intent: 'stepup.enrol',
    cues: [
      cue(
        14,
        '(?:设置|开启|启用|开通|绑定|重设|重置|更换|换|打开|配置)(?:一?下|我的)?.{0,3}(?:二次验证|双因素|两步验证|动态口令|动态码|动态令牌|身份验证器|验证器|令牌)',
      ),
      cue(6, '^<->(?:二次验证|两步验证|双因素认证|动态口令|恢复码)<->$'),
      cue(
        14,
        '\\b(?:set ?up|enable|turn on|enrol|enroll|configure|reset|replace|change)\\b.{0,12}\\b(?:two[- ]?factor|2fa|totp|authenticator|second factor|two[- ]?step)\\b',
      ),
      cue(-12, '客户|<C>|提醒|工单|\\b(?:customer|client|remind)'),
    ],
    slots: () => ({}),
  },
]
