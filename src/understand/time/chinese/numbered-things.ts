// 中山路18号, 3号楼, 2号窗口, 92号汽油: 号 counts houses and things as well as days.

/** Nouns that 号 numbers, each with what makes another word of its first character: 3号门 but 20号门店开业. */
const NOUNS = [
  '线(?!上|下|索)',
  '楼(?!市|盘)',
  '柜',
  '窗',
  '店(?!庆|铺|休)',
  '院(?!校)',
  '机(?!票|会|构|场|关|制)',
  '门(?!店|诊|票|市)',
  '厅',
  '展[厅馆位]',
  '车(?!险|展|贷|票|检|队|主|管)',
  '台(?!风|湾|账)',
  '仓(?!促)',
  '库(?!存|管)',
  '桌',
  '员(?!工(?:体检|大会|会议|培训|活动|生日|团建|福利|工资|座谈))',
  '选手|球员|种子|队员|人物|嘉宾',
  '产品(?!发布|推介|说明|培训|上线|到期|路演)',
  '基金(?!定投|分红|扣|申购|赎回|到期|开放|路演|发行)',
  '文|公告|工单|议题|提案|附件|样品|合同段',
  '码(?!头)',
  '令|位|坑|铺|馆|会议室',
  '房(?!贷|租|产|展|款|屋|东|价)',
  '键|按[键钮]|链接',
  '电[梯池]|[汽柴]油|电机|机组',
  '床|病[房床]|诊室|教室|宿舍|公寓|包[间厢房]|考场|车间|厂房',
  '字体|球衣|卡座|座位?(?!谈)',
  '航站|站台|出口|入口|通道|跑道|泳道|货[架位]|泊位|摊位|信箱|地块|标[段的]|生产线|矿井|高炉|卫星',
  '公馆|公寓|别墅|庄园|会所|公社',
  '难求',
]

/** Lookahead that fails where 号 numbers the thing behind it. */
export const NOT_BEFORE_THING = `(?!${NOUNS.join('|')})`

// 上路, 半路, 线路, 思路 are no streets; nor is 上街.
const STREET =
  /(?:[\u4e00-\u9fa5](?:[^上半一铺修走公铁线网电思套销出道迷赶问带开顺让堵绕回后同的]路|[^上逛扫的]街|大道|巷|胡同)|[\d一二三四五六七八九十]弄|门牌)[甲乙丙]?(?:是|为|:)? ?$/

/** Whether the name of a street stands right before: 人民东路甲8号 is a house. */
export function followsStreet(text: string, at: number): boolean {
  return STREET.test(text.slice(Math.max(0, at - 8), at))
}

// The day may follow the thing all the same (车位12号到期), so that what stands behind must belong to the thing.
const THING =
  /(?:[\d一二三四五六七八九十]排|保险[柜箱]|储物柜|柜台|座位?|窗口|[车泊铺摊]位|货架|仓库|包[间厢]|信箱|稳健|稳盈|稳利|稳赢|进取|成长|优选|精选|安心|添利|增利|丰利|嫦娥|神舟|天宫|长征)(?:是|在|为|:)? ?$/
const OF_THING = /^ ?(?:$|[的在是,，。!！?？;；]|钥匙|空着|坏了|有人|和|跟)/

/** Whether a thing stands right before that the number names: 你的座位是7排12号. */
export function numbersThing(text: string, at: number, end: number): boolean {
  return THING.test(text.slice(Math.max(0, at - 8), at)) && OF_THING.test(text.slice(end, end + 3))
}
