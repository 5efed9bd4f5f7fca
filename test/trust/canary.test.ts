// Planted values that must never come out: typed into every kind of message, kept on customers and in notes, and then
// looked for in everything that leaves: logs, groups, metrics, and every table of the bot's own.

import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit/index.ts'
import { describeError } from '../../src/bot/describe-error.ts'
import type { Log } from '../../src/bot/log.ts'
import { coverText } from '../../src/core/cover.ts'
import { createMetrics } from '../../src/metrics.ts'
import { renderCard } from '../../src/platform/lark/render/index.ts'
import { redactingLogger } from '../../src/platform/lark/sdk-logger.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { countWaiting } from '../../src/storage/waiting.ts'
import { enrol } from '../features/freezes/enrolled.ts'
import { type Bank, openBank, shown } from '../support/bank.ts'
import { encodingsOf, findCanaries } from './encodings.ts'

const PHONE = '13987650421'
const ID_NUMBER = '130203198807154217'
const CARD = '6222021234567894321'
const EMAIL = 'canary.qian@larkspur-canary.com'
const VALUES = [PHONE, ID_NUMBER, CARD, EMAIL]
const NAME = '钱多朵'

const lines: string[] = []
const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
const log: Log = {
  info: (event, facts = {}) => logger.info(facts, event),
  warn: (event, facts = {}) => logger.warn(facts, event),
  error: (event, error, facts = {}) => logger.error({ ...facts, ...describeError(error) }, event),
}

let bank: Bank
/** What left as a file, by who asked for it. */
const files = new Map<string, string>()
/** Every card as it first stood in a group: pressing a button may put another in its place. */
const firstInGroups: Card[] = []

/** What is typed about a customer whose values are planted. */
const SENTENCES = [
  NAME,
  PHONE,
  `查一下 ${PHONE}`,
  `查一下 ${NAME.slice(0, 2)}儿`,
  `查 ${encodingsOf(PHONE)['spaced as a mobile']}`,
  `电话沟通${NAME}，身份证${ID_NUMBER}，卡号${CARD}，手机${PHONE}，邮箱${EMAIL}，对大额存单感兴趣`,
  `微信联系${NAME}，他说号码是${encodingsOf(PHONE)['full width']}，卡 ${encodingsOf(CARD)['spaced']}`,
  `拜访了${NAME}，号码${encodingsOf(PHONE)['in Chinese']}，约下周三下午2点来网点`,
  `${NAME}的跟进记录`,
  `明天上午10点提醒我给${NAME}打电话 ${PHONE}`,
  `我的任务`,
  `${NAME}投诉，卡${CARD}被吞，联系${PHONE}`,
  `工单列表`,
  `给${NAME}申请利率优惠，存100万，联系方式${PHONE}`,
  `${NAME} 大额存单 50万 商机`,
  `我的商机`,
  `给${NAME}打标签 ${PHONE}`,
  `${NAME}的职业改成 ${PHONE}`,
  `把${NAME}的手机改成${PHONE}`,
  `新增客户 孙小猴 ${PHONE} 来源转介绍`,
  `新增客户 赵大山 13900008888 邮箱 ${EMAIL}`,
  `把昨天那个 ${PHONE} ${CARD} 弄一下`,
  `call with ${NAME}, his mail is ${EMAIL}, number ${PHONE}`,
  `今日简报`,
]

beforeAll(async () => {
  bank = await openBank(undefined, { log })
  const inPrivate = bank.as('ou_wangmin')
  await inPrivate.says(`新增客户 ${NAME} ${PHONE} 邮箱 ${EMAIL} 来源转介绍`)
  await inPrivate.presses(/保存/, { name: NAME, phone: PHONE, email: EMAIL })
  await plant()
  for (const sentence of SENTENCES) await inPrivate.says(sentence)
  for (const person of ['ou_wangmin', 'ou_lilei', 'ou_zhaoqiang', 'ou_stranger']) {
    const inGroup = bank.as(person, 'oc_retail1')
    for (const sentence of SENTENCES) {
      firstInGroups.push(...(await inGroup.says(sentence)))
      // Whatever the card offers is pressed: forms, edits, confirmations, lists.
      for (const label of [/^(保存|确认|确定)/, /修改/, /^查看$/])
        await inGroup.presses(label).then(
          ({ card }) => card && firstInGroups.push(card),
          () => undefined,
        )
    }
  }
  for (const who of ['ou_wangmin', 'ou_lilei', 'ou_liuyang', 'ou_zhaoqiang']) await exportAll(who)
  await breakSomething()
  await bank.tick()
}, 600_000)
afterAll(() => bank.close())

/** An identity card and a bank card on the customer, as an import would keep them. */
async function plant(): Promise<void> {
  const { store, sealer } = bank.parts
  await asKeeper(store.db, 'test', async (tx) => {
    const [row] = rowsOf<{ id: string }>(await tx.execute(sql`select id from customers where name = ${NAME}`))
    if (row === undefined) throw new Error('the customer was not recorded')
    const seal = (column: string, value: string) =>
      sealer.seal({ table: 'customers', column, row: row.id }, value)
    await tx.execute(
      sql`update customers set id_number_sealed = ${await seal('id_number', ID_NUMBER)}, card_number_sealed = ${await seal('card_number', CARD)} where id = ${row.id}`,
    )
  })
}

/** Asks for a file in the group, and confirms it where it may be confirmed. */
async function exportAll(who: string): Promise<void> {
  const { code } = await enrol(bank, who)
  await bank.as(who, 'oc_retail1').says('导出全部客户')
  const before = bank.sent.length
  await bank.as(who).presses(/确认导出/, { reason: 'review', code: code() })
  const [file] = bank.sent.slice(before).flatMap(({ content }) => (content.kind === 'file' ? [content] : []))
  files.set(who, new TextDecoder().decode(file?.bytes))
}

/** A note that the database refuses: its error quotes every parameter, and the row. */
async function breakSomething(): Promise<void> {
  await asKeeper(bank.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    await tx.execute(
      sql`alter table follow_ups add constraint canary check (content not like '%不收%') not valid`,
    )
  })
  const inPrivate = bank.as('ou_wangmin')
  await inPrivate.says(`电话沟通${NAME}，手机${PHONE} 卡${CARD}，不收，对大额存单感兴趣`)
  // The event is tried again until the person is told that something broke.
  for (let tries = 0; tries < 4; tries += 1) {
    bank.clock.advance(120_000)
    await inPrivate.says('帮助')
  }
}

const inGroups = () =>
  bank.sent.filter(({ receiver }) =>
    receiver.id.startsWith('oc_')
      ? !receiver.id.startsWith('oc_p2p_')
      : receiver.id.startsWith('om_oc_retail1'),
  )

async function rowsAs(query: string): Promise<string> {
  return asKeeper(bank.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    return rowsOf<{ line: string }>(await tx.execute(sql.raw(query)))
      .map(({ line }) => line)
      .join('\n')
  })
}

describe('planted values', () => {
  it('were planted: the private chat shows the customer, and the notes hold what was typed', async () => {
    expect(
      bank
        .as('ou_wangmin')
        .cards()
        .some((card) => shown(card).includes('139****0421')),
    ).toBe(true)
    expect(await rowsAs(`select content as line from follow_ups where content like '%${PHONE}%'`)).toContain(
      CARD,
    )
  })

  it('stand in no line of the log', () => {
    expect(findCanaries(lines.join('\n'), [...VALUES, NAME])).toEqual([])
  })

  it('something broke and was logged, so that the log had its chance', () => {
    expect(lines.join('\n')).toMatch(/"msg":"(message\.broken|inbound\.failed)"/)
  })

  it('stand in no message to a group, as a tree or as it is sent', () => {
    const cards = inGroups().flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
    const told = [...cards, ...firstInGroups].flatMap((card) => {
      const text = `${JSON.stringify(card)}\n${JSON.stringify(renderCard(card))}`
      return findCanaries(text, VALUES).map((found) => `${found} in ${shown(card).slice(0, 300)}`)
    })
    expect(inGroups().flatMap(({ content }) => (content.kind === 'card' ? [] : [content.name]))).toEqual([])
    expect(firstInGroups.length).toBeGreaterThan(SENTENCES.length)
    expect(told).toEqual([])
  })

  it('name nobody in full to a group', () => {
    const cards = inGroups().flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []))
    const told = [...cards, ...firstInGroups].filter((card) => JSON.stringify(card).includes(NAME))
    expect(told.map((card) => shown(card))).toEqual([])
  })

  it('stand in no figure', async () => {
    const metrics = createMetrics()
    await countWaiting(bank.parts.store.db, metrics)
    expect(findCanaries(await metrics.text(), [...VALUES, NAME])).toEqual([])
  })

  it.each([
    ['the inbox', 'select row_to_json(t)::text as line from inbox t'],
    ['what waits for an answer', 'select row_to_json(t)::text as line from pending t'],
    ['the audit trail', 'select row_to_json(t)::text as line from audit t'],
    ['the schedules', 'select row_to_json(t)::text as line from schedules t'],
    [
      'the customers',
      'select row_to_json(t)::text as line from (select phone_sealed, id_number_sealed, card_number_sealed, email_sealed, extra, name from customers) t',
    ],
    ['what was not understood', 'select row_to_json(t)::text as line from gaps t'],
    [
      'what goes to groups',
      "select row_to_json(t)::text as line from (select id, receiver, card, subject from outbox) t where t.receiver not like '%oc_p2p_%' and t.receiver not like 'account:%' and t.receiver not like 'update:%'",
    ],
  ])('stand nowhere in %s', async (_where, query) => {
    expect(findCanaries(await rowsAs(query), VALUES)).toEqual([])
  })
})

describe('a file of customers', () => {
  it.each(['ou_wangmin', 'ou_zhaoqiang'])('names the planted customer to %s, with a masked number', (who) => {
    expect(files.get(who)).toMatch(new RegExp(`${NAME},139\\*\\*\\*\\*0421,`))
  })

  it.each(['ou_lilei', 'ou_liuyang'])('knows nothing of that customer for %s', (who) => {
    expect(files.get(who)).toContain('导出编号')
    expect(findCanaries(files.get(who) ?? '', [NAME, '139****0421'])).toEqual([])
  })

  it('holds no planted value, and went to nobody but its reader', () => {
    expect(findCanaries([...files.values()].join('\n'), VALUES)).toEqual([])
    const receivers = bank.sent.flatMap(({ content, receiver }) =>
      content.kind === 'file' ? [receiver.id] : [],
    )
    expect(receivers).toEqual([...files.keys()].map((who) => `oc_p2p_${who.slice(3)}`))
  })

  it('is gone from the outbox once it was sent', async () => {
    const query = "select encode(file_bytes, 'hex') as line from outbox where file_bytes is not null"
    expect(await rowsAs(query)).toBe('')
  })
})

describe('an error', () => {
  const quoting = [
    new Error(`duplicate key (phone)=(${PHONE})`),
    new Error(`failed\n    at ${PHONE} ${EMAIL}`),
    Object.assign(new Error(`params: ${CARD}`), { code: `${ID_NUMBER}` }),
    Object.assign(new Error('x'), { name: `Error of ${PHONE}` }),
    new Error('outer', { cause: Object.assign(new Error(PHONE), { name: PHONE, code: CARD }) }),
    Object.assign(new Error('moved'), { stack: `Error: else\n    at ${PHONE}` }),
    PHONE,
    { phone: PHONE },
  ]
  it.each(quoting.map((error, index) => [index, error]))(
    '%i is described without what it quotes',
    (_, error) => {
      expect(findCanaries(JSON.stringify(describeError(error)), VALUES)).toEqual([])
    },
  )

  it('keeps its name, its place and the code of its cause', () => {
    const cause = Object.assign(new Error('duplicate'), { code: '23505', name: 'PostgresError' })
    expect(describeError(new TypeError(`of ${PHONE}`, { cause }))).toEqual({
      error: 'TypeError',
      at: expect.stringContaining('canary.test.ts'),
      cause: 'PostgresError',
      causeCode: '23505',
    })
  })
})

describe('the log of the SDK', () => {
  it.each(VALUES)('never holds %s, however it is said', (value) => {
    const said: unknown[] = []
    const sdk = redactingLogger({
      info: (...line) => said.push(line),
      warn: (...line) => said.push(line),
      error: (...line) => said.push(line),
    })
    for (const encoded of [value, encodingsOf(value)['full width'], encodingsOf(value)['spaced'] ?? value]) {
      sdk.error('request failed', encoded)
      sdk.error([`send to ${encoded} failed`, { data: encoded }])
      sdk.warn(`https://open.feishu.cn/x?q=${encoded}`, new Error(encoded))
      sdk.info(encoded)
      sdk.debug(encoded)
      sdk.trace(encoded)
    }
    expect(findCanaries(JSON.stringify(said), VALUES)).toEqual([])
  })
})

describe('what a group reads of free text', () => {
  it.each(
    Object.entries(encodingsOf(PHONE)).filter(
      ([form]) => !/hex|base64|URL|JSON|HTML|reversed|nothing/.test(form),
    ),
  )('covers a number written %s', (_form, written) => {
    expect(coverText(`他的号码是${written}，请联系`)).not.toContain(written)
  })

  it.each([
    '11月21日（周六）14:00',
    '2026-11-21 10:00',
    '2026-11-21 10:00 至 2026-11-22 11:30',
    '100万–500万',
    '1,234,567.89元',
    'C000001',
    'T1024',
    '尾号1234',
    '3年期大额存单 50万',
    '一百二十万三千',
  ])('leaves “%s” as it is', (text) => {
    expect(coverText(text)).toBe(text)
  })

  it('keeps the ends of a mobile number, and nothing of any other', () => {
    expect(coverText(`手机${PHONE} 卡${CARD} 证${ID_NUMBER.slice(0, 17)}X ${EMAIL}`)).toBe(
      '手机139****0421 卡**** 证**** ***',
    )
  })
})
