// Wishes to use a template: start a series of tasks, draft a text.

import type { Slots } from '../frame.ts'
import { over } from '../mask.ts'
import { type Reading, sliceOriginal } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

function captureTemplate(reading: Reading, forms: readonly RegExp[]): string | undefined {
  for (const form of forms) {
    const match = reading.masked.match(form)
    const words = match?.groups?.['template']
    if (!match || match.index === undefined || words === undefined) continue
    const start = match.index + match[0].indexOf(words)
    const template = sliceOriginal(reading, start, start + words.length)
      .replace(/^[\s"'「“《《:的个一份条套]+|[\s"'」”》,，。.的]+$/g, '')
      .replace(/(?:任务)?模[板版]$/, '')
      .replace(/\s*\btemplate$/i, '')
      .trim()
    if (template.length > 0) return template
  }
  return undefined
}

const APPLY_FORMS: readonly RegExp[] = [
  over('["「“《](?<template>[^"」”》]{1,24})["」”》]'),
  over(
    '(?:启动|套用|应用|使用|开始|启用|用上?|走|跑|执行|按照?|加载|上|做)(?:一?下|一?个|一?套)?(?<template>[^,，。;；<CW>]{1,20}?)(?:的)?(?:任务|任务系列|系列)?(?:模板|流程|计划|方案|系列|sop)'.replace(
      '<CW>',
      '',
    ),
  ),
  over('(?<template>(?:[\\u4e00-\\u9fffA-Za-z]|<PT>){2,14}?)(?:这套|这个|那套|那个)(?:任务)?(?:模板|流程)'),
  over('(?:模板|流程)\\s*[:：]?\\s*(?!给|用|套|上)(?<template>[^,，。;；]{1,16})$'),
  over('(?<template>(?:[\\u4e00-\\u9fffA-Za-z]|<PT>){2,12}?)(?:任务)?模板'),
  over('\\btemplate:?\\s+["\']?(?<template>(?:[\\w -]|<PT>){2,40}?)["\']?\\s+(?:to|for|on|with)\\b'),
  over(
    '\\b(?:apply|start|use|run|launch|kick off|begin|trigger|put|enrol|enroll)\\b(?: up)?(?: <C>(?: on| in| through)?)?(?: the| a| an| our)? ?(?<template>(?:[\\w -]|<PT>){2,40}?)(?: task)? ?\\b(?:template|series|sequence|plan|playbook|workflow|flow|checklist|cadence|routine|program|journey)\\b',
  ),
]
const DRAFT_FORMS: readonly RegExp[] = [
  over('["「“《](?<template>[^"」”》]{1,24})["」”》]'),
  over('(?:用|套用?|按照?|拿|选|使用)(?:一?下|一?个)?(?<template>[^,，。;；]{1,16}?)(?:的)?模板'),
  over(
    '(?:写|发|编|拟|起草|草拟|生成|准备|(?<!后|没)来(?!得|不|了)|整|弄|做|出|给我|送)(?:一?个|一?条|一?句|一?段|一?封|一?份|一?下|篇|点|几句|个)*(?:给)?(?:<C>|他|她|客户)?(?:的)?(?<template>[^,，。;；]{1,16}?)(?:的)?(?:短信|消息|微信|邮件|文案|话术|问候语?|祝福语?|信息|贺词|通知|内容|模板)',
  ),
  over('(?<template>[^,，。;；\\s给帮我写发]{2,10}?)(?:的)?(?:短信|祝福|问候|文案|话术|祝福语|贺卡|贺词)'),
  over(
    "\\b(?:draft|write|compose|prepare|create|generate|send|make|do|need|want|give me|drop)\\b(?: me| up| out)?(?: <C>| him| her)?(?: an?\\b| the\\b| some\\b)?(?: quick| short| nice| warm| polite)? ?(?<template>[\\w'’<T> -]{2,40}?) ?\\b(?:message|greeting|text|note|email|e-mail|wishes|letter|card|sms|wechat|template|msg|blessing|line)\\b".replace(
      '<T>',
      '\\ue200-\\ue2ff\\ue800-\\ue9ff',
    ),
  ),
  over("\\bwish <C>(?: a)? (?<template>[\\w ']{3,30})"),
]

function readDraft(reading: Reading): Slots {
  const template = captureTemplate(reading, DRAFT_FORMS)
  const fallback = reading.folded.match(
    /生日|春节|新年|元旦|中秋|端午|国庆|元宵|节日|到期|开户|感谢|活动邀请|邀请|产品介绍|慰问|新春|拜年|问候|祝福|birthday|new year|spring festival|mid-autumn|holiday|maturity|thank[- ]you|welcome|greeting|invitation/i,
  )?.[0]
  const usable =
    template !== undefined && !/^(?:[想措]?[一几两三]?句|一?条|一?个|消息|短信|给.*|a|an|the)$/.test(template)
      ? template
      : undefined
  return stated({ template: usable ?? fallback, customer: getCustomer(reading) })
}

const TEXT = '(?:短信|消息|微信|邮件|文案|话术|问候|祝福|贺词|贺卡|信息|慰问|祝词|拜年)'

/** The rules of this family; the weights were set on our own phrases. */
export const TEMPLATE_RULES: readonly IntentRule[] = [
  {
    intent: 'template.apply',
    cues: [
      cue(
        5,
        '(?:启动|套用|应用|启用|开始|走|跑|执行|加载|发起|使用|上|用).{0,22}(?:模板|任务流程|流程|任务系列|跟进计划|培育计划|sop|任务包|系列任务)',
      ),
      cue(4, '(?:模板|流程|sop).{0,10}(?:启动|套用|应用|启用|用(?:上|到|在)|走起|跑起来|套上|给<C>)'),
      cue(2, '(?:任务|跟进|维护|回访|培育|到期|开户|新客)(?:.{0,4})(?:模板|流程|系列)'),
      cue(
        5,
        '\\b(?:apply|start|use|run|launch|kick off|begin|trigger|enrol|enroll|put)\\b.{0,50}\\b(?:template|series|sequence|playbook|workflow|checklist|cadence|plan|journey|program)\\b',
      ),
      cue(
        -5,
        `(?:导入|客户名单|写|草拟|发(?:一?条|一?个|一?封|段)|编|拟|${TEXT}|消息|draft|write|compose|message|greeting|import|email|text|letter)`,
      ),
      cue(-3, '(?:提醒我|remind me|报表|report|审批|business plan|pension plan|savings plan(?! template))'),
    ],
    slots: (reading) =>
      stated({ template: captureTemplate(reading, APPLY_FORMS), customer: getCustomer(reading) }),
  },
  {
    intent: 'message.draft',
    cues: [
      cue(4, '写(?:一?段|几句|点|个|一?条|一?份)?.{0,3}(?:话(?!题)|感谢|祝福|问候|贺词|慰问)'),
      cue(
        4.5,
        '\\b(?:birthday|thank[- ]?you|festival|new year|holiday|greeting|congratulat\\w*|condolence|welcome)\\b.{0,16}\\b(?:note|message|text|line|wish(?:es)?)\\b',
      ),
      cue(
        5,
        `(?:写|编|拟|起草|草拟|生成|准备|整|弄|(?<![发寄回传过])来|出|做)(?:一?个|一?条|一?段|一?封|一?份|一?下|篇|点|几句|个|好)*.{0,18}${TEXT}`,
      ),
      cue(
        3.5,
        `(?:给|帮|替|向)(?:<C>|他|她|客户|我).{0,8}(?:发|送)(?:一?个|一?条|一?段|一?封|一?份|一?下|个|上)*.{0,14}${TEXT}`,
      ),
      cue(4, `(?:用|套用?|按照?|拿)(?:.{1,12})模板.{0,16}(?:写|发|编|拟|生成|起草)`),
      cue(
        3,
        '(?:生日|春节|新年|元旦|中秋|端午|国庆|元宵|节日|新春).{0,4}(?:祝福|问候|短信|贺词|消息|贺卡|慰问|文案)',
      ),
      cue(3, '(?:文案|话术|草稿)'),
      cue(6, '帮我?(?:想|措)(?:一?个|[一几]?句|点|些|一?下)?.{0,3}(?:问候|祝福|词|话|辞)'),
      cue(
        5,
        '\\b(?:draft|write|compose|prepare|create|generate|make|craft|word|come up with)\\b.{0,50}\\b(?:message|greeting|text|note to|email|e-mail|wishes|letter|card|sms|wechat|msg|blessing|invitation|reply)\\b',
      ),
      cue(
        3.5,
        '\\b(?:send|drop|shoot)\\b.{0,40}\\b(?:greeting|wishes|birthday (?:message|card|text|note)|thank[- ]you|festival|new year|message|invitation)\\b|\\bwish <C>\\b|\\b(?:birthday|new year|spring festival|mid-autumn|christmas|holiday|maturity|thank[- ]you|welcome)\\b.{0,10}\\b(?:message|greeting|wishes|text|note|email|card)\\b',
      ),
      cue(2.5, '\\bdraft\\b'),
      cue(
        -3.5,
        '(?:发了|写了|已发|刚发|提醒我|记得|remind|sent|emailed|texted|明天.{0,4}发|建(?:个)?任务|<N>|会员卡|log |record )',
      ),
      cue(-3, '(?:改成|改为|更新为|邮箱(?:是|:)|change|update)'),
      cue(-4, '(?:导入|import|跟进记录)'),
    ],
    slots: readDraft,
  },
]
