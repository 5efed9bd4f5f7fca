// What holds for every card about follow-ups, tasks and opportunities, on their samples.

import { describe, expect, it } from 'vitest'
import { followUpCard, samples as followUps } from '../../cards/follow-ups.ts'
import type { Node } from '../../cards/kit/index.ts'
import { samples as opportunities } from '../../cards/opportunities.ts'
import { samples as opportunityLists } from '../../cards/opportunity-lists.ts'
import { taskListCard, samples as taskLists } from '../../cards/task-lists.ts'
import { type TaskView, taskCard, samples as tasks } from '../../cards/tasks.ts'
import { findButton, shown } from '../support/bank.ts'

const samples = [...followUps, ...tasks, ...taskLists, ...opportunities, ...opportunityLists]

describe.each(samples.map(({ name, card }) => [name, card] as const))('%s', (_, card) => {
  it('has words in both languages, and its line in the chat list names nobody', () => {
    for (const language of ['zh', 'en'] as const) expect(shown(card, language)).not.toContain('undefined')
    expect(JSON.stringify(card.summary)).not.toMatch(/李|冀东/)
  })

  it('names each field of its forms once', () => {
    const forms = card.nodes.filter((node): node is Node & { node: 'form' } => node.node === 'form')
    for (const { fields } of forms) expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
  })
})

const view: TaskView = {
  title: '回电',
  customer: null,
  due: null,
  remind: null,
  repeat: null,
  assignee: null,
  important: false,
  overdue: false,
  state: 'open',
}

describe('a card of a task', () => {
  it('leaves out what there is nothing to say about', () => {
    expect(taskCard('shown', view, []).nodes).toEqual([{ node: 'text', text: '回电', size: 'large' }])
  })

  it('marks what is overdue', () => {
    expect(shown(taskCard('shown', { ...view, overdue: true }, []))).toContain('已过期')
  })

  it('is an empty list in words where nothing is to do', () => {
    const card = taskListCard({
      title: '我的待办',
      subtitle: '',
      items: [],
      overdue: 0,
      all: 0,
      empty: '没有待办任务。',
      buttons: [],
    })
    expect(shown(card)).toContain('没有待办任务。')
  })
})

describe('a card of a follow-up', () => {
  it('shows the note as it was written and asks for the way of contact where there is none', () => {
    const content = '客户说 "编号 A-1_b*c" <b>要紧</b>'
    const channel = { label: '电话', press: { action: 'followup.channel', input: {} } }
    const card = followUpCard(
      'saved',
      { customer: '李娜', content, channel: null, happened: '今天', interest: null, author: null },
      { appointment: null, opportunity: null, existing: null, channels: [channel], buttons: [] },
    )
    expect(card.nodes[0]).toEqual({ node: 'quote', text: content })
    expect(findButton(card, /电话/)).toEqual(channel)
  })
})
