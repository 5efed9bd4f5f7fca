// customer.tag: puts tags on a customer and takes them off, at once and with undo.

import { z } from 'zod'
import { join, say } from '../../../cards/kit/index.ts'
import { noticeCard } from '../../../cards/notice.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { type CardOutcome, Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { changeCustomer } from './change.ts'
import { copy } from './copy.ts'
import { WRITERS } from './edit.ts'
import { findOneCustomer } from './find-one.ts'
import { readTags } from './forms.ts'
import { nameHere } from './mask.ts'
import { savedOutcome } from './saved.ts'
import type { Customer } from './store.ts'

/** More tags than this say nothing. */
const MOST_TAGS = 30
const Tags = z.union([z.string().max(300), z.array(z.string())]).optional()

export const tagCapability = defineCapability({
  intent: 'customer.tag',
  summary: say('打标签', 'Tag a customer'),
  examples: {
    zh: ['给李建国打标签 高净值', '去掉李娜的 养老规划 标签'],
    en: ['tag Li Jianguo as high net worth'],
  },
  access: WRITERS,
  input: z.object({
    customer: z.string().max(200).optional(),
    add: Tags,
    remove: Tags,
    confirmed: z.boolean().optional(),
  }),
  run: async (turn: Turn, input): Promise<CardOutcome> => {
    const [add, remove] = [readTags(input.add), readTags(input.remove)]
    if (add.length + remove.length === 0)
      throw new Refusal(
        'invalid',
        say(
          '没有认出标签，没有保存。例如：给李建国打标签 高净值',
          'I found no tag; nothing was saved. For example: tag Li Jianguo as VIP',
        ),
      )
    const customer = await findOneCustomer(turn, input.customer)
    const tags = [...new Set([...customer.tags, ...add])].filter((tag) => !remove.includes(tag))
    if (tags.length > MOST_TAGS)
      throw new Refusal(
        'limit',
        say(
          `一位客户最多 ${MOST_TAGS} 个标签，没有保存。`,
          `A customer has at most ${MOST_TAGS} tags; nothing was saved.`,
        ),
      )
    if (isSame(tags, customer.tags)) return sameOutcome(turn, customer)
    if (input.confirmed !== true && turn.actor.alwaysConfirm) throw askFirst(turn, customer, tags)
    const changed = await changeCustomer(turn, customer, { tags })
    return savedOutcome(turn, changed, {
      title: say('已更新标签', 'Tags updated'),
      before: { tags: customer.tags },
      after: { tags },
    })
  },
})

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag) => b.includes(tag))
}

function askFirst(turn: Turn, { id, name }: Customer, tags: readonly string[]): Question {
  const patch = { customer: `id:${id}`, confirmed: true }
  return new Question(
    (resume) =>
      noticeCard({
        title: join([say('确认标签：', 'Confirm tags: '), nameHere(turn, name)]),
        text: tags.length === 0 ? say('（无标签）', '(no tags)') : tags.join('、'),
        buttons: [resume.button(copy.confirm, patch, { tone: 'primary' }), resume.cancel(copy.cancel)],
      }),
    { confirmPatch: patch, focus: { customer: { id, name } } },
  )
}

function sameOutcome(turn: Turn, { id, name, tags }: Customer): CardOutcome {
  const card = noticeCard({
    title: say('没有改动', 'Nothing to change'),
    text: join([
      nameHere(turn, name),
      say('现有标签：', ' has these tags: '),
      tags.length === 0 ? say('无', 'none') : tags.join('、'),
    ]),
  })
  return { kind: 'card', card, focus: { customer: { id, name } } }
}
