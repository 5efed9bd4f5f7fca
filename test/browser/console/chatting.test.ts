import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findA11yFaults, hasChromium, launchChromium, openPage, startTimeoutMs } from './chromium.ts'
import { type Fixture, startFixture } from './fixture-server.ts'
import { showcase } from './showcase.ts'

const privateChat = (openId: string) => `oc_p2p_${openId}`
const cardNamed = (name: string) => showcase.find(([one]) => one === name)?.[1]

describe.skipIf(!hasChromium)('the chat client in Chromium', () => {
  let browser: Browser
  let fixture: Fixture
  beforeAll(async () => {
    ;[browser, fixture] = await Promise.all([launchChromium(), startFixture()])
  }, startTimeoutMs)
  afterAll(async () => {
    await browser.close()
    await fixture.stop()
  })

  const open = (hash = '', options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${fixture.url}/console${hash}`, options)
  const composer = (page: Page) => page.locator('.composer textarea').first()

  test('a sentence typed with Enter appears at once and the answer follows, without an error', async () => {
    const { page, faults } = await open('#ou_wangmin')
    await composer(page).fill('ping eins')
    await composer(page).press('Enter')
    await page.locator('.message.is-own', { hasText: 'ping eins' }).waitFor()
    await page.locator('.message:not(.is-own)', { hasText: 'pong ping eins' }).waitFor()
    await page.locator('.is-pending').waitFor({ state: 'detached' })
    await expect.poll(() => composer(page).inputValue()).toBe('')
    expect(faults).toEqual([])
  })

  test('Shift+Enter breaks the line, the up arrow edits the last text, Escape leaves it', async () => {
    const { page } = await open('#ou_lilei')
    await composer(page).fill('ping zwei')
    await composer(page).press('Shift+Enter')
    await composer(page).pressSequentially('dazu')
    await expect.poll(() => composer(page).inputValue()).toBe('ping zwei\ndazu')
    await composer(page).press('Enter')
    await page.locator('.message.is-own[data-message]', { hasText: 'dazu' }).waitFor()
    await composer(page).press('ArrowUp')
    await expect.poll(() => composer(page).inputValue()).toBe('ping zwei\ndazu')
    await composer(page).press('Escape')
    await expect.poll(() => composer(page).inputValue()).toBe('')
    await composer(page).press('ArrowUp')
    await composer(page).fill('ping drei')
    await composer(page).press('Enter')
    await page
      .locator('.message.is-own', { hasText: 'ping drei' })
      .locator('.message-foot', { hasText: '已编辑' })
      .waitFor()
  })

  test('an @ offers the bot and the people of the group, and Enter takes one', async () => {
    const { page } = await open('#ou_wangmin/oc_retail1')
    await composer(page).pressSequentially('@赵')
    await page.locator('.mention-list [role=option]', { hasText: '赵强' }).waitFor()
    await composer(page).press('Enter')
    await expect.poll(() => composer(page).inputValue()).toBe('@赵强 ')
  })

  test('Ctrl+K finds a group or another person, by keyboard alone', async () => {
    const { page } = await open('#ou_wangmin')
    await composer(page).waitFor()
    await page.keyboard.press('Control+k')
    await page.locator('.finder input:focus').waitFor()
    await page.keyboard.type('路北')
    await page.keyboard.press('Enter')
    await page.locator('.chat-head h2', { hasText: '路北支行全员' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.locator('.finder input:focus').waitFor()
    await page.keyboard.type('赵强')
    await page.keyboard.press('Enter')
    await page.locator('.person-button[aria-pressed=true]', { hasText: '赵强' }).waitFor()
    expect(page.url()).toContain('#ou_zhaoqiang/')
  })

  test('two people stand side by side and see the same, except for what only one may see', async () => {
    const { page } = await open('#ou_wangmin/oc_retail1&ou_zhaoqiang/oc_retail1')
    const [left, right] = [page.locator('.window').first(), page.locator('.window').last()]
    await left.locator('.composer textarea').fill('ping beide')
    await left.locator('.composer textarea').press('Enter')
    await right.locator('.message:not(.is-own)', { hasText: 'ping beide' }).first().waitFor()
    fixture.post({ chatId: 'oc_retail1', content: { text: 'nur für Wang Min' }, visibleTo: 'ou_wangmin' })
    await left.locator('.only-you').waitFor()
    expect(await right.getByText('nur für Wang Min').count()).toBe(0)
  })

  test('two tabs of one browser are two people: each stays who it is, and nothing is missing in either', async () => {
    const { page } = await open('#ou_wangmin/oc_retail1')
    const other = await page.context().newPage()
    await other.goto(`${fixture.url}/console#ou_zhaoqiang/oc_retail1`)
    await composer(other).fill('ping zweiter Tab')
    await composer(other).press('Enter')
    await page.locator('.message:not(.is-own)', { hasText: 'ping zweiter Tab' }).first().waitFor()
    await page.reload()
    await composer(page).fill('ping erster Tab')
    await composer(page).press('Enter')
    await page.locator('.message.is-own', { hasText: 'ping erster Tab' }).waitFor()
    await other.locator('.message:not(.is-own)', { hasText: 'ping erster Tab' }).first().waitFor()
    expect(await other.locator('.message.is-own', { hasText: 'ping zweiter Tab' }).count()).toBe(1)
    expect(await page.locator('.message.is-own', { hasText: 'ping zweiter Tab' }).count()).toBe(0)
  })

  test('what arrives in a chat that is not open is counted, and read when it is opened', async () => {
    const { page } = await open('#ou_chenjing')
    await page.waitForSelector('.chat-head')
    fixture.post({ chatId: privateChat('ou_liuyang'), content: { text: 'eins' } })
    const person = page.locator('.person-button', { hasText: '刘洋' })
    await person.locator('.unread', { hasText: '1' }).waitFor()
    await person.click()
    await person.locator('.unread').waitFor({ state: 'detached' })
  })

  test('a form asks for what is required, then sends every field by its name', async () => {
    fixture.post({ chatId: privateChat('ou_qianli'), msgType: 'interactive', content: cardNamed('form') })
    const { page } = await open('#ou_qianli')
    const card = page.locator('.card').last()
    await card.getByText('保存').click()
    await card.locator('.missed').waitFor()
    const before = fixture.clicks.length
    await card.locator('textarea').fill('谈了续作')
    await card.getByRole('button', { name: '标签' }).press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await card.getByText('保存').click()
    await page.locator('.toast', { hasText: '已保存' }).waitFor()
    expect(fixture.clicks.slice(before)).toMatchObject([
      {
        element: 'save',
        form: {
          note: '谈了续作',
          amount: '30万',
          product: 'cd',
          tags: ['vip', 'renew'],
          day: '2026-11-25 +0800',
          remind: '2026-11-25 14:00 +0800',
          urgent: false,
        },
      },
    ])
  })

  test('a button that asks first sends only after a yes, and is addressed by its place where it has no name', async () => {
    fixture.post({
      chatId: privateChat('ou_zhoujie'),
      msgType: 'interactive',
      content: cardNamed('follow-up'),
    })
    const { page } = await open('#ou_zhoujie')
    const before = fixture.clicks.length
    const cancel = page.locator('.card').last().getByRole('button', { name: '取消' })
    await cancel.click()
    await page.locator('.question').getByText('取消').click()
    await cancel.click()
    await page.locator('.question').getByText('确定').click()
    await page.locator('.toast').waitFor()
    expect(fixture.clicks.slice(before).map(({ element }) => element)).toEqual([
      '/body/elements/3/columns/2/elements/0',
    ])
  })

  test('selects, overflow, date and checker call back with what was chosen', async () => {
    fixture.post({ chatId: privateChat('ou_sunhang'), msgType: 'interactive', content: cardNamed('choices') })
    const { page } = await open('#ou_sunhang')
    const card = page.locator('.card').last()
    const before = fixture.clicks.length
    await card.getByRole('button', { name: '商机阶段' }).click()
    await page.getByRole('option', { name: '方案报价' }).click()
    await card.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '归档' }).click()
    await card.locator('input[type=date]').fill('2026-11-27')
    await card.locator('.picker .send-value').click()
    await card.locator('input[type=checkbox]').click()
    await card
      .locator('.interactive-container')
      .first()
      .click({ position: { x: 20, y: 20 } })
    await expect.poll(() => fixture.clicks.length).toBe(before + 5)
    expect(fixture.clicks.slice(before)).toMatchObject([
      { element: 'stage', option: 'offer' },
      { option: 'archive' },
      { element: 'snooze', option: '2026-11-27 +0800', timezone: 'Asia/Shanghai' },
      { element: 'done', checked: false },
      { element: '/body/elements/0' },
    ])
  })

  test('a card that is changed lights up where it stands', async () => {
    const { messageId } = fixture.post({
      chatId: privateChat('ou_hemei'),
      msgType: 'interactive',
      content: cardNamed('follow-up'),
    })
    const { page } = await open('#ou_hemei')
    await page.locator('.card-title', { hasText: '请确认' }).waitFor()
    fixture.update(messageId, cardNamed('buttons'))
    await page.locator('.message-content.is-updated .card-title', { hasText: '所有按钮' }).waitFor()
    expect(await page.locator('.message.is-interactive').count()).toBe(1)
  })

  test('the server stops in the middle: what is typed stays, and nothing that happened meanwhile is missing', async () => {
    const other = await startFixture()
    const { page } = await openPage(browser, `${other.url}/console#ou_wangmin`)
    await composer(page).fill('ping vorher')
    await composer(page).press('Enter')
    await page.locator('.bubble', { hasText: 'pong ping vorher' }).waitFor()
    await other.stop()
    await page.locator('.lost').waitFor()
    await composer(page).fill('ping inzwischen')
    await composer(page).press('Enter')
    await page.locator('.message-foot.is-failed').waitFor()
    other.post({ chatId: privateChat('ou_wangmin'), content: { text: 'während der Pause' } })
    await other.resume()
    await page.locator('.bubble', { hasText: 'während der Pause' }).waitFor()
    await page.locator('.lost').waitFor({ state: 'detached' })
    await page.locator('.message-foot.is-failed').getByText('重试').click()
    await page.locator('.bubble', { hasText: 'pong ping inzwischen' }).waitFor()
    expect(await page.locator('.message.is-own', { hasText: 'ping inzwischen' }).count()).toBe(1)
    await other.stop()
  })

  test('a hole in the events makes the page fetch what it missed', async () => {
    const { page } = await open('#ou_zhoukai')
    await page.locator('.stream-note').waitFor()
    fixture.loseEvents(2)
    fixture.post({ chatId: privateChat('ou_zhoukai'), content: { text: 'nach dem Loch' } })
    await page.locator('.bubble', { hasText: 'nach dem Loch' }).waitFor()
  })

  test('a file that is dropped is sent, a text of more than 150 KB is told and kept', async () => {
    const { page } = await open('#ou_wujing')
    await page.waitForSelector('.chat-pane .composer')
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['姓名,手机号,来源\n'], '名单.csv', { type: 'text/csv' }))
      document
        .querySelector('.chat-pane')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
    })
    await page.locator('.file-body', { hasText: '名单.csv' }).waitFor()
    await composer(page).fill('长'.repeat(60_000))
    await composer(page).press('Enter')
    await page.locator('.toast.is-error', { hasText: '150 KB' }).waitFor()
    expect((await composer(page).inputValue()).length).toBe(60_000)
  })

  test('a file of 30 MB is sent as it is, and the chat goes on', async () => {
    const { page } = await open('#ou_wujing')
    await page.waitForSelector('.chat-pane .composer')
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(30 * 1024 * 1024)], '大文件.bin'))
      document
        .querySelector('.chat-pane')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
    })
    await page.locator('.file-body', { hasText: '大文件.bin' }).waitFor()
    expect(await page.locator('.toast.is-error').count()).toBe(0)
    await composer(page).fill('ping danach')
    await composer(page).press('Enter')
    await page.locator('.message:not(.is-own)', { hasText: 'pong ping danach' }).waitFor()
  })

  test('the guide offers five sentences, the next one after each, and is gone for good when skipped', async () => {
    const { page } = await open('#ou_stranger')
    await page.locator('.guide', { hasText: '1/5' }).waitFor()
    await page.locator('.guide-sentence.is-next').click()
    await page.locator('.guide', { hasText: '2/5' }).waitFor()
    await page.getByRole('button', { name: '不再提示' }).click()
    await page.reload()
    await page.waitForSelector('.composer')
    expect(await page.locator('.guide').count()).toBe(0)
  })

  test('the clock moves, and the inside view tells the way of a message', async () => {
    const { page } = await open('#ou_zhaoqiang')
    await page.locator('.clock-button').click()
    await page.getByRole('button', { name: '前进 1 小时' }).click()
    await page.locator('.clock-button.is-moved').waitFor()
    await page.keyboard.press('Escape')
    await composer(page).fill('ping innen')
    await composer(page).press('Enter')
    const own = page.locator('.message.is-own[data-message]', { hasText: 'ping innen' })
    await own.hover()
    await own.getByRole('button', { name: '内部过程' }).click()
    await page.locator('.inside', { hasText: 'followup.create' }).waitFor()
  })

  test('on a phone list and chat take turns, and nothing sticks out', async () => {
    const { page } = await open('#ou_wangmin', { viewport: { width: 390, height: 844 } })
    await page.locator('.chat-button', { hasText: '路北支行' }).click()
    await page.locator('.chat-pane').waitFor()
    expect(await page.locator('.chats').isVisible()).toBe(false)
    await page.getByRole('button', { name: '返回' }).click()
    expect(await page.locator('.chats').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test.each(['light', 'dark'] as const)('nobody is shut out of the chat (%s)', async (colorScheme) => {
    for (const name of ['follow-up', 'form', 'choices']) {
      fixture.post({ chatId: 'oc_branch2', msgType: 'interactive', content: cardNamed(name) })
    }
    fixture.post({
      chatId: 'oc_branch2',
      from: 'ou_lilei',
      content: { text: '@_user_1 好' },
      mentions: [{ key: '@_user_1', openId: 'ou_bot', name: '小云雀' }],
    })
    const { page } = await open('#ou_wangmin/oc_branch2', { colorScheme, reducedMotion: 'reduce' })
    await page.locator('.message').last().waitFor()
    expect(await findA11yFaults(page)).toEqual([])
  })
})
