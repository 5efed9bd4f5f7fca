// The report of an incident, for the regulator: what was frozen when and by whom, which customers were touched since when,
// by whom and how. Made of the trail alone; customers stand in it by their codes.

import { and, asc, count, eq, gte, or, type SQL } from 'drizzle-orm'
import { wallOf } from '../../core/calendar.ts'
import type { Transaction } from '../../storage/database.ts'
import { EXPORTS, LOOKS } from '../audit/index.ts'
import { audit, auditChain, auditUnsealed } from '../audit/schema.ts'
import { customers } from '../customers/schema.ts'
import { employees } from '../people/schema.ts'
import type { Cell } from '../spreadsheet.ts'
import { REASON_WORDS } from './copy.ts'
import type { Freeze } from './store.ts'
import type { Target } from './target.ts'

/** Entries in one file; what lies beyond is counted and said. */
const MOST_ENTRIES = 50_000

/** What a report is about. */
export interface ReportOrder {
  readonly freeze: Freeze
  readonly target: Target
  /** Entries from this instant on. */
  readonly since: Date
  readonly now: Date
  readonly zone: string
}

/** A report as lines of cells, before it is written as a file. */
export type ReportLines = readonly (readonly Cell[])[]

interface Entry {
  readonly at: Date
  readonly action: string
  readonly refused: boolean
  readonly number: string | null
  readonly name: string | null
  readonly code: string | null
  readonly entity: string | null
  readonly facts: unknown
  readonly seq: number | null
  readonly hash: Uint8Array | null
}

/** Makes the report. The transaction must see the whole trail (the keeper's scope): a regulator is told everything. */
export async function makeReport(tx: Transaction, order: ReportOrder): Promise<ReportLines> {
  const where = and(gte(audit.at, order.since), concernedBy(order.freeze))
  const [total, unsealed, entries, people] = [
    await countEntries(tx, where),
    await tx.$count(auditUnsealed),
    await readEntries(tx, where),
    await readPeople(tx, order.freeze),
  ]
  return [
    ...headOf(order, people),
    [
      '记录数 Entries',
      total,
      ...(total > entries.length ? [`前 ${entries.length} 条 only the first ${entries.length}`] : []),
    ],
    ['待封存 Not yet in the chain', unsealed],
    ...totalsOf(entries),
    [],
    ...customersOf(entries, order.zone),
    [],
    [
      '时间 Time',
      '工号 Number',
      '员工 Employee',
      '操作 Deed',
      '结果 Result',
      '客户编号 Customer',
      '对象 Object',
      '事由 Facts',
      '审计序号 Link',
      '审计校验值 Hash',
    ],
    ...entries.map((entry) => toCells(entry, order.zone)),
  ]
}

function concernedBy({ scope, branchId, employeeId, customerId }: Freeze): SQL | undefined {
  switch (scope) {
    case 'bank':
      return undefined
    case 'branch':
      return or(eq(customers.branchId, branchId ?? 0), eq(employees.branchId, branchId ?? 0))
    case 'employee':
      return eq(audit.actorId, employeeId ?? 0)
    case 'customer':
      return eq(audit.customerId, customerId ?? '')
  }
}

async function countEntries(tx: Transaction, where: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(audit)
    .leftJoin(employees, eq(employees.id, audit.actorId))
    .leftJoin(customers, eq(customers.id, audit.customerId))
    .where(where)
  return row?.total ?? 0
}

async function readEntries(tx: Transaction, where: SQL | undefined): Promise<readonly Entry[]> {
  const rows = await tx
    .select({
      at: audit.at,
      action: audit.action,
      result: audit.result,
      number: employees.number,
      name: employees.name,
      code: customers.code,
      entity: audit.entity,
      facts: audit.facts,
      seq: auditChain.seq,
      hash: auditChain.hash,
    })
    .from(audit)
    .leftJoin(employees, eq(employees.id, audit.actorId))
    .leftJoin(customers, eq(customers.id, audit.customerId))
    .leftJoin(auditChain, eq(auditChain.auditId, audit.id))
    .where(where)
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(MOST_ENTRIES)
  return rows.map(({ result, ...row }) => ({ ...row, refused: result === 'refused' }))
}

type Names = ReadonlyMap<number, string>

async function readPeople(tx: Transaction, freeze: Freeze): Promise<Names> {
  const ids = [freeze.startedBy, freeze.confirmedBy, freeze.thawAskedBy, freeze.thawedBy].flatMap(
    (id) => id ?? [],
  )
  const rows = await tx
    .select()
    .from(employees)
    .where(or(...ids.map((id) => eq(employees.id, id))))
  return new Map(rows.map(({ id, number, name }) => [id, `${name} ${number}`]))
}

function headOf({ freeze, target, since, now, zone }: ReportOrder, people: Names): ReportLines {
  const step = (at: Date | null, by: number | null): readonly Cell[] =>
    at === null ? ['—'] : [wallOf(at, zone), by === null ? '运维 operator' : (people.get(by) ?? String(by))]
  return [
    ['泄露事件报告 Incident report', freeze.id],
    ['范围 Scope', target.label.zh, target.label.en],
    ['原因 Reason', REASON_WORDS[freeze.reason].zh, REASON_WORDS[freeze.reason].en],
    ['冻结 Frozen', ...step(freeze.startedAt, freeze.startedBy)],
    ['确认 Confirmed', ...step(freeze.confirmedAt, freeze.confirmedBy)],
    ['申请解冻 Thaw asked', ...step(freeze.thawAskedAt, freeze.thawAskedBy)],
    ['解冻 Thawed', ...step(freeze.thawedAt, freeze.thawedBy)],
    ['统计自 Since', wallOf(since, zone), zone],
    ['制表 Made', wallOf(now, zone), zone],
  ]
}

const KINDS = ['looked', 'revealed', 'exported', 'changed', 'refused'] as const
type Kind = (typeof KINDS)[number]
const KIND_WORDS: Readonly<Record<Kind, string>> = {
  looked: '查看 Looks',
  revealed: '完整号码 Full numbers',
  exported: '导出 Exports',
  changed: '修改 Changes',
  refused: '拒绝 Refused',
}

function kindOf({ action, refused }: Entry): Kind {
  if (refused) return 'refused'
  if (action === 'customer.reveal') return 'revealed'
  if (EXPORTS.some((begin) => action.startsWith(begin))) return 'exported'
  return LOOKS.some((look) => look === action) ? 'looked' : 'changed'
}

function totalsOf(entries: readonly Entry[]): ReportLines {
  const touched = new Set(entries.flatMap(({ code }) => code ?? []))
  const actors = new Set(entries.flatMap(({ number }) => number ?? []))
  return [
    ['涉及客户 Customers', touched.size],
    ['涉及员工 Employees', actors.size],
    ...KINDS.map((kind) => [KIND_WORDS[kind], entries.filter((entry) => kindOf(entry) === kind).length]),
  ]
}

function customersOf(entries: readonly Entry[], zone: string): ReportLines {
  const byCode = Map.groupBy(
    entries.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  )
  const lines = [...byCode.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => {
      const [first] = own
      const last = own.at(-1)
      return [
        code,
        ...KINDS.map((kind) => own.filter((entry) => kindOf(entry) === kind).length),
        first === undefined ? '' : wallOf(first.at, zone),
        last === undefined ? '' : wallOf(last.at, zone),
      ]
    })
  return [
    ['客户编号 Customer', ...KINDS.map((kind) => KIND_WORDS[kind]), '首次 First', '末次 Last'],
    ...lines,
  ]
}

function toCells(entry: Entry, zone: string): readonly Cell[] {
  const { at, number, name, action, refused, code, entity, facts, seq, hash } = entry
  return [
    wallOf(at, zone),
    number ?? '',
    name ?? '运维 operator',
    action,
    refused ? '拒绝 refused' : '完成 done',
    code ?? '',
    entity ?? '',
    JSON.stringify(facts),
    seq ?? '',
    hash === null ? '' : [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  ]
}
