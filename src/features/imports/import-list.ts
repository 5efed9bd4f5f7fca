// customer.import: the template as a file; a list that was sent is checked, shown, and written once it is confirmed.

import { z } from 'zod'
import { type BadRow, importCard } from '../../../cards/imports.ts'
import { type BothLanguages, type JsonObject, say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type Outcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { type CheckedList, checkList } from './check-list.ts'
import { decodeList, type ListFault, MOST_ROWS, parseList } from './read-list.ts'
import { makeTemplate } from './template.ts'
import { sendLeftOut, writeList } from './write-list.ts'

/** Left-out rows that the card names; the file holds all of them. */
const NAMED_ROWS = 10

const Fault = z.object({
  fault: z.enum(['too_large', 'not_csv', 'encoding', 'empty', 'too_many_rows', 'exported', 'header']),
  found: z.string().optional(),
  expected: z.string().optional(),
})

/** The slots of a file that a person sent; the text of a list, or why it is none. */
export function toImportSlots(name: string, bytes: Uint8Array): JsonObject {
  const decoded = decodeList(name, bytes)
  return decoded.ok ? { file: name, text: decoded.value } : { file: name, fault: { ...decoded.reason } }
}

export const importList = defineCapability({
  intent: 'customer.import',
  summary: say('导入客户名单', 'Import a list of customers'),
  examples: { zh: ['导入模板'], en: ['import template'] },
  access: { mode: 'write', roles: ['rm', 'supervisor'] },
  input: z.object({
    template: z.boolean().optional(),
    file: z.string().optional(),
    text: z.string().optional(),
    fault: Fault.optional(),
    confirmed: z.boolean().optional(),
  }),
  run: async (turn: Turn, input): Promise<Outcome> => {
    if (input.template === true) return { kind: 'file', name: '客户导入模板.csv', bytes: makeTemplate() }
    if (input.fault !== undefined)
      throw new Refusal('invalid', faultWords(input.fault), { fault: input.fault.fault })
    if (input.text === undefined) return { kind: 'card', card: howToCard }
    const parsed = parseList(input.text)
    if (!parsed.ok) throw new Refusal('invalid', faultWords(parsed.reason), { fault: parsed.reason.fault })
    const checked = await checkList(turn, parsed.value)
    if (input.confirmed !== true || checked.good.length === 0) throw askToImport(input.file ?? '', checked)
    const undo = await writeList(turn, checked.good)
    if (checked.leftOut.length > 0) await sendLeftOut(turn, checked.leftOut)
    const card = cardOf(
      input.file ?? '',
      checked,
      say('已导入', 'Imported'),
      checked.leftOut.length === 0 ? ALL_IN : LEFT_OUT,
      [],
    )
    return {
      kind: 'card',
      card,
      undo,
      toast: {
        tone: 'success',
        text: say(`已导入 ${checked.good.length} 位客户`, `${checked.good.length} customers imported`),
      },
    }
  },
})

const ALL_IN = say('名单中的客户已归到您名下。', 'The customers of the list are yours now.')
const LEFT_OUT = say(
  '未导入的行已作为文件发给您，改好后可再发一次。',
  'The rows that were left out come back as a file; correct them and send it again.',
)

function askToImport(file: string, checked: CheckedList): Question {
  const { good } = checked
  return new Question(
    (resume) =>
      cardOf(
        file,
        checked,
        say('导入检查', 'Import check'),
        say(
          '确认之前不会写入任何内容。客户将归到您名下。',
          'Nothing is written before you confirm. The customers will be yours.',
        ),
        [
          ...(good.length === 0
            ? []
            : [
                resume.button(
                  say(`确认导入 ${good.length} 位`, `Confirm ${good.length}`),
                  { confirmed: true },
                  { tone: 'primary' as const },
                ),
              ]),
          resume.cancel(say('取消', 'Cancel')),
        ],
      ),
    good.length === 0 ? {} : { confirmPatch: { confirmed: true } },
  )
}

function cardOf(
  file: string,
  { good, leftOut }: CheckedList,
  title: BothLanguages,
  note: BothLanguages,
  buttons: Parameters<typeof importCard>[0]['buttons'],
) {
  const known = leftOut.filter(({ why }) => why === 'known').length
  const rows = leftOut.slice(0, NAMED_ROWS).map(({ row, reason }): BadRow => ({ row: row.row, reason }))
  return importCard({
    title,
    file,
    counts: { good: good.length, bad: leftOut.length - known, known },
    rows,
    more: leftOut.length - rows.length,
    note,
    buttons,
  })
}

function faultWords(fault: ListFault | z.output<typeof Fault>): BothLanguages {
  switch (fault.fault) {
    case 'too_large':
      return say(
        '文件超过 1 MB，没有导入。请分成几个文件。',
        'The file is larger than 1 MB; nothing was imported. Please split it.',
      )
    case 'not_csv':
      return say(
        '只能读取 CSV 文件，没有导入。请在表格软件中另存为 CSV 后再发。',
        'Only CSV files can be read; nothing was imported. Please save it as CSV and send it again.',
      )
    case 'encoding':
      return say(
        '文件编码不能识别，没有导入。请存为 UTF-8 或 GB18030。',
        'The encoding cannot be read; nothing was imported. Please save as UTF-8 or GB18030.',
      )
    case 'empty':
      return say('文件里没有客户，没有导入。', 'There is no customer in the file; nothing was imported.')
    case 'too_many_rows':
      return say(
        `超过 ${MOST_ROWS} 行，没有导入。请分成几个文件。`,
        `More than ${MOST_ROWS} rows; nothing was imported. Please split the file.`,
      )
    case 'exported':
      return say(
        '这是从这里导出的名单，手机号已打码，不能再导入，没有导入任何内容。客户本来就在系统里；新客户请用“导入模板”。',
        'This list was exported from here and its phone numbers are masked; nothing was imported. Its customers are on record already; for new ones use “import template”.',
      )
    case 'header':
      return say(
        `表头不对，没有导入。“${fault.found ?? ''}”是“${fault.expected ?? ''}”吗？请用“导入模板”的表头：姓名,手机号,来源。`,
        `The header is wrong; nothing was imported. Is “${fault.found ?? ''}” meant to be “${fault.expected ?? ''}”? Please use the header of the template: 姓名,手机号,来源.`,
      )
  }
}

const howToCard = noticeCard({
  title: say('导入客户', 'Import customers'),
  text: say(
    '请先发“导入模板”取得模板，表头为 姓名,手机号,来源，不要改动。填好后把 CSV 文件发到这里，写入之前会先给您看检查结果。',
    'Write “import template” to get the template; its header 姓名,手机号,来源 must stay as it is. Send the filled CSV file here; you see what was checked before anything is written.',
  ),
})
