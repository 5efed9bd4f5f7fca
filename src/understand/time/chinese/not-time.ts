// What looks like time and is none: product terms, last digits, amounts, counted things, names.
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS } from './numerals.ts'

const SKIP: Draft = { type: 'skip' }

const term: Recogniser = {
  starts: NUMBER_STARTS,
  pattern:
    /(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?: ?个?(?:年|月|天|周)) ?(?:期(?!间|限内|末|初)|定期|定存|大额存单|存单|国债|理财|贷款|房贷|按揭|封闭期|质保|保修|版|级|代)/y,
  read: () => SKIP,
}

const counted: Recogniser = {
  starts: NUMBER_STARTS,
  pattern:
    /(?:\d{1,9}(?:\.\d{1,6})?|[零一二两三四五六七八九十百千]{1,8}) ?(?:万|亿|元|块|美元|美金|欧元|%|个点|个百分点|个基点|bp|股|次|位|家|户|笔|张|份(?!的)|人|岁|米|度|倍|折|页|层|楼|室|套|名|条|件|公里|平米|期(?!间)|号线(?![上下])|号楼|年级|年代|点[零一二三四五六七八九]{1,6}(?=度|万|亿|倍|折|%|$))(?!前|后|以)/y,
  read: (match, text) =>
    // 上午十点零五 is a clock, 十点零五 alone may be a number
    /点零/.test(match[0]) && /[午早晚上晨天日号夜]/.test(text.charAt(match.index - 1)) ? null : SKIP,
}

const numbered: Recogniser = {
  starts: '第尾末工编账卡手电比版说讲提强总补t#',
  pattern:
    /第(?:\d{1,5}|[一二两三四五六七八九十百]{1,5})(?:次|位|名|个(?!工作日|交易日|月|季|周|星期|礼拜)|届|章|条|批|期|轮|步|页|行|号|代|方|版|点(?!钟))|(?:说|讲|提|强调|总结|补充)[一两二三四五六七八九十]点(?=:)|(?:尾号|末[三四五六]位|工单号?|编号|账号|卡号|手机号?|电话号?|比例|比分|版本号?)(?:码)?(?:是|为|:)? ?[\w.:*#-]{1,24}/y,
  read: () => SKIP,
}

const idiom: Recogniser = {
  starts: '一三有朝后先今明天五半周月日年时星双想每当',
  pattern:
    /三心二意|一天到晚|一时半会|一时(?=冲动|兴起|疏忽|糊涂|起意|想不|大意|忘|心软)|一时间|三天两头|朝三暮四|有朝一日|后天(?=性|养成|形成|习得|努力|因素|环境)|先天|想当年|当年(?=勇)|每日经济新闻|今日(?:头条|说法)|明日之星|明日黄花|五一路|五四路|一点儿?(?=[都也没不点])|三三两两|半天(?=没|都|也)|周到|周转|周边|周期|周年|周围|月经|日期|日常|年龄|年轻|年级|星期几|周几|几[点号天月]/y,
  read: () => SKIP,
}

export const notTimeParsers: readonly Recogniser[] = [term, counted, numbered, idiom]
