// The file of an export: a heading, a line for each customer with masked numbers, and who took it out below.

import {
  type BothLanguages,
  inLanguage,
  join,
  type Language,
  say,
  type Words,
} from '../../../cards/kit/index.ts'
import { dayOf, wallOf } from '../../core/calendar.ts'
import { coverText } from '../../core/cover.ts'
import type { Turn } from '../../storage/turn.ts'
import { levelWords, nameHere, phoneHere } from '../customers/index.ts'
import { toSpreadsheet } from '../spreadsheet.ts'
import { KIND_WORDS } from './copy.ts'
import type { Exported } from './selection.ts'

interface Column {
  readonly title: BothLanguages
  cell(turn: Turn, customer: Exported): Words | null | Promise<Words | null>
}

const COLUMNS: readonly Column[] = [
  { title: say('客户编号', 'Code'), cell: (_, { code }) => code },
  { title: say('姓名', 'Name'), cell: (turn, { name }) => nameHere(turn, name) },
  { title: say('手机号（打码）', 'Phone (masked)'), cell: phoneHere },
  { title: say('类型', 'Kind'), cell: (_, { kind }) => KIND_WORDS[kind] },
  { title: say('客户等级', 'Level'), cell: (_, { level }) => levelWords(level) },
  { title: say('标签', 'Tags'), cell: (_, { tags }) => join(tags, say('、', ', ')) },
  { title: say('客户经理', 'Relationship manager'), cell: (_, { manager }) => manager },
  { title: say('团队', 'Team'), cell: (_, { team }) => team },
  { title: say('机构', 'Branch'), cell: (_, { branch }) => branch },
  { title: say('建档日期', 'Recorded on'), cell: ({ zone }, { createdAt }) => dayOf(createdAt, zone) },
  {
    title: say('最近联系', 'Last contact'),
    cell: ({ zone }, { lastContactAt }) => (lastContactAt === null ? null : dayOf(lastContactAt, zone)),
  },
]

/** What a file holds, in words. */
export const COLUMN_WORDS = join(
  COLUMNS.map(({ title }) => title),
  say('、', ', '),
)

/** Whether the first line of a file is that of an export. */
export function isExportHeading(cells: readonly string[]): boolean {
  return (['zh', 'en'] as const).some((language) =>
    COLUMNS.every(({ title }, place) => cells[place]?.trim() === title[language]),
  )
}

/** Who took a file out. */
export interface Mark {
  readonly id: string
  /** 工号. */
  readonly number: string
  readonly language: Language
}

/** The file, in one language. Its name tells exports of one day apart. */
export async function toExportFile(
  turn: Turn,
  mark: Mark,
  customers: readonly Exported[],
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { id, language } = mark
  const lines = await Promise.all(customers.map((customer) => toLine(turn, customer, language)))
  const bytes = toSpreadsheet([
    COLUMNS.map(({ title }) => title[language]),
    ...lines,
    [markWords(turn, mark, customers.length)[language]],
  ])
  const name = say('客户导出', 'customers')[language]
  return { name: `${name}-${dayOf(turn.now, turn.zone)}-${id.slice(-8)}.csv`, bytes }
}

/** The cells of a customer. A number that somebody typed into a name or a tag is covered too. */
function toLine(turn: Turn, customer: Exported, language: Language): Promise<readonly string[]> {
  return Promise.all(
    COLUMNS.map(async ({ cell }) => coverText(inLanguage((await cell(turn, customer)) ?? '', language))),
  )
}

function markWords({ actor, now, zone }: Turn, { id, number }: Mark, count: number): BothLanguages {
  const at = wallOf(now, zone).replace('T', ' ')
  return say(
    `由 ${actor.name}（工号 ${number}）于 ${at}（${zone}）导出，共 ${count} 位客户，导出编号 ${id}`,
    `Exported by ${actor.name} (employee ${number}) at ${at} (${zone}), ${count} customers, export id ${id}`,
  )
}
