// Wishes about contacts: record one that took place, see past ones.

import { CHANNELS, findWord } from '../lexicon/words.ts'
import { over } from '../mask.ts'
import { findPassedPeriod, findPeriod } from '../periods.ts'
import { listEntities, type Reading } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { readContact } from './contact.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const CONTACTED =
  '(?:打(?:了|过|完|通)(?:了)?(?:个|一个|通|一通|两个)?(?:电话)?(?!印|折|包|标签|卡)|打(?:个|通|一通|一个)电话(?=.{0,3}(?:他|她|说|聊|问|没|沟通|,|，))|(?:刚|刚才|刚刚|今天|昨天|上午|下午).{0,8}打.{0,3}电话|电话(?:沟通|联系|聊|回访|拜访|访|里|说|打通|通了)|通了?(?:个|次|过)?(?:电话|话)|致电|去电|来电(?!了?吗|提醒)|回电|电联|微信(?:上)?(?:聊|问|沟通|联系|说|发|回|跟)|发了?(?:个|条|封)?(?:微信|短信|邮件)|视频(?:聊|沟通|会议|通)|(?:拜访|走访|回访|上门|见|联系|沟通|聊|谈|面谈|接待|约|碰|探望|慰问|对接|洽谈|交流|跟进)(?:了|过|完|上)|聊(?:了聊|天|起|到|得)|沟通(?:了|过|完)|见了?(?:个)?面|(?:来|到)(?:了)?(?:我?们?|咱们?)?(?:网点|行里|支行|银行|柜台|我行|店里)|一起吃|吃了(?:个)?饭|喝了?茶)'
const SAID =
  '(?:说|表示|反馈|提到|提了|提出|称|讲|告诉|透露|反映|问(?!题)|咨询|询问|打听|了解(?!一?下)|想(?!起|办法)|希望|打算|准备|计划|考虑|嫌|觉得|认为|担心|犹豫|有意向?|有兴趣|感兴趣|没兴趣|需要|有需求|要求|拒绝|同意(?!书)|答应|比较关注|关注|看中|看好|倾向|偏好|不想|不考虑|不需要|暂时不|先不|已经?(?:在|买|办|转|存)|刚(?:在|买|办|转|存))'

/** The rules of this family; the weights were set on our own phrases. */
export const FOLLOW_UP_RULES: readonly IntentRule[] = [
  {
    intent: 'followup.log',
    cues: [
      cue(
        -7,
        '给我(?:建|加|设|记)个?(?:日程|待办|提醒|任务)|(?:任务|待办)(?:可以|能)?(?:关|结|销|勾)(?:了|掉)',
      ),
      cue(
        3.4,
        '(?:发|寄|回|传)(?:来|了|过来)(?:一?封|一?条|个|一份)?(?:邮件|微信|短信|消息|资料|材料|报表)|^(?:(?!工单|单子|[开提建]个).)*<C>(?:问|咨询)(?:(?!工单|单子|[开提建]个).)*$|(?:没接|接了|没打通|占线)[,，]',
      ),
      cue(-4, '(?:加|建|设|记)(?:个|一个|到|一下)?(?:日程|待办|提醒|任务)|备(?:个|一?下)?忘'),
      cue(
        -6,
        '(?:跑|见|访|联系|跟进?|聊|记|打)(?:了|过)(?:几[家个位次条]|哪些|哪几|谁|啥|什么|多少)|到哪了?[?？]?<->$',
      ),
      cue(
        -6,
        '^<->(?:帮我|请|麻烦|给我|替我)?约(?:一?下|个)?(?:<C>.{0,4}<U>|<U>.{0,4}<C>)(?:(?!了|过|说|聊|问).)*$',
      ),
      cue(
        -2.5,
        '^(?:(?!了|过|刚|昨|约好|说|表示|想|问).)*<U>.{0,6}(?:和|跟|与|约|请|陪)<C>(?:(?!了|过|说).)*$',
      ),
      cue(-3, '(?:情况|资料|信息|背景)(?:说|讲|介绍)(?:一?下|给我)'),
      cue(-3, '记(?:个|一?件)(?:事|事儿)'),
      cue(-2.5, '(?:让|被).{1,10}(?:抢|挖|撬|截)(?:走|了|去)'),
      cue(
        3.4,
        '\\b(?:sent|emailed|texted|messaged|gave|showed|delivered|mailed)\\b.{0,4}<C>|\\b(?:sent|gave|delivered)\\b.{0,40}\\bto <C>',
      ),
      cue(-4, '\\b(?:birthday|thank[- ]?you|greeting|festival)\\b.{0,10}\\b(?:note|message|text)\\b'),
      cue(1.5, '不接电话|没接电话|没回(?:复|信|消息)'),
      cue(
        4,
        "\\b(?:couldn't|could not|can't|cannot|unable to|failed to|didn't) (?:reach|get (?:hold|through)|contact|connect)|\\b(?:phone|mobile|line) (?:is|was) (?:off|busy|engaged|dead)\\b|\\bunreachable\\b",
      ),
      cue(-5, '^<->(?:expense|rate|contract|reimbursement) (?:request|claim)|\\bexpense\\b|报销|费用申请'),
      cue(-3, '调(?:一?下|出).{0,3}(?:资料|信息|档案)'),
      cue(2.6, '(?:电话|微信|短信|上门|视频)?(?:跟进|回访|拜访|联系)了<C>'),
      cue(-3, '<U>(?:之?前|以前)?(?:要|得)?(?:把|将)'),
      cue(-3, '(?:登记|录|开|提|建|记)(?:一?个|一?下|一?张)?.{0,3}(?:投诉|客诉)'),
      cue(1.5, '<B>.{0,30}(?:了|过|聊|谈|见|访|说|打|去|来)'),
      cue(
        2.6,
        '^<->(?:<T>|刚才?|已|今天|昨天|[上下中]午|\\s)*(?:电话)?(?:拜访|回访|走访|联系|致电|约见|接待|探访|面访|家访|陪同)<C>.{0,4}[,，。;；\\s].{3,}',
      ),
      cue(2.4, '(?:和|跟|与|陪|请|带)<C>.{0,8}(?:吃|喝|聊|谈|见|聚|通|打球|喝茶)'),
      cue(1.2, '<C>.{0,24}(?:了|过)'),
      cue(
        1.6,
        '<C>.{0,12}(?:住院|结婚|生病|出差|换工作|搬家|离婚|退休|生了|买房|卖房|出国|回国|升职|怀孕|缺钱|手头紧|资金紧|创业|破产|拆迁|分红|去世|心情)',
      ),
      cue(
        4,
        '^<->(?:跟进|拜访|沟通|联系|走访|回访|面谈)(?:记录|情况|小结)?[\\s:：,，]+<C>?[\\s:：,，]*.{5,}',
      ),
      cue(1.2, '^(?:(?!提醒|任务|待办|工单|商机|标签|吗|什么|哪|谁|多少).)*<C>.{5,}[,，。;；\\s].{4,}$'),
      cue(-2.5, '(?:要|得|需要|该|去|想)(?:给|跟|和|去)?<C>.{0,4}(?:打|回|发|联系|见|拜访|送)'),
      cue(-3, '(?:到哪了?|哪了|吗|没有?)[?？]?<->$'),
      cue(
        1,
        '\\b(?:client|customer|he|she|they)\\b.{0,8}\\b(?:says?|said|wants?|declined|refused|asked|prefers?|thinks?|told|mentioned|might|may)\\b|<C>.{0,10}\\b(?:says?|said|wants?|declined|refused|asked|prefers?|told|mentioned)\\b',
      ),
      cue(3, CONTACTED),
      cue(2, `(?:<C>|客户|他|她|对方|老板|财务|负责人).{0,10}${SAID}`),
      cue(1.5, `<C>${SAID}`),
      cue(1.2, '(?:刚|刚刚|刚才|今天|昨天|上午|下午|早上|中午|晚上|前天|上周).{0,12}(?:了|过)'),
      cue(1, '<C>.{0,20}(?:了|过)(?:[,，。\\s]|$)'),
      cue(
        5,
        '(?:记|记录|登记|写|录|补|加|添加|新增|存|留)(?:一?下|一?条|一?个|一?笔|上|录|了)*(?:今天的|刚才的|这次)?.{0,10}(?:跟进|拜访|沟通|联系|走访|回访|接触|通话|面谈)(?:记录|情况|内容|日志|笔记)?(?!提醒|任务)',
      ),
      cue(3.5, '(?:跟进|拜访|沟通|联系|走访|回访|面谈)(?:记录|笔记|小结|纪要|日志)\\s*[:：,，]'),
      cue(
        2.6,
        '(?:记一?下|记录一?下|备注|备注一?下|记个|帮我?记|记上|写一?下|记一?笔|记着|笔记|note)\\s*[:：,，]?',
      ),
      cue(
        3,
        '^<->(?:电话|微信|短信|邮件|视频|拜访|上门|面谈|到访|来访|回访|走访|来电|去电|外拓|见面|厅堂)(?:沟通|联系|聊|拜访|回访|记录|跟进)?\\s*[,，:：。\\s]',
      ),
      cue(
        1.4,
        '(?:约了?|约定|约好|说好|定了?|改天|下次|回头|届时|到时候?).{0,16}(?:<T>|面谈|详谈|再聊|再谈|见面|过来|来办|再联系|再跟进|签|办)',
      ),
      cue(
        1.5,
        '(?:没接|没打通|打不通|没人接|无人接听|关机|占线|在开会|挂了|未接|没回|没空|不方便|改约|爽约|放鸽子)',
      ),
      cue(1, '(?:已告知|告知了|介绍了|讲解了|推荐了|发了|发给|给他发|解释了|答复了|回复了|递了|送了|寄了)'),
      cue(
        4.5,
        '\\b(?:log|record|note|add|write|save|jot|put)\\b(?: down)?(?: a| an| the| my| this)?(?: new)? ?\\b(?:call|visit|meeting|note|notes|follow[- ]?up|contact|conversation|interaction|chat|touchpoint)\\b(?!s? (?:report|list))',
      ),
      cue(
        4,
        '\\b(?:notes?|log|memo|follow-?up|call note|meeting notes?|visit note)\\s*(?:for|on|about|re|with)?\\s*(?:<C>|him|her)?\\s*[:\\-,]',
      ),
      cue(
        3,
        "\\b(?:called|phoned|rang|spoke|talked|met|visited|chatted|emailed|e-mailed|texted|messaged|wechatted|saw|caught up|bumped into|dropped by|stopped by|popped in|came (?:in|by|to)|walked in|had (?:a )?(?:lunch|coffee|dinner|tea|call|chat|meeting|zoom|video)|just (?:got )?off the phone|got off (?:the|a)|reached|contacted|followed up|touched base|checked in|discussed|went to see|zoomed|dialled|hung up|left (?:a )?(?:voicemail|message)|didn't (?:pick|answer)|no answer|voicemail|sat down|pitched|presented)\\b",
      ),
      cue(
        1.8,
        "<C>.{0,14}\\b(?:said|says|told|mentioned|asked|asks|wants|wanted|is (?:interested|keen|considering|thinking|looking|worried|happy|unhappy)|was|interested|likes?|prefers?|needs?|agreed|confirmed|declined|refused|complained|thinks?|feels?|plans?|would like|has decided|decided|turned down|isn't|doesn't|won't|not interested|will (?:think|consider|come|call|get back)|worried|hesitant|keen)\\b",
      ),
      cue(
        1.5,
        "\\b(?:he|she|they|client|customer)(?:'s|'ll|'d)?\\b.{0,10}\\b(?:said|says|told|mentioned|asked|wants|wanted|interested|likes|prefers|needs|agreed|confirmed|declined|refused|will|would|come|keen|is|was)\\b",
      ),
      cue(
        2.4,
        '\\b(?:phone call|video call|zoom call|call|visit|meeting|lunch|coffee|chat) with <C>(?! (?:on|at|tomorrow|next))',
      ),
      cue(1.2, '\\b(?:just|yesterday|this morning|this afternoon|earlier)\\b'),
      cue(1, '\\b(?:agreed|will|going) to (?:meet|come|call|visit|sign|review|discuss|get back)\\b'),
      cue(-3, '(?:提醒我|提醒一下|提醒他|提醒她|记得|别忘了|建个?任务|加个?待办|待办|设个?提醒|安排)'),
      cue(
        -2.5,
        '(?:建|开|新建|创建|提|录)(?:一?个|一?张|一?条|一?下)?(?:.{0,6})(?:商机|工单)|商机.{0,8}(?:推进|改|更新|阶段|成交|丢)',
      ),
      cue(
        -4.5,
        '(?:哪些|有谁|列出|查一?下|查看|看看|看一?下|调出来?|翻一?下|历史|有没有|几次|多少|什么时候|what|when did|show|list|history|how many|did (?:i|we|anyone))',
      ),
      cue(
        -3,
        '(?:改成|改为|打标签|贴标签|标签|移交|转给|导入|导出|手机号.{0,3}(?:改|换|变更)|remind|reminder|task\\b)',
      ),
      cue(-4, '(?:待办|任务|工单|审批|简报).{0,10}(?:完成|搞定|做完|办完|推迟|延期|改到)|<N>'),
      cue(-2, '(?:明天|下周|后天|下午).{0,12}(?:要|去|得|需要)(?:给|跟|和|找|见|拜访).{0,4}<C>'),
      cue(1, '<C>'),
      cue(
        -2.5,
        '\\b(?:open|create|new|move|mark|update)\\b.{0,20}\\b(?:deal|opportunity|opp|ticket|stage)\\b',
      ),
      cue(-3, '\\b(?:complaint|ticket)\\b'),
    ],
    slots: readContact,
  },
  {
    intent: 'followup.list',
    cues: [
      // who did what, asked of what has passed: 跑了哪些客户, 见过几家, 都记了啥
      cue(
        5,
        '(?:跑|见|访|拜访|走访|打|联系|跟进?|聊|记|写|约|接触|去)(?:了|过)(?:几[家个位次条]|哪些|哪几|哪家|谁|啥|什么|多少)|给(?:谁|哪些|哪几).{0,6}(?:打|发|联系|送)(?:了|过)|(?:上次|上回|之前|上一次).{0,6}(?:聊|说|谈|讲|沟通)到?(?:哪|什么|啥)|(?:聊|说|谈|讲)到哪|(?:上回|上次|上一次|最近一次)(?:来|见|打|聊|联系|到访).{0,10}(?:啥|什么|哪天|时候|谁)',
      ),
      cue(
        5,
        "\\b(?:contacts?|visits?|calls?|chats?|meetings?) (?:with|to|from|by|of) <CW>.{0,20}<T>?<->$|<W>'?s? (?:visits?|calls?|meetings?|contacts?|notes?)\\b|\\b(?:been )?said to <C>|\\b(?:we|i)(?: have|'ve)? (?:logged|noted|recorded|wrote) (?:down )?(?:on|about|for|with) <C>",
      ),
      cue(-5, '\\b(?:any ?more|no more) (?:calls|visits|contact)'),
      cue(3.4, '(?:的|<T>)(?:跟进|拜访|回访|沟通|联系|走访)(?:呢|情况)?<->$'),
      cue(3.6, '<C>(?:的)?(?:跟进|沟通|拜访|联系|回访)(?:情况|历史|呢)?<->$'),
      cue(
        4.5,
        '(?:<C>|他|她).{0,8}(?:有人|谁|有没有人)?(?:跟|联系|回访|拜访|打|找|跟进|聊)过(?:了)?(?:吗|没有?|么)',
      ),
      cue(4, '上次.{0,8}(?:说|聊|谈|沟通|讲)(?:到|了|的|过).{0,3}(?:哪|什么|啥)'),
      cue(
        5,
        '(?:跟|和|与|同|给)<C>.{0,4}(?:聊|沟通|联系|谈|说|见|交流|讲)(?:过|了)(?:些|点)?(?:什么|啥|哪些)',
      ),
      cue(-4, '(?:记录|历史|情况)[\\s:：,，]+<C>?[\\s:：,，]+.{5,}'),
      cue(-4, '排名|排行|每个|各(?:个|渠道|团队)|按|次数(?:最|统计)'),
      cue(
        4,
        "\\b(?:<C>'?s?|(?:my|our|his|her|their)\\b).{0,10}\\bfollow-?ups\\b(?! (?:note|for))|\\bfollow-?ups\\b.{0,14}\\b(?:today|yesterday|this|last|so far|for <C>|with <C>)",
      ),
      cue(
        4,
        '^<->(?:notes?|history|past (?:visits|calls|notes|meetings|contacts)|calls?|visits) (?:on|about|for|from|with|to|of) <C><->$|\\bpast (?:visits|calls|meetings|contacts|conversations|notes)\\b',
      ),
      cue(
        4,
        '\\b(?:has|have|was|were)\\b (?:<C>|he|she|anyone|we|they).{0,12}\\b(?:been )?(?:contacted|called|visited|seen|followed)\\b',
      ),
      cue(
        4.5,
        '(?:跟进|沟通|联系|拜访|走访|回访|接触|往来|互动|面谈|通话|聊天)(?:过几[家个]|了几[家个]|历史|过?的?记录|情况|日志|轨迹|内容|明细|历程|列表|次数|了?(?:哪些|几次|多少次?|什么|啥|谁)|过(?:哪些|几次|谁|什么|多少))(?!.{0,2}[:：])',
      ),
      cue(
        4,
        '(?:历史|以前|之前|过去|往期|过往|上次|最近).{0,6}(?:跟进|沟通|联系|拜访|回访|接触|往来|聊)(?:过|了)?(?:的)?(?:记录|什么|啥|情况|内容|哪些)?',
      ),
      cue(
        2.5,
        '(?:查|看|调|翻|列|拉|打开|显示|回顾)(?:一?下|一?看|出来?)*.{0,16}(?:跟进|沟通|联系|拜访|走访|回访|接触|往来)(?:记录|历史|情况)?',
      ),
      cue(
        4,
        '(?:上次|上一次|最近一次|最后一次|之前).{0,12}(?:联系|聊|沟通|跟进|拜访|见|打电话|谈|说)(?:了|过|的|是)?.{0,8}(?:什么|啥|时候|哪天|几号|记录|内容|情况)',
      ),
      cue(
        3.5,
        '(?:跟|和|与|给)?<C>.{0,6}(?:聊|沟通|联系|谈|打|说|跟进|来)(?:过|了)?.{0,6}(?:什么|啥|几次|哪些|多少次|吗[?？]?$|没有?[?？]?$)',
      ),
      cue(
        3.5,
        '<C>.{0,12}(?:来(?:过)?电话|打(?:过)?电话|联系过?|来过|跟进过?|回访过?|拜访过?)(?:了)?(?:吗|没有?|么)[?？]?$',
      ),
      cue(
        2.5,
        '(?:我|他|她|今天|昨天|本周|这周|上周|本月|这个月)?(?:都)?(?:跟进|联系|拜访|走访|见)(?:了|过)(?:哪些|几个|谁|多少)',
      ),
      cue(
        4.5,
        '\\b(?:follow[- ]?ups?|contact|call|visit|meeting|interaction|conversation|communication|touchpoint)s?\\b (?:history|records?|log|logs|notes|list|trail|timeline)\\b',
      ),
      cue(
        4,
        '\\b(?:show|list|see|view|get|pull(?: up)?|check|open|what|give me|display|bring up|read|any)\\b.{0,30}\\b(?:follow[- ]?ups?|contacts? history|past (?:contacts?|calls?|visits?|notes)|interactions?|history|notes?|conversations?|touchpoints?|visits|calls|meetings (?:i|we) had)\\b',
      ),
      cue(
        4,
        "\\b(?:when|what) (?:did|was|were|have|has|is) .{0,20}\\b(?:last|discuss|talk|speak|say|contact|call|meet|meeting|visit|spoken|talked|contacted|in touch)\\b|\\blast (?:time|contact|spoke|touch|call|conversation)\\b.{0,20}(?:<C>|him|her)?|\\bhistory (?:with|of|for|on)\\b|<C>'?s? (?:contact )?history",
      ),
      cue(
        3.5,
        '\\b(?:did|has|have) (?:<C>|<W>|(?:he|she|they|i|we|anyone)\\b).{0,16}\\b(?:call|called|contact|contacted|visit|visited|come|speak|spoken|talk|talked|phone|rung|ring|been contacted|email|emailed)\\b.{0,24}\\??$',
      ),
      cue(3, '\\bwho (?:did|have) (?:i|we)\\b.{0,10}\\b(?:contact|call|visit|meet|met|talk|speak|see)'),
      cue(
        -3,
        '(?:报表|统计|排行|按.{1,8}(?:分|统计|维度)|渠道分布|report|count|breakdown|by channel|ranking|rank)',
      ),
      cue(-3, '(?:提醒|记一?下|写一?条|登记一?下|新增|新建|添加|建|remind|log a|add a|create|schedule)'),
      cue(-3, "(?:没联系|没跟进|未跟进|未联系|haven't|not contacted|not been)"),
      cue(-2, '(?:任务|待办|工单|商机|task|ticket|deal)'),
    ],
    slots: (reading) =>
      stated({
        customer: readListCustomer(reading),
        period: findPassedPeriod(reading),
        channel: readAskedChannel(reading),
        by: listEntities(reading, 'colleague')[0]?.value,
      }),
  },
]

const ABOUT_ALL = over(
  "(?:我|本周|这周|今天|昨天|上周|本月|这个月|团队|大家|所有|全部|谁|哪些客户|几个客户).{0,8}(?:跟进|联系|拜访|走访)|\\b(?:my|our|all|who|team|today's|yesterday's|this week's|last week's)\\b",
)

function readListCustomer(reading: Reading): string | undefined {
  const named = getCustomer({ ...reading, context: { now: reading.context.now, zone: reading.context.zone } })
  if (named !== undefined) return named
  // a stated span of time asks for everyone's contacts, 历史跟进调出来 for those with the customer on the card
  const everyone =
    ABOUT_ALL.test(reading.masked) ||
    listEntities(reading, 'colleague').length > 0 ||
    findPeriod(reading) !== null
  return !reading.pronoun && everyone ? undefined : reading.context.customer
}

const ASKED_CHANNEL =
  /(?:电话|微信|短信|邮件|视频|拜访|上门|走访)(?:的|跟进|沟通|联系|渠道)?(?:记录|历史)|(?:电话|微信|短信|邮件|视频)(?:上)?的?(?:跟进|沟通|联系)|打(?:过|了)(?:哪些|几个|多少)?电话|\b(?:phone|wechat|sms|e-?mail|video|visit)s? (?:follow|contact|history|notes?|logs?|records?)|\b(?:calls|visits|emails)\b|\b(?:when did|did) .{1,30}\b(?:visit|call|email|text)\b/

function readAskedChannel(reading: Reading): string | undefined {
  const asked = reading.masked.match(ASKED_CHANNEL)?.[0]
  return asked === undefined ? undefined : (findWord(CHANNELS, asked) ?? undefined)
}
