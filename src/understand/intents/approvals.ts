// Wishes about approvals: what waits, approve, turn down, and take the own decision back.

import { listEntities, type Reading } from '../reading.ts'
import { dropWords, getTicket } from '../slots.ts'
import { cue, type IntentRule, stated } from './rule.ts'

/** What stands between a decision and its words. */
const LEADS: readonly RegExp[] = [
  /(?:备注|意见|理由|原因|审批意见|comment|reason|note|with (?:the )?(?:comment|note|reason))(?:(?:是|为|:|：|写)\s*|\s+)/gi,
  /^(?:with |because |as |since |saying |-|,|，|:|：|\s|因为|由于|了|吧|的)+/i,
]
const NOISE: readonly RegExp[] = [
  /(?:不同意|不批准?|不通过|不予批准|不准|驳回|拒绝|打回去?|退回去?|否决|毙了|否了|同意|批准|通过|准了|批了|批一?下|过了|可以|没问题|审批)(?:了|吧|掉|给我|一下)*(?:这个|这张|这单|该)?(?:工单|申请|审批|单子)?/g,
  /\b(?:please |pls )?(?:approve|approved|reject|rejected|decline|declined|deny|denied|turn down|turned down|refuse|sign off(?: on)?|green ?light|send back|pass|go ahead(?: with)?|lgtm|looks good|yes|no|ok(?:ay)?|don't|do not|sorry)\b(?: it| this| the)?(?: request| ticket| approval| application)?/gi,
  /^(?:把|将|工单|ticket|申请)/gi,
  ...LEADS,
]

// A decision of one's own, said as such: 撤回 alone is an undo, and 撤回申请 is what whoever asked would say.
const REVOKING = [
  '(?:撤回|撤销|撤消|收回|撤掉)(?:(?!申请(?!的))[^,，。;；!！?？]){0,14}?(?:(?<!合同)审批(?!的?(?:申请|流程|单|工单))|(?<!不)同意(?!书)|批准|批复|驳回|决定)',
  '<N>[^,，。;；]{0,8}(?:审批|(?<!不)同意|批准|驳回|决定|批错|误批)[^。;；]{0,8}(?:撤回|撤销|撤消|收回)(?!.{0,4}申请)',
  '取消(?:我)?(?:对)?<N>[^,，。;；]{0,4}(?:(?<!不)同意|批准|驳回|决定)|取消(?:我)?对<N>[^,，。;；]{0,4}审批',
  '\\b(?:revoke|rescind|retract|take back|withdraw)\\b(?:(?!\\brequest)[^,.;]){0,24}?\\b(?:approvals?(?! requests?)|decisions?|rejections?|sign-?offs?)\\b',
  '\\b(?:revoke|rescind)\\b[^,.;]{0,12}<N>|<N>[^.;]{0,16}\\b(?:revoke|rescind)\\b',
  '\\b(?:undo|reverse|cancel)\\b[^,.;]{0,12}\\b(?:approval|decision|rejection|sign-?off)\\b[^,.;]{0,12}<N>',
].join('|')
/** What whoever asked takes back: no decision of anybody's, whatever it sounds like. */
const WITHDRAWING =
  '(?<!(?:驳回|同意|批准|通过)[^,，。;；]{0,10})(?:撤回|撤销|撤消|收回|取消|作废)[^,，。;；]{0,10}申请(?![^,，。]{0,4}(?:驳回|同意|批准|通过))|申请[^,，。;；]{0,6}(?:撤回|撤销|撤消|收回|作废)|\\b(?:withdraw(?:n|ing)?|retract|cancel|drop|take back)\\b[^,.;]{0,24}(?:\\b(?:request|application|ticket)\\b|<N>)'
const REVOKING_NOISE: readonly RegExp[] = [
  /(?:麻烦|请|我[想要])?(?:撤回|撤销|撤消|收回|撤掉|取消)[^,，。;；]{0,20}?(?:审批|同意|批准|批复|驳回|决定)(?:了|吧)*/g,
  /把?[^,，。;；]{0,4}(?:审批|同意|批准|驳回|决定)[^,，。;；]{0,4}(?:撤回|撤销|撤消|收回)(?:了|吧|一下)*/g,
  /^我?(?:撤回|撤销|收回)|请?(?:撤回|撤销|收回)(?:了|吧|一下)*[。！!]*$|^(?:能不能|可不可以|可以|能)(?=\s)|吗[?？]?$/g,
  /\b(?:i want to |please )?(?:revoke|rescind|retract|take back|withdraw|undo|reverse|cancel)\b(?:[^,.;]{0,24}?\b(?:approvals?|decisions?|rejections?|sign-?offs?)\b)?(?:\s+(?:of|for|on|to)\b)?(?:\s+(?:the\s+)?(?:request|ticket)\b)?/gi,
  ...LEADS,
]

function readComment(reading: Reading, noise = NOISE): string | undefined {
  const rest = dropWords(reading, listEntities(reading, 'ticket'), noise).replace(
    /^[\s,，。.:：;；-]+|[\s,，。]+$/g,
    '',
  )
  return rest.length > 1 && !/^(?:工单|申请|审批|这个|这张|it|this|ok|okay|the)$/i.test(rest)
    ? rest
    : undefined
}

const ANSWERED = '(?:[\\s,，。:：.!！吧了啊哈-]|$)'

/** The rules of this family; the weights were set on our own phrases. */
export const APPROVAL_RULES: readonly IntentRule[] = [
  {
    intent: 'approval.list',
    cues: [
      cue(5, '我(?:要|得|该|需要)(?:来)?(?:审批|审核|批|审)(?:的|了|$)'),
      cue(4.5, '审批(?:还)?有(?:几|多少|哪|什么)'),
      cue(
        4.5,
        '\\b(?:requests?|items?|tickets?)\\b.{0,16}\\b(?:awaiting|waiting for|needing|pending) (?:my|me)\\b|\\bsign-?off\\b.{0,10}\\?|\\bawaiting my\\b',
      ),
      cue(
        5,
        '(?:(?:待|等(?:着|待)?)(?:我)?|(?:要|需要?|该|轮到|等着?)我)(?:来|去)?(?:审批|审核|批|审|签批|处理的申请|审阅)(?:的|了|吗)?',
      ),
      cue(
        5,
        '(?:我的|有(?:什么|啥|哪些|没有?)|查看?|看看?|哪些|列出|还有|多少|几个)(?:.{0,8})(?:审批|待批|待审|要批|要我批|等我批)(?!.{0,4}<N>)',
      ),
      cue(4.5, '(?:审批|待审批|待批|待审)(?:列表|清单|有哪些|任务|事项|单|待办|的有|还有|呢|情况|中心|箱)'),
      cue(
        4.5,
        '(?:申请|单子|流程|审批).{0,6}(?:卡|压|堆|等|积|停|在)(?:在|到)?我(?:这|手|这儿|这里|手里|手上)',
      ),
      cue(3.5, '^<->(?:审批|待审批|我的审批|待我审批)<->$'),
      cue(
        5,
        '\\b(?:approvals|pending approvals?|approval (?:list|queue|inbox)|awaiting (?:my )?approval|waiting (?:for|on) (?:my|me|approval)|my approvals?|to approve|needs? my (?:approval|sign-?off|ok)|requires? my approval|approve today|need to (?:approve|sign off)|for me to (?:approve|sign))\\b',
      ),
      cue(-4, '<N>|合同审批.{0,4}(?:工单|提|申请)|(?:提|发起|申请|走).{0,6}审批'),
      cue(-12, REVOKING),
    ],
    slots: () => ({}),
  },
  {
    intent: 'approval.approve',
    cues: [
      cue(5.5, '^<->(?:没问题|可以|行|好的?|嗯+|ok|没意见)[,，\\s]*(?:同意|批|通过|准)'),
      cue(
        5,
        '(?<!不)(?<!没)(?<!未)(?<!沟)(?<!不予)(?:同意|批准|通过|准了|批了|批一?下|批掉|放行|核准|审批通过|审核通过|过了吧|给过)(?!率|吗|没).{0,10}(?:<N>|工单|申请|审批|这单|这个)',
      ),
      cue(
        5,
        '(?:<N>|申请|审批|这单|这个).{0,10}(?<!不)(?<!没)(?<!未)(?<!沟)(?<!不予)(?:同意|批准|通过|准了|批了|批吧|可以批|给批|放行|没问题|给过|ok)(?!率|吗|没|后)',
      ),
      cue(5, `^<->(?:我)?(?:同意|批准|通过|准了|准|批了|批|可以,?批|放行|核准|审批通过|ok,?批)${ANSWERED}`),
      cue(
        5,
        '\\b(?:approve|approved|approving|sign off|green ?light|ok|okay|accept)\\b.{0,24}<N>|<N>.{0,16}\\b(?:approved?|ok|okay|looks good|fine|go ahead|good to go|lgtm|accepted)\\b',
      ),
      cue(
        5.5,
        '^<->(?:i |yes,? |ok,? |please )?(?:approve|approved|lgtm|sign(?:ed)? off|green ?light(?:ed)?)\\b(?!als)',
      ),
      cue(
        -6,
        "不同意|不批|不通过|未通过|没通过|驳回|拒绝|打回|退回|reject|decline|deny|not approve|n't approve|turn down|(?:哪些|什么|待|等)(?:.{0,4})(?:审批|批)|吗[?？]?$|awaiting|pending|客户(?:已|也)?同意|to approve|needs? .{0,6}approv",
      ),
      cue(-2, '<C>.{0,6}(?:同意|通过)'),
      cue(-6, '<N>.{0,6}[结关](?:了|掉|单|案)'),
      cue(-12, REVOKING),
      cue(-15, WITHDRAWING),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), comment: readComment(reading) }),
  },
  {
    intent: 'approval.reject',
    cues: [
      cue(
        6,
        '(?:驳回|拒绝|不同意|不批准?|不通过|不予批准|打回|退回|否决|毙了|否了|不准).{0,14}(?:<N>|工单|申请|审批|这单|这个)',
      ),
      cue(
        6,
        '(?:<N>|申请|审批|这单|这个).{0,14}(?:驳回|拒绝|不同意|不批准?|不通过|打回|退回(?!到)|否决|毙了|否了|不准|不行)',
      ),
      cue(6, `^<->(?:我)?(?:驳回|拒绝|不同意|不批准?|不通过|打回去?|退回去?|否决|不准)`),
      cue(
        6,
        "\\b(?:reject|rejected|decline|declined|deny|denied|turn down|turned down|refuse|send back|don't approve|do not approve|not approve[d]?|knock back)\\b.{0,24}<N>|<N>.{0,16}\\b(?:rejected?|declined?|denied|deny|refused?|not approved|turned down|no)\\b",
      ),
      cue(
        6,
        "^<->(?:i |no,? |please |sorry,? )?(?:reject|rejected|decline|declined|deny|denied|turn (?:it |this )?down|don't approve|not approved|refuse)\\b",
      ),
      cue(-4, '(?:商机|阶段|推进|客户(?:说|表示)?.{0,4}(?:拒绝|不同意)|退回到|deal|opportunity|吗[?？]$)'),
      cue(-3, '<C>.{0,6}(?:拒绝|不同意|declined|refused)'),
      cue(-12, REVOKING),
      cue(-15, WITHDRAWING),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), comment: readComment(reading) }),
  },
  {
    intent: 'approval.revoke',
    cues: [
      cue(15, REVOKING),
      cue(
        -20,
        '提醒|任务|怎么|如何|我的申请|(?:客户|[他她])[^,，。]{0,6}(?:撤|收回)|^(?!.*<N>).*<C>|\\b(?:remind|task|how|my request|approval request)\\b|\\b(?:client|customer|s?he|they)\\b.{0,16}\\b(?:withdr[ae]w|revok|take|rescind)',
      ),
    ],
    slots: (reading) => stated({ ticket: getTicket(reading), reason: readComment(reading, REVOKING_NOISE) }),
  },
]
