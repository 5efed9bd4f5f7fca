// Cards by which customers leave as a file: what it would hold, why, and with which code; what went out; nobody to export.

import { type Button, type Card, join, type Option, type Sample, say, type Words } from './kit/index.ts'
import { noticeCard } from './notice.ts'
import { CODE_FIELD } from './step-up.ts'

const TITLE = say('导出客户', 'Export customers')
const inAll = (total: number) => say(`共 ${total} 位`, `${total} in all`)

/** What the file would hold, and the form for the reason and the code. */
export function askExportCard(question: {
  readonly understood: Words
  readonly total: number
  readonly columns: Words
  readonly reasons: readonly Option[]
  readonly submit: Button
  readonly cancel: Button
}): Card {
  return {
    heading: { title: TITLE, subtitle: inAll(question.total), tone: 'warning' },
    summary: TITLE,
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('我理解为', 'I understood'), value: question.understood },
          { label: say('内容', 'Columns'), value: question.columns },
          {
            label: say('号码', 'Numbers'),
            value: say(
              '手机号打码（138****8000），不含证件号和卡号',
              'Phones masked (138****8000), no ID or card numbers',
            ),
          },
        ],
      },
      {
        node: 'text',
        text: say(
          '每位客户的审计记录都会写明由您导出、时间和原因。文件只发到与您的私聊，末行有您的姓名、工号和导出编号。',
          'The audit trail of each customer will say that you exported it, when and why. The file goes to this private chat only; its last line holds your name, your number and the export id.',
        ),
        tone: 'muted',
      },
      {
        node: 'form',
        name: 'export',
        fields: [
          {
            field: 'choice',
            name: 'reason',
            label: say('原因', 'Reason'),
            options: question.reasons,
            required: true,
          },
          CODE_FIELD,
        ],
        buttons: [question.submit, question.cancel],
      },
    ],
  }
}

/** What went out. It carries no button: another file is another wish, with its own reason and code. */
export function exportedCard(exported: {
  readonly total: number
  readonly reason: Words
  readonly file: string
  readonly id: string
}): Card {
  return {
    heading: {
      title: say('已导出客户', 'Customers exported'),
      subtitle: inAll(exported.total),
      tone: 'good',
    },
    summary: TITLE,
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('文件', 'File'), value: exported.file },
          { label: say('原因', 'Reason'), value: exported.reason },
          { label: say('导出编号', 'Export id'), value: exported.id },
        ],
      },
      {
        node: 'text',
        text: say(
          '文件随后发到本对话，已记入审计。请妥善保管，用完删除。',
          'The file follows in this chat; the export is in the audit trail. Keep the file safe and delete it after use.',
        ),
        tone: 'muted',
        size: 'small',
      },
    ],
  }
}

/** Nobody meets the conditions. */
export function nobodyToExportCard(understood: Words): Card {
  return noticeCard({
    title: say('没有可导出的客户', 'Nobody to export'),
    text: join([
      say('我理解为：', 'I understood: '),
      understood,
      say(
        '。您的权限范围内没有符合条件的客户，没有生成文件。可以放宽条件再试。',
        '. Nobody in your scope meets these conditions, and no file was made. Try wider ones.',
      ),
    ]),
    tone: 'neutral',
  })
}

/** The question was dropped. */
export function exportCancelledCard(): Card {
  return noticeCard({
    title: say('已取消导出', 'Export cancelled'),
    text: say('没有导出任何客户。', 'No customer was exported.'),
    tone: 'muted',
  })
}

const tap = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })

export const samples: readonly Sample[] = [
  {
    name: 'ask before customers are exported',
    card: askExportCard({
      understood: say('等级 VIP · 持有 大额存单', 'level VIP · holds 大额存单'),
      total: 37,
      columns: say('客户编号、姓名、手机号、客户经理', 'Code, name, phone, manager'),
      reasons: [{ value: 'visits', label: say('安排拜访或回访', 'To plan visits and calls') }],
      submit: { ...tap(say('确认导出', 'Confirm the export')), tone: 'primary' },
      cancel: tap(say('取消', 'Cancel')),
    }),
  },
  {
    name: 'customers were exported',
    card: exportedCard({
      total: 37,
      reason: say('安排拜访或回访', 'To plan visits and calls'),
      file: '客户导出-2026-11-21-5c1e9a07.csv',
      id: '019aa3f2-6d10-7b3c-9e54-2f8b5c1e9a07',
    }),
  },
  {
    name: 'nobody to export',
    card: nobodyToExportCard(say('等级 VIP · 30 天未联系', 'level VIP · not contacted for 30 days')),
  },
  { name: 'export cancelled', card: exportCancelledCard() },
]
