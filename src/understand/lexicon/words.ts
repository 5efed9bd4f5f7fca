// Words for channels, stages, levels, ticket kinds, urgencies, fields and the like, as patterns over folded text.
// Data only: the first pattern that fits names the value. Latin patterns are written for lower case.

/** A value of a closed list and the words by which people mean it. */
export type WordEntry<T extends string = string> = readonly [value: T, pattern: RegExp]

/** Channels of a contact. What the customer does (comes to us) is asked before what we do. */
export const CHANNELS: readonly WordEntry[] = [
  [
    'branch',
    /来(?:了|到|过|咱们?|我们?|我们这|趟|一趟)*(?:网点|支行|分行|行里|我行|银行|柜台|柜面|营业厅|营业部|大堂|厅堂|行|店里)|[到至](?:了|过|我们?|咱们?)*(?:网点|支行|柜台|柜面|我行|店|行里|大堂|营业厅)|在(?:网点|大堂|柜台|柜面|厅堂|支行|行里|营业厅|我行|贵宾室|理财室)|(?:进|到)店|(?:亲自|自己|本人|主动|今天|上午|下午|昨天)(?:过来|来)了?(?:办|开|存|取|咨询|问)|网点(?:面谈|接待|见|聊)|接待了?|厅堂|大堂(?:里)?(?:碰|遇)|\b(?:came|come|dropped|popped|stopped|walked|turned|swung)(?: \w+)? (?:in(?:to)?|by|to|up at|over to)(?: \w+){0,3}? (?:branch|office|bank|counter|lobby)\b|\bwalk-?in\b|\b(?:dropped|popped|walked|came|stopped) (?:in|by|over)\b|\bin[- ]branch\b|\b(?:at|in|to) (?:the|our|my) (?:branch|counter|lobby)\b|\bvisited (?:us|our branch|the branch)\b|\bdropped by the branch\b/,
  ],
  [
    'video',
    /视频|腾讯会议|飞书会议|线上会议|云会议|\b(?:video|zoom|facetime|(?:ms )?teams call|lark meeting|google meet)\b/,
  ],
  ['wechat', /微信|\bwx\b|\bvx\b|微聊|企微|语音留言|\bwe ?chat(?:ted)?\b|\bwx'?d\b/],
  ['email', /邮件|邮箱(?!改|换|是|更)|发了?封信|\be-?mail(?:ed|s)?\b/],
  ['sms', /短信|\bsms\b|\btext(?:ed)?\b(?! me)|\btext message/],
  [
    'visit',
    /拜访|走访|上门|登门|去了?(?:趟|一趟)?(?:他|她|他们|客户|对方|厂|公司|家|单位|店|办公室|工地)|到(?:他|她|他们|客户|对方)(?:家|公司|单位|那|们)|(?:去|到)(?:他|她|们)*(?:公司|厂里|家里|单位|店里|办公室|工厂|厂区|现场)|去(?:看|见|探望|慰问|看望|走动)|登门|家访|外拓|当面|见(?:了|到|过)|见(?:个|一次)面|去(?:了(?:一?趟)?|过|一?趟)[\ue000-\ue0ff](?!那里?的)|(?:去|跑的?|跑了趟?|上)[\ue000-\ue0ff](?:那)?(?:坐|[,，\s]|转)|去了?(?:趟|一趟)?[\ue000-\ue0ff].{0,2}(?:厂|公司|家|店|单位|那|办公室|工地|现场|走访|看)|面访|见面|面谈|碰了?(?:个|一)?面|一起吃了?(?:个)?饭|请.{0,6}吃了?(?:个)?饭|喝了?(?:个|杯)?(?:茶|咖啡)|实地|\bvisit(?:s|ed|ing)?\b|\bmet\b|\bmet (?:up )?with\b|\b(?:went|popped|drove|headed) (?:over |out |round )?to (?:see|his|her|their|[\ue000-\ue0ff])|\b(?:lunch|coffee|dinner|breakfast|tea) with\b|\bface[- ]to[- ]face\b|\bin person\b|\bsite visit\b|\bdropped by (?:his|her|their)\b|\bsaw\b|\bhad (?:a )?(?:lunch|coffee|dinner|tea|meeting)\b|\bmeeting with\b|\bsat down with\b/,
  ],
  [
    'phone',
    /电话|打给|通话|去电|来电|致电|回电|座机|拨了?|打了?(?:个|一个|通|一通|两个|几个)(?!招呼|折|标签|卡|印|广告)|通(?:了|完|过)?(?:个|一个|次)?(?:话|电)|打俾|(?<=[\ue000-\ue0ff]|刚|刚才|又|客户|先生|女士)打来|电联|电访|语音(?:聊|沟通|通话)|\b(?:phoned?|calls?|called|calling|rang|ring|dialled|dialed|phone call|on the phone|over the phone|by phone|hung up|voicemail|buzzed|tel)\b/,
  ],
]

/** Stages of an opportunity. Which words may end the sale is asked before the steps on the way. */
export const STAGES: readonly WordEntry[] = [
  [
    'lost',
    /失败|丢单|丢了|输单|输了|流单|黄了|没(?:谈)?成(?!本|交)|没戏|(?:丢|输|黄)掉?的(?:单|商机)|泡汤|告吹|吹了|凉了|跑单|飞单|飞了|没做成|不做了|不办了|不买了|做不成|(?:被|让).{0,8}(?:抢|挖|撬)(?:走|了|去)?|选了(?:别|他|其他|隔壁)|去了(?:别|他|其他|隔壁)(?:的)?(?:行|家|银行)|死单|战败|关闭商机|\b(?:closed[- ]lost|lost|lose|dead|fell through|fall through|gone cold|went (?:with|to) (?:a |another |the )?(?:\w+ )?(?:competitor|bank|else\w*)|dropped out|fell apart)\b/,
  ],
  [
    'won',
    /(?<![没未])成交|赢单|赢了|(?:签|赢|拿下)的(?:单|商机)|签下来|签(?:了|完|好|掉|成|单)|拿下|落地了|搞定了|谈成|做成了|办成了|办下来|已成(?!本|立)|成了(?!本)|到手了|\b(?:closed[- ]won|closed(?![- ]lost)|won|win|sealed|signed|closed the deal|deal closed|landed|in the bag)\b/,
  ],
  [
    'negotiation',
    /谈判|签约|议价|商务(?:谈判|洽谈)|谈价|谈条件|谈合同|\b(?:negotiat\w*|contract(?:ing)? stage|contracting)\b/,
  ],
  [
    'proposal',
    /方案(?:提供|阶段|报价|呈报|提交|给出)?|报方案|出方案|报价|给方案|提案|\b(?:propos\w*|quot(?:e|ation|ing))\b/,
  ],
  [
    'needs_analysis',
    /需求(?:分析|挖掘|确认|调研|了解)?|了解需求|挖需求|\b(?:needs?[- ]analysis|needs? assessment|needs|requirements|discovery|qualif\w*)\b/,
  ],
  [
    'initial_contact',
    /初步接触|初次接触|初步(?:沟通|联系)|初访|接触阶段|刚接触|\b(?:initial[- ]contact|first contact|initial stage|prospecting|initial)\b/,
  ],
]

/** Kinds of ticket. */
export const TICKET_KINDS: readonly WordEntry[] = [
  [
    'rate',
    /利率(?:优惠|上浮|下浮|下调|上调|审批|特批|减免|折扣|申请|加点|浮动)|优惠利率|(?:上浮|下浮|加点|下调|上调|加|降)\s*\d*\.?\d*\s*(?:个)?(?:bp|基点|个点)|\d\s*(?:bp|个?基点)|特批利率|利率.{0,6}(?:优惠|上浮|下浮|下调|上调|特批)|(?:优惠|申请|上浮|下浮|下调|降|特批).{0,8}利率|利率类|\brate (?:concession|discount|approval|reduction|exception|cut|relief|waiver|request|uplift|bump|increase|preference)|\b(?:preferential|special|better|discounted|lower|higher) (?:\w+ )?(?:rate|pricing)|\b(?:bps?|basis points?)\b/,
  ],
  [
    'expense',
    /费用|报销|经费|(?:场地|打车|车|餐|油|交通|住宿|制作|印刷|会务|停车)费|团建|礼品|招待费|差旅|差旅费|活动费|答谢会|宴请|\b(?:expenses?|reimburse\w*|budget|client (?:gift|dinner|lunch)|entertainment)\b/,
  ],
  ['contract', /合同|协议(?!存款)|\b(?:contracts?|agreement)\b/],
  [
    'complaint',
    /投诉|抱怨|客诉|举报|很生气|非常不满|要讨(?:个)?说法|\b(?:complain\w*|complaints?|grievance)\b/,
  ],
  [
    'service',
    /业务办理|办理|服务类|服务工单|挂失|解挂|补卡|换卡|销户|开户|开通|解冻|重置密码|改密|密码|解锁|代办|转账限额|限额|变更|打(?:印)?流水|流水|证明|对账单|补办|注销|签约|激活|\b(?:service (?:request|ticket)|service|reset|unlock|unblock|replace(?:ment)? card|card replacement|lost (?:(?:his|her|their|the) )?card|card (?:lost|stolen)|statement|open an account|close an account|activate|freeze|unfreeze|limit increase)\b/,
  ],
  [
    'inquiry',
    /咨询|询问|查询工单|想问|问(?:一下|下|了|到)?|疑问|\b(?:inquir\w*|enquir\w*|questions?|asks?|asked|asking|wants to know)\b/,
  ],
]

/** How much a ticket hurries. */
export const URGENCIES: readonly WordEntry[] = [
  [
    'urgent',
    /加急|马上|火速|十万火急|特急|紧急|立即|立刻|非常急|很急|急件|急单|催得(?:很)?急|抓紧|\b(?:urgent(?:ly)?|asap|immediately|right away|at once|emergency|(?<!no )rush)\b/,
  ],
  ['high', /尽快|优先|尽早|重要|高优|\b(?:high[- ]priority|priority|soon(?:est)?|important|high urgency)\b/],
  ['low', /不急|不着急|慢慢来|低优先|有空再|\b(?:no rush|not urgent|low[- ]priority|low urgency|whenever)\b/],
  [
    'normal',
    /普通(?:优先|紧急)|一般优先|正常处理|(?:[,，、\s]|紧急程度|优先级|紧急度)(?:是|为|:)?\s*(?:普通|一般|正常)(?=$|[,，。\s])|\bnormal (?:priority|urgency)\b/,
  ],
]

/** Fields of a customer that a message can change. */
export const FIELDS: readonly WordEntry[] = [
  ['email', /邮箱|电子邮件|邮件地址|\be-?mail(?: address)?\b/],
  [
    'risk',
    /风险(?:等级|级别|类型|评级|偏好|承受能力|测评)?|风评|\brisk(?: (?:level|rating|profile|grade|appetite))?\b/,
  ],
  ['birthday', /生日|出生(?:日期|年月日?)|\b(?:birthday|date of birth|dob|birth date|bday)\b/],
  [
    'income',
    /(?:年|月)?收入|年薪|月薪|工资|薪水|\b(?:(?:annual |yearly |monthly )?income|salary|earnings)\b/,
  ],
  ['occupation', /职业|职务|职位|工作(?!单位|地)|行业|\b(?:occupation|job(?: title)?|profession|position)\b/],
  ['company', /(?:工作|所在|就职)?单位|公司(?!客户|业务|地址)|任职|\b(?:company|employer|firm|workplace)\b/],
  [
    'address',
    /(?:家庭|居住|联系|通讯|通信|公司|单位|办公|现)?(?:地址|住址|住处)|\b(?:(?:home|mailing|office|work) )?address\b/,
  ],
  [
    'level',
    /(?:客户)?(?:等级|级别|层级|分层)|客户类型|\b(?:customer |client )?(?:level|tier|grade|class|status)\b/,
  ],
  [
    'phone',
    /手机号码|手机号|手机|电话号码|电话|联系方式|联系电话|号码|座机|\b(?:phone(?: number)?|mobile(?: number)?|cell(?: ?phone)?(?: number)?|contact number|number|tel)\b/,
  ],
]

/** Words that name no one: the customer of the card is meant. */
export const PRONOUN =
  /(?<!其)[他她佢](?!行|人|们|日)|他们(?!家|单位|公司)?|她们|这个?客户|该客户|这位|此客户|这客户|那个?客户|那位|这人|这家|本客户|当前客户|\b(?:him|her|he|she|them|they|his|hers|their|this (?:customer|client|guy|lady|one|contact|person)|that (?:customer|client|guy|lady)|the (?:customer|client))\b/

/** The value of the first entry whose words occur; null where none does. */
export function findWord(entries: readonly WordEntry[], text: string): string | null {
  for (const [value, pattern] of entries) if (pattern.test(text)) return value
  return null
}
