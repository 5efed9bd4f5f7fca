// Our own examples of what people write for each intent: whole messages, read as the bot reads them, and sayings in which
// what varies is a letter already (<C> customer, <W> colleague, <T> time, <R> repeated, <B> passed, <M> money, <P>
// product, <N> ticket, <F> phone, <E> e-mail).

import { readFileSync } from 'node:fs'
import type { UnderstandingContext } from '../src/understand/frame.ts'
import { isChinese, listPieces, toComparable } from '../src/understand/pieces.ts'
import { readMessage } from '../src/understand/reading.ts'

/** An example of an intent. */
export interface Told {
  readonly intent: string
  readonly pieces: ReadonlySet<string>
  readonly chinese: boolean
}

/**
 * The files that the weights are learnt from, and those that say how. What the recognisers find in a message counts too, but
 * one name found better moves no weight that matters: they are left out, so that not every rule asks for learning anew.
 */
export const SOURCES = [
  'learning/messages-chinese.tsv',
  'learning/messages-english.tsv',
  'learning/sayings-chinese.json',
  'learning/sayings-english.json',
  'learning/examples.ts',
  'learning/logistic.ts',
  'src/understand/pieces.ts',
] as const

/** What the senders of the examples may see. */
const CONTEXT: UnderstandingContext = {
  now: new Date('2026-11-19T12:30:00+08:00'),
  zone: 'Asia/Shanghai',
  customers: [
    ...'李建国 张伟 王秀英 陈晓燕 高建平 刘淑珍 林志强 何美玲 孙丽华 于洋 石磊 白雪 欧阳静 司马南山'.split(
      ' ',
    ),
    ...'宏达贸易 唐山瑞丰建材 冀东装备 丰南食品 恒通物流'.split(' '),
    ...['David Chen', 'Sarah Liu', 'Tom Zhao', 'Emily Fang', 'Robert Ma', 'Zhang Wei'],
    ...['Acme Trading', 'Harbin Optics', 'Northgate Steel'],
  ],
  products: [
    ...'大额存单 稳盈理财 结构性存款 基金定投 个人经营贷 房贷 信用卡 代发工资 养老年金险 国债 企业网银 私募基金'.split(
      ' ',
    ),
    ...['Term Deposit', 'Mortgage', 'Bond Fund', 'Payroll Service', 'Structured Deposit', 'Credit Card'],
    'Trade Finance',
  ],
  colleagues: ['王敏', '刘洋', '赵磊', '陈静', '孙丽', 'Amy Wong', 'Kevin Lin', 'Mark Hu'],
}

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

function toTold(intent: string, comparable: string): Told {
  return { intent, pieces: listPieces(comparable), chinese: isChinese(comparable) }
}

function listMessages(name: string): readonly Told[] {
  return read(name)
    .split('\n')
    .flatMap((line) => {
      const [intent = '', text = ''] = line.split('\t')
      return text === '' ? [] : [toTold(intent, toComparable(readMessage(text, CONTEXT)))]
    })
}

function listSayings(name: string): readonly Told[] {
  const byIntent = JSON.parse(read(name)) as Readonly<Record<string, readonly string[]>>
  return Object.entries(byIntent).flatMap(([intent, sayings]) =>
    sayings.map((saying) => toTold(intent, saying.replace(/<([A-Z])>/g, '$1'))),
  )
}

/** Every example, in the order of the files. */
export function listExamples(): readonly Told[] {
  return [
    ...listMessages('learning/messages-chinese.tsv'),
    ...listMessages('learning/messages-english.tsv'),
    ...listSayings('learning/sayings-chinese.json'),
    ...listSayings('learning/sayings-english.json'),
  ]
}
