// Wishes about what is to do: plan it, be reminded of it, see it.

import { over } from '../mask.ts'
import { findPeriod } from '../periods.ts'
import { listEntities } from '../reading.ts'
import { readPlan } from './plan.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const ACTION =
  '(?:打|联系|回访|拜访|走访|见|约|去|发|送|准备|整理|提交|交|做|写|办|跟进?|催|看望|参加|开会|面谈|沟通|聊|回(?!复了)|确认|核实|补|提醒|寄|带|通知|处理|对账|签|递|问|陪|接|出(?:个|一份)?方案|上门)'

const OVERDUE = /逾期|过期|超期|到期(?:没|未)|超时|拖了|没按时|延误|\b(?:overdue|past due|late|missed)\b/i
const ASSIGNEE = over('(?<who><W>)|(?:团队|组里|大家|下属)')

/** The rules of this family; the weights were set on our own phrases. */
export const TASK_RULES: readonly IntentRule[] = [
  {
    intent: 'task.create',
    cues: [
      cue(-3, '<U>.{0,8}(?:改|挪|推|换)(?:到|成|至)?<U>'),
      cue(-3, '(?:提前|推迟|延后|延期|挪|改)(?:到|至|成)<U>'),
      cue(
        4,
        '记(?:个|一?件|着)(?:事|事儿)|备(?:个|一?下)?忘|新任务|盯(?:着|紧|一?下|住|点)|\\bnote to (?:self|call|ring|send|visit|check|follow|ask)\\b',
      ),
      cue(-6, '^<->call me\\b'),
      cue(6, '\\bput\\b.{0,40}\\bin for <U>'),
      cue(-5, '(?:没接|没人接|没打通|打不通|接了|没回|占线|关机)'),
      cue(-7, '(?:默认|所有提醒).{0,3}提前|不想.{0,8}提醒'),
      cue(
        -6,
        '^(?:(?!提醒我|叫我).)*(?:提前|推迟|延后|往后|顺延)(?:一|两|三|几|半)(?:天|周|个?小时|个?星期)<->$',
      ),
      cue(
        -6,
        '(?:提醒|任务|待办|安排|约|会)(?:就|都|给|先)?(?:关掉?|关了|停掉?|停了|撤掉?|撤了|作废|取消|不要了)',
      ),
      cue(-6, "\\b(?<!don't |do not |not |never |dont )forget(?: about)? (?:the|my|that)\\b"),
      cue(-7, '\\breminder (?:lead )?time\\b|\\blead time\\b|(?:提前|默认)(?:量|提醒|时间)'),
      cue(
        5,
        '^<-><U>,? (?:please )?(?:get|send|finish|submit|have|call|prepare|complete|chase|close|collect|sign|file)\\b',
      ),
      cue(-3, '^<->(?:帮我|请|麻烦)?(?:看|查|瞅)(?:一?下|看)?.{0,8}(?:日程|安排|待办|任务)'),
      cue(3, '\\b(?:add|create|new|set)\\b.{0,6}\\b(?:task|reminder|to-?do)\\b'),
      cue(2.6, '<U>(?:之?前|以前)?(?:要|得)?(?:把|将).{2,20}'),
      cue(2, '^<->(?:待办|任务|todo)[:：]'),
      cue(
        8,
        '\\b(?:stick|put|pop|add|throw|get|chuck|drop|slot)\\b.{0,40}\\b(?:on|to|in|into|onto) (?:my|the) (?:to-?do(?: list)?|task list|list|calendar|diary|schedule|agenda)\\b',
      ),
      cue(
        -3,
        '(?:打|聊|沟通|拜访|走访|回访|见|通|来|谈|联系|面谈|发|送|吃|去|接待|陪|探望|到访|签|讲|介绍|推荐|约)(?:了|过|完)(?!(?:再|就|后|之后|以后|没))',
      ),
      cue(-2.5, '(?:不|吗|么|呢|没)[?？]?<->$'),
      cue(
        3,
        '(?:要|得|需要|该|必须)(?:给|跟|和|去|找)?<C>.{0,6}(?:打|回|发|联系|见|拜访|送|谈|聊|交|签)|(?:必须|务必|一定要?|得|要)(?:去)?(?:联系|回访|拜访|跟进|见|找|约)<C>',
      ),
      cue(2, '<U>.{0,6}(?:见|约|拜访|回访|联系|跟进)<C>'),
      // 约李总明天上午来: to be arranged; 约了, 约好 tell of what was
      cue(
        5,
        '^<->(?:帮我|请|麻烦|给我|替我)?约(?:一?下|个)?(?:<C>.{0,4}<U>|<U>.{0,4}<C>)(?:(?!了|过|说|聊|问).)*$',
      ),
      cue(4.2, '\\b(?:schedule|book|arrange|set up|plan)\\b.{0,50}<U>'),
      cue(
        3,
        '^<->(?:lunch|coffee|dinner|meeting|call|visit|breakfast|tea|catch-?up|review|demo|drinks) (?:with|to|at) <C>.{0,6}.{0,20}<U>',
      ),
      cue(
        3.4,
        '^<->(?:urgent|important|asap|high priority|priority)\\b.{0,4}(?:call|follow|email|send|visit|meet|contact|chase|prepare|get|finish|submit|collect|sign|review|file)',
      ),
      cue(
        2.6,
        '\\bfollow up (?:with|on)\\b.{0,30}(?:<U>|\\b(?:today|tomorrow)\\b)|\\bi (?:need|have|want|gotta|must|should)\\b.{0,10}\\b(?:to )?\\w+.{0,20}<U>',
      ),
      cue(-7, '(?:不用|不要(?!忘)|别(?!忘)|不必|无需|甭)(?:再|老)?(?:是)?<RT>.{0,4}(?:提醒|叫)我'),
      cue(5, '(?:提醒|叫|喊|通知)(?:一?下)?(?:我|俺|咱|下我|自己)(?!的)'),
      cue(3.4, '(?:提醒(?!偏好|设置|方式|时间|推送|我的)|记得|别忘了?|不要忘|莫忘|记着|别让我忘)'),
      cue(
        5,
        '(?:建|新建|创建|加|添加|新增|设|设置|设定|定|安排|记|开|派|布置|下|生成|搞|弄|来)(?:一?个|一?条|一?下|一项|上|了|个新的?)?(?:一?个)?.{0,6}(?:任务|待办|提醒|日程|闹钟|todo|备忘)(?!列表|清单|完成|模板|系列)',
      ),
      cue(
        4.5,
        '^<->(?:todo|to-do|task)\\s+(?!lists?\\b|for\\b|today|tomorrow|this|next|items?\\b|overview)[a-z]+\\b.{4}',
      ),
      cue(4.5, '^<->(?:待办|任务|todo|to-do|to do|提醒|备忘|日程)(?:\\s*[+＋:：]|\\s*<T>|\\s*1)'),
      cue(4, '(?:待办|任务|日程)(?:里|中)?(?:加|添加|新增|\\+)'),
      cue(
        2.6,
        `<T>.{0,8}(?:要|得|需要|该|我要|我得|想|打算|准备|计划)?.{0,4}(?:给|跟|和|找|去|向)?(?:<C>|他|她|客户|王总).{0,4}${ACTION}`,
      ),
      cue(2.6, `<UR>.{0,8}${ACTION}.{0,8}(?:<CP>|客户|他|她)`),
      cue(2, `(?:^|[,，。\\s])(?:我)?(?:要|得|需要|打算|准备|计划)(?:<T>)?.{0,4}${ACTION}`),
      cue(4, `(?:让|叫|安排|请|派|通知|麻烦|交代|吩咐|嘱咐)<W>.{0,20}${ACTION}`),
      cue(6, '(?:给|让)<W>(?:派|安排|布置|分|交代|下)(?:个|一个|一?下|点|件)?(?:活|事|任务|工作)'),
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
        '(?:哪些|有什么|有啥|多少|列出|列表|清单|(?<!叫我)(?<!提醒我)看看|查一?下|查看|有没有.{0,4}(?:任务|待办|安排)|吗[?？]?$|what|which|show|list|any tasks|do i have|overdue)',
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
      cue(6, '\\b(?:is|are) my <U>.{0,4}\\b(?:free|busy|full|open|clear|packed)\\b'),
      cue(
        5,
        '<U>.{0,3}我?.{0,2}(?:有空|有时间|忙不忙|忙吗|排满|空着|有没有空)(?!.{0,4}(?:吃|喝|玩|打球|聚))',
      ),
      cue(4, '(?:欠|差|剩|漏|落)(?:了|下)?(?:哪些|什么|啥|多少).{0,3}(?:活|事|任务|没)?'),
      cue(
        3.4,
        '(?:看|查|瞅)(?:一?下|看)?我?(?:今天|明天|后天|本周|这周|下周|本月|这个月|下个月|最近)?的?(?:日程|安排|待办|任务|行程)',
      ),
      cue(
        4.5,
        '(?:还剩|剩下?|还有)(?:下)?(?:几|多少|哪些|啥|什么)?(?:个|件|项)?.{0,4}(?:任务|待办|事|没做|没办|没弄)',
      ),
      cue(4.2, '(?:有|没)(?:什么|啥)?(?:安排|事|任务|会|计划|日程|待办)(?:要做|要办)?(?:吗|没|么|没有|不)'),
      cue(4.2, '有(?:什么|啥|哪些).{0,3}(?:要|得|该|需要)(?:忙|做|办|干|跟|处理|弄)'),
      cue(2, '(?:要|该)(?:联系|跟进|拜访|回访|见|打给|约)(?:谁|哪些|哪几|的?客户(?:有|是)?)'),
      cue(
        4.5,
        "\\bwhat do i (?:have|need)\\b|(?<!\\b(?:on|to|onto|in|into) (?:my|the) )\\bto-?do list\\b|\\b(?:am i|are we) (?:free|busy|booked)\\b|^<->(?:my )?(?:agenda|schedule|tasks?|to-?dos?)\\b.{0,20}(?:for|this|next|today|tomorrow|<T>)|<W>'?s? (?:tasks|to-?dos?|schedule|agenda)|\\bwhat(?:'s| is)(?: on| due| up| left| planned| scheduled).{0,12}<T>",
      ),
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
        '(?:查|看|列|打开|显示|翻|拉)(?:一?下|看|出来?|开)*(?:我|今天|明天|本周|这周|的|所有|全部|逾期|过期|未完成|<WT>|\\s){0,8}(?:任务|待办|日程|提醒|行程)',
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
      cue(4.5, "\\bwhat(?:'s| is| are)\\b.{0,4}<W>.{0,4}\\b(?:working on|doing|up to|busy with)\\b"),
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
]
