// The platform writes instants as digits, and only their number tells the unit.

const UNITS: readonly { readonly digits: number; readonly ms: (value: number) => number }[] = [
  { digits: 10, ms: (seconds) => seconds * 1000 },
  { digits: 13, ms: (ms) => ms },
  { digits: 16, ms: (micros) => Math.floor(micros / 1000) },
]

/** The instant that 10 digits of seconds, 13 of milliseconds or 16 of microseconds mean; null for anything else. */
export function toInstant(digits: string | number | null | undefined): Date | null {
  const text = String(digits ?? '')
  if (!/^\d+$/.test(text)) return null
  const unit = UNITS.find((candidate) => candidate.digits === text.length)
  return unit === undefined ? null : new Date(unit.ms(Number(text)))
}
