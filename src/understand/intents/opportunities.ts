// Wishes about opportunities: open one, move its stage, change amount or close date, see them.

import { findPeriod } from '../periods.ts'
import { listEntities, type Reading } from '../reading.ts'
import { getAmount, getCustomer, getCustomerOrPronoun, getProduct, toDay } from '../slots.ts'
import { readReason } from './loss-reason.ts'
import {
  CALLED_OFF,
  readFirstStage,
  readListedStage,
  readMovedStage,
  STAGE_WORD,
} from './opportunity-stages.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const OPPORTUNITY =
  '(?:商机|机会|单子|潜在业务|意向单|业务机会|生意|\\b(?:opportunit(?:y|ies)|opps?|deals?|pipeline)\\b)'
const CLOSE_WORD =
  /预计|成交|签约|签单|落地|放款|到账|关单|签|日期|完成|办|到手|下来|close|closing|clos|expected|by|sign|due/i

function readClose(reading: Reading): string | undefined {
  // the new day is the one said last: 从月底改到12月20日
  const last = listEntities(reading, 'time').findLast(
    (one) => one.time?.kind !== 'recurrence' && !/^(?:now|现在|目前)$/.test(one.text),
  )
  return last ? toDay(last) : undefined
}

function readCreateClose(reading: Reading): string | undefined {
  const times = listEntities(reading, 'time').filter((one) => one.time?.kind !== 'recurrence')
  const near = times.find((one) =>
    CLOSE_WORD.test(
      reading.folded.slice(Math.max(0, one.start - 10), one.start) +
        reading.folded.slice(one.end, one.end + 8),
    ),
  )
  return near ? toDay(near) : undefined
}

/** The rules of this family; the weights were set on our own phrases. */
export const OPPORTUNITY_RULES: readonly IntentRule[] = [
  {
    intent: 'opportunity.create',
    cues: [
      cue(
        5,
        '(?:建|新建|创建|新增|添加|录入?|登记|加|开|提|报|立|起|记|做|上|生成|补|整|搞|弄)(?:一?个|一?条|一?笔|一?单|一?下|了|上|个新的?)?.{0,14}(?:商机|(?<!有)机会|意向单|单子)',
      ),
      cue(
        4,
        '(?:商机|机会)(?:建|新建|创建|录|登记|加|报|立)(?:一?个|一?下|起来|上)?|^<->(?:新?商机|新机会)\\s*[:：,，\\s]|\\bput (?:it|this|that|him|her|<C>) (?:in|into|on) the (?:pipeline|funnel)',
      ),
      cue(
        3,
        '(?:有|来了?|发现|挖到|挖掘)(?:了)?(?:一?个|一?笔|一?条)?(?:新)?(?:的)?(?:商机|机会)(?!吗|哪些|有哪)',
      ),
      cue(1, '<M>'),
      cue(1, '<P>'),
      cue(2.5, '<C>.{0,3}<P>.{0,2}(?:商机|机会)[\\s,，:：]{0,3}<M>'),
      cue(
        5,
        `\\b(?:open|create|add|new|log|start|set up|register|make|enter|record|put in)\\b.{0,40}\\b(?:opportunit(?:y|ies)|opp|deal)\\b`,
      ),
      cue(3, '^<->(?:new )(?:deal|opportunity|opp)\\b|^<->(?:deal|opportunity|opp)\\s*[:\\-]'),
      cue(
        -4,
        '(?:推进|进入|阶段(?!为|是|:)|改成|改为|更新|哪些|列出|查看|看看|有几个|漏斗|丢了|黄了|签下|move|update|change|list|show|which|what|open deals|my (?:open )?(?:deals|opps)|(?:deals|opportunities) (?:in|this|closing))',
      ),
      cue(-2, '(?:统计|报表|按.{1,6}分|report|group)'),
    ],
    slots: (reading) =>
      stated({
        customer: getCustomer(reading),
        product: getProduct(reading),
        amount: getAmount(reading),
        close: readCreateClose(reading),
        stage: readFirstStage(reading),
      }),
  },
  {
    intent: 'opportunity.move',
    cues: [
      cue(11, CALLED_OFF),
      cue(3.5, '(?:让|被).{1,10}(?:抢|挖|撬|截|忽悠)(?:走|了|去)'),
      cue(3.6, '^<->(?:丢单|输单|赢单|成交|流单)'),
      cue(-4, '预计.{0,10}(?:成交|签约)|expected'),
      cue(-4.5, '<U>(?:之?前|左右)?(?:能|可|会|要)?(?:成交|签约|落地)(?!了)'),
      cue(
        4.5,
        '<P>.{0,12}\\b(?:is |was |now |got )?(?:won|lost|signed|dead|closed)\\b|<C>.{0,24}\\b(?:won|lost)\\b',
      ),
      cue(
        5,
        '\\b(?:move|push|advance|bump|put|set)\\b.{0,50}\\b(?:to|into)\\b.{0,6}\\b(?:needs|initial|proposal|negotiat|won|lost)',
      ),
      cue(
        4.5,
        `(?:推进到?|推到|进入到?|进到|到了?|转[到为成入]|改[到为成]|调[到为整]到?|更新[到为成]|变[到为成更]为?|移到|挪到|退回?到?|回到|设[为成]|标记?[为成]|升到|至|走到|谈到)(?:了)?\\s*${STAGE_WORD}`,
      ),
      cue(2.5, `${OPPORTUNITY}.{0,16}${STAGE_WORD}`),
      cue(3, `${STAGE_WORD}.{0,4}(?:阶段)?(?:了|啦|吧|更新一下)[\\s.。!！]*`),
      cue(
        3.5,
        '(?:商机|单子|机会|业务|<P>|这单|那单|那笔|这笔).{0,10}(?:黄了|丢了|丢单|输了|没谈?成|失败|泡汤|凉了|没戏|告吹|签了|签下来|签成|成交|谈成|拿下|做成|落地|搞定|赢了|办下来|成了|飞了|流单|被.{1,8}(?:抢|挖|撬|截))',
      ),
      cue(
        3,
        '(?:<C>).{0,14}(?:丢单|输单|赢单|成交|黄了|没戏|谈崩|签下来了?|签单了?|谈成了|拿下了?|没谈成|被.{1,8}(?:抢|挖|撬|截)(?:走|了)?)',
      ),
      cue(2.5, '(?:丢单|输单|赢单|成交)(?:了)?[,，:：\\s]|(?:原因|丢单原因|失败原因)'),
      cue(2, '(?:推进|阶段)|<C>.{0,4}(?:没戏|谈崩|泡汤)|<P>.{0,4}(?:丢了|黄了|输了|没戏|没成|飞了)'),
      cue(
        5,
        '\\b(?:move|moved|advance|push|progress|update|change|set|put|shift|bump|mark|switch)\\b.{0,60}\\b(?:initial(?: contact)?|needs? analysis|proposal|negotiations?|negotiating|won|lost|closed|closed[- ]won|closed[- ]lost)\\b(?: stage)?(?! (?:task|call|meeting|review|doc|deck|template))',
      ),
      cue(
        3.5,
        '\\b(?:<P>|(?:deal|opportunity|opp|loan|mortgage)\\b).{0,30}\\b(?:is |was |has been |went |got |to |now |are )?(?:in |into )?(?:won|lost|dead|signed|closed|sealed|negotiation|proposal|needs analysis|initial contact|fell through|fallen through)\\b',
      ),
      cue(
        3.5,
        '\\b(?:we |i |just )?(?:won|lost|closed|signed|landed)\\b.{0,20}(?:<CP>|\\b(?:deal|opportunity|opp|it)\\b)',
      ),
      cue(
        3,
        '<C>.{0,24}\\b(?:is won|is lost|signed|went with (?:another|a competitor)|deal (?:is )?(?:won|lost|dead|done|closed)|chose (?:another|a competitor))\\b',
      ),
      cue(2.5, '\\b(?:stage|back to|moved? to)\\b.{0,12}\\b(?:initial|needs|proposal|negotiat|won|lost)'),
      cue(
        -4.5,
        '(?:哪些|列出|查看|看看|有几个|多少|漏斗|有什么|列表|list|show|which|what|how many|my open|吗[?？]$)',
      ),
      cue(
        -3,
        '(?:预计成交|成交日期|成交时间|expected close|close date|closing date|建(?:一?个)?商机|新建|创建|new deal|create|open (?:a|an))',
      ),
      cue(-3, '(?:任务|提醒|待办|工单|<N>|投诉|task|remind|ticket|流失)'),
      cue(-3, '(?:标签|tag|satisfied|满意|report|报表|统计|分析(?!阶段)|转化)'),
    ],
    slots: (reading) => {
      const stage = readMovedStage(reading)
      return stated({
        customer: getCustomer(reading),
        product: getProduct(reading),
        stage,
        amount: getAmount(reading),
        reason: stage === 'lost' ? readReason(reading) : undefined,
      })
    },
  },
  {
    intent: 'opportunity.update',
    cues: [
      cue(6, '<M>.{0,2}(?:改|调|降|加|提|变|升|减)(?:到|成|为|至)了?<M>'),
      cue(4.5, '(?:商机|单子|机会).{0,5}(?:更新|修改|调整|改).{0,4}(?:金额|额度)?.{0,3}<M>'),
      cue(5.5, '(?:预计|预期).{0,12}(?:成交|签约|落地|签|办|放款).{0,10}(?:改|更新|调|提前|推迟|延|挪)'),
      cue(
        4.5,
        '(?:商机|机会|单子|<P>|这单|那单).{0,16}(?:金额|额度|规模|数额).{0,10}(?:改|更新|调|变|换|加|提|降|增|减|为|到|修改|变更|设)',
      ),
      cue(
        4,
        '(?:金额|额度|规模).{0,6}(?:改|更新|调整?|变更?|加|提高|降|增加?|减|修改|变更|设|上调|下调)(?:到|成|为|至|了)?.{0,4}<M>',
      ),
      cue(4, '(?:商机|机会|单子).{0,10}(?:改|更新|调整?|变|加|提高|降|增加?|减)(?:到|成|为|至)\\s*<M>'),
      cue(
        5,
        '(?:预计|预期|计划)?(?:成交|签约|落地|关单|赢单|签单|结单)(?:日期|时间|日)?.{0,6}(?:改|更新|调|变|提前|推迟|延|挪|推到|换|顺延|修改|定|是|为|往后|拖).{0,6}',
      ),
      cue(3.5, '(?:改|更新|调整|修改|变更)(?:一?下)?.{0,16}(?:商机|机会).{0,10}(?:金额|日期|时间)'),
      cue(3, '(?:商机|机会).{0,12}(?:推迟|延期|延后|提前|改到|拖到|顺延).{0,4}<T>'),
      cue(
        4.5,
        '\\b(?:change|update|set|increase|raise|lower|reduce|bump|adjust|revise|make|edit|cut|correct|up|drop|put)\\b.{0,60}\\b(?:amount|value|size|worth|deal|opportunity|opp)\\b.{0,30}(?:<M>|\\b(?:to|by)\\b)',
      ),
      cue(
        4,
        '\\b(?:<P>|(?:deal|opportunity|opp)\\b).{0,24}\\b(?:amount|value|size|is now|worth|now|should be)\\b.{0,12}<M>',
      ),
      cue(
        5,
        '\\b(?:expected )?(?:close|closing|signing)(?: date)?\\b.{0,24}(?:<T>|\\b(?:to|is|now|moved|pushed|by)\\b)',
      ),
      cue(
        4,
        '\\b(?:push|move|delay|shift|bring forward|postpone|change|update|set)\\b.{0,50}\\b(?:close|closing|close date|expected close)\\b',
      ),
      cue(
        3.5,
        '\\b(?:push|move|delay|shift|postpone|slip(?:ped|s)?|change)\\b.{0,40}\\b(?:deal|opportunity|opp)\\b.{0,20}<T>',
      ),
      cue(
        -4,
        '<C>(?:问|咨询)|能不能(?!把|帮|给我)|(?:建(?:一?个|一?条|一?笔)?商机|新建|创建|新增商机|开(?:一?个)?商机|create|new deal|new opp|open (?:a|an)|哪些|列出|查看|看看|list|which|show|what)',
      ),
      cue(-3, '(?:工单|<N>|任务|待办|提醒|年收入|收入|ticket|task|remind|income|salary|费用|报销)'),
      cue(-2, `(?:推进到|进入|移到)\\s*${STAGE_WORD}`),
    ],
    slots: (reading) =>
      stated({
        customer: getCustomer(reading),
        product: getProduct(reading),
        amount: getAmount(reading),
        close: readClose(reading),
      }),
  },
  {
    intent: 'opportunity.list',
    cues: [
      cue(-11, CALLED_OFF),
      cue(4, '商机.{0,5}(?:到|进展|走|推|进行).{0,3}(?:哪|什么|啥|怎)'),
      cue(4.4, '(?:丢|签|成|赢|输|做成|拿下|成交)了(?:几|多少|哪些)(?:单|笔|个|条)'),
      cue(4.6, '(?:丢|输|赢|签|成交|拿下|做成|谈成|失败|黄)(?:了|掉)?的(?:单子|商机|单)'),
      cue(
        4.5,
        '(?:商机|机会|单子)(?:列表|清单|一览|有哪些|有啥|有什么|有几个|多少|都有|情况|呢|看一?下|看看|给我看|查一?下|列一?[下列]|列出来|进展|进度|怎么样|如何|什么状态|到哪)',
      ),
      cue(4, '(?:有|还有|都有)(?:什么|啥|哪些|多少|几个|几条|几笔|没有?).{0,8}(?:商机|机会|单子)'),
      cue(
        4,
        '(?:查|看|列|打开|显示|翻|拉|调)(?:一?下|看|出来?|询|开|取|瞅)*.{0,20}(?:商机|机会|pipeline|漏斗)',
      ),
      cue(
        4,
        `(?:<T>|本月|这个月|本周|上个?月|本季度?|这个?季度|今年|我的?|<C>的?|<W>的?|所有|全部|在谈|进行中).{0,8}(?:${STAGE_WORD})?(?:阶段)?(?:的|了的)?(?:商机|单子)(?:有哪些|列表)?[\\s?？。!！呢吧]*$`,
      ),
      cue(4, `(?:处于|在|到了?|卡在|停在)?${STAGE_WORD}(?:阶段)?的(?:商机|单子|机会|有哪些)`),
      cue(4, `(?:哪些|哪几个|多少|几个)(?:商机|单子|客户)?.{0,8}(?:在|处于|到|进入|卡在)?${STAGE_WORD}`),
      cue(5, '(?:我的|商机|销售|团队)?漏斗(?!报表|分析|转化率?报|统计)'),
      cue(
        -4,
        '漏斗.{0,4}(?:报表|分析|报告|转化)|(?:报表|分析).{0,4}漏斗|funnel (?:report|analysis)|(?:report|analysis).{0,8}funnel',
      ),
      cue(5, '\\b(?:my |the |our |sales |deal )?(?:funnel|pipeline)\\b(?! (?:report|analysis))'),
      cue(
        4.5,
        '\\b(?:list|show|see|view|which|what|any|display|check|how many|get|pull up|give me|open)\\b.{0,30}\\b(?:deals?|opportunit(?:y|ies)|opps)\\b',
      ),
      cue(
        4,
        "\\b(?:<C>'?s?|<T>'?s?|(?:my|all|our|<W>'?s)\\b).{0,16}\\b(?:deals|opportunities|opps)\\b|\\b(?:deals|opportunities|opps)\\b.{0,16}\\b(?:in|at|closing|won|lost|for|with|this|last|closed|stuck|from|by)\\b|^<->(?:deals|opportunities|opps)<->$",
      ),
      cue(3, '\\b(?:what|which)\\b.{0,20}\\b(?:closed|closing|won|lost|in negotiation|in proposal)\\b'),
      cue(
        -4.5,
        '\\bput (?:it|this|that)\\b|(?:建(?:一?个|一?条|一?笔)|新建|创建|新增|推进|改成|改为|更新|丢单|create|open an?\\b|new deal|move|update|change|mark|set )',
      ),
      cue(
        -4,
        '(?:统计|按.{1,8}(?:分组|统计|维度|汇总|看)|各(?:个)?(?:产品|阶段|团队|支行).{0,6}(?:数量|金额|多少)|平均金额|总金额|金额合计|自定义|by (?:product|stage|owner|team|month)|per (?:product|stage|owner|month)|average|total amount|sum|count of|report)',
      ),
    ],
    slots: (reading) => {
      const funnel = /漏斗|\b(?:funnel|pipeline)\b/i.test(reading.folded)
      return stated({
        customer: getCustomerOrPronoun(reading),
        stage: readListedStage(reading),
        period: findPeriod(reading),
        funnel: funnel ? true : undefined,
      })
    },
  },
]
