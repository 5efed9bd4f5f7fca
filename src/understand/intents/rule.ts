// The form of a rule: an intent, the cues that speak for and against it, and how its slots are read.
// Knows how to weigh cues, not which intents there are.

import type { Intent, Slots } from '../frame.ts'
import { over } from '../mask.ts'
import { type HeldRuns, readNeeds } from '../needs.ts'
import type { Reading } from '../reading.ts'

/** One piece of evidence: its weight counts once when a pattern fits the masked text, with times masked or not. */
export interface Cue {
  readonly weight: number
  /** The alternatives of the cue, gathered by the script without which they cannot fit. */
  readonly forms: readonly Form[]
}

interface Form {
  readonly script: Script
  readonly pattern: RegExp
  readonly needs: Uint32Array | null
}

// `any` fits in either script: marks, digits, punctuation, or words of both in one alternative
const SCRIPTS = ['han', 'latin', 'any'] as const
type Script = (typeof SCRIPTS)[number]

function findScript(source: string): Script {
  const words = source.replace(/<[A-Z-]+>|\\[a-z]/g, ' ')
  const han = /[\u4e00-\u9fff]/.test(words)
  const latin = /[a-z]{2}/.test(words)
  if (han === latin) return 'any'
  return han ? 'han' : 'latin'
}

const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|[()|]|[^\\[()|]+/gs

/** The alternatives on the outermost level of a pattern. */
function splitAlternatives(source: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
    depth += token === '(' ? 1 : token === ')' ? -1 : 0
  }
  return parts
}

/** A pattern that is one group without more around it, as its alternatives alone. */
function unwrap(source: string): string {
  const inner = /^\(\?:(.*)\)$/s.exec(source)?.[1]
  if (inner === undefined) return source
  let depth = 0
  for (const [token] of inner.matchAll(TOKEN)) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0
    if (depth < 0) return source
  }
  return inner
}

/** One intent, the evidence for it, and the reading of its slots. */
export interface IntentRule {
  readonly intent: Intent
  readonly cues: readonly Cue[]
  readonly slots: (reading: Reading) => Slots
  /** Evidence that no pattern can tell, added to the sum. */
  readonly weighMore?: (reading: Reading) => number
}

/**
 * A cue over the masked text, with the letters of `over` for what was found.
 * @example cue(4, '提醒(?:我|一下)')
 */
export function cue(weight: number, source: string): Cue {
  const parts = splitAlternatives(unwrap(source))
  const forms = SCRIPTS.flatMap((script) => {
    const own = parts.filter((part) => findScript(part) === script)
    const pattern = over(own.join('|'))
    return own.length > 0 ? [{ script, pattern, needs: readNeeds(pattern) }] : []
  })
  return { weight, forms }
}

function fits({ forms }: Cue, reading: Reading, runs: HeldRuns): boolean {
  for (const { script, pattern, needs } of forms) {
    if ((script === 'han' && !reading.chinese) || (script === 'latin' && !reading.latin)) continue
    if (!runs.holds(needs)) continue
    if (pattern.test(reading.masked) || (reading.timed !== reading.masked && pattern.test(reading.timed)))
      return true
  }
  return false
}

/** The sum of the cues that fit. `runs` holds what the masked text and the one with its times hold. */
export function weigh(rule: IntentRule, reading: Reading, runs: HeldRuns): number {
  let total = rule.weighMore?.(reading) ?? 0
  for (const one of rule.cues) if (fits(one, reading, runs)) total += one.weight
  return total
}

/** The slots without those that were not stated. */
export function stated(slots: Readonly<Record<string, unknown>>): Slots {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(slots)) {
    const empty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    const hollow =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
    if (!empty && !hollow) out[name] = value
  }
  return out
}
