// 之前, 以内, 截止, 到, 和…之间: words that bound or join what stands beside them.
import type { Recogniser } from '../piece.ts'
import { countShift } from './weekday-parser.ts'

const suffixBefore: Recogniser = {
  starts: '之以前截为止',
  pattern:
    /为限|之前|以前|前后|前(?![往台面后景天年进期晚夕锋途女男妻任言者不]|提[是条下])|截[止至](?! ?[\d日时到至今明后本下周一二三四五六七八九十月])|(?:为|(?<=[日号月年底末天点\d一二三四五六]))止(?!损|咳|痛|付|步|盈|跌|血)/y,
  read: ([word]) =>
    word === '前后' ? { type: 'glue', word } : { type: 'bound', bound: 'before', side: 'suffix' },
}

const suffixAfter: Recogniser = {
  starts: '之以后起过开',
  pattern: /之后|以后|过后|后(?![天续台面来边期勤果悔者半付备卫几])|起(?![来床草码诉飞])|以来|开始(?!时间)/y,
  read: ([word]) => ({
    type: 'bound',
    bound: 'after',
    side: 'suffix',
    ...(word === '以来' ? { past: true } : {}),
  }),
}

const suffixWithin: Recogniser = {
  starts: '之以内里',
  pattern: /之内|以内|内(?![容部地外心蒙存行]|.?需)|里(?![面程边])/y,
  read: () => ({ type: 'bound', bound: 'within', side: 'suffix' }),
}

const prefixBefore: Recogniser = {
  starts: '截最不早于赶至别勿切顶有期限',
  pattern:
    /截(?:止|稿|标)(?:到|至|(?:日期?|时间)(?:是|为|到|至|定在)?)?:? ?|截至 ?|(?:最[晚迟])?(?:不[要得能可许]?|切?勿|别)(?:超过|[晚迟]于|晚过) ?|[最至][晚迟](?:在|到|于)? ?|(?:最多|顶多|至多)(?:拖|等|延|推)?到 ?|(?:有效期|期限|限期)(?:截止)?(?:是|为|到|至) ?|早于 ?|赶在 ?/y,
  read: () => ({ type: 'bound', bound: 'before', side: 'prefix' }),
}

const prefixAfter: Recogniser = {
  starts: '不晚自过再等',
  pattern:
    /不早于|晚于|最早(?:在|到)?|自从?(?=[\d今明后本下上去周即次])|再?过(?=[\d一二两三四五六七八九十半])|再等/y,
  read: ([word]) => ({ type: 'bound', bound: 'after', side: 'prefix', exclusive: /过|等/.test(word) }),
}

/** 周末前: as 周五前 includes its Friday, so this does its Sunday. */
const byWeekend: Recogniser = {
  starts: '这本下周',
  pattern: /(这|本|下)?个?周末(?:之前|以前|前)/y,
  read: ([, prefix = '']) => ({
    type: 'bounded',
    bound: 'before',
    until: true,
    clues: { weekend: true, weekShift: countShift(prefix) },
  }),
}

/** 下班前, 今天之内's neighbours: the end of the working day. */
const endOfWork: Recogniser = {
  starts: '下收',
  pattern: /(?:下班|收工)(?:之前|以前|前)/y,
  read: () => ({ type: 'bound', bound: 'before', side: 'suffix', clues: { dayShift: 0 } }),
}

const link: Recogniser = {
  starts: '到至-~直结→与和',
  pattern:
    / ?(?:-{1,2}>?|~|→|直?到(?![底达账期场位家店访货了])|至(?!少|于|今)|[,;]? ?结束(?:时间)?[:为是]?) ?/y,
  read: () => ({ type: 'link' }),
}

/** 持续到, 起至, 开始一直到: what goes on from the first end to the second. 推到, 改到 move it, and join nothing. */
const lastingLink: Recogniser = {
  starts: '开起算一直持延连进营举展休放住待忙聊谈上加值培',
  pattern:
    /(?:(?:开始|算?起)[,;]? ?)?(?:一?直)?(?:持续|延续|连续|进行|营业|开放|举[办行]|展出|休假?|放假|开会?|住|待|忙|聊|谈|上班|加班|值班|培训)?(?:到|至) ?(?=[\d零一二两三四五六七八九十廿元正腊大上下中这本今明后次翌隔转第周星礼年月季国春端中清劳早晚凌清傍深午半])(?!至今|上海|下班|大连|大家|中国|清远|国外)/y,
  read: () => ({ type: 'link' }),
}

/** 20号开始,25号结束: the word behind the second end says that it is one. */
const beginningLink: Recogniser = {
  starts: '开起',
  pattern: /(?:开始|起)[,;]? ?(?=[^,;.!?]{2,14}(?:结束|截止|为止|止))/y,
  read: () => ({ type: 'link' }),
}

/** 和 joins two ends only where 之间 follows the second. */
const betweenLink: Recogniser = {
  starts: '和与跟',
  pattern: /[和与跟](?=[^,。;!?]{2,16}之?间)/y,
  read: () => ({ type: 'link' }),
}

const glue: Recogniser = {
  starts: '大约差左那这当的之在于每从期间是许',
  pattern:
    /大约|大概|约(?=[\d一二两三四五六七八九十早上下中晚明后今周])|差不多|左右|那[天日]|[这当]天|的(?!话|士)|期?间|从|在|许(?![多可久])|每天/y,
  read: ([word]) => (word === '每天' ? null : { type: 'glue', word }),
}

export const boundParsers: readonly Recogniser[] = [
  byWeekend,
  beginningLink,
  suffixBefore,
  suffixAfter,
  suffixWithin,
  prefixBefore,
  prefixAfter,
  endOfWork,
  link,
  lastingLink,
  betweenLink,
  glue,
]
