// Wishes about the work on a ticket: say what was done, solve, close, hand over.

import { listEntities, type Reading } from '../reading.ts'
import { dropWords, getTicket } from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const WORDS_AROUND_TICKET: readonly RegExp[] = [
  /^(?:工单|ticket|case)\s*/i,
  /^[\s:：,，.。-]+/,
  /^(?:resolved?|solved?|mark(?:ed)? (?:as )?(?:resolved|solved)|解决了?|已解决)$/i,
]

function readNote(reading: Reading): string | undefined {
  const rest = dropWords(reading, listEntities(reading, 'ticket'), [])
  const words = WORDS_AROUND_TICKET.reduce((text, pattern) => text.replace(pattern, ''), rest).trim()
  return words === '' ? undefined : words
}

const NO = '(?:还没|没有?|未|尚未|不能|无法|没法|暂时没)'
const UNSATISFIED =
  /不(?:太|大|是很|怎么|够)?满意|(?<!没)(?<!没什么)有(?:些|点)?(?:意见|情绪)|不(?:接受|高兴|开心)|不满(?!意)|没(?:有)?满意|不认可|差评|\b(?:not (?:satisfied|happy)|unsatisfied|dissatisfied|unhappy)\b/i
const SATISFIED = /满意|认可|好评|没(?:有|什么)?意见|\b(?:satisfied|happy|pleased)\b/i
// the ticket of the card replied to is closed without being named
const CLOSES_IT =
  /\b(?:close (?:it|this|the (?:case|ticket))|can be closed|closing (?:it|this))\b|(?<!没)关单|结单|结案|(?:可以|能|先|给|就)?关(?:了|掉|闭)(?:吧|它|呗)?\s*[。.!！]?$/
const STARTS_WITH_TICKET = '^<->(?:工单|ticket|case)?\\s*<N>'

function readReceiver(reading: Reading): string | undefined {
  const colleague = listEntities(reading, 'colleague').at(-1) ?? listEntities(reading, 'customer').at(-1)
  return colleague ? String(colleague.value) : reading.folded.match(/给\s*([\u4e00-\u9fff]{2,4})/)?.[1]
}

/** The rules of this family; the weights were set on our own phrases. */
export const TICKET_WORK_RULES: readonly IntentRule[] = [
  {
    intent: 'ticket.progress',
    cues: [
      cue(5, '(?:在|给)<N>(?:里面?|上|中)?(?:加|补|记|写|备注|更新)'),
      cue(4, '<N>\\s*(?:记|备注|补|写)(?:一?下|一?笔|个|上|充)'),
      cue(2, '<N>.{0,10}(?:催|问|跟|查|核实|联系|沟通|反馈|上报)(?:过|了)'),
      cue(
        4.5,
        '\\b(?:add|put|leave|write|log)\\b.{0,20}\\b(?:note|comment|update|remark|progress)\\b.{0,10}<N>',
      ),
      cue(-3, '(?:啥|什么|怎么|咋|如何)(?!时候能)'),
      cue(5, '<N>.{0,3}(?:加|记|写|补|更新|添加|登记)(?:个|一?下|条|一条)?.{0,4}(?:进度|进展|备注|记录)'),
      cue(2, '<N>.{0,4}(?:跟|和|与)客户'),
      cue(6, '\\b(?:add|append|post|put|attach|note)\\b.{0,12}\\b(?:to|on|in|under)\\b.{0,8}<N>'),
      cue(3, `${STARTS_WITH_TICKET}\\s*[:：,，\\s]?.{3,}`),
      cue(
        2.5,
        '<N>.{0,24}(?:已联系|联系(?:了|过|上)|已(?:经)?(?:转|报|提交|核实|沟通|反馈|派|安排|通知|催|查|让|跟|与|和|电话|发|上报|告知|处理)|正在|在处理|处理中|等(?:待|着|客户|总行|科技|运营|领导|他|她|审)|待(?:客户|总行|科技|确认|回复)|核实中|跟进中|还在|先|查了|问了|催了|沟通(?:了|中)|提交了|需要|预计|暂时|客户说|转(?:到|给).{0,6}(?:部门|总行|科技)|说)',
      ),
      cue(3, `<N>.{0,8}${NO}(?:解决|处理|弄|办|修|搞)`),
      cue(
        4,
        '(?:工单|<N>).{0,6}(?:进展|进度|处理(?:情况|进展|记录|过程))\\s*(?:更新|记录|登记|补充|:|：|,|，)|(?:更新|补充|记|记录|登记|添加|加|写|跟进)(?:一?下|一?条|个|上)?.{0,8}(?:<N>|工单).{0,8}(?:进展|进度|处理|情况|记录)?',
      ),
      cue(2, '<N>.{0,40}(?:记一?下|备注|记录一?下|登记|更新一?下|跟进|进展)'),
      cue(
        3,
        '<N>\\s*[:\\-,]?.{0,40}\\b(?:called|contacted|spoke|waiting|pending|escalated|sent|asked|checked|checking|working on|in progress|forwarded|informed|chased|following up|submitted|will|still|not (?:yet|resolved|fixed)|awaiting|told|emailed|investigating|reviewed|passed|needs?|said|says|have|has|got|is looking|looking into|reached)\\b',
      ),
      cue(
        4,
        '\\b(?:update|note|add (?:a )?(?:note|progress|comment|update)|progress|log|record|comment)\\b.{0,20}(?:<N>|\\b(?:this|the) ticket\\b)',
      ),
      cue(-4, '(?:同意|批准|驳回|拒绝|不同意|approve|reject|decline|关闭|结单|close\\b)'),
      cue(-4, '(?:什么情况|怎么样|[?？]$|查一?下|看看|到哪|哪一?步|哪了|咋样|show|status\\?)'),
      cue(
        -3,
        `<N>.{0,20}(?:(?<!${NO})(?<!没)(?<!未)解决了|处理(?:完毕|完成|完了|好了|完)|已(?:经)?(?:解决|办结|处理完|修复|搞定|完成|办好|办妥)|搞定了|办结|办好了|弄好了|修好了)(?!后|前|吗)`,
      ),
      cue(-2, '<N>.{0,30}\\b(?:is |was |has been |now )?(?:resolved|solved|fixed|done|sorted)\\b'),
      cue(3, '(?:这个|该|这张)工单.{0,10}(?:已联系|正在|等待|还在|进展|处理中)'),
      cue(-3, '(?:转给|派给|指派给|分配给|assign)'),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), content: readNote(reading) }),
  },
  {
    intent: 'ticket.resolve',
    cues: [
      cue(
        5,
        `(?:<N>|工单).{0,24}(?<!没)(?<!没有)(?<!未)(?<!不能)(?:解决(?:了|啦|掉|好|完)|处理(?:完毕|完成|完了|好了|完|妥|掉)|已(?:经)?(?:解决|办结|处理|修复|搞定|完成|办好|办妥|弄好|补办)|搞定了?|办结|完结|办好了|办妥了?|弄好了|修好了|完成了|ok了|解决$|解决[,，])`,
      ),
      cue(
        3,
        '(?:解决|处理完|搞定|办结|办完)(?:了)?.{0,4}<N>|(?:标记?|设|置|改)(?:为|成)?.{0,2}(?:已解决|解决|已处理)',
      ),
      cue(
        5,
        '(?:<N>|\\bticket\\b).{0,40}\\b(?:resolved|solved|fixed|sorted|done|completed|taken care of|handled)\\b|\\b(?:resolve|mark|resolved|solved|fixed|finished)\\b.{0,24}<N>',
      ),
      cue(1, '<N>'),
      cue(
        -5,
        `${NO}(?:解决|处理|弄|办|修|搞|完成)|解决了?(?:吗|没|么)|[?？]$|才能(?:解决|修)|not (?:yet )?(?:resolved|solved|fixed|done)|isn't|still|n't been`,
      ),
      cue(-3, '(?:关闭|关掉|关单|结单|满意|回访|close\\b|satisfied|同意|批准|approve|happy)'),
      cue(-3, '(?:商机|待办|任务(?!.{0,3}<N>)|task\\b|deal\\b|opportunity)'),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), content: readNote(reading) }),
  },
  {
    intent: 'ticket.close',
    cues: [
      cue(-5, '未关闭|没关闭|没关|未结'),
      cue(
        5,
        '(?:关闭|关掉|关单|关了|结单|结掉|结案|关一?下|销单|闭环|归档).{0,14}(?:<N>|工单|这单)|(?:<N>|工单).{0,30}(?:关闭|关掉|关单|关了|结单|结掉|结案|可以[关结]|关吧|销单|结了吧|闭环|归档)',
      ),
      cue(
        4,
        '(?:<N>|工单).{0,20}(?:回访(?:了|过|完|,|，).{0,10}|客户)?(?:很|非常|挺|表示|都|比较|不|十分|还算)?(?:太|是很)?满意',
      ),
      cue(
        5,
        '\\b(?:close|closed|closing)\\b.{0,24}(?:<N>|\\bticket\\b)|(?:<N>|\\bticket\\b).{0,40}\\b(?:close|closed|can be closed)\\b',
      ),
      cue(4, '(?:<N>|\\bticket\\b).{0,40}\\b(?:satisfied|dissatisfied|unsatisfied|happy|unhappy)\\b'),
      cue(1, '<N>'),
      cue(-4, '(?:商机|deal|opportunity|还没|没有关|不能关|[?？]$|哪些|列出|统计|报表|report|list)'),
    ],
    weighMore: (reading) => (reading.context.ticket !== undefined && CLOSES_IT.test(reading.masked) ? 7 : 0),
    slots: (reading) =>
      stated({
        ticket: getTicket(reading),
        satisfied: UNSATISFIED.test(reading.folded)
          ? false
          : SATISFIED.test(reading.folded)
            ? true
            : undefined,
      }),
  },
  {
    intent: 'ticket.assign',
    cues: [
      cue(
        -7,
        '(?:开|建|提|新建|创建|发起|提交|登记)(?:一?个|一?张|一?条|一?下|了)?.{0,8}工单|\\b(?:open|create|raise|log|file)\\b.{0,20}\\bticket\\b',
      ),
      cue(
        6,
        '(?:<N>|工单).{0,10}(?:转给|转交给?|移交给?|交给|分配给?|分给|指派给?|派给|转派给?|改派给?).{0,3}(?:<WC>|[\\u4e00-\\u9fff]{2,4})',
      ),
      cue(6, '(?:转|派|指派|分配|转派).{0,4}<N>.{0,4}(?:给).{0,2}<WC>'),
      cue(6, '(?:<N>|工单|[这那](?:个|张)?单子?).{0,6}(?:让|由|给|交|归|派|改派|换)(?:给|成|由)?<W>'),
      cue(
        6,
        '\\b(?:assign|reassign|transfer|give|hand|pass|route|forward)\\b.{0,16}(?:<N>|\\bticket\\b).{0,10}\\bto\\b.{0,4}<WC>',
      ),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), to: readReceiver(reading) }),
  },
]
