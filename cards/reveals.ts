// Cards by which a full number is seen: the question why and with which code, the number, and what stays of it.

import { type Button, type Card, type Option, type Sample, say, type Words } from './kit/index.ts'
import { CODE_FIELD } from './step-up.ts'

const TITLE = say('查看完整号码', 'See a full number')

/** Which number, why, and the code. */
export function askRevealCard(question: {
  readonly name: string
  readonly fields: readonly Option[]
  readonly reasons: readonly Option[]
  readonly submit: Button
  readonly back: Button
}): Card {
  return {
    heading: { title: TITLE, subtitle: question.name, tone: 'warning' },
    summary: TITLE,
    nodes: [
      {
        node: 'text',
        text: say(
          '号码只在私聊中显示 60 秒，查看人、时间和原因记入审计。',
          'The number is shown in this chat for 60 seconds; who looked, when and why is written to the audit trail.',
        ),
        tone: 'muted',
      },
      {
        node: 'form',
        name: 'reveal',
        fields: [
          {
            field: 'choice',
            name: 'field',
            label: say('号码', 'Number'),
            options: question.fields,
            required: true,
            ...(question.fields[0] === undefined ? {} : { value: question.fields[0].value }),
          },
          {
            field: 'choice',
            name: 'reason',
            label: say('原因', 'Reason'),
            options: question.reasons,
            required: true,
          },
          CODE_FIELD,
        ],
        buttons: [question.submit, question.back],
      },
    ],
  }
}

/** The number itself. It carries no button: after a minute the card is replaced. */
export function revealedCard(revealed: {
  readonly name: string
  readonly label: Words
  readonly value: string
}): Card {
  return {
    heading: { title: TITLE, subtitle: revealed.name, tone: 'warning' },
    summary: TITLE,
    nodes: [
      { node: 'facts', facts: [{ label: revealed.label, value: revealed.value }] },
      {
        node: 'text',
        text: say('60 秒后自动隐藏。', 'Hidden again after 60 seconds.'),
        tone: 'muted',
        size: 'small',
      },
    ],
  }
}

/** What stays of a number that was seen. */
export function hiddenCard(hidden: {
  readonly name: string
  readonly label: Words
  readonly mask: string
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: TITLE, subtitle: hidden.name, tone: 'muted' },
    summary: TITLE,
    nodes: [
      { node: 'facts', facts: [{ label: hidden.label, value: hidden.mask }] },
      {
        node: 'text',
        text: say('号码已隐藏。', 'The number is hidden again.'),
        tone: 'muted',
        size: 'small',
      },
      { node: 'buttons', buttons: hidden.buttons },
    ],
  }
}

const tap = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })
const phone = say('手机号', 'Phone')

export const samples: readonly Sample[] = [
  {
    name: 'ask before a number is seen',
    card: askRevealCard({
      name: '李建国',
      fields: [{ value: 'phone', label: phone }],
      reasons: [{ value: 'contact', label: say('联系客户', 'To contact the customer') }],
      submit: { ...tap(say('确认查看', 'Confirm')), tone: 'primary' },
      back: tap(say('取消', 'Cancel')),
    }),
  },
  { name: 'a number is seen', card: revealedCard({ name: '李建国', label: phone, value: '13800001234' }) },
  {
    name: 'a number was seen',
    card: hiddenCard({
      name: '李建国',
      label: phone,
      mask: '138****1234',
      buttons: [tap(say('返回客户', 'Back to customer'))],
    }),
  },
]
