// Times as the chat shows them: by the bot's clock, in the bank's zone, in the language of the page.

import { signal } from '@preact/signals'
import { language } from './preferences.ts'
import { offsetMs, timeZone } from './store.ts'

const tick = signal(Date.now())

/** Lets the shown clock run; called once by the page. */
export function startClock(): void {
  setInterval(() => {
    tick.value = Date.now()
  }, 1_000)
}

/** The instant that the bot takes for now, in milliseconds since 1970. */
export function botNow(): number {
  return tick.value + offsetMs.value
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats an instant (milliseconds since 1970) in the bank's zone. */
export function formatInstant(at: number, options: Intl.DateTimeFormatOptions): string {
  return getFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', options).format(at)
}

/** Formats are kept, because making one costs more than a hundred uses of it. */
function getFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone.value} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { timeZone: timeZone.value, ...options })
    formats.set(key, format)
  }
  return format
}

/** Calendar day of an instant in the bank's zone, as 2026-11-25. */
export function toDay(at: number): string {
  return getFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

/** Hour and minute of an instant, as 14:05. */
export function toTime(at: number): string {
  return formatInstant(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Offset of the bank's zone at an instant, as the platform writes it after a date: +0800. */
export function toOffset(at: number): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timeZone.value, timeZoneName: 'longOffset' })
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const offset = name.replace('GMT', '').replace(':', '')
  return offset === '' ? '+0000' : offset
}
