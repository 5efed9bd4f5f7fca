import { describe, expect, test } from 'vitest'
import { findField, parseField, showField } from '../../../src/features/customers/fields.ts'
import { readTags, toFormField } from '../../../src/features/customers/forms.ts'
import { maskName, maskPhone } from '../../../src/features/customers/mask.ts'
import { nameKeys } from '../../../src/features/customers/name-keys.ts'
import { parseCustomerReference } from '../../../src/features/customers/reference.ts'

const TODAY = '2026-11-21'

describe('a value of a field', () => {
  test.each([
    ['phone', '138 0000-1234', '13800001234'],
    ['phone', '+86 13800001234', '13800001234'],
    ['phone', '１３８００００１２３４', '13800001234'],
    ['phone', '0315-2345678', '03152345678'],
    ['email', 'A.B@Example.com', 'a.b@example.com'],
    ['income', '30万', '30000000'],
    ['income', '300000', '30000000'],
    ['birthday', '1980年5月2日', '1980-05-02'],
    ['birthday', '19800502', '1980-05-02'],
    ['birthday', '1980-05-02 +0800', '1980-05-02'],
    ['level', 'vip客户', 'VIP'],
    ['level', '私行', '私行'],
    ['risk', 'R2', '稳健型'],
    ['risk', 'c5', '激进型'],
    ['risk', '保守型', '谨慎型'],
    ['gender', '女士', 'female'],
  ] as const)('%s: %s is kept as %s', (field, said, kept) => {
    expect(parseField(field, said, TODAY)).toEqual({ ok: true, value: kept })
  })

  test.each([
    ['phone', '12'],
    ['phone', '138000012345'],
    ['email', 'nobody'],
    ['income', 'viel'],
    ['birthday', '1980-02-30'],
    ['birthday', '2027-01-01'],
    ['birthday', '5月2日'],
    ['risk', 'R9'],
    ['gender', '?'],
    ['name', '123'],
  ] as const)('%s: %s is not readable', (field, said) => {
    expect(parseField(field, said, TODAY)).toEqual({ ok: false, reason: 'unreadable' })
  })

  test('is shown as people write it', () => {
    expect(showField('income', '30000000')).toEqual({ zh: '30万', en: '¥300K' })
    expect(showField('gender', 'male')).toEqual({ zh: '男', en: 'Male' })
    expect(showField('city', null)).toBe('—')
  })
})

describe('the word for a field', () => {
  test.each([
    ['phone', 'phone'],
    ['手机号', 'phone'],
    ['年收入', 'income'],
    ['Occupation', 'occupation'],
    ['星座', null],
  ])('%s means %s', (said, field) => {
    expect(findField(said)).toBe(field)
  })
})

test('a level of the bank’s own can still be chosen in the form', () => {
  expect(toFormField('level', '私行')).toMatchObject({
    field: 'choice',
    value: '私行',
    options: expect.arrayContaining([{ label: '私行', value: '私行' }]),
  })
})

test('tags are split, trimmed and not repeated', () => {
  expect(readTags('高净值、 科技,高净值；外贸')).toEqual(['高净值', '科技', '外贸'])
})

describe('masks', () => {
  test.each([
    ['13800001234', '138****1234'],
    ['03152345678', '031****5678'],
    ['1234', '**34'],
  ])('%s is shown as %s', (digits, masked) => {
    expect(maskPhone(digits)).toBe(masked)
  })

  test('a name keeps its first character, whole even where it takes two units', () => {
    expect(maskName('欧阳娜娜')).toBe('欧**')
    expect(maskName('𠮷田')).toBe('𠮷*')
  })
})

describe('how people point at a customer', () => {
  test.each([
    ['c000123', { by: 'code', code: 'C000123' }],
    ['+86 138-0000-1234', { by: 'phone', digits: '13800001234' }],
    ['*1234', { by: 'tail', digits: '1234' }],
    ['李先生', { by: 'title', surname: '李', gender: 'male' }],
    ['欧阳女士', { by: 'title', surname: '欧阳', gender: 'female' }],
    ['李总', { by: 'title', surname: '李', gender: null }],
    ['Mr Li', { by: 'title', surname: 'Li', gender: 'male' }],
    ['张伟', { by: 'name', name: '张伟' }],
  ])('%s', (said, reference) => {
    expect(parseCustomerReference(said)).toEqual(reference)
  })

  test('a name is found by its tails, its pinyin and its initials, a surname read as one', () => {
    expect(nameKeys('李建国')).toEqual(['李建国', '建国', '国', 'lijianguo', 'ljg'])
    expect(nameKeys('单雄信')).toContain('shanxiongxin')
    expect(nameKeys('Tom Zhao')).toContain('tomzhao')
  })
})
