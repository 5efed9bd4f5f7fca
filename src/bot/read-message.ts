// Reads a message in the scope of its sender: what the sender may see is handed to the understanding, and no more.

import type { Focus } from '../core/outcome.ts'
import { isSomebody } from '../features/customers/index.ts'
import type { Turn } from '../storage/turn.ts'
import type { Frame, UnderstandingContext } from '../understand/frame.ts'
import { stripPersonalData } from '../understand/gap.ts'
import { ASK_BELOW } from '../understand/index.ts'
import type { BotParts } from './bot.ts'
import { readLexicon } from './lexicon.ts'
import { type Help, HelpWanted } from './model-help.ts'
import type { TraceEntry } from './trace.ts'

/** Makes the reader for a conversation that is about something. */
export function readerFor(
  { understand, trace }: Pick<BotParts, 'understand' | 'trace'>,
  focus: Focus | null,
  help: Help = 'none',
): (turn: Turn, text: string) => Promise<Frame> {
  return async (turn, text) => {
    const lexicon = await readLexicon(turn)
    const context: UnderstandingContext = {
      now: turn.now,
      zone: turn.zone,
      ...lexicon,
      ...(focus?.customer === undefined ? {} : { customer: focus.customer.name }),
      ...(focus?.ticket === undefined ? {} : { ticket: focus.ticket }),
    }
    const frame = understand(text, context)
    const ruled = isSure(frame) ? frame : ((await lookUp(turn, text)) ?? frame)
    const reading = withHelp(ruled, help, () => new HelpWanted(text, context))
    trace.note(turn.inboundId, () => ({ step: 'understood', facts: shownOf(reading, lexicon.customers) }))
    return reading
  }
}

const ASKED_FOR =
  /^\s*(?:(?:帮我|请)?[查找看搜](?:[查找看搜]|一下|下)?(?:客户)?|find|look up|search(?: for)?|show(?: me)?)\s*(?<who>\S.*)$/i

/**
 * Pinyin, initials or part of a name alone say nothing to whoever does not know the customers; the database does (D4).
 * @returns null where they are nobody's
 */
async function lookUp(turn: Turn, text: string): Promise<Frame | null> {
  const customer = (ASKED_FOR.exec(text)?.groups?.['who'] ?? text).trim()
  return (await isSomebody(turn, customer))
    ? { intent: 'customer.find', slots: { customer }, confidence: 0.9 }
    : null
}

function isSure({ intent, confidence }: Frame): boolean {
  return intent !== 'unknown' && confidence >= ASK_BELOW
}

/** The rules' reading where they are sure; else the help's, with the rules' own as the alternative. */
function withHelp(ruled: Frame, help: Help, wanted: () => HelpWanted): Frame {
  if (isSure(ruled) || help === 'none') return ruled
  if (help === 'on request') throw wanted()
  if (help.frame === null) return ruled
  const others = ruled.intent === 'unknown' ? [] : [ruled, ...(ruled.alternatives ?? [])]
  return { ...help.frame, alternatives: others }
}

/** A reading as the log would show it: the words of its slots without personal data. */
function shownOf({ intent, slots, confidence, also }: Frame, names: readonly string[]): TraceEntry['facts'] {
  const shown = JSON.parse(JSON.stringify({ slots, also }), (_, part: unknown) =>
    typeof part === 'string' ? stripPersonalData(part, names) : part,
  ) as object
  return { intent, confidence, ...shown }
}
