// Wishes about what is to do: plan it, be reminded, see it, mark it done, move it, call it off.

import { findPeriod } from '../periods.ts'
import { listEntities, over, type Reading } from '../reading.ts'
import { dropWords, getCustomerOrPronoun, toDue } from '../slots.ts'
import { readPlan } from './plan.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const ACTION =
  '(?:打|联系|回访|拜访|走访|见|约|去|发|送|准备|整理|提交|交|做|写|办|跟进?|催|看望|参加|开会|面谈|沟通|聊|回(?!复了)|确认|核实|补|提醒|寄|带|通知|处理|对账|签|递|问|陪|接|出(?:个|一份)?方案|上门)'

const TITLE_NOISE: readonly RegExp[] = [
  /(?:把|将)/g,
  /(?:的|这个|那个|那条|这条|刚才)?(?:任务|待办|提醒|日程|事项|事情|这事儿?|那事儿?|事儿?)(?=.{0,3}(?:完成|做完|搞定|办完|办好|弄|推迟|延|改|挪|往|取消|删|标|已|不用|不|了|[,，]|$))/g,
  /(?:标记?(?:为|成)?)?(?:已完成|已经完成|完成了?|做完了?|搞定了?|办完了?|办好了?|弄完了?|弄好了?|处理完了?|结束了?|勾掉了?|划掉了?|ok了?|done|已办|打勾|办妥了?)(?:一下|吧|啦)?$/gi,
  /(?:推迟|延期|延后|顺延|改到|改期|挪到|改成|改为|往后推|推到|延到|调到|调整到|提前到|往后挪|放到|移到|推后|后移|取消|删掉|删除|去掉|不用|撤掉)(?:至|到|一?下|了|吧)?/g,
  /\b(?:mark|move|push|postpone|reschedule|delay|defer|shift|cancel|delete|remove|complete|finish|tick off|check off|put off|bump|snooze|please|pls|can you|could you|as done|done with|i'm done|done|completed|complete|finished|as complete|off|back|the|my|task|todo|to-do|reminder|until|till|to|for|by)\b/gi,
]

const readTitle = (reading: Reading): string | undefined => {
  const title = dropWords(reading, listEntities(reading, 'time'), TITLE_NOISE).replace(
    /^[的,，:\s]+|[的,，到至了\s]+$/g,
    '',
  )
  const bare = title.replace(/^(?:客户|他|她)$/, '')
  return bare.length > 1 ? bare : undefined
}

function readNewDue(reading: Reading): string | undefined {
  // the new time is the one said last: 把明天的拜访改到后天
  const last = listEntities(reading, 'time').findLast((one) => one.time?.kind !== 'recurrence')
  return last ? toDue(last) : undefined
}

const OVERDUE = /逾期|过期|超期|到期(?:没|未)|超时|拖了|没按时|延误|\b(?:overdue|past due|late|missed)\b/i
const ASSIGNEE = over('(?<who><W>)|(?:团队|组里|大家|下属)')

export const TASK_RULES: readonly IntentRule[] = [
  {
    intent: 'task.create',
    cues: [
      cue(4, "记(?:个|一?件|着)(?:事|事儿)"),
      cue(-3, "^<->(?:帮我|请|麻烦)?(?:看|查|瞅)(?:一?下|看)?.{0,8}(?:日程|安排|待办|任务)"),
      cue(3, "\\b(?:add|create|new|set)\\b.{0,6}\\b(?:task|reminder|to-?do)\\b"),
      cue(2.6, "<U>(?:之?前|以前)?(?:要|得)?(?:把|将).{2,20}"),
      cue(2, "^<->(?:待办|任务|todo)[:：]"),
      cue(-3, "(?:打|聊|沟通|拜访|走访|回访|见|通|来|谈|联系|面谈|发|送|吃|去|接待|陪|探望|到访|签|讲|介绍|推荐|约)(?:了|过|完)(?!(?:再|就|后|之后|以后|没))"),
      cue(-2.5, "(?:不|吗|么|呢|没)[?？]?<->$"),
      cue(3, "(?:要|得|需要|该|必须)(?:给|跟|和|去|找)?<C>.{0,6}(?:打|回|发|联系|见|拜访|送|谈|聊|交|签)|(?:必须|务必|一定要?|得|要)(?:去)?(?:联系|回访|拜访|跟进|见|找|约)<C>"),
      cue(2, "<U>.{0,6}(?:见|约|拜访|回访|联系|跟进)<C>"),
      cue(4.2, "\\b(?:schedule|book|arrange|set up|plan)\\b.{0,50}<U>"),
      cue(3, "^<->(?:lunch|coffee|dinner|meeting|call|visit|breakfast|tea|catch-?up|review|demo|drinks) (?:with|to|at) <C>.{0,6}.{0,20}<U>"),
      cue(3.4, "^<->(?:urgent|important|asap|high priority|priority)\\b.{0,4}(?:call|follow|email|send|visit|meet|contact|chase|prepare|get|finish)"),
      cue(2.6, "\\bfollow up (?:with|on)\\b.{0,30}(?:<U>|\\b(?:today|tomorrow)\\b)|\\bi (?:need|have|want|gotta|must|should)\\b.{0,10}\\b(?:to )?\\w+.{0,20}<U>"),
      cue(5, '(?:提醒|叫|喊|通知)(?:一?下)?(?:我|俺|咱|下我|自己)(?!的)'),
      cue(3.4, '(?:提醒(?!偏好|设置|方式|时间|推送|我的)|记得|别忘了?|不要忘|莫忘|记着|别让我忘)'),
      cue(
        5,
        '(?:建|新建|创建|加|添加|新增|设|设置|设定|定|安排|记|开|派|布置|下|生成|搞|弄|来)(?:一?个|一?条|一?下|一项|上|了|个新的?)?(?:一?个)?.{0,6}(?:任务|待办|提醒|日程|闹钟|todo|备忘)(?!列表|清单|完成|模板|系列)',
      ),
      cue(4.5, '^<->(?:待办|任务|todo|to-do|to do|提醒|备忘|日程)(?:\\s*[+＋:：]|\\s*<T>|\\s*1)'),
      cue(4, '(?:待办|任务|日程)(?:里|中)?(?:加|添加|新增|\\+)'),
      cue(
        2.6,
        `<T>.{0,8}(?:要|得|需要|该|我要|我得|想|打算|准备|计划)?.{0,4}(?:给|跟|和|找|去|向)?(?:<C>|他|她|客户|王总).{0,4}${ACTION}`,
      ),
      cue(2.6, `<UR>.{0,8}${ACTION}.{0,8}(?:<CP>|客户|他|她)`),
      cue(2, `(?:^|[,，。\\s])(?:我)?(?:要|得|需要|打算|准备|计划)(?:<T>)?.{0,4}${ACTION}`),
      cue(4, `(?:让|叫|安排|请|派|通知|麻烦)<W>.{0,20}${ACTION}`),
      cue(4, `(?:给|派给|交给|指派给)<W>.{0,6}(?:任务|待办|派个?|安排|布置)`),
      cue(2.2, `^<-><UR>.{0,6}${ACTION}.{0,24}$`),
      cue(2, '<R>|(?:每天|每周|每月|每个?工作日|每季度|每年|每隔|\\bevery )'),
      cue(
        -1.5,
        '^(?:(?!提醒|任务|待办|记得|安排|别忘|让|叫|要).)*(?:打了|聊了|沟通了|拜访了|见了|通了|来了|说|表示|反馈)',
      ),
      cue(5, '\\bremind (?:me|us|myself)\\b|\\breminder\\b(?! (?:settings|preferences))'),
      cue(
        4,
        "\\b(?:don't|do not|dont|never) (?:let me )?forget\\b|\\bremember to\\b|\\bmake sure (?:i|to)\\b|\\bping me\\b|\\bnudge me\\b|\\balert me\\b|\\bwake me\\b",
      ),
      cue(
        5,
        '\\b(?:add|create|set|make|new|schedule|set up|put|log|book)\\b.{0,14}\\b(?:task|to-?do|reminder|alarm|calendar|follow-up task)\\b',
      ),
      cue(4, '^<->(?:task|to-?do|reminder)\\b\\s*[:\\-]'),
      cue(
        3.4,
        '\\b(?:schedule|plan|book|arrange|set up)\\b.{0,16}\\b(?:call|meeting|visit|lunch|coffee|review|catch-?up|follow[- ]?up|appointment|chat|dinner|demo|session|zoom)\\b',
      ),
      cue(
        3,
        "\\b(?:need to|have to|gotta|got to|must|should|i'll|i will|i have to|want to|going to)\\b.{0,10}\\b(?:call|ring|email|visit|meet|see|send|prepare|review|follow up|contact|text|check|finish|submit|chase|draft)\\b",
      ),
      cue(
        2.6,
        '^<->(?:please |pls )?(?:call|ring|email|visit|meet(?: with)?|send|prepare|follow up with|contact|text|chase|check(?: in)? with|catch up with)\\b.{0,50}<T>',
      ),
      cue(
        3.6,
        '\\b(?:ask|have|get|tell|let)\\s+<W>.{0,6}\\b(?:to )?(?:call|ring|email|visit|meet|see|send|prepare|review|follow|contact|check|finish|submit|chase|handle|do|take|help)',
      ),
      cue(4, '\\bassign(?: a)? (?:task|to-?do)\\b|\\btask (?:for|to) <W>'),
      cue(
        -3.5,
        '(?:完成了|搞定了|做完了|办完了|已完成|已办|标记|勾掉|推迟|延期|延后|改期|改到|挪到|取消|删掉|不用提醒|别提醒|不要提醒|关掉提醒|mark|done\\b|complete|postpone|reschedule|push (?:the|my|back)|move (?:the|my)|delay|cancel|snooze|stop)',
      ),
      cue(
        -4.5,
        '(?:哪些|有什么|有啥|多少|列出|列表|清单|看看|查一?下|查看|有没有.{0,4}(?:任务|待办|安排)|吗[?？]?$|what|which|show|list|any tasks|do i have|overdue)',
      ),
      cue(
        -3.5,
        '(?:商机|工单|打标签|贴标签|标签|改成|改为|偏好|设置成|报表|统计|简报|日报|周报|模板|流程|客户说|表示|deal|opportunit|ticket|preferences|settings|digest|report|template|playbook|sequence)',
      ),
      cue(-3, '(?:投诉|申请|审批|祝福|短信|话术|complain|approval)'),
      cue(-3, '\\b(?:called|phoned|spoke|talked|met|visited|asked|said|told|wants|wanted)\\b'),
      cue(-2.5, '(?:生日|到期).{0,6}(?:客户|有谁|哪些)'),
    ],
    slots: readPlan,
  },
  {
    intent: 'task.list',
    cues: [
      cue(4, "(?:欠|差|剩|漏|落)(?:了|下)?(?:哪些|什么|啥|多少).{0,3}(?:活|事|任务|没)?"),
      cue(3.4, "(?:看|查|瞅)(?:一?下|看)?我?(?:今天|明天|后天|本周|这周|下周|本月|这个月|下个月|最近)?的?(?:日程|安排|待办|任务|行程)"),
      cue(4.5, "(?:还剩|剩下?|还有)(?:下)?(?:几|多少|哪些|啥|什么)?(?:个|件|项)?.{0,4}(?:任务|待办|事|没做|没办|没弄)"),
      cue(4.2, "(?:有|没)(?:什么|啥)?(?:安排|事|任务|会|计划|日程|待办)(?:要做|要办)?(?:吗|没|么|没有|不)"),
      cue(4.2, "有(?:什么|啥|哪些).{0,3}(?:要|得|该|需要)(?:忙|做|办|干|跟|处理|弄)"),
      cue(2, "(?:要|该)(?:联系|跟进|拜访|回访|见|打给|约)(?:谁|哪些|哪几|的?客户(?:有|是)?)"),
      cue(4.5, "\\bwhat do i (?:have|need)\\b|\\bto-?do list\\b|\\b(?:am i|are we) (?:free|busy|booked)\\b|^<->(?:my )?(?:agenda|schedule|tasks?|to-?dos?)\\b.{0,20}(?:for|this|next|today|tomorrow|<T>)|<W>'?s? (?:tasks|to-?dos?|schedule|agenda)|\\bwhat(?:'s| is)(?: on| due| up| left| planned| scheduled).{0,12}<T>"),
      cue(
        4.5,
        '(?:任务|待办|日程|安排|计划|提醒|行程|工作)(?:事项|列表|清单|一览|有哪些|有啥|有什么|还有|都有|是什么|情况|呢|看一?下|看看|给我看|查一?下|多少|几个|发我|列一?下)',
      ),
      cue(
        4.5,
        '(?:有|还有|都有)(?:什么|啥|哪些|多少|几个|几件|没有?)(?:.{0,6})(?:任务|待办|安排|事(?!故|业)|活儿?|日程|计划|提醒|要做|要办|没做|没办|会)',
      ),
      cue(
        4,
        '(?:查|看|列|打开|显示|翻|拉)(?:一?下|看|出|出来|看看|开)*(?:我|今天|明天|本周|这周|的|所有|全部|逾期|过期|未完成|<WT>|\\s){0,8}(?:任务|待办|日程|提醒|行程)',
      ),
      cue(
        4,
        '(?:我的|今天的?|今日的?|明天的?|本周的?|这周的?|下周的?|本月的?|所有|全部|<W>的|<T>的?)(?:任务|待办|日程|安排|行程)(?:事项|列表|清单)?[\\s?？。!！呢吧]*$',
      ),
      cue(4.5, '(?:逾期|过期|超期|未完成|没完成|没做完|到期未).{0,6}(?:任务|待办|事|的)'),
      cue(
        4,
        '(?:要|该|需要)(?:做|干|办|忙)(?:些|点)?(?:什么|啥|哪些|点啥)|(?:忙|做|干)(?:点|些)?(?:什么|啥)(?:[?？呢]|$)|还(?:有)?(?:什么|啥|哪些)(?:没|未)(?:做|办|完|处理)',
      ),
      cue(3, '^<->(?:待办|任务|我的任务|我的待办|日程)<->$'),
      cue(3, '(?:要|该)(?:联系|跟进|拜访|回访|见|打给)(?:谁|哪些|哪几)'),
      cue(
        4.5,
        "\\b(?:<W>'?s?|(?:my|today's|tomorrow's|this week's|next week's|all|open|pending|outstanding|overdue|upcoming|<T>'?s)\\b).{0,12}\\b(?:tasks?|to-?dos?|to do list|agenda|schedule|calendar|reminders?|plate)\\b",
      ),
      cue(
        4.5,
        '\\b(?:what|which|show|list|see|view|any|check|display|give me|how many|get|open|pull up)\\b.{0,26}\\b(?:tasks?|to-?dos?|agenda|to do|schedule|reminders?|plate|calendar|(?:is|am) (?:i|my day))\\b',
      ),
      cue(
        4.5,
        "\\bwhat(?:'s| is| do i have| have i| am i| should i| do i need)?\\b.{0,10}\\b(?:on my plate|on today|on tomorrow|due|to do|going on|lined up|coming up|on the agenda|doing|planned|my day|left|overdue|scheduled|up next|on for)\\b",
      ),
      cue(
        4,
        '\\b(?:am i|anything) .{0,10}\\b(?:overdue|due|late|behind|planned|scheduled|to do)\\b|\\bwhat did i miss\\b|^<->(?:my )?(?:tasks|to-?dos?|agenda|overdue(?: tasks)?)<->$',
      ),
      cue(3.5, '\\b(?:overdue|past due)\\b'),
      cue(
        -4,
        '(?:工单|商机|审批|客户名单|ticket|deal|opportunit|approval|product|客户到期|存单|理财到期|生日)',
      ),
      cue(
        -3.5,
        '(?:提醒我|完成了|搞定了|推迟|延期|改到|取消|新建|添加|创建|加一?个|remind me|mark|postpone|reschedule|move|add|create|done$)',
      ),
      cue(
        -2.5,
        '(?:设置|偏好|报表|统计|排行|能做什么|会做什么|你能|你会|help|settings|report|can you do|you do)',
      ),
      cue(-2, '\\b(?:template|start|apply)\\b|模板'),
    ],
    slots: (reading) =>
      stated({
        period:
          OVERDUE.test(reading.folded) && !/(?:今|本|这|明|today|this|week)/.test(reading.folded)
            ? undefined
            : findPeriod(reading),
        overdue: OVERDUE.test(reading.folded) ? true : undefined,
        assignee:
          reading.masked.match(ASSIGNEE)?.groups?.['who'] === undefined
            ? undefined
            : listEntities(reading, 'colleague')[0]?.value,
      }),
  },
  {
    intent: 'task.complete',
    cues: [
      cue(2, "\\bdone\\b.{0,30}\\b(?:reminder|task|to-?do)\\b"),
      cue(4, "(?:完成|办完|做完|搞定|了结|结)(?:了|掉|一下)?<C>?.{0,14}(?:任务|待办|事项|回访|拜访)|(?:任务|待办|事项).{0,6}(?:结了|完结|关了|销了|清了)"),
      cue(4, "\\b(?:i've|i have|i|we've|we) (?:just )?(?:done|finished|completed|sent|wrapped)\\b.{0,40}(?:task|to-?do|reminder|<C>)"),
      cue(-3, "<U>.{0,6}(?:前|之前|以前)完成|完成.{0,6}(?:率|情况|多少)"),
      cue(
        4,
        '(?:任务|待办|提醒|事项|日程|这事|那事|这件事|那件事|的事情?|这条|那条|这个|那个|活儿?)(?:儿)?.{0,8}(?:完成|做完|搞定|办完|办好|办妥|弄完|弄好|干完|结束|ok|done|打勾|勾掉|划掉|了结|已办|做好|处理完|处理好|忙完)',
      ),
      cue(
        4,
        '(?:标记?|设|改|置|勾|打)(?:为|成|上)?.{0,3}(?:已?完成|已办|done)|(?:打勾|勾掉|划掉|勾选|销掉|消掉|打钩)',
      ),
      cue(3, '(?:完成|做完|搞定|办完|弄完|办妥|干完|办好)(?:了|啦|咯|喽|$)'),
      cue(3, '(?:完成|结束|搞定)(?:一?下|了|掉)?.{0,16}(?:任务|待办|提醒)'),
      cue(2, '(?:打过|发过|送过|见过|回访过|联系过|打完|发完|送完|交完|寄完|写完)(?:了|啦)'),
      cue(4.5, '\\b(?:mark|tick|check|cross|set)\\b.{0,50}\\b(?:done|complete|completed|finished|off)\\b'),
      cue(
        4,
        '\\b(?:complete|finish|close|done with|finished|completed)\\b.{0,40}\\b(?:task|to-?do|reminder|item)\\b|\\b(?:task|to-?do|reminder)\\b.{0,40}\\b(?:is |are |was )?(?:done|complete|completed|finished)\\b',
      ),
      cue(
        3,
        '\\b(?:done|finished|completed|all done|sorted|wrapped up)\\b[\\s.!]*$|^<->(?:done|finished|completed)\\b',
      ),
      cue(-5, '(?:<N>|工单|商机|审批|结单|成交|签约|ticket|deal|opportunit|approval)'),
      cue(
        -4,
        "(?:没|未|还没|尚未|不能|没有)(?:完成|做完|搞定|办完)|未完成|哪些|有什么|完成率|完成情况|统计|报表|多少|not (?:done|finished|complete)|isn't|what|which|how many|report",
      ),
      cue(-3, '(?:提醒我|记得|之前完成|前完成|完成后|remind|by <T>)|(?:<T>(?:之?前|内)).{0,10}完成'),
      cue(-2.5, '(?:说|表示|咨询|感兴趣|约了|约定)'),
      cue(-2, '(?:推迟|延期|改到|取消|postpone|move|reschedule|cancel)'),
    ],
    slots: (reading) => stated({ customer: getCustomerOrPronoun(reading), title: readTitle(reading) }),
  },
  {
    intent: 'task.postpone',
    cues: [
      cue(3.4, "(?:拜访|回访|任务|待办|见面|会议|会|提醒|电话|面谈|约|日程).{0,4}(?:挪|推|延|调|改|移)(?:到|至|成|为)?<U>"),
      cue(-4, "\\bdone\\b|\\bfinished\\b|\\bcompleted?\\b"),
      cue(-6, "\\b(?:to|into|in)\\b (?:the )?(?:needs|initial|proposal|negotiat|won|lost)"),
      cue(-5, "<C>.{0,10}to <W>"),
      cue(-4, "\\b(?:add|create|remind me|set|new)\\b|list\\b"),
      cue(
        4.5,
        '(?:推迟|延期|延后|顺延|改期|往后推|往后挪|推后|后延|挪一?下|缓一?缓|拖到|延到|推到|挪到|改到|调到|往后拖|后移|缓到|晚(?:一|两|几)天)',
      ),
      cue(
        3,
        '(?:任务|待办|提醒|拜访|见面|会议|回访|面谈|电话|约|会|日程|预约|行程).{0,12}(?:改到|改成|改为|挪到|调到|调整到|移到|换到|放到|提前到|提早到|调成|安排到|往后|改在)(?:<T>)?',
      ),
      cue(3, '(?:改到|挪到|调到|移到|换到|放到|提前到|推迟到|延到)\\s*<T>'),
      cue(2, '(?:任务|待办|提醒|日程)'),
      cue(
        5,
        '\\b(?:postpone|reschedule|push(?:ed)?(?: back| out| off)?|delay|defer|put off|snooze|bump|shift|move(?: back| up| forward)?|bring forward|rebook)\\b.{0,60}(?:<T>|\\b(?:to|until|till|by|later|week|day|hour)\\b)',
      ),
      cue(
        2,
        '\\b(?:task|to-?do|reminder|meeting|call|visit|appointment|follow-?up|lunch|review|catch-?up|coffee)\\b',
      ),
      cue(
        -6,
        '(?:商机|成交(?:日期|时间)|预计|阶段|推进|工单|<N>|金额|deal|opportunit|opp\\b|stage|pipeline|ticket|close date|closing|negotiation|proposal stage|推送|简报|日报|digest|tag)',
      ),
      cue(-2.5, '(?:约定|沟通了|打了电话|客户说|表示|拜访了|聊了|called|said|spoke|told)'),
      cue(-2, '(?:手机|电话号|地址|生日|邮箱|等级|负责人).{0,4}(?:改|换)'),
    ],
    slots: (reading) =>
      stated({
        customer: getCustomerOrPronoun(reading),
        title: readTitle(reading),
        due: readNewDue(reading),
      }),
  },
  {
    intent: 'task.cancel',
    cues: [
      cue(
        5,
        '(?:取消|删掉?|删除|去掉|撤掉|移除|作废)(?:了|一?下)?.{0,24}(?:任务|待办|提醒|日程|闹钟|拜访|回访|见面|面谈|预约|约|会议)',
      ),
      cue(
        5,
        '(?:任务|待办|提醒|日程|闹钟|拜访|回访|见面|面谈|预约|会议).{0,8}(?:取消|删掉?|删除|去掉|撤掉|作废|不用了|不要了|不去了|不做了)',
      ),
      cue(4.5, '(?:不用|不要|别|不必|无需)(?:再)?(?:提醒|叫)(?:我)?(?!推送)'),
      cue(
        5,
        '\\b(?:cancel|delete|remove|drop|scrap|call off)\\b.{0,40}\\b(?:task|to-?do|reminder|meeting|visit|appointment|call|follow-?up|lunch)\\b',
      ),
      cue(4, "\\b(?:don't|no need to|stop) remind(?:ing)?\\b"),
      cue(
        -5,
        '(?:订阅|简报|日报|周报|推送|标签|商机|工单|刚才的?(?:操作|修改|记录)|上一步|操作|客户说|digest|subscri|tag|deal|ticket|last (?:change|action)|opportunit)',
      ),
    ],
    slots: (reading) => stated({ customer: getCustomerOrPronoun(reading), title: readTitle(reading) }),
  },
]
