// What the SDK may say in our log. Its error objects hold whole requests, bearer tokens and, where a token could not be
// fetched, the application's secret; so of what it says only its own fixed words pass.

import type { Logger } from '@larksuiteoapi/node-sdk'
import { coverText } from '../../core/cover.ts'
import type { LarkLog } from './log.ts'

/** A logger for the SDK that lets no object, no address and no foreign message through. */
export function redactingLogger(log: LarkLog): Logger {
  const silent = () => {}
  return {
    error: (...said: unknown[]) => pass(said, (words) => log.warn('lark.sdk.error', { words })),
    warn: (...said: unknown[]) => pass(said, (words) => log.warn('lark.sdk.warning', { words })),
    info: silent,
    debug: silent,
    trace: silent,
  }
}

function pass(said: readonly unknown[], write: (words: string) => void): void {
  const words = said
    .flat()
    .filter((part) => typeof part === 'string')
    .map(redact)
    .join(' ')
    .trim()
  if (words !== '') write(words)
}

/** Takes out addresses, which may carry a ticket, and whatever follows a word that announces foreign text. */
function redact(text: string): string {
  return coverText(text)
    .replace(/\b(?:error|data|msg|body|token|secret)\b\s*[:=][\s\S]*$/i, '')
    .replace(/\b\w+:\/\/\S+/g, '')
    .slice(0, 200)
}
