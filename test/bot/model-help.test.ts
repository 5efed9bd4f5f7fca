// The optional language model in a conversation: it helps where the rules are unsure, asks, and never writes.

import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dailyBudget } from '../../src/bot/model-help.ts'
import { type Bank, findButton, openBank, shown } from '../support/bank.ts'

const ADDRESS = 'http://127.0.0.1:9/v1'
const asked: string[] = []
const answerWith = (content: unknown) =>
  http.post(`${ADDRESS}/chat/completions`, async ({ request }) => {
    asked.push(await request.text())
    return HttpResponse.json({ choices: [{ message: { content: JSON.stringify(content) } }] })
  })

describe('with a model configured', () => {
  const server = setupServer()
  let bank: Bank
  beforeAll(async () => {
    server.listen({ onUnhandledRequest: 'error' })
    bank = await openBank(undefined, {
      model: (clock) => ({
        settings: { baseUrl: ADDRESS, model: 'm', apiKey: 'k' },
        budget: dailyBudget(2, clock, 'Asia/Shanghai'),
        fetch,
      }),
    })
  }, 240_000)
  afterEach(() => {
    server.resetHandlers()
    asked.length = 0
  })
  afterAll(async () => {
    server.close()
    await bank.close()
  })

  it('a sentence that the rules read is never sent to it', async () => {
    const [card] = await bank.as('ou_wangmin').says('提醒我明天下午3点给李秀英打电话')
    expect(shown(card)).toContain('李秀英')
    expect(asked).toEqual([])
  })

  it('what it says is asked back, and written only when the person presses', async () => {
    server.use(answerWith({ intent: 'task.create', slots: { title: '送资料', due: '2026-11-23T15:00' } }))
    const [card] = await bank.as('ou_wangmin').says('嗯那个啥整一下资料那事儿呗')
    expect(asked).toHaveLength(1)
    expect(card === undefined ? null : findButton(card, /送资料/)).not.toBeNull()
    const answer = await bank.as('ou_wangmin').presses(/送资料/)
    expect(shown(answer.card)).toContain('送资料')
  })

  it('over its budget, the rules answer alone', async () => {
    server.use(answerWith({ intent: 'help', slots: {} }))
    for (let i = 0; i < 3; i += 1) await bank.as('ou_wangmin').says(`嗯那个啥${'呗'.repeat(i + 2)}`)
    expect(asked.length).toBeLessThanOrEqual(1)
  })
})
