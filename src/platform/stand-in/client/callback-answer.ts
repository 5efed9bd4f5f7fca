// What the client makes of the bot's answer to a click: a toast, a new card, or a number that says what was wrong.

import { checkCard } from '../card-checker/index.ts'
import { toCardFacts } from '../content.ts'
import { asText, isRecord, type JsonRecord } from '../json.ts'
import type { Platform } from '../platform.ts'

/** Words that rise at the person who clicked. */
interface ClientToast {
  readonly type: 'info' | 'success' | 'error' | 'warning'
  readonly content: string
  readonly i18n?: { readonly [language: string]: string }
}

/** What the answer leads to. `code` is the platform's error number, 0 where all is well. */
export interface ClickEffect {
  readonly code: number
  readonly toast?: ClientToast
  readonly card?: JsonRecord
}

const TOAST_TYPES = ['info', 'success', 'error', 'warning'] as const

/** Reads the body of a callback's answer to a click in this chat. */
export function readCallbackAnswer(platform: Platform, chatId: string, answer: unknown): ClickEffect {
  if (!isRecord(answer)) return toFailedEffect(200672)
  const toast = answer['toast'] === undefined ? undefined : readToast(answer['toast'])
  if (toast === null) return toFailedEffect(200672)
  const shown = toast === undefined ? {} : { toast }
  if (answer['card'] === undefined) return { code: 0, ...shown }
  const card = readCard(platform, chatId, answer['card'])
  return card === null ? toFailedEffect(200673) : { code: 0, ...shown, card }
}

/** What a person sees when a click has failed: a toast with the number. */
export function toFailedEffect(code: number): ClickEffect {
  const zh = `操作失败，请稍后重试（${code}）`
  const en = `Something went wrong, please try again later (${code})`
  return { code, toast: { type: 'error', content: zh, i18n: { zh_cn: zh, en_us: en } } }
}

function readToast(value: unknown): ClientToast | null {
  if (!isRecord(value)) return null
  const content = asText(value['content'])
  const type = TOAST_TYPES.find((each) => each === (value['type'] ?? 'info'))
  if (content === null || type === undefined) return null
  const i18n = Object.entries(isRecord(value['i18n']) ? value['i18n'] : {})
  const wordings = i18n.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { type, content, ...(wordings.length === 0 ? {} : { i18n: Object.fromEntries(wordings) }) }
}

function readCard(platform: Platform, chatId: string, value: unknown): JsonRecord | null {
  const data = isRecord(value) && value['type'] === 'raw' ? value['data'] : undefined
  if (!isRecord(data)) return null
  const verdict = checkCard(data, toCardFacts(platform))
  if (verdict.ok) return data
  const createdAt = platform.clock.now().getTime()
  platform.memory.addRefusal({ chatId, code: 200673, msg: verdict.message, content: data, createdAt })
  return null
}
