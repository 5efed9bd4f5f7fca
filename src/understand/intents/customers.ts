// Wishes to see customers: look one up, list many, load a list, export it.

import type { Slots } from '../frame.ts'
import { over } from '../mask.ts'
import { listEntities, type Reading } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { readFilters, readListFilters } from './customer-filters.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const FIELD_WORDS =
  '(?:资料|信息|档案|详情|详细|画像|名片|卡片|客户卡|联系方式|手机号?码?|电话|号码|生日|地址|住址|风险等级|等级|级别|邮箱|职业|单位|收入|持有产品|持仓|资产|存款|余额|基本情况|具体情况|情况|概况|视图|全景)'

const MANY = /客户|人|谁|名单|户|vip|\b(?:clients?|customers?|people|who|whose|anyone|holders?)\b/
const HELD = over(
  '(?:持有|买了|买过|办了|办过|购买了?|有|做了)<P>|\\b(?:with|holding|has|have|hold|own\\w*|bought)\\b.{0,8}<P>',
)

const EXPORT = /导出|导一?份|下载|\b(?:export|download)/

/** Conditions that were understood speak for a list, as long as no single customer is named and it is no file that is wanted. */
function weighConditions(reading: Reading): number {
  if (!MANY.test(reading.masked) || EXPORT.test(reading.masked)) return 0
  const { product, ...conditions } = readFilters(reading)
  const count = Object.keys(conditions).length + (product !== undefined && HELD.test(reading.masked) ? 1 : 0)
  return count === 0 ? 0 : Math.min(2 + count * 0.5, 3.5)
}

/** The rules of this family; the weights were set on our own phrases. */
export const CUSTOMER_RULES: readonly IntentRule[] = [
  {
    intent: 'customer.find',
    cues: [
      cue(-3, '(?:叫|让|派|安排)<W>'),
      cue(-3, '任务|待办|日程|提醒'),
      cue(-3, '(?:加了|发了|给了|送了)'),
      cue(
        2.4,
        '(?:看|查|瞅|瞧|找|搜|调|翻|了解|认识)(?:看|瞅|瞧|查|找|一?下|一?眼|出来?|给我|\\s)*(?:那个|这个|客户)?<CF>',
      ),
      cue(
        2.4,
        '(?:<CF>|他|她|[这那]个?客户|[这那]位).{0,3}(?:的)?.{0,3}(?:联系)?(?:电话|手机|号码|资料|信息|情况|背景|底细|地址|生日|档案|来路|联系方式)',
      ),
      cue(
        1.6,
        '(?:情况|资料|信息|背景|电话|手机号?).{0,3}(?:说|讲|念|发|给|报|介绍|看|调)(?:一?下|我|给我|出来)*<->$',
      ),
      cue(
        2.4,
        '<CF>.{0,3}[,，].{0,3}(?:给|发|要|调|看|查)(?:我|个|一?下)*.{0,4}(?:手机|电话|号|资料|信息|地址|微信)',
      ),
      cue(3, '(?:找|查|搜)(?:一?下|个)?姓.叫<C>'),
      cue(3.2, '<C>(?:这个?人)?是(?:不是)?(?:咱们?|我们?|我)?(?:们|行|家)?的?(?:客户|人)?(?:吗|么|不)'),
      cue(3.2, '<C>.{0,8}(?:调|查|看|找|发)(?:一?下|出)?.{0,3}(?:资料|信息|档案|情况)'),
      cue(3.2, '(?:有没有|有(?:个|一个)?|系统里).{0,4}(?:叫|名叫|姓)?.{0,2}<C>.{0,5}(?:客户|人|吗|没有?|嘛)'),
      cue(
        3,
        '<C>.{0,4}(?:名下|手里|手上|在我们?行|在咱们?行)?.{0,2}(?:有|买|办|持有|做)(?:了|过)?(?:什么|啥|哪些|多少|几个).{0,6}(?:产品|存款|理财|贷款|资产|业务|卡|钱)?',
      ),
      cue(
        3.4,
        '<C>.{0,3}(?:住(?:哪|在哪|址)|在哪(?:上班|工作|里)|哪年|多大|几岁|啥(?:等级|级别|风险|职业)|(?:是)?什么(?:等级|级别|风险|职业|工作|公司|单位|类型|来头|人)|干(?:什么|啥)的|属于什么)',
      ),
      cue(3, '<C>.{0,6}(?:调|找|拉|翻|查|搜)(?:一?下)?(?:出来|出|给我|我看)(?:看看)?<->$'),
      cue(2.6, '<C>.{0,6}(?:了解一?下|看一?下|瞅瞅|介绍一?下|看看)<->$'),
      cue(
        3.4,
        '\\bwhere (?:does|is|do) <C>|\\bhow old is <C>|\\b(?:is there|do we have|have we got|got) (?:a |any )?(?:customer|client|one|anyone|someone)?.{0,10}(?:called|named|by the name)?.{0,4}<C>|\\bis <C> (?:in|on|one|a|our)\\b',
      ),
      cue(
        3,
        '\\b(?:what|which)\\b.{0,18}\\b(?:level|risk|number|phone|address|company|job|tier|products?|email|birthday)\\b.{0,12}<C>',
      ),
      cue(-4, '<C>.{0,16}(?:改|换|变|更新|写错|录错|不对).{0,8}|<C>.{0,16}<F>'),
      cue(
        -4,
        '(?:新增|添加|录|登记|新建|建|加)(?:一?个|一?下|入|一?位)?.{0,4}客户|建档|新客户|加(?:到|进|入)',
      ),
      cue(-5, '(?:更正|更改|修改|变更|改|换|调整)(?:为|成|到)'),
      cue(5, '<C>(?:的)?(?:那个|那位|这个|这位)(?:客户|人|客人)'),
      cue(-5, '(?:提醒|叫|喊)(?:一下)?我'),
      cue(
        6,
        "<C>'?s? (?:risk|tier|level)(?: rating| level| profile)?\\s*\\?<->$|\\b(?:which|what|who)\\b.{0,12}\\b(?:looks after|owns|covers|manages|handles) <C>",
      ),
      cue(6, '(?:<C>|他|她|客户)有没有(?:办|买|开|存|持有|配)'),
      cue(
        6,
        '<C>.{0,2}(?:在哪(?:家|个|里|儿)?|是哪(?:家|个)|多大|几岁|做什么的?|干什么的|干嘛的|归谁|是谁的)',
      ),
      cue(6, '<F>.{0,8}(?:谁|哪个|哪位|\\bwho(?:se)?\\b)|\\bwhose (?:number|phone|mobile)\\b.{0,10}<F>'),
      cue(6, '^<->(?:客户|customer|client)?\\s*[:]?\\s*<CF>\\s*[?？!！。.~]*\\s*$'),
      cue(3.5, `<CF>(?:这个?客户|这个?人|客户|先生|女士)?\\s*(?:的|得|地)?\\s*(?:客户)?${FIELD_WORDS}`),
      cue(2, `<CF>.{0,6}${FIELD_WORDS}.{0,6}(?:看|查|调|发|是多少|是什么|多少|是啥|呢|有吗|拉出来|打开|瞅)`),
      cue(
        3,
        '<CF>.{0,4}(?:是谁|是哪位|是哪个|什么来头|什么情况|啥情况|怎么样了?|什么人|何许人|还有印象|在不在系统|有没有(?:建档|这个人))',
      ),
      cue(
        3.2,
        '(?:查|找|搜|调|翻|瞅|看|打开|显示|展示|定位)(?:一?下|看|查|找|询|索|出来?|个|到|瞅|开|阅|取|我|给|瞧|一眼|\\s)*(?:我的|我们|那个|这个|叫|名叫|姓名|客户|手机号?|电话|号码|编号|为|是|的|\\s|:)*<CF>',
      ),
      cue(
        1.5,
        '(?:查|找|搜)(?:一?下|看|查|找|询|索)*.{0,8}<CF>(?:这个?人|这个?客户|的?客户)?\\s*(?:吧|呗|哈|吗|呢|出来)*\\s*$',
      ),
      cue(
        3,
        `(?:查|看|调|打开|发|要)(?:一?下|看|查|出|个|给我)*.{0,4}(?:他|她|这个?客户|该客户|这位).{0,2}(?:的|得)?${FIELD_WORDS}`,
      ),
      cue(2.5, `(?:他|她|这个?客户|该客户)的?${FIELD_WORDS}.{0,4}(?:是什么|多少|啥|看|查|发|调)`),
      cue(
        3.2,
        "\\b(?:find|look ?up|lookup|search(?: for)?|pull(?: up)?|bring up|show(?: me)?|open|get(?: me)?|check|view|display|see|need|want|locate|fetch|give me|grab)\\b(?: (?:me|the|a|my|up|out|customer|client|record|profile|file|info|information|details|card|account|contact|number|phone|page|for|of|on|about|named|called|is|'s|with))* <CF>",
      ),
      cue(
        3,
        "\\b(?:who is|who's|whos|tell me about|what do we (?:have|know) (?:on|about)|anything on|details (?:on|of|for|about)|info (?:on|about|for)|profile (?:of|for)|the story with|remind me who|background on|customer|client)\\b.{0,14}<CF>",
      ),
      cue(
        2.5,
        "<CF>(?:'?s)? (?:profile|details|info|information|record|file|card|contact|contacts|phone|number|mobile|email|address|birthday|account|page|risk level|level|data|overview|summary|background)",
      ),
      cue(2, '\\b(?:look|pull|bring|find)\\b.{0,4}<CF> (?:up|for me|please)'),
      cue(
        2,
        "\\b(?:his|her|their|this (?:customer|client)'?s?) (?:profile|details|info|contact|phone|number|record|file)",
      ),
      cue(
        -3,
        '(?:改成|改为|更新|换成|变更|修改|登记|改一下|change|update|商机|工单|标签|任务|待办|跟进|联系记录|沟通记录|拜访记录|报表|漏斗|推荐|适合|画个|deal|opportunit|ticket|task|tag|follow|history|notes?\\b|report|recommend|pitch|offer)',
      ),
      cue(-2, '(?:导出|导入|转给|移交|分配|写|草拟|发(?:条|个)|提醒|remind|draft|assign|transfer)'),
      cue(-3, '(?:说|表示|聊|沟通|谈|咨询|问了|打了|通了|见了|拜访了|来了|已|约)'),
      cue(-2, '(?:哪些|哪几个|名单).{0,3}客户|客户.{0,3}(?:有哪些|名单)'),
    ],
    slots: (reading) => stated({ customer: getCustomer(reading) }),
  },
  {
    intent: 'customer.search',
    cues: [
      cue(4.5, '标签(?:带|是|含|有|为).{1,8}的<->$'),
      cue(5, '<M>(?:以上|以下|多).{0,10}(?:没|未).{0,12}的<->$|(?:没|未)(?:联系|跟进|来往)超?过?<T>的<->$'),
      cue(-4, '打标|贴标|加标|标签(?:加|去|删|打|贴|:)'),
      cue(-14, '导出|下载|\\bexport\\b|\\bdownload\\b'),
      cue(-5, '^<->(?:待办|任务|todo|提醒|日程)'),
      cue(-2.5, '(?:整理|打印|准备|核对|提交)'),
      cue(-2.5, '<C>'),
      cue(-4, '上传|导入|批量'),
      cue(2, '(?:都有谁|有谁|是谁|哪些人|名单|客户有没有|有没有.{0,10}客户)'),
      cue(
        2.5,
        '(?:哪些|哪几个|哪几位|列出?|列一?下|筛选?|找出|查出|拉(?:一?个|一?下|出)?|名单|有谁|都有谁|谁|所有|全部|多少|几个|查(?:一?下|询|找)?|看看?(?:一?下)?|搜|圈出?|捞(?:一?下|出)?|挑(?:一?下|出)?|导一下|给我|有没有|我(?:的|名下|手里|手上)).{0,26}(?:客户|人|储户|户)(?!经理|群|数|增长|流失)',
      ),
      cue(
        2.5,
        '(?:客户|人|储户)(?:有|都有|是|都|是)?(?:哪些|哪几|谁|名单|列表|清单|几个|多少个?|列|筛|拉|找|查|圈|捞)',
      ),
      cue(
        1.5,
        '(?:的|没联系|没跟进|到期|生日|过生日)(?:所有)?(?:客户|人|储户)\\s*(?:名单|列表|清单)?[\\s?？呢。!！吧呗]*$',
      ),
      cue(
        2.5,
        '(?:谁|哪些人|哪些客户|哪几个).{0,12}(?:生日|过生日|到期|没联系|没跟进|没来|没动静|没打过|没拜访)',
      ),
      cue(
        2,
        '(?:快|要|即将|将要|下|本|这|近|最近|今|明|月).{0,6}(?:到期|过生日|生日).{0,4}客户|客户.{0,8}(?:到期|过生日|生日)',
      ),
      cue(
        2.5,
        '\\b(?:which|list|show|find|all|any|what|get|give|pull|search|filter|who|how many|see|need|want|display|my)\\b.{0,30}\\b(?:customers?|clients?|people|accounts|holders|contacts|depositors)\\b',
      ),
      cue(
        2,
        '\\bwho (?:holds?|has|have|owns?|bought|buys?) (?:an? |the |our )?<P>|谁(?:有|买了?|持有|办了?|存了?)<P>|\\b(?:customers?|clients?|people|accounts|contacts)\\b.{0,6}\\b(?:with|whose|who|in|from|holding|holding|having|tagged|that|over|above|under|below|not|without|based|living|rated|we)\\b',
      ),
      cue(
        2,
        "\\b(?:whose|who has|who have|who's got|anyone with|anybody with)\\b.{0,12}\\b(?:birthdays?|deposits?|cds?|products?|maturing|matures?)\\b|\\bbirthdays? (?:this|next|today|tomorrow|in|coming)|\\bwho(?:'s| is| are)? .{0,14}(?:maturing|matures?|birthday)|\\bwho haven'?t|\\bwho (?:have|has) (?:not|n't)|\\bhaven'?t (?:i |we )?(?:contacted|called|spoken|touched|talked|seen)",
      ),
      cue(
        2,
        '(?:没|未)(?:有)?(?:联系|跟进|沟通|来往|互动|拜访|回访|维护|打过电话|接触)(?:过|了)?(?:的)?(?:客户|人|有)',
      ),
      cue(
        1.5,
        '(?:高净值|vip|普通|潜在|重点|私行).{0,2}客户|(?:风险|r[1-5]|c[1-5]).{0,8}客户|(?:标签|打了|带).{0,8}客户|(?:以上|以下|超过|大于|小于|不足|不到).{0,6}客户|(?:持有|买了|买过|办了|办过|购买|有).{0,2}<P>.{0,4}客户',
      ),
      cue(-3, '(?:流失|跑掉|要跑|快跑|不稳|churn|leav|at risk|attrition)'),
      cue(
        -3,
        '(?:商机|工单|任务|待办|报表|统计|排行|排名|分布|占比|增长|按.{1,8}(?:分|统计|维度)|汇总|导出|export|deals?\\b|opportunit|tickets?\\b|tasks?\\b|report|breakdown|group(?:ed)? by|rank)',
      ),
      cue(
        -2.5,
        '(?:提醒|新增|添加|登记|录入|新建|打标签|贴标签|移交|转给|推荐什么|适合|写|remind|create|add\\b|draft|assign|transfer|recommend)',
      ),
      cue(-3, '(?:打了电话|聊了|沟通了|拜访了|见了|说了|表示)'),
    ],
    slots: (reading) => stated({ filters: readListFilters(reading) }),
    weighMore: weighConditions,
  },
  {
    intent: 'customer.import',
    cues: [
      cue(7, '(?:excel|表格|名单|表).{0,8}(?:弄|导|传|放|搬|录)(?:进|到|上)'),
      cue(
        4.5,
        '批量.{0,4}(?:录|加|建|上传|导)|(?:名单|客户|表格|文件).{0,8}上传|上传.{0,8}(?:名单|客户|表格|文件)|(?:一批|一堆|很多)客户.{0,8}(?:导|录|上传)',
      ),
      cue(4.5, '\\bbulk\\b'),
      cue(
        5,
        '(?:批量)?(?:导入|导一?下?|上传|批量(?:录入|添加|新增|上传|建))(?:一?下|一?批|个|点|进来?)?.{0,8}(?:客户|名单|名册|excel|表格|表|数据|文件|csv|资料)',
      ),
      cue(4, '(?:客户|名单|excel|表格|表|数据|文件|csv).{0,8}(?:导入|导进|导到|上传|批量录|批量导|传上去)'),
      cue(
        4,
        '(?:导入|导客户|上传客户|批量录|名单|客户名单).{0,8}(?:模板|模版|样表|格式|表格)|(?:模板|样表|表格).{0,6}(?:导入|导客户|上传|录客户)',
      ),
      cue(3.5, '(?:导入|批量导入)'),
      cue(
        5,
        '\\b(?:import|upload|bulk[- ]?(?:add|load|upload|import|create)|load|mass upload|batch (?:add|import|upload))\\b.{0,20}\\b(?:customers?|clients?|list|spreadsheet|csv|excel|contacts|leads|file|template|xlsx?|sheet|names)\\b',
      ),
      cue(
        4.5,
        '\\b(?:import|upload|bulk|csv|excel|spreadsheet)\\b.{0,16}\\b(?:template|format|sample|form)\\b|\\btemplate\\b.{0,20}\\b(?:import|upload|customers? list|client list|bulk|csv|excel)',
      ),
      cue(3, '\\bimport\\b'),
      cue(-5, '导出|export'),
      cue(-2, '<C>'),
    ],
    slots: (reading) =>
      stated({
        template:
          /模板|模版|样表|样例|格式|表样|空表|空白|\b(?:template|sample|format|blank|empty)\b|(?:用的|那个)(?:那个)?表格/i.test(
            reading.folded,
          )
            ? true
            : undefined,
      }),
  },
  {
    intent: 'customer.export',
    cues: [
      cue(5, '(?:导出|导一?份|下载|输出)(?:一?下|一?份|个)?.{0,14}(?:客户|名单|资料|excel|表)'),
      cue(5, '(?:客户|名单).{0,10}(?:导出|导成|下载|导一份)'),
      cue(5, '\\b(?:export|download|dump)\\b.{0,24}\\b(?:customers?|clients?|list|contacts|book)\\b'),
      cue(
        7,
        '(?:导出|下载)(?!过|了).{0,40}(?:客户|储户|名单)|\\b(?:export|download)\\b.{0,60}\\b(?:customers?|clients?)\\b',
      ),
      cue(-12, '模板|模版|样表|template'),
    ],
    slots: readExport,
  },
]

/** Conditions, or the one customer who is named: whoever wants one is not handed all of them. */
function readExport(reading: Reading): Slots {
  const filters = stated(readListFilters(reading))
  const [named] = listEntities(reading, 'customer')
  return stated({ filters, customer: Object.keys(filters).length === 0 ? named?.value : undefined })
}
