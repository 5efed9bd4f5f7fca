// The small recognisers: amounts, codes, names, products, slips of the keyboard.

import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/understand/fold.ts'
import { suggestNames } from '../../src/understand/names.ts'
import { findCodes } from '../../src/understand/recognise/codes.ts'
import { findCompanies } from '../../src/understand/recognise/companies.ts'
import { findMoney } from '../../src/understand/recognise/money.ts'
import { findListedNames } from '../../src/understand/recognise/name-index.ts'
import { findPlainNames, findTitledNames } from '../../src/understand/recognise/names-chinese.ts'
import { findLatinNames, findTitledLatinNames } from '../../src/understand/recognise/names-latin.ts'
import { parseEnglishNumber, parseNumeral } from '../../src/understand/recognise/numerals.ts'
import { findProducts } from '../../src/understand/recognise/products.ts'

describe('an amount', () => {
  it.each([
    ['50万', 500000],
    ['５０万', 500000],
    ['1.2亿', 120000000],
    ['三千', 3000],
    ['三千五', 3500],
    ['一万二', 12000],
    ['20w', 200000],
    ['300k', 300000],
    ['两个亿', 200000000],
    ['半个亿', 50000000],
    ['一百二十万', 1200000],
    ['200多万', 2000000],
    ['三万五千元', 35000],
    ['五千块', 5000],
    ['1,200,000', 1200000],
    ['two and a half million', 2500000],
    ['half a million', 500000],
    ['three hundred thousand', 300000],
    ['fifty grand', 50000],
    ['2万美元', { value: 20000, currency: 'USD' }],
    ['USD 20k', { value: 20000, currency: 'USD' }],
    ['100万港币', { value: 1000000, currency: 'HKD' }],
    ['€5,000', { value: 5000, currency: 'EUR' }],
  ])('%s is read', (text, value) => {
    expect(findMoney(foldText(text)).map((one) => one.value)).toEqual([value])
  })

  it.each(['千万别忘了', '三千人', '下午3点', '3个客户', '2 pm', '3 months', '50万股', '第3年'])(
    '%s is none',
    (text) => {
      expect(findMoney(text)).toEqual([])
    },
  )
})

describe('a number in words', () => {
  it.each([
    ['十', 10],
    ['二百零五', 205],
    ['一亿二千万', 120000000],
    ['abc', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it('in English counts large units', () => {
    expect(parseEnglishNumber('one million two hundred thousand')).toBe(1200000)
    expect(parseEnglishNumber('a few')).toBeNull()
  })
})

describe('a code', () => {
  it.each([
    ['T1024', 'ticket', 'T1024'],
    ['#1024', 'ticket', 'T1024'],
    ['工单1024', 'ticket', 'T1024'],
    ['ticket no. 88', 'ticket', 'T88'],
    ['尾号1234', 'digits', '*1234'],
    ['手机后四位是1234', 'digits', '*1234'],
    ['ending in 1234', 'digits', '*1234'],
    ['c000123', 'code', 'C000123'],
    ['+86 138 0000 1234', 'phone', '13800001234'],
    ['a.b@bank.cn', 'email', 'a.b@bank.cn'],
  ])('%s is %s %s', (text, kind, value) => {
    expect(findCodes(text)).toMatchObject([{ kind, value }])
  })

  it('is not read out of amounts and days', () => {
    expect(findCodes('新建工单50万')).toEqual([])
    expect(findCodes('工单12月5号')).toEqual([])
  })
})

describe('a name of the list', () => {
  const names = ['王芳', '高利', '何时', '海河商贸有限公司', 'Grace Hill', 'Blue Pine Foods']
  const found = (text: string): string[] => findListedNames(text, names).map((one) => one.value)

  it.each([
    ['给王芳打电话', ['王芳']],
    ['海河商贸的财务', ['海河商贸']],
    ['grace hill called', ['Grace Hill']],
    ['met Blue Pine today', ['Blue Pine']],
    ['给高利打个标签', ['高利']],
    ['客户何时的资料', ['何时']],
  ])('in %s', (text, value) => {
    expect(found(text)).toEqual(value)
  })

  it.each(['高利率产品', '存单何时到期', 'saying grace'])('%s holds none', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a name that is on no list', () => {
  it.each([
    ['和李先生聊了', '李先生'],
    ['欧阳总来了', '欧阳总'],
    ['王姐的卡', '王姐'],
    ['老刘说可以', '老刘'],
    ['于姐来电', '于姐'],
    ['给全女士回电', '全女士'],
    ['联系项总', '项总'],
  ])('with a title: %s', (text, name) => {
    expect(findTitledNames(text).map((one) => one.value)).toContain(name)
  })

  it.each(['资金总额', '年金总保费', '改成医生', '汇总一下', '和老师聊了', '查女士客户', '论文老师'])(
    '%s holds no title',
    (text) => {
      expect(findTitledNames(text)).toEqual([])
    },
  )

  it.each([
    ['查一下钱小军', '钱小军'],
    ['拜访司马相如', '司马相如'],
    ['给孙悦写祝福', '孙悦'],
  ])('plain: %s', (text, name) => {
    expect(findPlainNames(text).map((one) => one.value)).toContain(name)
  })

  it.each([
    ['去宏远建材走访', '宏远建材'],
    ['拜访了万家福超市', '万家福超市'],
  ])('of a company: %s', (text, name) => {
    expect(findCompanies(text).map((one) => one.value)).toEqual([name])
  })

  it.each(['下午跟他在他公司见面', '她说他们厂搬了', '钱小军的公司搬了'])(
    'is none where somebody’s company is meant: %s',
    (text) => {
      expect(findCompanies(text)).toEqual([])
    },
  )

  it.each([
    ['call Mr Li', 'Mr Li'],
    ['met Dr. Sarah Chan', 'Dr. Sarah Chan'],
  ])('with an English title: %s', (text, name) => {
    expect(findTitledLatinNames(text).map((one) => one.value)).toEqual([name])
  })

  it('in pinyin', () => {
    expect(findLatinNames('查zhangwei', true).map((one) => one.value)).toEqual(['zhangwei'])
    expect(findLatinNames('call zhang wei tomorrow', false).map((one) => one.value)).toEqual(['zhang wei'])
  })
})

describe('a product', () => {
  it.each([
    ['想要3年期大额存单', '3年期大额存单'],
    ['最近三个月理财', '理财'],
    ['a 3-year CD', '3-year CD'],
    ['安心七号到期', '安心七号'],
  ])('in %s', (text, value) => {
    expect(findProducts(text, ['安心七号']).map((one) => one.value)).toEqual([value])
  })

  it.each(['理财经理', '基金会'])('%s is none', (text) => {
    expect(findProducts(text, [])).toEqual([])
  })
})

describe('a slip of the keyboard', () => {
  it.each([
    ['设个题醒', '设个提醒'],
    ['建个尚机', '建个商机'],
    ['导入模版', '导入模板'],
    ['都有那些客户', '都有哪些客户'],
  ])('%s is put right', (slip, right) => {
    expect(foldText(slip)).toBe(right)
  })

  it.each(['住房公积金', '上级领导', '人物访谈', '统一安排'])('%s stays', (text) => {
    expect(foldText(text)).toBe(text)
  })
})

describe('did you mean', () => {
  it.each([
    ['张韦', ['张伟', '李娜'], ['张伟']],
    ['王健军', ['王建军', '李军'], ['王建军']],
    ['Sara Liu', ['Sarah Liu', 'Ben Ma'], ['Sarah Liu']],
    ['zhangwei', ['张伟'], ['张伟']],
  ])('offers the likely name for %s', (heard, names, wanted) => {
    expect(suggestNames(heard, names)).toEqual(wanted)
  })

  it('offers nothing for a name that is on the list or like none of it', () => {
    expect(suggestNames('张伟', ['张伟', '章伟'])).toEqual([])
    expect(suggestNames('欧阳锋', ['张伟'])).toEqual([])
  })
})
