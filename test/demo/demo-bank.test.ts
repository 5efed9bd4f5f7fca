import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { openRandom } from '../../src/demo/random.ts'
import { loadSyntheticBank } from '../../src/demo/synthetic-bank.ts'
import { makeSyntheticCustomer } from '../../src/demo/synthetic-customers.ts'
import { syntheticAccount } from '../../src/demo/synthetic-people.ts'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { createSealer, type Sealer } from '../../src/storage/seal.ts'
import { openEmbedded } from '../support/embedded-store.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-21T10:00:00+08:00')

let store: Store
let sealer: Sealer

beforeAll(async () => {
  store = await openEmbedded('migrated')
  sealer = await createSealer({
    data: [{ id: 'a', key: new Uint8Array(32).fill(1) }],
    index: new Uint8Array(32).fill(2),
  })
  await loadDemoBank({ store, sealer, now, zone })
})
afterAll(() => store.close())

const query = (text: string) =>
  asKeeper(store.db, 'test', async (tx) => rowsOf<Record<string, unknown>>(await tx.execute(sql.raw(text))))

const COUNTS = `select (select count(*) from customers)::int customers, (select count(*) from customer_names)::int names,
  (select count(*) from follow_ups)::int notes, (select count(*) from opportunities)::int sales,
  (select count(*) from tickets)::int tickets, (select count(*) from employees)::int people,
  (select max(id::text) from follow_ups) last_note`

describe('the demo bank', () => {
  test('gives each relationship manager the promised number of customers', async () => {
    const rows = await query(
      `select e.account, count(*)::int as customers from customers c join employees e on e.id = c.owner_id group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { account: 'ou_chenjing', customers: 20 },
      { account: 'ou_lilei', customers: 40 },
      { account: 'ou_liuyang', customers: 40 },
      { account: 'ou_wangmin', customers: 60 },
    ])
  })

  test('has 李建国 as the only man named 李 among the customers of 王敏', async () => {
    const rows = await query(
      `select c.name, c.gender, c.level from customers c join employees e on e.id = c.owner_id
       where e.account = 'ou_wangmin' and c.name like '李%' order by c.code`,
    )
    expect(rows).toEqual([
      { name: '李建国', gender: 'male', level: 'VIP' },
      { name: '李秀英', gender: 'female', level: '普通' },
      { name: '李娜', gender: 'female', level: '普通' },
    ])
  })

  test('has no contact named 李 at a company of 王敏, who would be a second Mr Li', async () => {
    const rows = await query(
      `select c.name from customers c join employees e on e.id = c.owner_id
       where e.account = 'ou_wangmin' and c.contact_name like '李%'`,
    )
    expect(rows).toEqual([])
  })

  test('has two people named 张伟 with their numbers and different companies', async () => {
    const rows = await query(
      `select c.id, c.company, c.phone_sealed from customers c join employees e on e.id = c.owner_id
       where e.account = 'ou_wangmin' and c.name = '张伟' order by c.code`,
    )
    const phones = await Promise.all(
      rows.map((row) =>
        sealer.open(
          { table: 'customers', column: 'phone', row: String(row['id']) },
          String(row['phone_sealed']),
        ),
      ),
    )
    expect(phones).toEqual(['13900001111', '13900002222'])
    expect(new Set(rows.map((row) => row['company'])).size).toBe(2)
  })

  test('lets the deposit of 李建国 mature 20 days after loading, with one open opportunity', async () => {
    const held = await query(
      `select h.product, h.amount_fen::text as fen, h.matures_on::text as matures from holdings h join customers c on c.id = h.customer_id where c.name = '李建国'`,
    )
    expect(held).toEqual([{ product: '结构性存款', fen: '50000000', matures: '2026-12-11' }])
    const sales = await query(
      `select o.product, o.amount_fen::text as fen, o.stage from opportunities o join customers c on c.id = o.customer_id where c.name = '李建国'`,
    )
    expect(sales).toEqual([{ product: '3年期大额存单', fen: '50000000', stage: 'needs_analysis' }])
  })

  test('has ticket 1024 as a rate request of 零售一组 that waits for 赵强 alone', async () => {
    const rows = await query(
      `select t.kind, t.status, m.name as team, r.account as requester, e.account as approver, a.decision
       from tickets t join teams m on m.id = t.team_id join approvals a on a.ticket_id = t.id
       join employees e on e.id = a.approver_id join employees r on r.id = t.requester_id where t.number = 1024`,
    )
    expect(rows).toEqual([
      {
        kind: 'rate',
        status: 'waiting',
        team: '零售一组',
        requester: 'ou_wangmin',
        approver: 'ou_zhaoqiang',
        decision: null,
      },
    ])
  })

  test('knows 周杰 as the deputy of 赵强 and the group of 零售一组', async () => {
    const rows = await query(
      `select d.account, s.account as for, t.conversation from employees d join employees s on s.id = d.deputy_of join teams t on t.id = d.team_id`,
    )
    expect(rows).toEqual([{ account: 'ou_zhoujie', for: 'ou_zhaoqiang', conversation: 'oc_retail1' }])
  })

  test('tells nothing of the future: what happened lies in the last 180 days', async () => {
    const [row] = await query(
      `select min(happened_at) > '2026-05-24' as recent, max(happened_at) < '2026-11-21' as past from follow_ups`,
    )
    expect(row).toEqual({ recent: true, past: true })
  })

  test('keeps no phone number readable', async () => {
    const rows = await query(
      `select row_to_json(c)::text as row from customers c where name in ('李建国', '张伟')`,
    )
    expect(rows).toHaveLength(4)
    expect(rows.some((row) => /13800001234|13900001111|13900002222/.test(String(row['row'])))).toBe(false)
  })

  test('is not changed by a second loading, even on a later day', async () => {
    const before = await query(COUNTS)
    const loaded = await loadDemoBank({ store, sealer, now: new Date('2026-12-24T10:00:00+08:00'), zone })
    expect(loaded).toBe(false)
    expect(await query(COUNTS)).toEqual(before)
  })
})

describe('a synthetic bank', () => {
  const load = (seed: number) => loadSyntheticBank({ store, sealer, now, zone, customers: 900, seed })
  const ofSeed = (seed: number) =>
    query(
      `select c.id, c.name, c.birthday::text from customers c join employees e on e.id = c.owner_id
       where e.account like 'ou_s${seed}_%' order by c.code`,
    )

  test('has the asked-for number of customers beside the demo bank, each found by its name keys', async () => {
    expect(await load(7)).toBe(true)
    expect(await ofSeed(7)).toHaveLength(900)
    const [row] = await query(
      `select count(distinct c.id)::int as without from customers c where not exists (select from customer_names n where n.customer_id = c.id)`,
    )
    expect(row).toEqual({ without: 0 })
  })

  test('is not changed by a second loading of the same seed', async () => {
    expect(await load(7)).toBe(false)
    expect(await ofSeed(7)).toHaveLength(900)
  })

  test('is the same for the same seed and another for another', () => {
    const today = { day: '2026-11-21', zone }
    const make = (seed: number) => {
      const random = openRandom(seed)
      return Array.from({ length: 200 }, (_, index) => makeSyntheticCustomer(random, today, { index, seed }))
    }
    expect(make(7)).toEqual(make(7))
    expect(make(8)).not.toEqual(make(7))
    expect(new Set(make(7).map(({ phone }) => phone)).size).toBe(200)
  })

  test('has people to act as, by their accounts', async () => {
    const rows = await query(
      `select account from employees where account = '${syntheticAccount(7, 'rm', 2)}'`,
    )
    expect(rows).toHaveLength(1)
  })
})
