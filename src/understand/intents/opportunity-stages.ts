// Which stage of an opportunity a message names, or tells in other words: an opportunity that is called off is lost.

import { findWord, STAGES } from '../lexicon/words.ts'
import { over } from '../mask.ts'
import type { Reading } from '../reading.ts'

const CALL_OFF = '(?:取消|撤销|撤[掉下了]|作废|关闭|关[掉了]|终止|中止|放弃|删[除掉了]|移除|砍掉)'
const SALE = '(?:商机|业务机会|意向单|潜在业务)'
const CALL_OFF_EN =
  '\\b(?:cancel|drop|delete|remove|scrap|kill|withdraw|abandon|ditch|call off|give up(?: on)?)\\b'
const SALE_EN = '\\b(?:deal|opportunity|opp)\\b'
const END_EN = '\\s*(?:$|[,.;:!]|(?:because|since|as|due)\\b)'

/**
 * An opportunity that is called off or taken away, as the source of a pattern; its tasks, tags and amounts are none.
 * None is ever taken out of the books: it is lost, and the person is asked why.
 */
export const CALLED_OFF = [
  `(?<![不没别未](?:想|要|会|能|用|有)?)${CALL_OFF}(?:掉|了|一下|下)?.{0,14}${SALE}(?:吧|了|啦|呗|哈)?(?:$|[\\s,，。.!！;；])`,
  `${SALE}(?:就|都|也|先|给|可以|要|想|帮我)*(?:${CALL_OFF}|不要了|不跟了)(?!的|提醒|推送|了?[吗没么])`,
  `(?<!(?:not|never|n't|dont) )${CALL_OFF_EN}.{0,40}${SALE_EN}(?: (?:with|for|of|from|in) (?:(?:my|our|the) )?(?:<CP>|\\w+))?(?: (?:please|pls|now|altogether))?${END_EN}`,
  `${SALE_EN}(?: (?:with|for|of) <CP>)?(?: (?:is|was|got|has been|should be|can be))? (?:cancell?ed|withdrawn|scrapped|abandoned|called off|dropped)\\b`,
].join('|')

/** Words for a stage, as the source of a pattern. */
export const STAGE_WORD =
  '(?:初步接触|初次接触|接触阶段|需求分析|需求(?:挖掘|确认|调研)|方案提供|方案阶段|提供方案|方案报价|报价阶段|谈判签约|谈判|谈合同|谈价|议价|签约|成交|赢单|失败|丢单|输单|流失阶段|\\b(?:initial contact|needs analysis|proposal|negotiation|negotiating|closed[- ]won|closed[- ]lost|won|lost)\\b)'

const IS_CALLED_OFF = over(CALLED_OFF)

// a move goes to the stage said last after 到/进入/to; the stage it leaves is said before
const TARGET = over(
  `(?:推进到?|推到|进入到?|进到|到了?|转[到为成入]|改[到为成]|调[到为整]到?|更新[到为成]|变[到为成更]为?|移到|挪到|退回?到?|回到|设[为成]|标记?[为成]|升[到至]|至|move(?:d)? (?:it )?(?:back )?(?:to|into)|to|into|in|as|reached|entered|now|stage:?)\\s*(?:了|the\\s)?\\s*(?<stage>${STAGE_WORD}|方案|需求|接触|初步)`,
  'g',
)

function readTarget({ masked }: Reading): string | null {
  const words = [...masked.matchAll(TARGET)].at(-1)?.groups?.['stage']
  return words === undefined ? null : findWord(STAGES, words)
}

function readNamed({ masked }: Reading): string | null {
  return findWord(STAGES, masked.replace(/没(?:有)?(?:问题|事)/g, ''))
}

const LOST = over(
  '失败|丢单|丢了|输单|输了|流单|黄了|没(?:谈)?成|没戏|泡汤|告吹|凉了|跑单|飞单|飞了|(?:被|让).{0,8}(?:抢|挖|撬)|不做了|不办了|\\b(?:lost|dead|fell through|gone cold)\\b',
)

/** The stage that an opportunity is moved to; undefined where the message tells none. */
export function readMovedStage(reading: Reading): string | undefined {
  const target = readTarget(reading)
  if (target !== null) return target
  if (IS_CALLED_OFF.test(reading.masked)) return 'lost'
  return readNamed(reading) ?? (LOST.test(reading.masked) ? 'lost' : undefined)
}

const STAGE_STATED = over(
  `(?:阶段|stage)(?:是|为|:|：| is)?\\s*(?<stage>${STAGE_WORD})|(?:目前|现在|currently|at|in)\\s*(?:在|处于|the )?(?<stage2>${STAGE_WORD})`,
)

/** The stage at which an opportunity is opened; undefined where the message states none. */
export function readFirstStage(reading: Reading): string | undefined {
  if (!STAGE_STATED.test(reading.masked)) return undefined
  return readTarget(reading) ?? readNamed(reading) ?? undefined
}

/** The stage of the opportunities that are to be listed. */
export function readListedStage(reading: Reading): string | undefined {
  return (
    findWord(
      STAGES,
      reading.masked.replace(/预计(?:.{0,4})成交|转化|漏斗|赢率/g, ' ').replace(/\bwon't\b/g, ' '),
    ) ?? undefined
  )
}
