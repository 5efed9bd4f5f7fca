// What kind of sentence a message is: a question for facts, small talk, a refusal to be contacted. Whatever is one of
// these never writes, however many words of a command it holds.

import type { Intent } from './frame.ts'
import type { Reading } from './reading.ts'

/** Intents that only show or offer something; all others change something. */
export const READING_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  'customer.find',
  'customer.search',
  'customer.import',
  'customer.export',
  'followup.list',
  'task.list',
  'opportunity.list',
  'ticket.show',
  'ticket.list',
  'approval.list',
  'report.show',
  'report.build',
  'digest.show',
  'message.draft',
  'insight.churn',
  'insight.recommend',
  'settings.show',
  'audit.show',
  'freeze.show',
  'freeze.report',
  'gap.list',
  'help',
  'unknown',
])

const POLITE =
  /(?:能不能|可不可以|能否|可否|可以.{0,20}吗|能.{0,16}吗|好吗|行吗|好不好|行不行|成吗)|\b(?:can|could|would|will) (?:you|u)\b|\bcan i\b|\bwould you mind\b/
const ASKS =
  /(?:了|过|着|有|是|在|的|会|要|能|吗)(?:吗|没有?|么)\s*[?？]?$|(?:吗|么)\s*[?？]?$|(?:什么时候|几点|几号|哪天|多少|哪里|哪儿|为什么|为啥|怎么(?!还|样还|提前|办理)|谁|哪个|哪些|几个|是不是|有没有).{0,14}[?？呢]*$|^[^\w\u4e00-\u9fff\ue000-\uf8ff]*(?:did|has|have|is|are|was|were|does|do|when|why|where|how|what|which|who|whose)\b(?!.{0,8}\b(?:remind|create|log|add)\b)/

/** Whether the message asks for a fact; a politely asked command does not. */
export function asksForFact(reading: Reading): boolean {
  const text = reading.masked.trim()
  if (POLITE.test(text) || /(?:提醒|叫|喊|通知)(?:一下)?我(?!的)|^have [\ue100-\ue1ff]/.test(text))
    return false
  const last = text.split(/[,，。;；!！\n]/).findLast((one) => one.trim() !== '') ?? text
  return (
    ASKS.test(last.trim()) && !/(?:问|咨询|打听|想知道|asked|asks|wondering).{0,30}$/.test(text.slice(0, -1))
  )
}

// taken out one by one, so that the time stays linear: a repeated group of such words would backtrack for minutes
const SMALL_TALK =
  /好的?呀?|收到|嗯+|哦+|噢|行|可以|没事|没问题|谢谢(?:你|您|啦|了|大家)?|多谢|辛苦了?|哈+|呵+|嘿+|嘻+|你好|您好|早|早上好|早安|晚安|晚上好|下午好|中午好|大家好|在吗|在不在|再见|拜拜|明白|知道了?|了解了?|懂了|好嘞|好滴|好哒|ok|okay|okk|kk|thanks?|thank you|thx|ty|hi|hello|hey|yo|bye|lol|haha+|great|nice|cool|good (?:morning|afternoon|evening|night)|morning|got it|noted|(?:明天|后天|周一|下周|回头|晚点|待会儿?|一会儿?)见|sure|fine|yes|no|yep|nope|alright|wow|666|哎|唉|额|呃|啊|加油|厉害|牛|棒|真棒|不错|太好了|赞|的|了|吧|呀|啦|哈|哟|那|先|就|这样|都|大家|各位|team|all|guys|man|again|so much|a lot|very much|much|you too/giu
const MARKS = /[\s\p{P}\p{S}]+/gu
const OUTSIDE =
  /(?:天气|下雨|气温|吃(?:什么|啥|午饭|晚饭|早饭)|点外卖|外卖|堵车|股市|(?<!数据|经营|业务)大盘|彩票|笑话|唱(?:首|个)?歌|讲个|电影|世界杯|球赛|机票|订酒店|打车|下班(?:了|吧)|周末(?:愉快|去哪|干嘛)|心情|累(?:死|坏|了)|好累|困(?:死|了)|放假(?:通知|几天|安排)|会议室|空调|打印机|停车|食堂|工牌|饭卡|雨伞|钥匙|咖啡机|你是谁|你叫什么|多大了|男的女的|机器人吗|爱你|生日快乐|新年快乐|节日快乐|恭喜|祝大家|红包)|\b(?:weather|joke|lunch\?|football|movie|song|traffic|printer|stapler|coffee(?!.{0,20}(?:with|\bat \d))|air ?con|stock market|bitcoin|who are you|your name|how are you|i'm tired|so tired|love you|happy (?:new year|birthday|friday)|congrat\w*|nice weekend|good weekend|meeting room|recipe|poem|flight|hotel)\b/i
const BUSINESS =
  /客户|商机|工单|费用|报销|申请|投诉|任务|待办|提醒|跟进|简报|报表|审批|标签|记一?下|登记|祝福|短信|话术|模板|[\ue000-\ue0ff\ue500-\ue5ff]|client|customer|deal|ticket|task|remind|log|note|tag|report|draft|message|template|called|met\b/i

function saysNothing(text: string): boolean {
  const rest = text.replace(SMALL_TALK, '')
  return rest !== text && rest.replace(MARKS, '') === ''
}

/** Whether the message is small talk, or about something that is not this bot's work. */
export function isSmallTalk(reading: Reading): boolean {
  const text = reading.folded.trim()
  if (text === '' || (text.length < 60 && saysNothing(text))) return true
  return OUTSIDE.test(text) && !BUSINESS.test(reading.masked)
}

const NO_CONTACT =
  /(?:不要(?!忘)|别(?!忘)|不用|不必|不想|勿|甭|不希望|禁止|拒绝|不接受|不准|停止|少).{0,4}(?:再)?(?:给(?:他|她|我|客户)?)?(?:打电话|打扰|联系|发短信|发消息|骚扰|推销|来电|打来|营销|拜访|回访)|\b(?:does|do|did)(?:n't| not) want (?:any )?(?:more )?(?:calls?|contact|visits?|messages?|to be (?:called|contacted))|\b(?:do not|don't|dont|not to|stop|never|no more)\b.{0,10}\b(?:call\w*|contact\w*|disturb\w*|email\w*|text\w*|visit\w*|phone calls?|bother\w*)\b/

/** Whether someone says that they do not want to be contacted; that is a note at most. */
export function refusesContact(reading: Reading): boolean {
  return NO_CONTACT.test(reading.masked)
}
