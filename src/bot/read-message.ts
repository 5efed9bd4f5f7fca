// Reads a message in the scope of its sender: what the sender may see is handed to the understanding, and no more.

import { eq, sql } from 'drizzle-orm'
import type { Focus } from '../core/outcome.ts'
import { isSomebody } from '../features/customers/index.ts'
import { customers, products } from '../features/customers/schema.ts'
import { employees } from '../features/people/schema.ts'
import { builtOnce } from '../storage/built-statement.ts'
import type { Turn } from '../storage/turn.ts'
import type { Frame, UnderstandingContext } from '../understand/frame.ts'
import { stripPersonalData } from '../understand/gap.ts'
import { ASK_BELOW, understand } from '../understand/index.ts'
import { type Help, HelpWanted } from './model-help.ts'
import type { Trace, TraceEntry } from './trace.ts'

/** More names than this help no reading; whoever sees more customers is understood from the sentence alone. */
const MOST_NAMES = 3000

/** Makes the reader for a conversation that is about something. */
export function readerFor(
  focus: Focus | null,
  trace: Trace,
  help: Help = 'none',
): (turn: Turn, text: string) => Promise<Frame> {
  return async (turn, text) => {
    const [names, sold, staff] = await Promise.all([
      namesInScope(turn),
      productNames(turn),
      colleagueNames(turn),
    ])
    const context: UnderstandingContext = {
      now: turn.now,
      zone: turn.zone,
      customers: names,
      products: sold,
      colleagues: staff,
      ...(focus?.customer === undefined ? {} : { customer: focus.customer.name }),
      ...(focus?.ticket === undefined ? {} : { ticket: focus.ticket }),
    }
    const frame = understand(text, context)
    const ruled = frame.intent === 'unknown' && (await isSomebody(turn, text)) ? toLookUp(text) : frame
    const reading = withHelp(ruled, help, () => new HelpWanted(text, context))
    trace.note(turn.inboundId, () => ({ step: 'understood', facts: shownOf(reading, names) }))
    return reading
  }
}

// Pinyin, initials or part of a name alone say nothing to whoever does not know the customers; the database does (D4).
function toLookUp(text: string): Frame {
  return { intent: 'customer.find', slots: { customer: text.trim() }, confidence: 0.9 }
}

/** The rules' reading where they are sure; else the help's, with the rules' own as the alternative. */
function withHelp(ruled: Frame, help: Help, wanted: () => HelpWanted): Frame {
  const sure = ruled.intent !== 'unknown' && ruled.confidence >= ASK_BELOW
  if (sure || help === 'none') return ruled
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

async function namesInScope({ db, actor }: Turn): Promise<readonly string[]> {
  if (actor.reach !== 'own' && actor.reach !== 'team') return []
  return namesOf(await customersInScope(db))
}

async function productNames({ db }: Turn): Promise<readonly string[]> {
  return namesOf(await productsOnSale(db))
}

async function colleagueNames({ db }: Turn): Promise<readonly string[]> {
  return namesOf(await colleagues(db))
}

const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

const customersInScope = builtOnce((db) =>
  db.select({ name: customers.name }).from(customers).limit(MOST_NAMES),
)
const productsOnSale = builtOnce((db) =>
  db.select({ name: products.name }).from(products).orderBy(sql`length(${products.name}) desc`),
)
const colleagues = builtOnce((db) =>
  db.select({ name: employees.name }).from(employees).where(eq(employees.status, 'active')),
)
