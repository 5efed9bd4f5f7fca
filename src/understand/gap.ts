// Makes a message that was not understood fit for the gap list, which administrators read: the wording stays, the
// people in it go.

import { findPersonalData, type PersonalKind } from './personal-data.ts'

const STAND_INS: Readonly<Record<PersonalKind, string>> = {
  name: '[name]',
  phone: '[phone]',
  email: '[email]',
  code: '[code]',
  number: '[number]',
}
const KEPT_LENGTH = 500
const FIGURES = /\d{3,}/g

/**
 * The text without names, phones, codes, addresses and long numbers; cut to 500 characters.
 * @example stripPersonalData('把张伟13900001111的单子处理下') // '把[name][phone]的单子处理下'
 */
export function stripPersonalData(text: string, names: readonly string[] = []): string {
  const kept = text.slice(0, KEPT_LENGTH)
  let out = ''
  let index = 0
  for (const { kind, start, end } of findPersonalData(kept, names)) {
    out += kept.slice(index, start) + STAND_INS[kind]
    index = end
  }
  return (out + kept.slice(index)).replace(FIGURES, '[number]')
}
