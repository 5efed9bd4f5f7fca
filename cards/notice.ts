// The small cards: a notice, a refusal, a question with buttons, a message that was not understood.

import { type Button, type Card, type Node, type Sample, say, type Tone, type Words } from './kit/index.ts'

/** One short message, with buttons where there is something to do about it. */
export function noticeCard(notice: {
  readonly title: Words
  readonly text?: Words
  readonly tone?: Tone
  readonly nodes?: readonly Node[]
  readonly buttons?: readonly Button[]
}): Card {
  const nodes: Node[] = []
  if (notice.text !== undefined) nodes.push({ node: 'text', text: notice.text })
  nodes.push(...(notice.nodes ?? []))
  if (notice.buttons !== undefined && notice.buttons.length > 0)
    nodes.push({ node: 'buttons', buttons: notice.buttons })
  return {
    heading: { title: notice.title, tone: notice.tone ?? 'info' },
    summary: notice.title,
    nodes,
  }
}

/** A refusal: what happened, what was kept, what to do. */
export function refusalCard(text: Words): Card {
  return noticeCard({ title: say('没有执行', 'Not done'), text, tone: 'warning' })
}

/** What a group sees where the answer went to the private chat. */
export function sentPrivatelyCard(): Card {
  return noticeCard({
    title: say('请在私聊中操作', 'Please go on in our private chat'),
    text: say('已发到您的私聊。', 'It was sent to our private chat.'),
  })
}

/** A message that was not understood, in one line with sentences to tap. */
export function notUnderstoodCard(sentences: readonly Button[]): Card {
  return noticeCard({
    title: say('没看懂这句话', 'I did not understand that'),
    text: say(
      '没有做任何改动。可以换个说法，或试试：',
      'Nothing was changed. Put it another way, or try one of these:',
    ),
    tone: 'neutral',
    buttons: sentences,
  })
}

/** A message with several likely readings. */
export function whichReadingCard(readings: readonly Button[]): Card {
  return noticeCard({
    title: say('请确认您的意思', 'What did you mean?'),
    text: say(
      '这句话有几种理解，请选一种。选择之前不会保存任何内容。',
      'This can be read in several ways. Nothing is saved before you choose.',
    ),
    tone: 'info',
    buttons: readings,
  })
}

/** Something of ours broke: the reference is all that is told. */
export function brokenCard(reference: string): Card {
  return noticeCard({
    title: say('出了点问题', 'Something broke'),
    text: say(
      `这次操作没有保存，请稍后再试。若再次出现，请告知管理员编号 ${reference}。`,
      `Nothing was saved. Please try again; if it happens again, tell the administrator the reference ${reference}.`,
    ),
    tone: 'danger',
  })
}

const tap = (text: Words): Button => ({ label: text, press: { action: 'sample', input: {} } })

export const samples: readonly Sample[] = [
  {
    name: 'notice',
    card: noticeCard({
      title: say('已退订', 'Unsubscribed'),
      text: say('不再发送每日简报。', 'No more daily digests.'),
      tone: 'good',
    }),
  },
  {
    name: 'refusal',
    card: refusalCard(say('无权执行此操作。没有任何改动。', 'You may not do this. Nothing was changed.')),
  },
  { name: 'sent to the private chat', card: sentPrivatelyCard() },
  { name: 'not understood', card: notUnderstoodCard([tap('今天有什么待办'), tap('李先生'), tap('帮助')]) },
  {
    name: 'which reading',
    card: whichReadingCard([
      tap(say('记一条跟进', 'Log a follow-up')),
      tap(say('新建任务', 'Create a task')),
    ]),
  },
  { name: 'broken', card: brokenCard('7f3a') },
]
