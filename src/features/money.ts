// Money as people write it: 50万, 1.2亿. Rows hold fen, slots hold yuan; no other form exists in the house.

import { type BothLanguages, say } from '../../cards/kit/index.ts'

const YUAN = 100n
const WAN = 10_000n * YUAN
const YI = 10_000n * WAN
const THOUSAND = 1_000n * YUAN
const MILLION = 1_000n * THOUSAND
const BILLION = 1_000n * MILLION

/** More than this no slot states: a hundred thousand 亿, in yuan. */
const MOST_YUAN = 1e13

/**
 * The fen of an amount in yuan, rounded to the fen.
 * @throws RangeError where it is no amount: negative, not finite, or beyond all sense
 */
export function toFen(yuan: number): bigint {
  if (!Number.isFinite(yuan) || yuan < 0 || yuan > MOST_YUAN) throw new RangeError('no amount')
  return BigInt(Math.round(yuan * 100))
}

/** The yuan of an amount in fen, for forms and exports; exact below 90 billion yuan. */
export function toYuan(fen: bigint): number {
  return Number(fen) / 100
}

/**
 * Reads an amount that was typed into a form: 50万, 1.2亿, 300k, 500,000, ¥500000.
 * @returns fen, or null where it is no amount
 */
export function parseAmount(typed: string): bigint | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')
    .replace(/(元|块|rmb|cny)$/i, '')
  const [, digits, unit = ''] = /^(\d{1,13}(?:\.\d{1,6})?)(亿|千万|百万|万|千|w|k|m)?$/i.exec(text) ?? []
  if (digits === undefined) return null
  const yuan = Number(digits) * (UNITS[unit.toLowerCase()] ?? 1)
  return yuan > MOST_YUAN ? null : toFen(yuan)
}

const UNITS: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  w: 1e4,
  千: 1e3,
  k: 1e3,
  m: 1e6,
}

/** An amount as people write it; nothing is rounded away: 50万, 1.2亿, 12,345.60元. */
export function showAmount(fen: bigint): BothLanguages {
  return say(inUnits(fen, UNITS_ZH, '元'), inUnits(fen, UNITS_EN, '', '¥'))
}

const UNITS_ZH = [
  [YI, '亿'],
  [WAN, '万'],
] as const
const UNITS_EN = [
  [BILLION, 'B'],
  [MILLION, 'M'],
  [THOUSAND, 'K'],
] as const

function inUnits(
  fen: bigint,
  units: readonly (readonly [bigint, string])[],
  plain: string,
  sign = '',
): string {
  const size = fen < 0n ? -fen : fen
  const minus = fen < 0n ? '-' : ''
  for (const [unit, name] of units) {
    // At most two decimals: beyond that a smaller unit or the whole number is easier to read.
    if (size >= unit && (size * 100n) % unit === 0n) return `${minus}${sign}${decimal(size, unit)}${name}`
  }
  return `${minus}${sign}${group(size / YUAN)}${size % YUAN === 0n ? '' : `.${(size % YUAN).toString().padStart(2, '0')}`}${plain}`
}

function decimal(size: bigint, unit: bigint): string {
  const rest = (((size % unit) * 100n) / unit).toString().padStart(2, '0').replace(/0+$/, '')
  return rest === '' ? group(size / unit) : `${group(size / unit)}.${rest}`
}

function group(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Bounds of the ranges that a group sees instead of amounts, in fen. */
const BOUNDS: readonly bigint[] = [
  WAN,
  5n * WAN,
  10n * WAN,
  50n * WAN,
  100n * WAN,
  500n * WAN,
  1_000n * WAN,
  5_000n * WAN,
  YI,
]

/** The range that an amount lies in, as a group may see it: 10万–50万 includes its lower bound. */
export function showAmountRange(fen: bigint): BothLanguages {
  const above = BOUNDS.findIndex((bound) => fen < bound)
  const [first = WAN] = BOUNDS
  if (above === 0) return framed(say('不足', 'under '), showAmount(first), say('', ''))
  const lower = showAmount(BOUNDS.at(above < 0 ? -1 : above - 1) ?? first)
  const upper = BOUNDS[above]
  if (above < 0 || upper === undefined) return framed(say('', ''), lower, say('以上', ' or more'))
  const to = showAmount(upper)
  return say(`${lower.zh}–${to.zh}`, `${lower.en}–${to.en}`)
}

function framed(before: BothLanguages, amount: BothLanguages, after: BothLanguages): BothLanguages {
  return say(`${before.zh}${amount.zh}${after.zh}`, `${before.en}${amount.en}${after.en}`)
}

/** An amount as a conversation may see it: exact in a private chat, its range in a group (D18). */
export function showAmountHere(
  turn: { readonly conversation: { readonly private: boolean } },
  fen: bigint,
): BothLanguages {
  return turn.conversation.private ? showAmount(fen) : showAmountRange(fen)
}
