import { describe, expect, it } from 'vitest'
import { makeName, moveOf, nextStage } from '../../../src/features/opportunities/opportunity.ts'
import { sameProduct } from '../../../src/features/opportunities/product-names.ts'

describe('a move', () => {
  it.each([
    ['initial_contact', 'needs_analysis', 'step'],
    ['initial_contact', 'negotiation', 'skip'],
    ['proposal', 'needs_analysis', 'back'],
    ['initial_contact', 'won', 'win'],
    ['negotiation', 'lost', 'lose'],
    ['lost', 'proposal', 'reopen'],
    ['proposal', 'proposal', 'none'],
  ] as const)('from %s to %s is a %s', (from, to, move) => {
    expect(moveOf(from, to)).toBe(move)
  })

  it('has no next stage after negotiation: winning and losing are decided', () => {
    expect(nextStage('proposal')).toBe('negotiation')
    expect(nextStage('negotiation')).toBeNull()
    expect(nextStage('won')).toBeNull()
  })
})

describe('a name', () => {
  it('is made of customer, product and amount', () => {
    expect(makeName('李先生', '3年期大额存单', 50_000_000n)).toBe('李先生-3年期大额存单-50万')
    expect(makeName('李先生', '国债', null)).toBe('李先生-国债')
  })
})

describe('the same product', () => {
  it.each([
    ['大额存单', '3年期大额存单', true],
    ['个人经营贷', '经营贷', true],
    ['Large CD', 'large cd', true],
    ['国债', '贵金属', false],
    ['3年期大额存单', '3-year Large CD', true],
    ['五年期大额存单', '3-year Large CD', false],
    ['代发工资', 'payroll service', true],
    ['住房按揭贷款', 'a mortgage', true],
    ['个人经营贷', 'a mortgage', false],
    ['稳盈理财', 'Evergreen', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameProduct(one, other)).toBe(same)
  })
})
