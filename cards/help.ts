// The help card: sentences to tap for the reader's role, and everything that the role can do, folded (D25).

import { type BothLanguages, type Button, type Card, type Sample, say, type Words } from './kit/index.ts'

/** What the bot can do for one role. */
export interface HelpContent {
  readonly role: BothLanguages
  /** Five sentences that are said when they are tapped. */
  readonly sentences: readonly Button[]
  readonly capabilities: readonly { readonly summary: Words; readonly example: Words }[]
  readonly note: Words
}

/** Makes the card. */
export function helpCard({ role, sentences, capabilities, note }: HelpContent): Card {
  return {
    heading: { title: say('我能帮您做什么', 'What I can do for you'), subtitle: role, tone: 'info' },
    summary: say('我能帮您做什么', 'What I can do for you'),
    nodes: [
      {
        node: 'text',
        text: say('直接发一句话就行，也可以点下面的例子：', 'Just write a sentence, or tap one of these:'),
      },
      { node: 'buttons', buttons: sentences },
      {
        node: 'panel',
        title: say(`全部功能（${capabilities.length}）`, `Everything (${capabilities.length})`),
        nodes: [
          {
            node: 'list',
            items: capabilities.map(({ summary, example }) => ({ title: summary, detail: example })),
          },
        ],
      },
      { node: 'text', text: note, tone: 'muted', size: 'small' },
    ],
  }
}

const tap = (text: string): Button => ({ label: text, press: { action: 'say', input: { text } } })

export const samples: readonly Sample[] = [
  {
    name: 'help for a relationship manager',
    card: helpCard({
      role: say('客户经理', 'Relationship manager'),
      sentences: ['李先生', '今天有什么待办', '我的商机', '今日简报', '高净值客户有哪些'].map(tap),
      capabilities: [
        { summary: say('查客户', 'Look a customer up'), example: say('“李先生”', '“find Li Jianguo”') },
        {
          summary: say('记一条跟进', 'Log a follow-up'),
          example: say('“电话沟通李先生，约下周三下午2点”', '“called Mr Li”'),
        },
      ],
      note: say('发“撤销”可以取消上一步。', 'Write “undo” to take the last step back.'),
    }),
  },
]
