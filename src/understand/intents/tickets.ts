// Wishes about tickets: open one or ask for an approval, see one or several.

import type { Slots } from '../frame.ts'
import { findWord, TICKET_KINDS, URGENCIES } from '../lexicon/words.ts'
import { over } from '../mask.ts'
import { listEntities, type Reading } from '../reading.ts'
import {
  dropWords,
  findNamedCustomer,
  getCustomer,
  getCustomerOrPronoun,
  getProduct,
  getTicket,
  toDue,
} from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

// the one-character verbs mean making something only with a measure word after them: 我名下的工单, 做的工单
const MEASURE = '(?:一?个|一?张|一?条|一?笔|一?份|一?下|了|上|个新的?)'
const MAKE = `(?:(?:开|建|提|新建|创建|发起|提交|登记|新增|生成|立)${MEASURE}?|(?:录|报|起|走|记|转|派|下|做|搞|弄|来)${MEASURE})`

const CREATE_NOISE: readonly RegExp[] = [
  /(?:帮我|麻烦|请|给我)?(?:开|建|提|新建|创建|发起|提交|登记|录|报|起|新增|生成|立)(?:一?个|一?张|一?条|一?笔|一?份|一?下|了|上)*(?:加急|紧急|咨询|投诉|服务|业务办理|利率优惠|合同审批|费用|类|的|\s){0,4}(?:工单|单子)(?:吧|呗|哈)?\s*[:：,，]?/g,
  /\b(?:please |pls |can you )?(?:open|create|log|raise|file|submit|start|make)(?: an?| the)?(?: urgent| new| high[- ]priority)*(?: complaint| inquiry| enquiry| service| rate| contract| expense)?(?: ticket| request| case)\b\s*(?:for|about|:|on)?/gi,
]

// content is what the ticket is about: the whole message where nothing else is left of it
function readContent(reading: Reading): string {
  const rest = dropWords(reading, [], CREATE_NOISE)
  return rest.length > 3 ? rest : reading.original.trim()
}

const RATE = /利率|\brates?\b/
// 咨询怎么开通网银: who asks how it is done wants an answer, not yet the thing itself
const ASKED = over(
  '(?:<C>|客户|他|她).{0,4}(?:咨询|来问|想问|问(?!题)|打听|想知道|想了解)|(?:咨询|问)(?:一?下)?(?:怎么|如何|怎样)|\\b(?:asks?|asked|asking|wants? to know|enquir\\w+|inquir\\w+|wonders?|wondering|question about)\\b',
)

function readKind(reading: Reading): string | undefined {
  const text = reading.masked
  // what is said right before 工单 or after 类型 names the kind; else the words of the whole message
  const named = text.match(
    /(投诉|咨询|业务办理|服务|利率优惠|利率|合同审批|合同|费用申请|费用|报销|complaint|inquiry|enquiry|service|rate(?: concession| discount)?|contract|expense)(?:类|类型|的|申请|审批)*\s*(?:工单|单子|ticket|case|request)/,
  )?.[1]
  const own = named === undefined ? null : findWord(TICKET_KINDS, named === '服务' ? '服务类' : named)
  const told = own ?? findWord(TICKET_KINDS, text) ?? undefined
  // a better deposit rate: the words for the product stand between
  if (told === undefined && RATE.test(text)) return 'rate'
  return told === 'service' && own === null && ASKED.test(text) ? 'inquiry' : told
}

const GIVEN_TO = over('(?:派给|指派给|转给|交给|分给|assign(?:ed)? to|to)\\s*(?<who><W>)')
const BASIS_POINTS = /(\d+(?:\.\d+)?)\s*(?:个)?(?:bps?|基点|basis points?)/i

const BARE_AMOUNT =
  /(?:费用?|报销|礼品|经费|预算|花了|expenses?|claim|reimburse\w*|budget)[^\d,，。]{0,8}(?<amount>\d{2,7}(?:\.\d{1,2})?)(?![\d%年月号日点:bp])/i

function readBareAmount(text: string): number | undefined {
  const words = text.match(BARE_AMOUNT)?.groups?.['amount']
  return words === undefined ? undefined : Number(words)
}

/** 周五前办好: the day by which the ticket has to be done. */
function readDeadline(reading: Reading): string | undefined {
  const bounded = listEntities(reading, 'time').find(
    ({ time }) => time?.bound === 'before' || time?.bound === 'within',
  )
  return bounded ? toDue(bounded) : undefined
}

function readCreated(reading: Reading): Slots {
  const kind = readKind(reading)
  const noCustomer = kind === 'expense' && findNamedCustomer(reading) === undefined && !reading.pronoun
  const points = reading.folded.match(BASIS_POINTS)?.[1]
  const assignee = reading.masked.match(GIVEN_TO)?.groups?.['who']
  return stated({
    customer: noCustomer ? undefined : getCustomer(reading),
    kind,
    content: readContent(reading),
    urgency: findWord(URGENCIES, reading.masked) ?? undefined,
    amount: listEntities(reading, 'money')[0]?.value ?? readBareAmount(reading.folded),
    // a rate with its points is a whole request; else the product is part of the content
    product: points === undefined ? undefined : getProduct(reading),
    due: readDeadline(reading),
    rate_bp: points === undefined ? undefined : Number(points),
    assignee: assignee === undefined ? undefined : listEntities(reading, 'colleague')[0]?.value,
  })
}

function readListKind(reading: Reading): string | undefined {
  const text = reading.masked.replace(/服务(?!类|工单)/g, ' ')
  return (
    findWord(
      TICKET_KINDS,
      text.replace(/我(?:的|名下)?|没(?:处理|解决|办)|(?:待|未|已)?(?:办理|处理|解决)(?:完|中|好)?/g, ' '),
    ) ?? undefined
  )
}

function readStatus(reading: Reading): string | undefined {
  const text = reading.masked
  if (
    /逾期|超时|超期|过期|时限|\b(?:overdue|late|breach\w*|(?:past|beyond|over) (?:due|sla|(?:their |the |its )?(?:deadline|limit)))\b/.test(
      text,
    )
  )
    return 'overdue'
  if (
    /未(?:处理|解决|关闭|完成|办|结|了结)|没(?:有)?(?:处理|解决|关|办|结|弄)|待(?:处理|办|解决|受理)|处理中|进行中|还(?:开着|没)|在办|未结|开着的|打开的|\b(?:open|pending|outstanding|unresolved|unsolved|in progress|active)\b/.test(
      text,
    )
  )
    return 'open'
  if (
    /我(?:的|名下|头上|手上|手里|负责|提交|提的|处理|创建|经办|经手|这边|有|在)|\b(?:my|mine|i have|assigned to me|on me)\b/.test(
      text,
    )
  )
    return 'mine'
  return undefined
}

/** The rules of this family; the weights were set on our own phrases. */
export const TICKET_RULES: readonly IntentRule[] = [
  {
    intent: 'ticket.create',
    cues: [
      cue(
        4.5,
        '(?:帮|给|替|为)<C>.{0,4}(?:申请|提|报|争取|要个?).{0,10}(?:利率|优惠|上浮|下浮|特批|费用|减免)',
      ),
      cue(5, '^<->(?:expense|rate|contract|reimbursement|approval) (?:request|claim|application)\\b'),
      cue(2.5, '(?:登记|录|开|提|建|记)(?:一?个|一?下|一?张)?.{0,3}(?:投诉|客诉)'),
      cue(7, `${MAKE}.{0,6}(?:咨询|投诉|报修|服务)\\s*[:：]|^<->(?:咨询|投诉|报修)\\s*[:：]`),
      cue(
        7,
        '<C>.{0,30}\\b(?:contract|agreement)\\b.{0,10}\\b(?:needs?|requires?|for) (?:an? )?(?:approval|review)\\b',
      ),
      cue(5, '\\b(?:request|need|want|ask for|get)\\b.{0,12}\\d\\s?(?:bps?|basis points?)\\b'),
      cue(-6, '(?:待处理|没批|未处理|没处理|待办|在途)完?的'),
      cue(5, `${MAKE}.{0,8}(?:办理|业务|咨询|投诉|服务|申请|挂失|报修)单`),
      cue(6, '(?:投诉|客诉)(?:给|帮)?(?:登记|记录|立案|受理|录)(?:一?下|了)?'),
      cue(4.6, '(?:发起|提交|提|走|起)(?:一?个|一?下)?.{0,8}(?:利率|优惠|费用|合同|审批|特批|报销)'),
      cue(3.6, '(?:合同|授信|协议).{0,6}(?:需要|要|得)(?:审批|走审批|过审)'),
      cue(5, `${MAKE}.{0,16}(?:工单|单子(?!.{0,4}(?:签|黄|丢))|ticket)`),
      cue(4, `${MAKE}.{0,10}(?:投诉|申请|审批|报销|客诉|咨询单|服务单)`),
      cue(
        3.6,
        '(?:申请|需要?|要|想要?|帮.{0,4}|报|提).{0,14}(?:利率(?:优惠|上浮|下浮|下调|上调|特批)?|优惠利率|上浮|下浮|费用|报销|合同审批|合同|特批|加点|减免|礼品|经费)',
      ),
      cue(3.4, '(?:<C>|客户|他|她).{0,10}(?:投诉|要投诉|来投诉|抱怨|反映|举报)'),
      cue(3, '^<->(?:投诉|客诉|申请|报销|利率优惠|利率申请|费用申请|合同审批|加急工单|紧急工单)'),
      cue(
        3,
        '(?:要求|想|需要?|要|申请|帮.{0,6})(?:办理?|挂失|补卡|换卡|销户|解冻|重置密码|开通|改密|解锁|打流水|开证明|补办|变更)',
      ),
      cue(2.5, '(?:利率|合同|费用|报销|投诉).{0,10}(?:申请|审批|走流程|特批|报销一下|报一下)'),
      cue(1.5, '(?:加急|马上|火速|尽快|优先|紧急)'),
      cue(1.5, '<M>.{0,6}(?:费用|报销|元的?礼品)|(?:费用|报销|礼品|招待费|经费).{0,8}<M>'),
      cue(
        5,
        '\\b(?:open|create|log|raise|file|submit|start|make|lodge|put in|register|new|need)\\b.{0,30}\\b(?:ticket|complaint|case|service request|inquiry|enquiry)\\b(?!s)',
      ),
      cue(
        4.5,
        '\\b(?:request|apply(?:ing)? for|ask for|need|submit|raise|get|file|put in|want|requesting|seek)\\b.{0,30}\\b(?:rate (?:concession|discount|approval|reduction|exception|cut|uplift|request|bump|increase)|(?:preferential|special|better|discounted) (?:\\w+ )?rate|approval|expense|reimburse\\w*|contract (?:approval|review)|expenses|budget)\\b',
      ),
      cue(
        3.4,
        '(?:<C>|\\b(?:client|customer|he|she)\\b).{0,14}\\b(?:complain(?:s|ed|ing)?|filed a complaint|is (?:furious|angry|complaining)|complaint)\\b|^<->complaint\\b',
      ),
      cue(
        3.4,
        '^<->(?:expense|rate|contract|reimbursement|service)\\b.{0,14}\\b(?:claim|request|approval|application|ticket)\\b|\\bexpense\\b.{0,30}<M>|<M>.{0,20}\\b(?:expense|reimburse)|\\breimburse',
      ),
      cue(
        2.5,
        '\\b(?:lost (?:his|her|their) card|card (?:was )?(?:swallowed|stuck|lost|stolen)|reset (?:his|her|the|their) (?:password|pin)|unlock|unfreeze|replace(?:ment)? card)\\b',
      ),
      cue(
        -6,
        '(?:哪些|列出|列一?下|列表|查看|查一?下|看看|有多少|几个|什么情况|进度|同意|批准|驳回|拒绝|通过|which|list|show|what|how many|approve|reject|status|report|报表|统计|分析|待我|等我|卡在)',
      ),
      cue(-4, '<N>'),
      cue(-3, '(?:提醒我|记得|商机|打标签|改成|改为|电话沟通|拜访了|remind|opportunity|deal)'),
    ],
    slots: readCreated,
  },
  {
    intent: 'ticket.show',
    cues: [
      cue(4, '<N>.{0,10}(?:吗|没有?|么|咋样|结果呢|如何)[?？]?<->$'),
      cue(4, '\\b(?:news|update|updates|word|progress|anything)\\b.{0,6}\\b(?:on|about|from)\\b.{0,4}<N>'),
      cue(4, '<N>.{0,8}(?:啥|什么|怎么|咋|如何|哪一步)'),
      cue(-4.5, '(?:加|记|写|补|更新|备注).{0,4}(?:进度|进展|备注)|\\b(?:add|update|note)\\b'),
      cue(6, '^<->(?:工单|ticket|case|看看?|查|查一?下|show|open|view|check|#)?\\s*<N>\\s*[?？!！。.]*$'),
      cue(
        4.5,
        '<N>.{0,6}(?:什么情况|啥情况|怎么样|进度|进展|状态|情况|详情|内容|到哪|处理(?:得|到|的)?(?:怎么样|哪|如何|了吗|没)|怎么回事|咋样|如何|好了吗|好了没|办得|谁(?:在)?(?:处理|跟|负责)|解决了?(?:吗|没|么)|弄好了?(?:吗|没)|是(?:什么|啥|谁)|说的(?:啥|什么)|结了(?:吗|没))',
      ),
      cue(4.5, '(?:查|看|打开|显示|调|查询|翻|瞅|展示|跟踪)(?:一?下|看|出来?|开|一?眼|询|我|给)*.{0,8}<N>'),
      cue(3, '<N>.{0,10}(?:看一?下|查一?下|看看|发我|打开|[?？]$)'),
      cue(
        4.5,
        "\\b(?:show|open|view|check|see|pull up|look at|display|find|get|status of|what's (?:up|happening|the status|going on)|what is|where is|where are we|how is|how's|details (?:of|on|for)|details|progress (?:of|on))\\b.{0,34}<N>",
      ),
      cue(
        4,
        '<N>.{0,14}\\b(?:status|details|progress|update\\?|where|how|resolved\\?|done\\?|solved\\?|\\?)',
      ),
      cue(3, '(?:这个|那个|该|这张)工单.{0,8}(?:什么情况|进度|状态|怎么样|详情|到哪)'),
      cue(
        -5,
        '(?:同意|批准|驳回|拒绝|不同意|通过(?!了吗)|关闭|关掉|结单|转给|派给|approve|reject|close|assign|resolve\\b|decline)',
      ),
      cue(-2, '<N>\\s*[:：]'),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading) }),
  },
  {
    intent: 'ticket.list',
    cues: [
      cue(
        6,
        '(?:投诉|工|咨询|申请)单(?:子)?.{0,6}(?:几个|多少|哪些|没结|没办|没处理)|(?:待处理|未处理|没处理|在途)完?的.{0,6}(?:申请|单子?|工单)|(?:超过?|过)了?(?:时限|时效|期限).{0,4}单',
      ),
      cue(
        4.5,
        '^<->(?:看看?|查|列出?|显示)?(?:我|我的|我名下|我手上|我手里|名下|本人|我负责|我提交|我处理)的?.{0,4}工单(?:列表|有哪些)?<->$',
      ),
      cue(
        4,
        '(?:未解决|未处理|没解决|没处理|待处理|超时|逾期|所有|全部|未关闭|没关|处理中)(?:完)?的?.{0,4}(?:工单|投诉|客诉).{0,6}',
      ),
      cue(
        6,
        '(?:类|型)的?(?:单子|申请|工单).{0,6}(?:列|看|查|哪些|有|发)|(?:费用|合同|利率|投诉|咨询|报销)(?:申请|审批)?(?:单|单子)?(?:都)?(?:有哪些|列出来|列一?下|清单)|(?:合同|利率|费用).{0,4}单子.{0,4}(?:列|看|查|哪些)',
      ),
      cue(-5, 'awaiting my|my sign-?off|to approve'),
      cue(
        4.5,
        '(?:工单|投诉|客诉)(?:列表|清单|一览|有哪些|有啥|有什么|有几个|有多少|都有|还有|呢|看一?下|看看|查一?下|列一?[下列]|列出来|情况|拉出来)',
      ),
      cue(4.5, '(?:有|还有|都有)(?:什么|啥|哪些|多少|几个|几张|没有?).{0,12}(?:工单|投诉|客诉)'),
      cue(4, '(?:查|看|列|打开|显示|翻|拉|找)(?:一?下|看|出来?|询|开)*.{0,20}工单(?!.{0,2}<N>)'),
      cue(
        4,
        '(?:我的|所有|全部|未(?:处理|解决|关闭|完成|结)的?|没(?:处理|解决|关)(?:完)?的|待(?:处理|办|解决)的?|逾期的?|超时的?|超期的?|处理中的?|投诉类?得?的?|咨询类?得?的?|<C>的?|加急的?|紧急的?|利率优惠的?|费用类?的?|合同类?的?)(?:.{0,6})(?:工单)(?:有哪些|列表)?[\\s?？。!！呢吧]*$',
      ),
      cue(
        4,
        '(?:哪些|哪几个|多少|几个)(?:.{0,8})工单|工单.{0,8}(?:哪些|哪几个|多少|几个|超时|逾期|没处理|未处理|没解决|待处理)',
      ),
      cue(3, '^<->(?:工单|我的工单|工单列表|tickets|my tickets)<->$'),
      cue(
        5,
        '\\b(?:list|show|see|view|which|what|any|display|check|how many|get|pull up|give me|are there|see)\\b.{0,30}\\b(?:tickets|complaints|cases|service requests|requests)\\b',
      ),
      cue(
        4.5,
        "\\b(?:<C>'?s?|(?:my|all|our|open|overdue|pending|unresolved|outstanding|urgent|late)\\b).{0,16}\\b(?:tickets|complaints|cases)\\b|\\btickets\\b.{0,16}\\b(?:open|overdue|mine|assigned|pending|for|from|about|due)\\b",
      ),
      cue(
        -4,
        '(?:<N>|统计|报表|分析|按.{1,8}(?:分|统计|维度)|数量|开一?个|建一?个|新建|提一?个|创建|report|breakdown|group|count|per |by (?:kind|month|type|owner|team)|create|open a\\b|raise|审批|approval|审核)',
      ),
    ],
    slots: (reading) =>
      stated({
        status: readStatus(reading),
        kind: readListKind(reading),
        customer: getCustomerOrPronoun(reading),
      }),
  },
]
