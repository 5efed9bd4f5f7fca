// Words that stand for a button of the card with which the conversation ended: 确认, 取消, 第二个.

import { type JsonObject, say } from '../../cards/kit/index.ts'
import { cancelLatest } from './cancel.ts'
import { Refusal } from './errors.ts'
import type { DispatchTurn, House } from './house.ts'
import type { Outcome } from './outcome.ts'
import type { Pending } from './pending.ts'

const YES = /^(确认|确定|好|好的|好滴|是|是的|行|可以|嗯|ok|okay|yes|y|confirm)[。.!！~]*$/i
const NO = /^(取消|放弃|算了|不用了|cancel|never ?mind)[。.!！~]*$/i
const NTH_CHINESE =
  /^(?:我?(?:选|要|就|是))?第?(?<nth>[一二三四五六七八九]|[1-9])(?:个|位|条|项|号)?(?:那个|吧|的)?[。.!！~]*$/
const NTH_ENGLISH =
  /^(?:(?:number|no\.?|option|#)\s*(?<digit>[1-9])|(?:the )?(?<word>first|second|third|fourth|fifth)(?: one)?)[.!~]*$/i
const CHINESE_DIGITS = '一二三四五六七八九'
const ENGLISH_WORDS = ['first', 'second', 'third', 'fourth', 'fifth']

/** What a typed word stands for. A choice counts from 0. */
export type TypedAnswer =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'choice'; readonly index: number }

/** The button that a whole message stands for; null where it is a message like any other. */
export function parseTypedAnswer(text: string): TypedAnswer | null {
  const said = text.trim().normalize('NFKC')
  if (NO.test(said)) return { kind: 'no' }
  if (YES.test(said)) return { kind: 'yes' }
  const { nth } = NTH_CHINESE.exec(said)?.groups ?? {}
  if (nth !== undefined) return toChoice(CHINESE_DIGITS.indexOf(nth) + 1 || Number(nth))
  const { digit, word } = NTH_ENGLISH.exec(said)?.groups ?? {}
  if (digit !== undefined) return toChoice(Number(digit))
  return word === undefined ? null : toChoice(ENGLISH_WORDS.indexOf(word.toLowerCase()) + 1)
}

const toChoice = (nth: number): TypedAnswer => ({ kind: 'choice', index: nth - 1 })

/** Goes on with what was pending. */
type Resume = (open: Pending, patch: JsonObject) => Promise<Outcome>

/**
 * Answers a word that stands for a button of the last card; null for every other text. A number that is no choice of an
 * open question is a message like any other.
 * @throws Refusal not_found where a yes or no answers nothing
 */
export async function answerTyped<T extends DispatchTurn>(
  house: House<T>,
  turn: T,
  text: string,
  resume: Resume,
): Promise<Outcome | null> {
  const answer = parseTypedAnswer(text)
  if (answer === null) return null
  if (answer.kind === 'choice') return choose(turn, answer.index, resume)
  if (answer.kind === 'no') {
    const dropped = await cancelLatest(house, turn)
    if (dropped === null) throw new Refusal('not_found', NOTHING_ASKED)
    return dropped
  }
  const open = await turn.pending.takeLatest('confirmable')
  if (open === null) throw new Refusal('not_found', NOTHING_ASKED)
  return resume(open, {})
}

async function choose(turn: DispatchTurn, index: number, resume: Resume): Promise<Outcome | null> {
  const open = await turn.pending.takeLatest('question', (asked) => choicesOf(asked)[index] !== undefined)
  return open === null ? null : resume(open, choicesOf(open)[index] ?? {})
}

/** What the buttons of a question add, in the order in which they are shown. */
function choicesOf(open: Pending): readonly JsonObject[] {
  switch (open.kind) {
    case 'question':
      return open.choices ?? []
    case 'reading':
      return open.readings.map((_, reading) => ({ reading }))
    case 'undo':
      return []
  }
}

const NOTHING_ASKED = say(
  '没有等您确认或取消的操作。需要填写的，请在卡片上完成；要收回上一步，请说“撤销”。',
  'Nothing waits for a yes or no. To fill something in, use the card; to take back the last step, say “undo”.',
)
