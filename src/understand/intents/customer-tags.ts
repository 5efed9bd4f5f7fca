// The slots of tagging: which tags go on, which come off.

import type { Slots } from '../frame.ts'
import { over } from '../mask.ts'
import { type Reading, sliceOriginal } from '../reading.ts'
import { getCustomer } from '../slots.ts'
import { stated } from './rule.ts'

const SEPARATOR = /[、,，;；/+&]|\s*(?:和|以及|还有|跟(?![进踪])|与)\s*|\s+and\s+|\s+/
const LATIN_SEPARATOR = /[、,，;；/+&]|\s+and\s+/
const NOISE = /^["'「“《:\s]+|["'」”》\s。.!！?？吧呗哈啊呀了]+$/g

/** Several tags in one breath, taken apart. */
export function splitTags(words: string): string[] {
  const separator = /[\u4e00-\u9fff]/.test(words) ? SEPARATOR : LATIN_SEPARATOR
  return words
    .split(separator)
    .map((one) =>
      one
        .replace(NOISE, '')
        .replace(
          /^(?:这个|那个|加?一个|加?个|加上|打上|the |a |an )|(?:的|这个|这些|两个|俩|标签|标|tags?)+$/gi,
          '',
        )
        .replace(NOISE, '')
        .trim(),
    )
    .filter((one) => one.length > 0 && one.length <= 30 && !/^(?:标签|tag|上|个|一下)$/i.test(one))
}

/** One tag taken off for another: both in one breath. */
const SWAPS: readonly RegExp[] = [
  over(
    '(?:打上?|加上?|贴上?|换上)(?:一?个)?["\'「“]?(?<on>[^,，。;；]{1,14}?)["\'」”]?(?:这个)?(?:的)?标签[\\s,，]*(?:把)?(?:原来的?|之前的?|旧的?|老的?|以前的?)["\'「“]?(?<off>[^,，。;；]{1,14}?)["\'」”]?(?:这个)?(?:的)?标签?(?:给)?(?:拿掉|去掉|删掉|摘掉|撤掉|撕掉|取消|移除|不要了?|去了|删了)',
  ),
  over(
    '(?:身上的?|那个)+["\'「]?(?<off>[^,，。;；]{2,12}?)["\'」]?(?:标签)?(?:给)?(?:去了?|去掉|摘了?|摘掉|拿掉|撤了?|撤掉|删了?|删掉)[\\s,，]*(?:换成|改成|换上|加上|改为|换为)["\'「]?(?<on>[^,，。;；]{2,12}?)["\'」]?(?:标签)?[\\s。.吧呗]*$',
  ),
  over(
    '(?:去掉|去除|删掉|删除|删了?|取消|移除|撕掉|摘掉|拿掉|撤掉)["\'「]?(?<off>[^,，。;；]{1,14}?)["\'」]?(?:这个)?(?:的?标签)?[\\s,，、]*(?:再|然后|并|同时|又)*(?:换成|改成|改打|换上?|加上?|打上?|贴上?|添加|新增)(?:个|一个)?["\'「]?(?<on>[^,，。;；]{1,14}?)["\'」]?(?:这个)?(?:的?标签)?[\\s。.吧呗]*$',
  ),
  over(
    '(?:把)?(?:<C>的?|他的?|她的?)?["\'「]?(?<off>[^,，。;；<C>]{1,14}?)["\'」]?(?:这个|的)?标签(?:给)?(?:换|改)(?:成|为)["\'「]?(?<on>[^,，。;；]{1,14}?)["\'」]?(?:标签)?[\\s。.吧呗]*$'.replace(
      '<C>]',
      ']',
    ),
  ),
  over(
    '\\b(?:replace|swap|change)\\b (?:the )?["\']?(?<off>[\\w -]{2,30}?)["\']?(?: tag)? (?:with|for|to) (?:the )?["\']?(?<on>[\\w -]{2,30}?)["\']?(?: tag)?(?= (?:on|for) |[.!]?$)',
  ),
  over(
    '\\b(?:remove|drop|take off)\\b (?:the )?["\']?(?<off>[\\w -]{2,30}?)["\']?(?: tag)?,? (?:and )?(?:then )?(?:add|put)(?: on)? (?:the )?["\']?(?<on>[\\w -]{2,30}?)["\']?(?: tag)?(?= (?:on|for|to|instead) |[.!]?$)',
  ),
]

function readSwap(reading: Reading): { off: string[]; on: string[] } | null {
  for (const form of SWAPS) {
    const match = reading.masked.match(form)
    const off = splitTags(sliceGroup(reading, match, 'off'))
    const on = splitTags(sliceGroup(reading, match, 'on'))
    if (off.length > 0 && on.length > 0) return { off, on }
  }
  return null
}

/** The words of a group as they were written: a tag may hold a product, which is masked. */
function sliceGroup(reading: Reading, match: RegExpMatchArray | null, name: 'off' | 'on'): string {
  const words = match?.groups?.[name]
  if (match?.index === undefined || words === undefined) return ''
  const offset = name === 'on' ? match[0].lastIndexOf(words) : match[0].indexOf(words)
  const start = match.index + offset
  return sliceOriginal(reading, start, start + words.length)
}

interface TagForm {
  readonly pattern: RegExp
  readonly side: 'add' | 'remove'
}

const PUT =
  '(?:打|贴|加|添加|新增|标|(?<!身)上|挂|补|增加|设置?|换|改)(?:上|个|成|为|了|一?个|一?下|几个|两个|俩|回)*'
const TAKE =
  '(?:去掉|去除|删掉|删除|删|取消|移除|撕掉|摘掉|摘了|拿掉|撤掉|撤销|清除|清掉|去|撤|摘|拿下来?|不要)(?:了|一下)?'
const TAKES = over(TAKE)
const WHO = '(?:给|把|将|为|从)?(?:<CFP>|客户|他|她|这个?客户|该客户)?(?:的|身上的?|上的?|得)?'
const WORD = '(?<tags>[^,，。;；]{1,30}?|[^。;；]{1,40}?)'

const FORMS: readonly TagForm[] = [
  {
    side: 'remove',
    pattern: over(
      `把(?:<CF>|他|她|这个?客户|客户)?(?:的|身上的?|上的?|得)?["'「]?${WORD}["'」]?(?:这个|那个|这些)?(?:的)?标签(?:给)?(?:我)?(?:${TAKE})`,
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `${TAKE}${WHO}["'「]?${WORD}["'」]?(?:这个|那个|这些|的)?(?:标签)(?:吧|了|呗|掉)*\\s*(?:$|[,，。;；])`,
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `(?:<CF>|他|她|这个?客户)(?:的|身上的?)?["'「]?${WORD}["'」]?(?:这个|那个)?标签(?:给|可以|先|都|就)?(?:${TAKE}|不要了|没用了|可以去了)`,
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `^<->["'「]?(?<tags>[^,，。;；]{2,14}?)["'」]?(?:这个|那个)?(?:的)?标签(?:给|从)(?:<C>|他|她)(?:身上)?${TAKE}`,
    ),
  },
  { side: 'remove', pattern: over(`标签(?:里|上|中)?(?:的)?${TAKE}\\s*:?["'「]?${WORD}["'」]?\\s*$`) },
  { side: 'remove', pattern: over(`不(?:再)?是${WORD}了.{0,6}标签`) },
  { side: 'remove', pattern: over(`${TAKE}${WHO}标签[\\s:：,，]*${WORD}$`) },
  { side: 'add', pattern: over(`(?<!${TAKE}.{0,8})标签[呗吧呢哈啊]*[\\s:：,，]+${WORD}$`) },
  { side: 'add', pattern: over(`标签(?:${PUT}|是|为|再?加)?\\s*[:]\\s*${WORD}$`) },
  { side: 'add', pattern: over(`标签(?:${PUT})\\s*["'「]?${WORD}["'」]?$`) },
  {
    side: 'add',
    pattern: over(`${PUT}\\s*["'「:]?${WORD}["'」]?(?:这个|那个|这些|这俩|的|两个|俩|这两个)*标签`),
  },
  {
    side: 'add',
    pattern: over(
      `(?:<C>|他|她|客户)是${WORD}[,，\\s]+(?:给)?(?:他|她)?(?:打?标|标记|贴)(?:签|一?下|上|个)*<->$`,
    ),
  },
  { side: 'add', pattern: over(`(?:加|打|贴|添加|上|挂)(?:个|一个|上)?标签["'「]?${WORD}["'」]?$`) },
  { side: 'add', pattern: over(`把${WORD}(?:这个|的)?标签(?:给|${PUT}).{0,10}$`) },
  {
    side: 'add',
    pattern: over(
      `(?:标记?|标注|打标|标识|备注|归类?|列|标签)(?:为|成|上|到|一?下)+\\s*["'「:]?${WORD}["'」]?$`,
    ),
  },
  { side: 'add', pattern: over(`(?:打上|贴上|贴个|挂上|打个|加上|加个)\\s*["'「:]?${WORD}["'」]?$`) },
  {
    side: 'remove',
    pattern: over(
      "\\b(?:remove|drop|delete|take|strip)\\b (?:the )?[\"']?(?<tags>[\\w -]{2,30}?)[\"']? (?:from|off|out of) <C>'?s? tags?\\b",
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `\\b(?:remove|drop|delete|take off|take|strip|clear)\\b(?: the| off)?\\s+["']?(?<tags>(?!the\\b|tags?\\b)[^.]{2,40}?)["']?\\s+tags?\\b`,
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `\\b(?:remove|drop|delete|take off|clear)\\b(?: the)? tags?\\s+["']?(?<tags>[^.]{2,40}?)["']?(?= from| on| off|$)`,
    ),
  },
  {
    side: 'remove',
    pattern: over(
      `\\b(?:remove|take off|drop|strip|clear)\\b(?: the)?\\s+["']?(?<tags>(?!the\\b|tags?\\b)[^.<C>]{2,30}?)["']?\\s+(?:from|off)\\s+(?:<C>|him|her)`.replace(
        '.<C>]',
        '.]',
      ),
    ),
  },
  {
    side: 'remove',
    pattern: over(`\\buntag\\b(?: <C>)?(?: as| from|:)?\\s*["']?(?<tags>[^.]{2,40}?)["']?(?= from| on|$)`),
  },
  {
    side: 'add',
    pattern: over(
      `\\b(?:add|put|attach|apply|give|set)\\b(?: <C>| him| her)?(?: the| a| an)?\\s+["']?(?<tags>(?!the\\b|an?\\b|tags?\\b)[^.]{2,40}?)["']?\\s+tags?\\b`,
    ),
  },
  {
    side: 'add',
    pattern: over(
      `\\b(?:add|put|attach|apply|give|set)\\b(?: <C>| him| her)?(?: the| a| an)? tags?:?\\s+["']?(?<tags>[^.]{2,40}?)["']?(?= to | on |$)`,
    ),
  },
  {
    side: 'add',
    pattern: over(
      `\\b(?:tag|label|mark|flag|retag)\\b\\s+(?:<C>|him|her|them|this (?:client|customer)|the client)\\s*(?:as |with |: ?)?(?:an? |the )?["']?(?<tags>[^.]{2,40}?)["']?(?: please| pls)?$`,
    ),
  },
  {
    side: 'add',
    pattern: over(`\\b(?:tag|label|mark|flag)\\b\\s+(?:as |with )(?:an? )?["']?(?<tags>[^.]{2,40}?)["']?$`),
  },
  { side: 'add', pattern: over(`(?:<C>)\\s*,?\\s*tags?:?\\s+(?<tags>[^.]{2,40})$`) },
]

function findTags(reading: Reading, form: TagForm): { tags: string[]; start: number; end: number } | null {
  const match = reading.masked.match(form.pattern)
  const words = match?.groups?.['tags']
  if (!match || match.index === undefined || words === undefined) return null
  const offset = match[0].indexOf(words)
  const start = match.index + Math.max(0, offset)
  const tags = splitTags(sliceOriginal(reading, start, start + words.length))
    .map((tag) => tag.replace(/^(?:给|把)?(?:他|她|客户)(?:的)?/, ''))
    .map((tag) => tag.replace(/^不(?:再)?是/, '').replace(/了$/, ''))
    .filter(
      (tag) => tag !== '' && !reading.entities.some((one) => one.kind === 'customer' && one.text === tag),
    )
  return tags.length > 0 ? { tags, start: match.index, end: match.index + match[0].length } : null
}

function readKnownTags(reading: Reading): string[] {
  const known = reading.context.tags ?? []
  return known.filter((tag) => tag.length > 1 && reading.folded.includes(tag))
}

/** The slots of putting on and taking off tags. */
export function readTags(reading: Reading): Slots {
  const swap = readSwap(reading)
  if (swap) return stated({ customer: getCustomer(reading), add: swap.on, remove: swap.off })
  const found: Record<'add' | 'remove', string[]> = { add: [], remove: [] }
  const spans: { start: number; end: number }[] = []
  for (const form of FORMS) {
    if (found[form.side].length > 0) continue
    const one = findTags(reading, form)
    if (!one || spans.some((span) => one.start < span.end && span.start < one.end)) continue
    spans.push(one)
    found[form.side] = one.tags
  }
  if (found.add.length + found.remove.length === 0) {
    const side =
      TAKES.test(reading.masked) || /\b(?:remove|untag|drop|take off)\b/.test(reading.masked)
        ? 'remove'
        : 'add'
    found[side] = readKnownTags(reading)
  }
  return stated({ customer: getCustomer(reading), add: found.add, remove: found.remove })
}
