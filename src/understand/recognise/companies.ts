// Companies that are on no list, by the word for their trade that a name of one ends with.

import type { NameFinding } from './name-finding.ts'

const COMPANY =
  /(?<name>[\u4e00-\u9fff]{2,12}?(?:股份有限公司|有限责任公司|有限公司|集团|公司|厂|合作社|事务所|工作室|商行|超市|酒店|医院|中学|小学|大学|幼儿园|建材|贸易|商贸|食品|机械|物流|装备|科技|电子|实业|化工|钢铁|置业|地产|服饰|餐饮|药业|电器|汽贸|农业|环保|建设|建筑|陶瓷|纺织|机电|纸业|港务|矿业|重工|塑料|塑业|橡胶|五金|家具|服装|印务|印刷|包装|传媒|船务|航运|货运|煤业|焦化|铸造|模具|轴承|阀门|管业|电缆|线缆|光电|制药|医药|乳业|酒业|粮油|种业|牧业|水产|园林|苗木|木业|家居|门窗|水泥|石材|路桥|软件|新材|精密|电气|电力|热力|燃气|汽配|茶业|珠宝|冷链|生物|钢构|锻造|制造|光伏|能源|供应链|文旅|畜牧|果业|食材)(?:(?:股份|集团)?有限(?:责任)?公司|集团|公司)?)/g
const COMPANY_LEAD =
  /^.*?(?:谁有?|有|给|跟|和|与|同|为|帮|替|找|向|对|把|将|约|见了?|联系|拜访了?|回访了?|走访了?|客户|提醒我?|查一?下?|看一?[下看]?|叫|搜一?下?|去了?|趟|到了?|在|的|来|了|让|请|这家|那家|一家|登记|录入?|新增|添加|建个?|我|他们|她们|他|她|是|新)(?=[\u4e00-\u9fff]{2,})/
const NOT_COMPANY =
  /^[我你他她您]|^(?:谁有?|有|我们?|他们?|她们?|你们?|咱们?|这|那|一|对方|客户|分|子|总|母|保险|基金|信托|证券|理财|本|该|某|几|两|三|哪[家个]?|什么|所有|工作|上市|外贸|贸易|国际|上下游|新|老|家|开|打上.*|注册|关联|担保|租赁|装修|物业|旗下)?$|(?:的|[我你他她]们?)$|工厂$/

/** Companies that are on no list; what is known already is blanked out of the text. */
export function findCompanies(text: string): readonly NameFinding[] {
  const found: NameFinding[] = []
  for (const match of text.matchAll(COMPANY)) {
    const whole = match.groups?.['name'] ?? ''
    const suffix =
      whole.match(/(?:股份有限公司|有限责任公司|有限公司|集团|公司|厂|[\u4e00-\u9fff]{2})$/)?.[0] ?? ''
    let stem = whole.slice(0, whole.length - suffix.length)
    for (let lead = stem.match(COMPANY_LEAD); lead; lead = stem.match(COMPANY_LEAD))
      stem = stem.slice(lead[0].length)
    if (stem.length < 2 || NOT_COMPANY.test(stem)) continue
    const value = stem + suffix
    const end = match.index + whole.length
    found.push({ start: end - value.length, end, value })
  }
  return found
}
