// One value in the forms in which it could slip out: as people write it, and as machines carry it.

const CHINESE = '〇一二三四五六七八九'
const SPOKEN = '零一二三四五六七八九'

/** The forms of a value by name; sixteen and more of them for a number. */
export function encodingsOf(value: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(value, 'utf8')
  const digits = /^[\dX]+$/.test(value)
  const shared = {
    plain: value,
    reversed: [...value].reverse().join(''),
    hex: bytes.toString('hex'),
    'hex of UTF-16': Buffer.from(value, 'utf16le').toString('hex'),
    'base64 of UTF-16': inner(Buffer.from(value, 'utf16le'), 0),
    'base64 at 0': inner(bytes, 0),
    'base64 at 1': inner(bytes, 1),
    'base64 at 2': inner(bytes, 2),
    URL: [...bytes].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
    JSON: [...value].map((letter) => `\\u${code(letter, 16).padStart(4, '0')}`).join(''),
    'HTML decimal': [...value].map((letter) => `&#${code(letter, 10)};`).join(''),
    'HTML hexadecimal': [...value].map((letter) => `&#x${code(letter, 16)};`).join(''),
    'full width': value.replace(/[!-~]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
    ),
    'with nothing between': [...value].join('\u200b'),
  }
  if (!digits) return shared
  const inFours = value.match(/.{1,4}/g) ?? []
  return {
    ...shared,
    spaced: inFours.join(' '),
    dashed: inFours.join('-'),
    'spaced as a mobile': `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`,
    'dashed as a mobile': `${value.slice(0, 3)}-${value.slice(3, 7)}-${value.slice(7)}`,
    'with +86': `+86${value}`,
    'in Chinese': [...value].map((digit) => CHINESE[Number(digit)] ?? digit).join(''),
    spoken: [...value].map((digit) => SPOKEN[Number(digit)] ?? digit).join(''),
  }
}

const code = (letter: string, base: number) => (letter.codePointAt(0) ?? 0).toString(base)

/** The part of a base64 text that is the same wherever the value stands at this offset. */
function inner(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset, 0x41), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  return whole.slice(offset === 0 ? 0 : offset + 1, -1)
}

/** Which forms of which values a text holds. */
export function findCanaries(text: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) =>
    Object.entries(encodingsOf(value)).flatMap(([form, encoded]) =>
      text.includes(encoded) ? [`${value} as ${form}`] : [],
    ),
  )
}
