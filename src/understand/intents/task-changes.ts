// Wishes that change what is to do: mark it done, move it, call it off.

import { listEntities, type Reading } from '../reading.ts'
import { dropWords, getCustomerOrPronoun, toDue } from '../slots.ts'
import { CALLED_OFF } from './opportunity-stages.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const TITLE_NOISE: readonly RegExp[] = [
  /(?:把|将)/g,
  /^(?:不用|不要|别|不必|无需|甭)(?:再|老)?(?:是)?\s*(?:提醒|叫)我|(?<=^(?:不用|不要|别|不必|无需|甭).*)了$/g,
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
  // until 5pm is the new time itself, not a day that is allowed
  const until = last?.time?.end?.includes('T') === true && /^(?:until|till?) /i.test(last.text)
  return until ? last?.time?.end : last ? toDue(last) : undefined
}

/** The rules of this family; the weights were set on our own phrases. */
export const TASK_CHANGE_RULES: readonly IntentRule[] = [
  {
    intent: 'task.complete',
    cues: [
      cue(6, '(?:销|消|勾)(?:掉|了)?(?:任务|待办|提醒)|\\b(?:tick|cross|check) (?:that|it|this|them) off\\b'),
      cue(4, '(?:提交|完成|办理|处理|上报|报送)完毕<->$'),
      cue(
        4,
        '^<->(?:(?!<C>|[,，]).){2,12}(?:交|办|做|送|寄|发|订|弄|干|报|缴|还|拿|取|填|写|整理)(?:掉|好|完|上去|过去|出去)(?:了|啦)<->$',
      ),
      cue(4, '(?:任务|待办|事项)(?:给)?(?:结|清|销|关)(?:了|掉)'),
      cue(2, '\\bdone\\b.{0,30}\\b(?:reminder|task|to-?do)\\b'),
      cue(
        4,
        '(?:完成|办完|做完|搞定|了结|结)(?:了|掉|一下)?<C>?.{0,14}(?:任务|待办|事项|回访|拜访)|(?:任务|待办|事项).{0,6}(?:结了|完结|关了|销了|清了)',
      ),
      cue(
        4,
        "\\b(?:i've|i have|i|we've|we) (?:just )?(?:done|finished|completed|sent|wrapped)\\b.{0,40}(?:task|to-?do|reminder|<C>)",
      ),
      cue(-3, '<U>.{0,6}(?:前|之前|以前)完成|完成.{0,6}(?:率|情况|多少)'),
      cue(
        4,
        '(?:任务|待办|提醒|事项|日程|这事|那事|这件事|那件事|的事情?|这条|那条|这个|那个|活儿?)(?:儿)?.{0,8}(?:完成|做完|搞定|办完|办好|办妥|弄完|弄好|干完|结束|ok|done|打勾|勾掉|划掉|了结|已办|做好|处理完|处理好|忙完)',
      ),
      cue(
        4,
        '(?:标记?|设|改|置|勾|打)(?:为|成|上)?.{0,3}(?:已?完成|已办|done)|(?:打个?勾|勾掉|划掉|勾选|销掉|消掉|打个?钩)|(?:任务|待办)(?:可以|能)?(?:关|结|销|勾)(?:了|掉)',
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
      cue(6, '往后(?:放|拖|挪|推|移)|\\bwait (?:until|till)\\b.{0,14}\\bmove\\b'),
      cue(
        6,
        '^(?:(?!提醒我|叫我|默认).)*(?:提前|推迟|延后|往后|顺延)(?:一|两|三|几|半)(?:天|周|个?小时|个?星期)<->$',
      ),
      cue(-6, '<M>|(?:签约|成交|放款)(?:时间|日期)'),
      cue(4.5, '<U>.{0,8}(?:改|挪|推|换)(?:到|成|至)?<U>'),
      cue(-9, '几楼|^<->call me\\b|哪个会议室|几号会议室|新任务|(?:作废|取消|算了|撤了?)吧?<->$'),
      cue(
        3.4,
        '(?:拜访|回访|任务|待办|见面|会议|会|提醒|电话|面谈|约|日程).{0,4}(?:挪|推|延|调|改|移)(?:到|至|成|为)?<U>',
      ),
      cue(
        5,
        '^<->(?:和|跟|与|同)<C>.{0,6}(?:改|挪|推|换|调)(?:到|成|至|为)<U>|(?:安排|约会?|行程|活动|饭局).{0,3}(?:提前|推迟|延后|延|改|挪|调)(?:到|至|成)<U>',
      ),
      cue(-4, '\\bdone\\b|\\bfinished\\b|\\bcompleted?\\b'),
      cue(-4, '(?:不用|不必|不需要|无需)(?:再)?(?:做|办|管|弄|跟)'),
      cue(-6, '\\b(?:to|into|in)\\b (?:the )?(?:needs|initial|proposal|negotiat|won|lost)'),
      cue(-5, '<C>.{0,10}to <W>'),
      cue(-4, '\\b(?:add|create|remind me|set|new)\\b|list\\b'),
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
      cue(-6, CALLED_OFF),
      cue(-7, '^<->(?:刚|上一|弄错|搞错|记错)'),
      cue(5, '^<->把.{2,12}(?:那条|这条|那个|这个|任务|待办|提醒)(?:给)?(?:删|撤|去|取消)(?:了|掉)'),
      cue(9, '不想.{0,8}(?:收|看到?|要).{0,8}提醒'),
      cue(
        6,
        '\\b(?:meeting|lunch|call|visit|appointment|coffee|dinner|task|reminder|to-?do)\\b.{0,30}\\b(?:cancel|delete|remove|drop)\\b(?: it| that)?<->$|\\bno longer need\\b.{0,20}\\b(?:task|reminder)',
      ),
      cue(
        5,
        '(?:取消|删掉?|删除|去掉|撤掉|移除|作废)(?:了|一?下)?.{0,24}(?:任务|待办|提醒|日程|闹钟|拜访|回访|见面|面谈|预约|约|会议)',
      ),
      cue(
        5,
        '(?:任务|待办|提醒|日程|闹钟|拜访|回访|见面|面谈|预约|会议).{0,8}(?:取消|删掉?|删除|去掉|撤掉|作废|不用了|不要了|不去了|不做了|不用(?:再)?(?:做|办|管|弄|跟)了?|不需要了|不必做)',
      ),
      cue(4.5, '(?:不用|不要|别|不必|无需)(?:再)?(?:提醒|叫)(?:我)?(?!推送)'),
      cue(11, '(?:不用|不要(?!忘)|别(?!忘)|不必|无需|甭)(?:再|老)?(?:是)?<RT>.{0,4}(?:提醒|叫)我'),
      cue(5, '(?:安排|活动|饭局|行程|约会|日程)(?:给|都|就)?(?:取消|不用了|不去了|作罢|算了)'),
      cue(
        6,
        '(?:提醒|任务|待办|闹钟|那条|这条|的约|约会?|安排|活儿?|的事)(?:就|都|给|先|也)?(?:关掉?|关了|停掉?|停了|撤掉?|撤了|撤吧|撤销|作废|取消|算了|免了|清掉|划掉不|不要了|拿掉|去掉)(?:吧|了)?(?!.{0,4}(?:完成|做完))',
      ),
      cue(6, '(?:停掉?|关掉?|取消|撤掉?|撤销|免了)<RUT>.{0,16}(?:提醒|任务|待办|安排|约|会)'),
      cue(
        8,
        "\\b(?<!don't |do not |not |never |dont )(?:forget|never ?mind)(?: about)? (?:the|my|that|this)\\b.{0,40}\\b(?:reminder|task|meeting|call|visit|to-?do|appointment)\\b",
      ),
      cue(
        5,
        '\\b(?:cancel|delete|remove|drop|scrap|call off)\\b.{0,40}\\b(?:task|to-?do|reminder|meeting|visit|appointment|call|follow-?up|lunch)\\b',
      ),
      cue(4, "\\b(?:don't|no need to|stop) remind(?:ing)?\\b"),
      cue(4, '(?:不用|不要|别|不必)(?:再)?提醒我(?!.{0,3}推送)'),
      cue(
        -5,
        '(?:订阅|(?:简报|日报|周报|推送)(?!的?(?:任务|待办|提醒|事项|那条))|标签|商机|工单|刚才的?(?:操作|修改|记录)|上一步|操作|客户说|digest|subscri|tag|deal|ticket|last (?:change|action)|opportunit)',
      ),
    ],
    slots: (reading) => stated({ customer: getCustomerOrPronoun(reading), title: readTitle(reading) }),
  },
]
