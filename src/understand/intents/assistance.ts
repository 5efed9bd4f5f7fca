// Wishes for help with the work: what to offer, who may leave, settings, undo, help.

import type { Slots } from '../frame.ts'
import { findPeriod } from '../periods.ts'
import type { Reading } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

/** The rules of this family; the weights were set on our own phrases. */
export const ASSISTANCE_RULES: readonly IntentRule[] = [
  {
    intent: 'insight.churn',
    cues: [
      cue(
        5,
        '(?:谁|哪些|哪几个|有没有|有谁|哪个|列出|找出|看看|查|帮我|名单|客户).{0,14}(?:流失(?!预警报表|报表|分析报|率)|要跑|快跑|跑路|跑掉|不(?:太|大)?稳|会走|要走|转走|搬走|被挖|撬走|离开|离行|流走|销户风险|走人|丢掉)',
      ),
      cue(
        4,
        '(?:流失|要跑|快跑|不稳|转走|离开|跑路).{0,8}(?:客户|名单|有谁|有哪些|是谁|的人|风险(?!等级)).{0,6}',
      ),
      cue(
        5.5,
        '\\b(?:might|may|could|will) (?:we|i) lose\\b|\\b(?:we|i) (?:might|may|could|will) lose\\b|\\blosing\\b.{0,12}\\b(?:clients|customers)',
      ),
      cue(3, '(?:流失风险|流失预警|高危客户|流失倾向|可能流失|潜在流失|快流失|濒临流失)'),
      cue(
        5.5,
        '\\b(?:who|which|any|what|list|show|find|clients?|customers?)\\b.{0,30}\\b(?:likely to (?:leave|churn|go)|at risk|churn(?:ing)?|may leave|might leave|may churn|might churn|going to leave|about to (?:leave|churn|go)|could leave|could churn|leaving|will leave|will churn|slipping away|drifting away|flight risks?|jump ship|on the way out|unhappy enough)\\b',
      ),
      cue(
        4,
        '\\b(?:churn (?:risk|list|candidates|prediction)|at[- ]risk (?:clients?|customers?)|attrition risk|flight risks?)\\b',
      ),
      cue(-5, '(?:报表|报告|分析报|流失率|标签|打上|去掉|report|dashboard|rate\\b|tag|trend)'),
      cue(-3, '(?:订单|统计|按|商机)'),
    ],
    slots: (reading) => stated({ period: findPeriod(reading) }),
  },
  {
    intent: 'insight.recommend',
    cues: [
      cue(
        5,
        '<C>.{0,3}(?:还)?(?:缺|差|可能(?:需要|想要))(?:点|些)?(?:啥|什么|哪些)|\\bwhat (?:else )?(?:could|can|might|may|does|would|should) (?:<C>|(?:he|she|they)\\b).{0,8}\\b(?:need|want|buy|use|like|benefit)',
      ),
      cue(-5, '^<->(?:你|机器人|这个|bot|小助手).{0,4}(?:能|会|可以)|功能'),
      cue(5, '(?:推荐|推介|推)(?:点|些|给|一?下|个)?.{0,8}(?:什么|啥|哪些|哪个|哪款|产品|合适)'),
      cue(
        5,
        '(?:适合|该|能|可以|应该|能够|宜|适宜)(?:买|推|做|配|卖|办|配置|推荐|营销|存|介绍|上|给他推|什么)(?:点|些)?.{0,4}(?:什么|啥|哪|些|产品)?',
      ),
      cue(
        4,
        '(?:适合|合适).{0,6}(?:什么|啥|哪些|哪款|哪个|产品|业务)|(?:什么|啥|哪些|哪款)(?:产品|业务)?(?:比较|最)?(?:适合|合适)',
      ),
      cue(
        4,
        '(?:给|为|帮|替)(?:<C>|他|她|这个?客户|客户).{0,6}(?:推荐|推|配|配置|营销|做个?推荐|规划|出个?配置)(?!模板)',
      ),
      cue(
        3.5,
        '(?:产品推荐|推荐产品|营销建议|配置建议|下一步(?:卖|推)什么|推荐一?下|交叉销售|还能(?:卖|推|做|买)|可能(?:需要|想买)什么)',
      ),
      cue(
        5.5,
        '\\b(?:what|which)\\b.{0,20}\\b(?:recommend|offer|pitch|sell|suggest|product (?:for|fits|suits)|products? (?:would|should|could|might)|cross-?sell|up-?sell|suits?|fits?|suitable|good for|right for|buy|propose)\\b',
      ),
      cue(
        5,
        '\\b(?:recommend|suggest|recommendations?|suggestions?|next best (?:offer|product|action)|product ideas?|cross-?sell|ideas)\\b.{0,30}(?:<C>|\\b(?:him|her|them|this (?:client|customer)|something|products?|anything)\\b)',
      ),
      cue(3, '\\brecommendations?\\b|\\bnext best\\b'),
      cue(
        -5,
        '(?:推荐了|推荐过|介绍了|已推荐|朋友推荐|客户推荐|推荐来|来源|recommended|referred|source|推进|提醒|说|表示)',
      ),
      cue(-2, '(?:新客户|新增客户|add|create)'),
    ],
    slots: (reading) => stated({ customer: getCustomer(reading) }),
  },
  {
    intent: 'settings.show',
    cues: [
      cue(
        5,
        '(?:我的|查看|看看|看一?下|打开|显示|当前|现在的|个人|通知|提醒|推送|机器人)?(?:.{0,4})(?:设置|偏好|配置|设定)(?:是|都|有|查|打开|调出|看|一下|在哪|怎么|情况|给我|页|里|项|界面|呢|吗|$|[?？。])',
      ),
      cue(3, '(?:怎么|如何|咋|哪里|在哪)(?:.{0,6})(?:配|设置|设的|配置)(?:的)?'),
      cue(
        5,
        '设(?:置|定)?(?:了|过)?(?:哪些|什么|啥).{0,4}(?:偏好|提醒|推送)?|(?:偏好|设置)(?:了)?(?:哪些|什么|啥)',
      ),
      cue(
        5,
        '\\b(?:my |show |view |open |see |check |current |display |the )?(?:settings|preferences|prefs|configuration|config|options)\\b',
      ),
      cue(
        -5,
        '(?:设置(?:一?个|一?下)?(?:提醒|任务|待办|标签|闹钟)|设置(?:成|为)|改成|改为|换成|关闭|打开(?!设置|我的|个人|偏好|$)|set up|set a|change|update|turn (?:on|off)|switch|资产配置|配置建议|推荐|<C>)',
      ),
    ],
    slots: () => ({}),
  },
  {
    intent: 'settings.update',
    cues: [
      cue(
        6,
        '(?:总是|每次(?:都)?)先确认|保存(?:之)?前(?:都|总是)?先(?:问|确认)|\\b(?:always|stop) (?:ask|confirm)(?:ing)?(?: me)? first',
      ),
      cue(
        4,
        '\\blanguage\\b.{0,10}\\bto\\b|\\b(?:change|set|switch)\\b.{0,10}\\b(?:language|notification|reminder time)',
      ),
      cue(
        5.5,
        '(?:语言|提醒时间|默认提醒|免打扰|勿扰|推送时间|时区|通知(?:方式)?|工作时间|静音|消息通知|中文|英文).{0,10}(?:改成|改为|换成|设为|设成|设置[为成]|调[为成到整]|切换[到成为]?|打开|关闭|开启|关掉)',
      ),
      cue(
        7,
        '(?:默认|所有提醒|以后).{0,4}提前.{1,8}提醒我?<->$|(?:把)?(?:默认)?提醒(?:时间|提前量)?(?:都|统一)?(?:改成|改为|设为|设成|调[成到为])(?:默认)?提前|(?:以后|平时)?.{0,8}[点后](?:以后|之后|后)?(?:别|不要|勿)(?:再)?(?:打扰|吵|推)我|\\breminder (?:lead )?time\\b|\\blead time\\b',
      ),
      cue(5, '(?:切换|换|改|设置?)(?:到|成|为|用)?(?:英文|中文|英语|汉语|english|chinese)'),
      cue(5, '(?:打开|开启|关闭|关掉|设置)(?:一?下)?(?:免打扰|勿扰|静音|通知|消息提醒)'),
      cue(
        5,
        '\\b(?:change|set|switch|update|turn (?:on|off)|enable|disable)\\b.{0,24}\\b(?:language|quiet hours|do not disturb|dnd|notifications?|time ?zone|default reminder|reminder time|english|chinese|mute)\\b',
      ),
      cue(
        6,
        '语言.{0,4}(?:跟随|自动|随消息)|\\b(?:switch|change|speak|reply|answer|talk|write)\\b(?: to me)?.{0,10}\\b(?:to|in) (?:english|chinese|mandarin)\\b|(?:用|说|讲)(?:英文|中文|英语|汉语)(?:回|跟我|说|吧|$)|\\blanguage\\b.{0,12}\\b(?:follow|auto|as i write)',
      ),
      cue(-5, '(?:简报|日报|周报|digest|<C>|商机|工单)'),
    ],
    slots: readSetting,
  },
  {
    intent: 'undo',
    cues: [
      cue(-4, '<C>.{0,8}(?:手机|电话|邮箱|地址|公司|单位|职业|生日|等级|收入|风险)|应该是.{1,20}'),
      // a request by its number need not be what was done last
      cue(-6, '<N>[^,，。]{0,4}申请|申请[^,，。]{0,4}<N>|(?:撤回|撤销|收回)[^,，。]{0,4}<N><->$'),
      // 刚才那条改到明天下午 moves it
      cue(-6, '(?:改|挪|推|调|换|延)(?:期|迟|后)?(?:到|成|至|为)<U>'),
      cue(5, '(?:撤销|撤回|撤消|还原|恢复|回退|回滚|反悔)(?!标签)(?:一?下|掉|了)?.{0,14}$'),
      cue(
        4.5,
        '(?:撤销|撤回|取消|回退|还原|回滚|收回)(?:一?下|掉)?.{0,4}(?:刚才|刚刚|刚|上一步|上一个|上一条|上个|最后|之前|前面|这次|这一步|操作|修改|改动|那个操作|那步|那条)',
      ),
      cue(
        5,
        '(?:刚才|刚刚|刚|上一步|上一条|上一个)(?:的|那个|那条|那步|那次|录的|做的|改的|操作|记的|建的|加的|写的|提交的|弄的)*.{0,8}(?:撤销|撤回|取消|不算|作废|还原|收回|错了|弄错|删掉|删了|回退|不要了|撤了|改回来|改回去|记错|录错|点错|搞错)',
      ),
      cue(
        3.5,
        '(?:改回来|改回去|退回上一步|返回上一步|点错了|弄错了|搞错了|录错了|记错了|写错了|手滑|不小心(?:点|录|建)|当我没说|算了,?撤)',
      ),
      cue(
        5.5,
        '\\b(?:undo|revert|roll ?back|take (?:that|it) back|reverse (?:that|it|the last)|never ?mind that|scratch that|cancel (?:that|the last|my last|what i)|go back one)\\b',
      ),
      cue(
        4,
        "\\b(?:that was (?:a mistake|wrong)|oops|my mistake|wrong (?:one|customer|client)|didn't mean)\\b",
      ),
      cue(-4, '(?:标签|任务|提醒|商机退回|订阅|简报|拜访|会议|task|reminder|meeting|tag|digest|<N>)'),
    ],
    slots: () => ({}),
  },
  {
    intent: 'help',
    cues: [
      cue(
        7,
        '^<->(?:请问|教我)?(?:怎么|如何|咋|怎样)(?:给|把|建|加|录|记|查|设|改|打|用|提|批|订|删|取消|新建|创建|添加)(?!.{0,8}(?:导入|批量|名单|表|excel))(?:(?!<C>|<N>).)*$',
      ),
      cue(5, '\\bhow (?:can|could|do) you help\\b|\\bcan you help(?: me)?<->$|\\bwhat else can you\\b'),
      cue(2, '^<->你.{0,6}(?:能|会|可以).{0,8}(?:什么|啥)'),
      cue(
        5,
        '(?:你|机器人|这个?|它|小助手|bot)(?:.{0,4})(?:能|会|可以|都能|都会|有)(?:.{0,4})(?:做|干|帮|办|用)?(?:些|点)?(?:什么|啥|哪些)(?:功能|事|用|忙)?',
      ),
      cue(4.5, '(?:怎么|如何|咋)(?:使?用|操作|玩|弄|开始|上手)(?:你|啊|呢|这个|机器人)?'),
      cue(
        4.5,
        '(?:使用|操作)?(?:帮助|说明|指南|手册|教程|指引|命令列表|功能列表|功能介绍|使用说明|菜单|功能)(?:$|[?？!！。呢吗\\s]|看|发|一下|有)',
      ),
      cue(
        4,
        '(?:有什么|有啥|有哪些|都有什么)功能|(?:教|带)(?:教|一?下|我)|不会用|不懂怎么|新手|新来的|支持(?:哪些|什么)',
      ),
      cue(3, '^<->(?:帮助|help|菜单|功能|说明|怎么用|\\?|？)<->$'),
      cue(6, '^<->(?:help|menu|commands?|manual|guide|/help)\\b(?: me)?<->$'),
      cue(
        5.5,
        "\\bwhat (?:can|do|could) you (?:do|help|handle|offer)\\b|\\bwhat(?:'s| is| are) (?:your|the) (?:features?|commands?|functions?|capabilit)|\\bhow (?:do|can|should) i (?:use|start|work|get started)\\b|\\bhow does this (?:work|bot)|\\bwhat (?:commands|features|things) \\b|\\bshow (?:me )?(?:the )?(?:help|commands|menu)|\\bi'm new\\b|\\bget(?:ting)? started\\b|\\bhow to use\\b|\\bneed (?:some )?help\\b|\\bhelp (?:me )?(?:out|please)\\b|\\bwhat are you able\\b|\\bhow does (?:it|this) work",
      ),
      cue(
        -4,
        '<C>|(?:帮助|帮忙)(?:他|她|客户)|客户帮助|商机|工单|任务有|待办|报表|(?:help|assist) (?:<C>|him|her|the client)',
      ),
    ],
    slots: () => ({}),
  },
]

function readSetting(reading: Reading): Slots {
  const text = reading.folded.toLowerCase()
  const keys: readonly (readonly [string, RegExp])[] = [
    ['always_confirm', /(?:总是|每次|都)?先确认|(?:always|stop) (?:ask|confirm)(?:ing)?(?: me)? first/],
    ['language', /语言|中文|英文|英语|汉语|language|english|chinese/],
    ['quiet_hours', /免打扰|勿扰|静音|打扰|quiet hours|do not disturb|dnd|mute/],
    ['time_zone', /时区|time ?zone/],
    ['reminder', /提醒|reminder|lead time/],
    ['notifications', /通知|notification/],
  ]
  const key = keys.find(([, pattern]) => pattern.test(text))?.[0]
  const follows = /跟随|自动|随消息|\bauto(?:matic)?\b|\bfollow|\bas i write\b/.test(text)
  const language = follows
    ? 'auto'
    : /英文|英语|english/.test(text)
      ? 'en'
      : /中文|汉语|chinese/.test(text)
        ? 'zh'
        : undefined
  const value =
    key === 'language'
      ? language
      : (text.match(/(?:改成|改为|换成|设为|设成|设置[为成]|调[为成到]|\bto\b)\s*(.{1,30})$/)?.[1] ??
        (/关|不要|不用|取消|off|disable|stop/.test(text)
          ? 'off'
          : /开|on\b|enable/.test(text)
            ? 'on'
            : undefined))
  return stated({ key, value })
}
