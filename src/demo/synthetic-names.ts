// Names for a synthetic bank, in about the spread in which they occur: common surnames often, given names of one or two characters.

import { GIVEN_NAMES, SURNAMES } from './demo-names.ts'
import type { Random } from './random.ts'

const COMMON = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周'] as const
const RARE = ['欧阳', '司马', '上官', '仇', '单', '解', '覃', '尉迟'] as const
const CHARACTERS = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文斌鑫宇浩轩梓涵欣怡佳琪思雨晨阳博雅馨',
] as [string, ...string[]]

/** The name of a person, 16 of them in a thousand with a rare or double surname. */
export function makePersonName(random: Random): {
  readonly name: string
  readonly gender: 'male' | 'female'
} {
  const gender = random.chance(0.5) ? 'male' : 'female'
  const rare = random.chance(0.016)
  const surname = rare ? random.pick(RARE) : random.chance(0.45) ? random.pick(COMMON) : random.pick(SURNAMES)
  return { name: `${surname}${makeGivenName(random, gender)}`, gender }
}

function makeGivenName(random: Random, gender: 'male' | 'female'): string {
  if (random.chance(0.12)) return random.pick(CHARACTERS)
  return random.chance(0.3)
    ? random.pick(GIVEN_NAMES[gender])
    : `${random.pick(CHARACTERS)}${random.pick(CHARACTERS)}`
}
