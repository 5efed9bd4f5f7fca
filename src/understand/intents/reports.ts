// Wishes for figures: a ready report, or one of one's own with measures and dimensions.

import type { Slots } from '../frame.ts'
import { CHANNELS, findWord, STAGES, TICKET_KINDS, type WordEntry } from '../lexicon/words.ts'
import { findPeriod } from '../periods.ts'
import type { Reading } from '../reading.ts'
import { readFilters } from './customer-filters.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const REPORTS: readonly WordEntry[] = [
  [
    'dashboard',
    /仪表[盘板]|看板|驾驶舱|大屏|总览|(?:数据|经营|业务)大盘|经营概览|\b(?:dashboard|overview|cockpit)\b/,
  ],
  ['churn', /流失|\b(?:churn|attrition)\b/],
  [
    'funnel',
    /漏斗|转化(?!率.{0,4}(?:排|最))|销售(?:漏斗|转化)|商机(?:报表|分析|转化)|\b(?:funnel|pipeline)\b/,
  ],
  [
    'ranking',
    /排行|排名|榜|排(?:一?下|个|出|名次|序|的)|怎么排|谁.{0,10}(?:最多|最高|第一|最好|最强|最厉害|最少|最低|垫底|领先)|前(?:三|五|十|\d+)名?|业绩.{0,4}(?:比|pk)|pk|\b(?:ranking|rankings|ranked|rank|leaderboard|league table|top (?:\d+|three|five|ten|performers?|sellers?|rms?)|best performer|who (?:has|had|did|made|closed|brought|is|won) (?:the )?(?:most|best|highest|top|leading))\b/,
  ],
  ['activity', /活跃|\b(?:activity|active|engagement)\b/],
  [
    'service',
    /服务(?:质量|分析|报表|情况|报告|统计|水平|数据)|工单(?:报表|分析|报告|处理情况|时效|统计报表)|满意度|投诉(?:处理)?(?:情况)?(?:分析|报表|报告)|客服|处理时效|服务|\b(?:service|satisfaction|ticket (?:report|analysis|performance)|complaint report|sla)\b/,
  ],
  [
    'growth',
    /增长|新增客户|客户(?:增|数变化|规模)|拉新|获客|增量|净增|新客|\b(?:growth|new customers?|new clients?|acquisition|customer growth)\b/,
  ],
]

const RANKED_BY: readonly WordEntry[] = [
  ['conversion', /转化率?|成交率|赢单率|成功率|\b(?:conversion|win rate|close rate)\b/],
  ['followups', /跟进|拜访|回访|联系|电话量|沟通|\b(?:follow-?ups?|contacts|calls|visits|activities)\b/],
  [
    'amount',
    /金额|业绩|成交额|销售额|销量|规模|放款|金|签单|产能|\b(?:amount|revenue|sales|value|volume|money|turnover)\b/,
  ],
  [
    'customers',
    /客户数|新增客户|客户(?:量|增长|拓展)?|拓客|获客|开户|\b(?:customers?|clients?|acquisitions?)\b/,
  ],
]

const SOURCES: readonly WordEntry[] = [
  ['opportunities', /商机|机会|单子|成交|\b(?:opportunit(?:y|ies)|deals?|opps?|pipeline)\b/],
  ['tickets', /工单|投诉|\b(?:tickets?|complaints?|cases)\b/],
  [
    'followups',
    /跟进|拜访|回访|沟通记录|联系记录|走访|接触|\b(?:follow-?ups?|contacts made|visits?|calls?|interactions?|touchpoints?)\b/,
  ],
  ['customers', /客户|\b(?:customers?|clients?|prospects?)\b/],
]

const DIMENSIONS: readonly WordEntry[] = [
  ['level', /(?:客户)?(?:等级|级别|层级)|\b(?:levels?|tiers?)\b/],
  ['tag', /标签|\btags?\b/],
  ['product', /产品|\bproducts?\b/],
  ['stage', /阶段|\bstages?\b/],
  [
    'owner',
    /负责人|客户经理|经理|每个人|各人|人员|员工|个人|归属人|经办人|处理人|\b(?:owners?|rms?|relationship managers?|person|managers?|staff|salesperson|employees?|people)\b/,
  ],
  ['team', /团队|小组|组别|各组|每组|\bteams?\b/],
  ['branch', /支行|网点|分行|机构|\bbranch(?:es)?\b/],
  ['city', /城市|地区|地域|各地|\b(?:city|cities|regions?)\b/],
  ['source', /来源|(?:获客|客户)渠道|\bsources?\b/],
  [
    'month',
    /每个?月|按月|月份|逐月|月度|分月|各月|(?<=[和、与])月(?=统计|汇总|分|看|出|$)|\b(?:months?|monthly)\b/,
  ],
  ['week', /每周|按周|逐周|周度|分周|各周|(?<=[和、与])周(?=统计|汇总|分|看|出|$)|\b(?:weeks?|weekly)\b/],
  ['day', /每天|每日|按天|按日|逐日|分天|\b(?:days?|daily)\b/],
  ['kind', /类型|类别|种类|分类|\b(?:kinds?|types?|categor(?:y|ies))\b/],
  ['channel', /渠道|方式|\bchannels?\b/],
]

const DIMENSION_PLACE =
  /(?:按照?|分|各个?|每一?个?|不同|维度(?:是|为|:|用|选)?|以|根据|依|逐|对比|基于|\b(?:by|per|for each|each|across|grouped? by|split by|broken down by|breakdown by|dimensions?:?|dimension is|every)\b)\s*(?<list>[^,，。;；:：]{1,40})/gi

const SHARES = /(?<list>[\u4e00-\u9fff]{1,6})(?:的)?(?:分布|占比|构成|结构)/g
const SPAN_OF_TIME =
  /(?:最近|近|过去|last|past|this|next)\s*[\d一二三四五六七八九十]*\s*(?:个)?(?:天|日|周|月|季度?|年|days?|weeks?|months?)/gi

function readDimensions(text: string): string[] {
  const found: { name: string; index: number }[] = []
  for (const place of [...text.matchAll(DIMENSION_PLACE), ...text.matchAll(SHARES)]) {
    const words = place[0].replace(SPAN_OF_TIME, ' ')
    for (const [name, pattern] of DIMENSIONS) {
      const match = words.match(pattern)
      if (!match || match.index === undefined || found.some((one) => one.name === name)) continue
      found.push({ name, index: place.index + match.index })
    }
  }
  return found.sort((a, b) => a.index - b.index).map((one) => one.name)
}

const MEASURES: readonly WordEntry[] = [
  [
    'count',
    /数量|个数|多少(?:个|条|笔|张|户|人|次)|几个|笔数|条数|次数|人数|户数|件数|有多少(?!钱)|数(?=[和、及与,，]|统计|是|$)|客户数|商机数|工单数|单量|\b(?:count|counts|number|numbers|how many|quantity|#)\b/,
  ],
  [
    'avg_amount',
    /平均(?:金额|额|每笔|每单|单笔|成交额)?|均值|均额|单均|笔均|人均|客单价|\b(?:average|avg|mean)\b/,
  ],
  [
    'sum_amount',
    /(?<!平均)(?<!单笔)(?:总金额|金额合计|合计金额|总额|金额(?:总计|总和|汇总|之和)?|规模|总规模|总量|业绩|成交额|总和)|\b(?:sum|total(?: amount| value)?|amounts?|value|revenue|volume)\b/,
  ],
]

function readMeasures(text: string): string[] {
  const found = MEASURES.flatMap(([name, pattern]) => {
    const cleaned =
      name === 'sum_amount'
        ? text.replace(
            /平均(?:商机|成交|每笔|单笔)?的?金额|(?:average|avg|mean)(?: deal| opportunity| ticket)?(?: amount| value| size)?/gi,
            ' ',
          )
        : text
    const index = cleaned.search(pattern)
    return index < 0 ? [] : [{ name, index }]
  })
  return ['count', 'sum_amount', 'avg_amount'].filter((name) => found.some((one) => one.name === name))
}

function readReportFilters(
  reading: Reading,
  source: string | undefined,
  dimensions: readonly string[],
): Slots {
  const text = reading.masked
  const filters = readFilters(reading)
  const { birthday: _birthday, maturing: _maturing, ...rest } = filters
  const stage =
    source === 'opportunities' && !dimensions.includes('stage')
      ? findWord(STAGES, text.replace(/成交(?:额|率|金额)|新增/g, ' '))
      : null
  const kind =
    source === 'tickets' && !dimensions.includes('kind')
      ? findWord(
          TICKET_KINDS.filter(([name]) => name !== 'inquiry' && name !== 'service'),
          text,
        )
      : null
  const channel =
    source === 'followups' && !dimensions.includes('channel')
      ? findWord(
          CHANNELS.filter(([name]) => name === 'phone' || name === 'wechat' || name === 'visit'),
          text.replace(/拜访|走访/g, source === 'followups' && !/跟进/.test(text) ? ' ' : '$&'),
        )
      : null
  return stated({ ...rest, stage, kind, channel })
}

function readBuild(reading: Reading): Slots {
  const text = reading.folded.toLowerCase()
  const named = text.match(
    /(?:数据源|来源表|source)(?:是|为|用|选|:| is)?\s*(客户|商机|工单|跟进|customers|opportunities|tickets|follow-?ups)/,
  )?.[1]
  const source =
    (named === undefined ? null : findWord(SOURCES, named)) ??
    findWord(SOURCES, text.replace(/客户(?:经理|等级|级别|来源)/g, ' ')) ??
    findWord(SOURCES, text) ??
    undefined
  const dimensions = readDimensions(text)
  const measures = readMeasures(text)
  return stated({
    source,
    measures: measures.length > 0 ? measures : ['count'],
    dimensions,
    period: findPeriod(reading),
    filters: readReportFilters(reading, source, dimensions),
  })
}

function readShow(reading: Reading): Slots {
  const text = reading.folded.toLowerCase()
  const report = findWord(REPORTS, text) ?? undefined
  const scope = text.match(
    /([\u4e00-\u9fff]{1,6}(?:组|支行|团队|分行|营业部))的?(?=.{0,10}(?:报表|排行|排名|业绩|分析|看板|仪表|漏斗))/,
  )?.[1]
  return stated({
    report,
    period: findPeriod(reading),
    by: report === 'ranking' ? (findWord(RANKED_BY, text.replace(/客户经理/g, '')) ?? undefined) : undefined,
    scope:
      scope === undefined || /^(?:我们?|本|全|各|这个|咱们?)/.test(scope)
        ? undefined
        : scope.replace(/^(?:看看?|查看?|发|给我|一下|看一下)/, ''),
  })
}

const READY =
  '(?:客户增长|增长|排行榜?|排名|业绩|销售漏斗|漏斗|转化|流失预警|流失|活跃度?|客户活跃|服务质量|服务|工单|满意度|投诉|经营)'

/** The rules of this family; the weights were set on our own phrases. */
export const REPORT_RULES: readonly IntentRule[] = [
  {
    intent: 'report.show',
    cues: [
      cue(4, '(?:新增|新)客户.{0,4}(?:趋势|走势|数据|情况|统计|数)'),
      cue(2.5, '趋势|走势'),
      cue(4, '\\b(?:customer|client) growth\\b'),
      cue(4.5, `${READY}.{0,6}(?:报表|分析|报告|趋势|走势|统计表|数据|榜)`),
      cue(4, '(?:仪表[盘板]|看板|驾驶舱|大屏|dashboard)'),
      cue(4.5, '(?:排行榜?|排名|排个名|排一?下名|名次|业绩榜|龙虎榜|榜单|pk榜)'),
      cue(
        4,
        '谁.{0,14}(?:最多|最高|第一|最好|最强|最厉害|最猛|最少|最低|领先|垫底)|(?:最多|最高|第一|最好)的(?:是谁|是哪)|前(?:三|五|十|\\d+)名',
      ),
      cue(2.5, '(?:报表|报告)'),
      cue(
        3.5,
        '(?:客户|新客|获客)(?:数量?)?(?:增长|增加了?|涨了?|净增|增量|新增)(?:了)?(?:情况|多少|趋势|怎么样|如何|咋样)?',
      ),
      cue(3.5, '(?:活跃度|满意度|转化率|流失率)(?:怎么样|如何|多少|情况|咋样|是多少|看一?下|看看|数据)?'),
      cue(2.5, '(?:服务|工单)(?:质量|时效|处理)(?:怎么样|如何|情况|咋样)'),
      cue(
        5,
        '\\b(?:growth|ranking|rankings|funnel|churn|attrition|activity|service|satisfaction|performance|conversion|engagement)\\b.{0,6}\\b(?:report|analysis|dashboard|trend|stats|statistics|figures|chart|summary|numbers)\\b|\\breport (?:on|of|for)\\b.{0,10}\\b(?:growth|ranking|funnel|churn|activity|service)\\b',
      ),
      cue(4.5, '\\b(?:dashboard|leaderboard|league table|rankings?)\\b'),
      cue(
        4,
        '\\bwho\\b.{0,30}\\b(?:most|highest|best|top|leading)\\b|\\btop (?:\\d+|three|five|ten|performers?|sellers?|rms?)\\b|\\brank (?:the )?(?:rms?|team|us|everyone|colleagues|managers)\\b|\\b(?:rms?|team|everyone|colleagues|managers|we|teams|branches) (?:rank|stack up|compare)\\b',
      ),
      cue(
        3.5,
        '\\b(?:customer|client)s? growth\\b|\\bhow (?:active|many new)\\b.{0,12}\\b(?:customers?|clients?)\\b|\\bgrowth\\b',
      ),
      cue(1.5, '\\breports?\\b'),
      cue(
        -3.5,
        '(?:自定义|维度|指标|数据源|按(?:照)?.{1,10}(?:统计|分组|汇总|分|拆|看)|各个?(?:产品|阶段|团队|支行|城市|来源|等级|标签|渠道|类型)|每个?(?:月|周|天|产品|阶段|团队|支行|客户经理)|数量和|平均金额|总金额|\\bcustom\\b|group(?:ed)? by|breakdown|broken down|\\b(?:by|per) (?:level|tag|product|stage|owner|team|branch|city|source|month|week|day|kind|channel|rm|type)|count of|number of|average|\\bavg\\b|\\bsum\\b|total)',
      ),
      cue(-3.5, '(?:订阅|推送|日报|周报|简报|每天早上|digest|subscribe|briefing)'),
      cue(
        -2,
        '(?:哪些客户|谁要跑|会流失|可能流失|which (?:clients|customers)|who (?:may|might|is likely|will))',
      ),
      cue(-2, '(?:哪些|列出).{0,6}(?:工单|任务|商机)'),
    ],
    slots: readShow,
  },
  {
    intent: 'report.build',
    cues: [
      cue(-5, '简报|日报|周报|digest|brief'),
      cue(
        4.5,
        '(?:自定义|定制|自建|自己(?:做|建|搭)|做|建|出|生成|来|拉|跑|弄)(?:一?个|一?张|一?份|一?下)?.{0,10}(?:报表|统计表|图表|报告)',
      ),
      cue(5, '(?:维度|指标|数据源)'),
      cue(
        4.5,
        '(?:按照?|分|以|根据)(?:客户|商机|工单|跟进)?.{0,8}(?:等级|级别|标签|产品|阶段|负责人|客户经理|团队|支行|网点|城市|来源|月份?|周|天|日|类型|类别|渠道|方式|地区|人|机构).{0,8}(?:统计|汇总|分组|分析|看|拆|分布|对比|列|算|分|的|和|数|有多少|,|，|$)',
      ),
      cue(
        4.5,
        '(?:各个?|每个?|不同)(?:客户)?(?:等级|级别|标签|产品|阶段|负责人|客户经理|团队|支行|网点|城市|来源|月份?|周|天|类型|类别|渠道|方式|地区|组|机构).{0,14}(?:多少|数量|金额|个数|统计|情况|几个|分布|占比|平均|总|数|对比|笔数)',
      ),
      cue(
        4,
        '(?:统计|汇总|算|数)(?:一?下|一?算|出|一?数)?.{0,24}(?:数量|金额|个数|多少|笔数|次数|分布|占比|平均|总额|总量|情况)',
      ),
      cue(
        3.5,
        '(?:客户|商机|工单|跟进).{0,12}(?:数量|总金额|平均金额|个数|总额|分布|占比|笔数|次数).{0,14}(?:统计|按|各|每|汇总)',
      ),
      cue(2.5, '(?:统计|汇总)(?:一?下|出来?)?'),
      cue(3, '(?:分布|占比|构成|平均(?:金额|商机|成交))'),
      cue(
        5,
        '\\b(?:by|per|for each|grouped? by|split by|broken down by|breakdown (?:of .{1,30} )?by|across|each)\\b.{0,8}\\b(?:levels?|tags?|products?|stages?|owners?|teams?|branch(?:es)?|city|cities|sources?|months?|weeks?|days?|kinds?|types?|channels?|rms?|relationship managers?)\\b',
      ),
      cue(
        3.5,
        '\\b(?:count|number|sum|total|average|avg|mean|how many)\\b.{0,40}\\b(?:by|per|each|grouped)\\b',
      ),
      cue(
        4,
        '\\b(?:custom report|build (?:me )?a report|create a report|make a report|run a report|ad[- ]hoc report|breakdown)\\b',
      ),
      cue(
        2,
        '\\b(?:count|total|average|avg|sum)\\b.{0,20}\\b(?:customers?|opportunit|deals?|tickets?|follow)',
      ),
      cue(-4, '(?:提醒|记一?下|打标签|新增客户:|订阅|推送|remind|subscribe|digest|tag )'),
      cue(-2, '(?:排行|排名|榜|ranking|leaderboard|谁.{0,10}最)'),
      cue(-3, '<N>'),
    ],
    slots: readBuild,
  },
]
