// The wall seen from outside: thousands of questions, each judged by an oracle that shares no code with what it judges.
// TRUST_PROBES sets how many there are (5,000), TRUST_SEED which ones.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Press } from '../../cards/kit/index.ts'
import { answerClick } from '../../src/bot/answer-click.ts'
import { accept } from '../../src/bot/work.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { type Bank as OpenBank, openBank, shown } from '../support/bank.ts'
import { type Answer, CODE, NUMBER, openDesk, UUID } from './ask.ts'
import { askBot, countTaken } from './bot-probes.ts'
import { removeHidden } from './hidden-rows.ts'
import { type Bank, copyBank, mayRead, mayWrite, type Person, sees } from './oracle.ts'
import { drawProbe, type Probe } from './probes.ts'
import { chanceOf } from './seeded.ts'
import { probeStores } from './store-probes.ts'

const PROBES = Number(process.env['TRUST_PROBES'] ?? 5000)
const SEED = Number(process.env['TRUST_SEED'] ?? 20261121)
/** Of all probes, so many go through the kernel with every capability and action; the others ask the stores. */
const KERNEL_SHARE = 0.1

/** So many go through the whole bot. */
const THROUGH_BOT = Math.min(600, Math.max(60, Math.round(PROBES * 0.024)))

class TakenBack extends Error {}

let open: OpenBank
let bank: Bank

beforeAll(async () => {
  open = await openBank()
  bank = await copyBank(open.parts.store, open.parts.sealer)
}, 240_000)
afterAll(() => open.close())

/** Puts questions to the kernel for one person, with or without what is hidden from them. */
async function askAll(who: Person, probes: readonly Probe[], without: boolean): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  await open.parts.store.db
    .transaction(async (tx) => {
      if (without) await removeHidden(tx, bank, who)
      const desk = await openDesk(open.parts, tx, bank, who)
      for (const probe of probes) {
        const { press, form, absent } = probe
        asked.push({
          answer: await desk.ask({ press, form }),
          absent: absent === undefined || without ? null : await desk.ask({ press: absent, form }),
        })
      }
      throw new TakenBack()
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof TakenBack)) throw thrown
    })
  return asked
}

interface Asked {
  readonly answer: Answer
  readonly absent: Answer | null
}

/** Answers with the person's own digest, whatever the row. */
const SHOWS_ITSELF = new Set(['digest.task-done'])

/** What the answer told that the person may not know. */
function leaksOf(who: Person, probe: Probe, { answer, absent }: Asked, without: Answer): readonly string[] {
  const leaks: string[] = []
  if (answer.text !== without.text || answer.kind !== without.kind)
    leaks.push(`answers otherwise without the hidden rows:\n  ${answer.text}\n  ${without.text}`)
  // The examples of the help name people of the demo bank, to everybody the same.
  if (probe.press.input['intent'] !== 'help')
    leaks.push(...hiddenWords(who, JSON.stringify(probe.press), answer.text))
  const visible = isVisible(who, probe)
  if (visible === false && absent !== null && withoutIds(answer) !== withoutIds(absent))
    leaks.push(`a hidden row is answered otherwise than none:\n  ${answer.text}\n  ${absent.text}`)
  if (
    visible === false &&
    answer.kind === 'card' &&
    probe.about?.kind !== 'customer' &&
    !SHOWS_ITSELF.has(probe.press.action)
  )
    leaks.push(`a hidden row has a card: ${answer.text}`)
  if (!mayRead(who) && probe.about !== undefined && answer.kind !== 'refusal')
    leaks.push(`a role without customer data is answered: ${answer.text}`)
  if (probe.writes && !mayWrite(who) && answer.kind !== 'refusal')
    leaks.push(`a reader writes: ${answer.text}`)
  if (
    visible === true &&
    mayRead(who) &&
    !probe.writes &&
    answer.code === 'not_found' &&
    !probe.press.action.startsWith('customer.reveal')
  )
    leaks.push(`a row in scope is not found: ${answer.text}`)
  if (answer.kind === 'broken') leaks.push(answer.text)
  return leaks
}

function isVisible(who: Person, { about }: Probe): boolean | null {
  if (about === undefined) return null
  const find = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    seen: (who: Person, row: Row) => boolean,
  ) => {
    const row = rows.find(({ id }) => id === about.id)
    return row === undefined ? false : seen(who, row)
  }
  switch (about.kind) {
    case 'customer':
      return find(bank.customers, sees.customer)
    case 'note':
      return find(bank.notes, sees.note)
    case 'task':
      return find(bank.tasks, sees.task)
    case 'sale':
      return find(bank.sales, sees.sale)
    case 'ticket':
      return find(bank.tickets, sees.ticket)
  }
}

// Numbers and ids that were asked about come back in some answers; all else must be the same.
const withoutIds = ({ kind, code, text }: Answer) =>
  [
    kind,
    code,
    text
      .replace(UUID, '<id>')
      .replaceAll('<new id>', '<id>')
      .replace(NUMBER, '<number>')
      .replaceAll('<new number>', '<number>'),
  ].join(' ')

interface Words {
  readonly ids: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly texts: readonly string[]
}
const words = new Map<number, Words>()

/** Words by which hidden rows would be known; what a visible row says too is no sign. */
function wordsHiddenFrom(who: Person): Words {
  const kept = words.get(who.id)
  if (kept !== undefined) return kept
  const hidden = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    seen: (who: Person, row: Row) => boolean,
  ) => rows.filter((row) => !seen(who, row))
  const [customers, notes, tasks, sales, tickets] = [
    hidden(bank.customers, sees.customer),
    hidden(bank.notes, sees.note),
    hidden(bank.tasks, sees.task),
    hidden(bank.sales, sees.sale),
    hidden(bank.tickets, sees.ticket),
  ]
  const said = [
    ...bank.customers.filter((row) => sees.customer(who, row)).map(({ name }) => name),
    ...bank.notes.filter((row) => sees.note(who, row)).map(({ content }) => content),
    ...bank.tasks.filter((row) => sees.task(who, row)).map(({ title }) => title),
    ...bank.people.map(({ name }) => name),
  ].join('\n')
  const made = {
    ids: new Set([customers, notes, tasks, sales, tickets].flatMap((rows) => rows.map(({ id }) => id))),
    codes: new Set(customers.map(({ code }) => code)),
    numbers: new Set(tickets.map(({ number }) => `T${number}`)),
    texts: [
      ...new Set([
        ...customers.map(({ name }) => name),
        ...customers.flatMap(({ phone }) => phone ?? []),
        ...notes.map(({ content }) => content),
      ]),
    ].filter((text) => !said.includes(text)),
  }
  words.set(who.id, made)
  return made
}

function hiddenWords(who: Person, asked: string, text: string): readonly string[] {
  const { ids, codes, numbers, texts } = wordsHiddenFrom(who)
  const found = [
    ...(text.match(UUID) ?? []).filter((id) => ids.has(id)),
    ...(text.match(CODE) ?? []).filter((code) => codes.has(code)),
    ...(text.match(NUMBER) ?? []).filter((number) => numbers.has(number)),
    ...texts.filter((word) => text.includes(word)),
  ]
  return found.filter((word) => !asked.includes(word)).map((word) => `tells ${word}: ${text}`)
}

describe('who may see and do what', () => {
  it(`equals the oracle in ${Math.round(PROBES * KERNEL_SHARE)} questions to the kernel, seed ${SEED}`, {
    timeout: PROBES * 60 + 60_000,
  }, async () => {
    const chance = chanceOf(SEED)
    const people = bank.people.filter(({ account }) => account !== null)
    const each = Math.ceil((PROBES * KERNEL_SHARE) / people.length)
    const leaks: string[] = []
    const kinds = new Map<string, number>()
    for (const who of people) {
      const probes = Array.from({ length: each }, () => drawProbe(bank, who, chance))
      const asked = await askAll(who, probes, false)
      const without = await askAll(who, probes, true)
      probes.forEach((probe, index) => {
        const [one, other] = [asked[index], without[index]]
        if (one === undefined || other === undefined) throw new Error('a question was not asked')
        kinds.set(one.answer.kind, (kinds.get(one.answer.kind) ?? 0) + 1)
        for (const leak of leaksOf(who, probe, one, other.answer))
          leaks.push(`${who.name} ${JSON.stringify(probe.press)}: ${leak}`)
      })
    }
    expect(leaks).toEqual([])
    // Chance must not have asked for refusals alone.
    expect(
      Math.min(kinds.get('card') ?? 0, kinds.get('question') ?? 0, kinds.get('refusal') ?? 0),
    ).toBeGreaterThan(each / 2)
  })

  it(`equals the oracle in ${Math.round(PROBES * (1 - KERNEL_SHARE))} questions to the stores, seed ${SEED}`, {
    timeout: PROBES * 30 + 60_000,
  }, async () => {
    const leaks = await probeStores(
      open.parts,
      bank,
      Math.round(PROBES * (1 - KERNEL_SHARE)),
      chanceOf(SEED + 1),
    )
    expect(leaks).toEqual([])
  })

  it(`tells nothing of what is hidden in ${THROUGH_BOT} messages and clicks to the whole bot, and changes none of it`, {
    timeout: 300_000,
  }, async () => {
    const answers = await askBot(open, bank, THROUGH_BOT, chanceOf(SEED + 2))
    const told = answers.flatMap(({ who, asked, text }) =>
      hiddenWords(who, asked, text).map((word) => `${who.name} ${asked}: ${word}`),
    )
    expect(told).toEqual([])
    const shown = answers.filter(
      ({ asked, answer }) => answer?.card !== undefined && !asked.includes('digest.task-done'),
    )
    expect(shown.map(({ asked }) => asked)).toEqual([])
    expect(await countTaken(open)).toBe(0)
    const after = await copyBank(open.parts.store, open.parts.sealer)
    const before = new Set(
      [bank.customers, bank.notes, bank.tasks, bank.sales, bank.tickets].flat().map((row) => json(row)),
    )
    const now = new Set(
      [after.customers, after.notes, after.tasks, after.sales, after.tickets].flat().map((row) => json(row)),
    )
    expect([...before].filter((row) => !now.has(row))).toEqual([])
  })

  it('writes a refusal into the trail, by message and by click', async () => {
    const stranger = bank.customers.find(({ owner }) => owner !== idOf('ou_wangmin'))
    const press = { action: 'customer.show', input: { id: stranger?.id ?? '' } }
    const before = await refusalsOf(open, 'ou_wangmin')
    await open.as('ou_wangmin').says(`同意 T${bank.tickets[0]?.number}`)
    const byMessage = await refusalsOf(open, 'ou_wangmin')
    await clickAs(open, 'ou_wangmin', press)
    expect([byMessage - before, (await refusalsOf(open, 'ou_wangmin')) - byMessage]).toEqual([1, 1])
  })

  it.each([
    ['frozen', 'ou_lilei'],
    ['removed', 'ou_liuyang'],
  ] as const)('ends for whoever was %s, with the event that says so', async (change, account) => {
    const own = bank.customers.find(({ owner }) => owner === idOf(account))
    const at = open.clock.now()
    await accept(open.parts, {
      kind: 'account',
      id: `ev_${account}`,
      happenedAt: at,
      person: { account },
      change,
    })
    const cards = await open.as(account).says(own?.name ?? '')
    expect(cards.map((card) => shown(card))).toEqual([expect.stringContaining('工号')])
    const answer = await clickAs(open, account, { action: 'customer.show', input: { id: own?.id ?? '' } })
    expect(answer.card).toBeUndefined()
  })
})

const json = (row: object) =>
  JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

const idOf = (account: string) => bank.people.find((person) => person.account === account)?.id

function clickAs(on: OpenBank, account: string, press: Press) {
  const sender = { account }
  const conversation = `oc_p2p_${account.slice(3)}`
  const click = {
    kind: 'click',
    id: crypto.randomUUID(),
    messageId: 'om_none',
    conversation,
    sender,
    press,
  } as const
  return answerClick(on.parts, { ...click, happenedAt: on.clock.now(), form: {} })
}

async function refusalsOf(on: OpenBank, account: string): Promise<number> {
  return asKeeper(on.parts.store.db, 'test', async (tx) => {
    const rows = await tx.execute(
      sql`select 1 from audit where result = 'refused' and actor_id = ${idOf(account) ?? 0}`,
    )
    return rowsOf(rows).length
  })
}
