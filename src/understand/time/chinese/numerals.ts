// Numbers as Chinese writes them: 十五, 二十三, 两百, 二〇二六, and plain digits.

const DIGITS = '零一二三四五六七八九'
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Reads a number in digits or characters; NaN where it is neither. */
export function parseNumeral(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  const units = text.replace('廿', '二十').replace('卅', '三十').replaceAll('两', '二')
  return /[十百千]/.test(units) ? readCounted(units) : readPositional(units)
}

function readPositional(units: string): number {
  let value = units === '' ? Number.NaN : 0
  for (const unit of units) {
    const digit = DIGITS.indexOf(unit)
    if (digit < 0) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function readCounted(units: string): number {
  let value = 0
  let digit = 0
  let scale = Number.POSITIVE_INFINITY
  for (const unit of units) {
    const ten = TENS[unit]
    if (ten === undefined) {
      digit = DIGITS.indexOf(unit)
      if (digit < 0) return Number.NaN
      continue
    }
    if (ten >= scale) return Number.NaN
    value += (digit || 1) * ten
    ;[digit, scale] = [0, ten]
  }
  return value + digit
}

/** Reads a count or an hour; two digits side by side (两三, 七八) are a rough number, of which the first is taken. */
export function parseCount(text: string): number {
  return parseNumeral(/^[一二两三四五六七八九]{2}$/.test(text) ? text.charAt(0) : text)
}

/** Every character with which a number can begin. */
export const NUMBER_STARTS = '0123456789零一二两三四五六七八九十百千廿卅半'
