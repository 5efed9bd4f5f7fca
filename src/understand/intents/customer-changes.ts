// Wishes that change a customer: add, change a field, tag, hand over.

import { over } from '../mask.ts'
import { findEntity, listEntities, type Reading } from '../reading.ts'
import { readNewCustomer } from './customer-create.ts'
import { readTags } from './customer-tags.ts'
import { readUpdate, weighRename } from './customer-update.ts'
import { cue, type IntentRule, stated } from './rule.ts'

const ASSIGN_TO = over(
  '(?:转给|转交给?|移交给?|交给|分配给?|分给|划给|划转给?|指派给?|派给|给到|过户给|让给|换成|换给|调给|改(?:成|为)|变更为|归|(?:assign|give|transfer|hand|move|pass|reassign|switch|hand over|handed)\\b.{0,40}\\b(?:to|over to)|\\bto)\\s*(?<to><WC>|[\\u4e00-\\u9fff]{2,4}(?=[吧呗哈了跟管负来,，。\\s]|$)|[a-z]+(?: [a-z]+)?)',
)
const BY_COLLEAGUE = over(
  '(?:由|让|以后|今后)(?<to><W>).{0,4}(?:跟进?|管|负责|接手|维护|接)|(?<to2><W>)\\s*(?:来)?(?:接手|负责|维护|管户|接管|takes over|will take over|will handle)',
)

function readAssign(reading: Reading): Readonly<Record<string, unknown>> {
  const match = reading.masked.match(ASSIGN_TO) ?? reading.masked.match(BY_COLLEAGUE)
  const mark = match?.groups?.['to'] ?? match?.groups?.['to2']
  const marked = findEntity(reading, mark)
  const to = marked ? String(marked.value) : (mark ?? listEntities(reading, 'colleague').at(-1)?.value)
  const customers = listEntities(reading, 'customer').filter((one) => one !== marked)
  const first = customers.find((one) => one.listed) ?? customers[0]
  const phone = listEntities(reading, 'phone')[0]
  return stated({ customer: first?.value ?? phone?.value ?? reading.context.customer, to })
}

/** The rules of this family; the weights were set on our own phrases. */
export const CUSTOMER_CHANGE_RULES: readonly IntentRule[] = [
  {
    intent: 'customer.create',
    cues: [
      cue(4, '(?:新建|新增|添加|录入?|登记|建|加|存)(?:一?下|个)?.{0,3}<C>.{0,4}<F>'),
      cue(2, '(?:新增|添加|录入?|登记|新建|加个|建个?).{0,3}客户.{0,30}标签'),
      cue(4, '加(?:到|进|入)(?:我的|我|系统|库|名单|里|\\s)*(?:客户|系统|库|里)'),
      cue(3.6, '(?:加|录|建|登)(?:一?下|个|上|入|一?个).{0,3}<C>.{0,4}(?:客户|<F>)'),
      cue(2, '(?:新增|添加|录入|登记|新建).{0,2}<C>'),
      cue(5, '开(?:个|一?个)?新(?:户头?|客户)(?:资料|档案)?|姓名[:是为]?\\s*<C>'),
      cue(
        5,
        '\\b(?:add|onboard|register|sign up) (?:<C>|an? (?:new )?(?:prospect|client|customer|lead) (?:called|named)).{0,40}(?:<F>|\\b(?:born|works? (?:at|for)|source|referred|lives in|phone)\\b)|\\bonboard <C>',
      ),
      cue(
        4,
        '(?:新增|添加|新建|录入?|登记|加(?!急)|建|创建|开发|新开|录个|补录|收录)(?:了|上)?(?:了|一?个|一?位|一?名|一?下|下|条)*(?:潜在|新|意向|vip|对公|个人|企业|的)*客户(?!经理|的|标签|商机)',
      ),
      cue(2.5, '(?:录入?|登记|新增|添加|建)(?:一?个|一?位|一?名|一?下)?(?:新)?客户.{0,4}(?:名?叫|姓名|名字)'),
      cue(
        3.2,
        '新(?:来了?|认识了?|拓展?了?|增了?|开发了?|加了?|接了?|有|添)?(?:一?个|一?位|一?名)?客户(?!经理|增长|数|报表|统计|趋势|有|的|多少)',
      ),
      cue(
        3,
        '(?:建档|开档|建个档|录系统|录进系统|录到系统|入库|录一下|建个客户|加进(?:客户|系统)|存进(?:客户|系统)|存成客户)',
      ),
      cue(1.5, '<F>'),
      cue(1, '(?:来源|介绍|推荐|转介绍|陌拜|沙龙|路演|认识)'),
      cue(
        4,
        '\\b(?:add|create|register|enter|onboard|set up|save|log|record|make|put in)\\b.{0,10}\\b(?:new )?(?:customer|client|prospect|lead|contact)\\b(?! (?:tag|note|visit|call))',
      ),
      cue(
        3.5,
        '\\bnew (?:customer|client|prospect|lead|contact)\\b(?! (?:report|growth|numbers?|count|s\\b))',
      ),
      cue(
        2.5,
        '\\badd (?:a |mr |ms )?<C>.{0,6}(?:<F>|as a|to (?:my|the) (?:customers|clients|list|crm|book))',
      ),
      cue(
        -3,
        '(?:多少|统计|报表|增长|趋势|按.{1,6}分|分析|排行|导入|导出|批量|how many|report|growth|import|export)',
      ),
      cue(-2.5, '(?:商机|工单|任务|提醒|待办|标签(?!:|是|为)|改成|改为|opportunity|deal|ticket|task|remind)'),
      cue(-2, '[他她].{0,3}标签|打标签|贴标签'),
      cue(2.5, '(?:打上|加上|贴上|标签).{0,20}$'),
    ],
    slots: readNewCustomer,
  },
  {
    intent: 'customer.update',
    cues: [
      cue(
        5,
        '正确的?(?:是|为|应该)|(?:少|多|漏)录了|(?:电话|手机号?|号码)(?:是|为)?<F>.{0,4}(?:原来|以前|之前|旧|老).{0,8}(?:停|不用|作废|换|注销)',
      ),
      cue(
        6,
        '(?:生日|电话|手机号?|地址|单位|邮箱|职业|等级|年?收入)(?:不是|错了).{1,12}[,，\\s]?(?:是|应该|改)',
      ),
      cue(-6, '\\b(?:add|onboard|register|sign up) (?:<C>|an? )|开(?:个|一?个)?.{0,3}(?:办理|业务)?单'),
      cue(
        3.6,
        '<C> is (?:now )?(?:a |an )?(?:vip|regular|potential|standard)|<C>.{0,4}(?:现在)?(?:是|成)(?:了)?vip了',
      ),
      cue(-3, '(?:要|想|打算|准备|考虑)换(?!成|到)'),
      cue(-4, '\\bwhose\\b|\\bwho\\b'),
      cue(-4, '(?:改天|改日|改期|改约)'),
      cue(2.5, '应该是|写错了|录错了|记错了|改一下'),
      cue(3.6, '(?:新)(?:手机号?|电话|号码|邮箱|地址|单位|公司|住址)'),
      cue(2, '搬家|换工作|换单位|跳槽|换号'),
      cue(
        4,
        '(?:手机号?码?|电话号?码?|号码|联系方式|邮箱|地址|住址|单位|公司|职业|职务|收入|年薪|生日|风险等级|风险级别|风险测评|风评|客户等级|等级|级别).{0,10}(?:改|换|变|升|降|不对|错了|写错|录错|更新|搬).{0,12}',
      ),
      cue(3, '(?:改|升|降|调|变)(?:成|为|到)?\\s*[rc][1-5]'),
      cue(
        5,
        "(?:风险|风评|测评|评级).{0,12}(?:现在|变|改|结果|出来)?(?:是|为|到|成)\\s*[rc][1-5]|(?:<C>|\\b(?:he|she)\\b)(?: is|'s)? (?:now|currently) (?:an? )?[rc][1-5]|(?:<C>|\\b(?:he|she)) is (?:now )?[rc][1-5]\\b",
      ),
      cue(3.4, '<C>.{0,12}(?:新号|新电话|新手机|换号|改号|变了).{0,6}<F>|<F>.{0,10}(?:新号|换号)'),
      cue(
        3.4,
        '\\bnow (?:works?|lives?|working|living|based)\\b|\\b(?:got|has|have) a new (?:phone|number|mobile|email|job|address|company|employer)\\b',
      ),
      cue(
        4,
        '(?:手机号?码?|电话号?码?|号码|联系方式|邮箱|邮件地址|(?:家庭|公司|联系|办公)?地址|住址|单位|公司|职业|职务|职位|收入|年薪|月薪|工资|生日|出生日期|风险等级|风险级别|风险类型|风险偏好|风评|客户等级|等级|级别|行业|爱好|备注名|工作).{0,12}(?:改成|改为|改到|更新[为成到]|换成|换到|换了|变更[为成]|变成|变为|修改[为成]|调整?[为到成]|升[级到为]|降[级到为]|设[为成]|应该是|更正[为成]|改一?下|填[成为]?|写成|录成|补上|搬到)',
      ),
      cue(
        4,
        '(?:修改|更新|变更|更改|改|换|调整|更正|补充?|完善|登记|录|记|填|设置)(?:一?下|了)?.{0,10}(?:手机号?码?|电话号?码?|号码|联系方式|邮箱|地址|住址|单位|职业|职务|职位|收入|年薪|生日|风险等级|风险级别|风评|客户等级|等级|级别|行业|爱好)',
      ),
      cue(
        3.4,
        '<C>.{0,6}(?:换了?|改了?|变更?了?|有)(?:一?个)?(?:新)?(?:的)?(?:手机号?|电话|号码?|单位|公司|工作|地址|邮箱|住址|职业)',
      ),
      cue(
        3,
        '(?:升级?|升[为成到]|降[为成到]|调[为成到]|改[为成到]|设[为成])(?:一?下)?(?:到)?(?:vip|普通|潜在|重点|私行|钻石|白金)',
      ),
      cue(
        2.8,
        '(?:手机号?|电话|号码|邮箱|地址|生日|职业|单位|收入|风险等级|等级|级别|年收入)(?:是|为|:)\\s*(?!什么|多少|啥|哪|几)(?:<FETM>|[^?？\\s]{1,30})$',
      ),
      cue(2.8, '(?:新)(?:手机号?|电话|号码|邮箱|地址|单位|公司|工作)(?:是|为|:)?'),
      cue(3, '(?:搬家?到|搬去|跳槽[到去]|调到|换工作|换单位|调任).{1,20}'),
      cue(
        4,
        '\\b(?:change|update|set|edit|correct|modify|switch|amend|fix|make|put)\\b.{0,30}\\b(?:phone|mobile|cell|number|email|e-mail|address|company|employer|occupation|job|profession|income|salary|birthday|dob|date of birth|risk|level|tier|title)\\b',
      ),
      cue(
        3,
        '\\b(?:phone|mobile|cell|number|email|e-mail|address|company|employer|occupation|job|profession|income|salary|birthday|dob|risk(?: level| rating| profile)?|level|tier)\\b.{0,10}\\b(?:is now|changed to|has changed|should be|to be|is|to|->|becomes|was updated|=)\\b',
      ),
      cue(
        3,
        '\\b(?:new|changed (?:his|her|their)) (?:phone|mobile|cell|number|email|address|company|employer|job|occupation)\\b|\\bmoved to\\b|\\b(?:upgrade|downgrade|promote|bump)\\b.{0,20}\\b(?:to )?(?:vip|regular|potential|standard|prospect)\\b|\\bnow works (?:at|for|as)\\b',
      ),
      cue(
        -4,
        '(?:商机|成交日期|成交时间|金额|阶段|任务|待办|提醒|工单|标签|推送|简报|日报|负责人|客户经理(?!单位)|opportunity|deal|pipeline|task|ticket|remind|tag\\b|digest|stage|reminder|notification|amount|close date|template)',
      ),
      cue(
        -2.5,
        "(?:是多少|是什么|是啥|多少[?？]?$|what(?:'s| is)|导出|新客户|新增客户|add (?:a )?(?:new )?(?:customer|client)|new (?:customer|client))",
      ),
      cue(-2, '(?:打了电话|电话沟通|拜访|聊了|沟通|表示|约了)'),
      cue(1, '<FE>'),
    ],
    weighMore: weighRename,
    slots: readUpdate,
  },
  {
    intent: 'customer.tag',
    cues: [
      cue(4, '打标(?!签|准)|标签'),
      cue(-5, '(?:新增|添加|录入?|登记|新建|加个|建个?|来了?个|认识).{0,3}(?:新)?客户'),
      cue(4, '<C>.{0,3}(?:贴上|打上|挂上|贴个|标上)(?!电话)'),
      cue(
        4.5,
        '(?:打|贴|加|添加|新增|标|上|挂|补|去掉|删掉?|删除|取消|移除|撕|摘|拿掉|撤|清|换|增加|设置?|备注)(?:上|个|一?个|一?下|几个|了|俩|两个|成|掉|除)*.{0,16}标签',
      ),
      cue(
        3.5,
        '标签.{0,4}(?:加|打|贴|去|删|摘|移|撤|取消|拿|改|换|标|:)|(?:加|打|贴|标|挂)(?:上|个|一?个|一?下)?tag',
      ),
      cue(3, '(?:标记?|标注|打标|标识|备注|归类?|列)(?:为|成|上|一?下|到)'),
      cue(2.6, '(?:打上|贴上|贴个|挂上|打个)(?!电话|招呼|印)'),
      cue(4.5, '(?<!["<{])\\b(?:tag|untag|label|retag)\\b(?![">=]|s? (?:report|distribution))'),
      cue(
        3,
        '\\b(?:add|remove|drop|delete|put|take off|take|strip|attach|apply|give|clear|set)\\b.{0,50}\\btags?\\b',
      ),
      cue(
        3,
        '\\b(?:mark|flag|label)\\b.{0,24}\\bas\\b(?!.{0,4}(?:done|complete|finished|won|lost|closed|resolved|solved|satisfied))',
      ),
      cue(
        -4,
        '(?:哪些|有谁|名单|列出|筛选|统计|按标签|各标签|分布|标签的客户(?:有|$)|新客户|新增客户|录入?客户|登记.{0,3}客户|which|list|show|report|group|by tag|how many|new (?:customer|client)|add (?:a )?(?:new )?(?:customer|client))',
      ),
      cue(-3, '(?:完成|已办|结单|工单|商机|done|complete|ticket)'),
    ],
    slots: readTags,
  },
  {
    intent: 'customer.assign',
    cues: [
      cue(
        3.6,
        '(?:<C>|客户|他|她).{0,6}(?:过|转|移|划|分|交|让)?给<W>(?:吧|了|管|跟|负责|来|跟进|维护|那边|\\s)*<->$',
      ),
      cue(5, '(?:让|由|叫|请)?<W>.{0,3}(?:接手|接管|接替|来负责|来维护|来管)<C>'),
      cue(
        5,
        '\\b(?:move|assign|give|transfer|hand|pass|reassign|switch)\\b <C>.{0,16}\\bto <W>|<W> (?:to )?(?:takes?|handles?|manages?|looks? after|covers?|owns?)(?: over)? <C>',
      ),
      cue(
        4,
        '(?:把|将|给)?.{0,12}(?:<CF>|客户|[他她]|这个?户).{0,6}(?:转给|转交给?|移交给?|交给|分配给?|分给|划给|划转给?|指派给|派给|过户给|让给|换给|调给|归(?!类|纳|档)).{0,3}(?:<WC>|[\\u4e00-\\u9fff]{2,4})',
      ),
      cue(
        4,
        '(?:负责人|客户经理|管户(?:经理|人)?|主办|归属(?:人)?|维护人|经办人|管护人).{0,4}(?:改|换|变更|调整|设|转|移|更新)',
      ),
      cue(
        3.4,
        '(?:改由|换|以后|今后|之后|后面|交|转)(?:由|让|给|归|是|都)?<W>.{0,4}(?:负责|跟进?|管|接手|维护|对接|来)',
      ),
      cue(
        3,
        '<W>(?:来)?(?:接手|负责|接管|管)<C>|<C>.{0,6}(?:由|让|归|给|交由)<W>(?:来)?(?:跟|管|负责|接手|维护|对接)',
      ),
      cue(
        4,
        '\\b(?:assign|reassign|transfer|hand ?over|hand|give|move|pass|switch|handing)\\b.{0,20}(?:<CF>|\\b(?:client|customer|him|her|them|account)\\b).{0,20}\\b(?:to|over to)\\b.{0,4}(?:<WC>|[a-z]+)',
      ),
      cue(
        3,
        '<W> (?:takes?|will take|should take|is taking) over|\\b(?:owner|rm|relationship manager|account manager)\\b.{0,12}\\b(?:to|is now|=)\\b',
      ),
      cue(1, '<W>'),
      cue(
        -5,
        '(?:工单|任务|待办|商机|推进|阶段|ticket|task|deal|opportunit|negotiation|proposal|<N>|won|lost|template|标签)',
      ),
      cue(-2.5, '(?:提醒|remind|电话沟通|打电话|拜访|打了|聊)'),
      cue(-3, '\\b(?:to (?:vip|negotiation|proposal|next|monday|tuesday|wednesday|thursday|friday))\\b'),
    ],
    slots: readAssign,
  },
]
