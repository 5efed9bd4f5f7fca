// Two instances on one database, one of them killed again and again at moments nobody chose, behind a platform that
// speaks the public protocol only. Nothing that was acknowledged is lost, nothing happens twice.
// CHAOS_KILLS sets the number of kills; `npm run chaos` makes the long run (docs/measurements.md).

import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { followUps } from '../../src/features/follow-ups/schema.ts'
import { tasks } from '../../src/features/tasks/schema.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { serverHomes, type TestHome } from '../support/open-homes.ts'
import { openPlatform, serviceEnvironment, type TestPlatform, wordsOf } from '../support/platform.ts'

const KILLS = Number(process.env['CHAOS_KILLS'] ?? 2)
const MESSAGES_A_KILL = 8
const PEOPLE = [
  { openId: 'ou_wangmin', customer: '李秀英' },
  { openId: 'ou_lilei', customer: '赵敏' },
  { openId: 'ou_liuyang', customer: '孙丽华' },
] as const

interface Instance {
  readonly process: ChildProcess
  readonly address: string
}

async function startInstance(platform: TestPlatform, databaseUrl: string): Promise<Instance> {
  const child = spawn(process.execPath, ['src/node.ts'], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { ...process.env, ...serviceEnvironment(platform.domain, databaseUrl), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (line: string) => resolve(/http:\S+/.exec(line)?.[0] ?? ''))
  child.once('exit', (code) => reject(new Error(`an instance ended with ${code} before it was ready`)))
  return { process: child, address: await promise }
}

function kill({ process: child }: Instance): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGKILL')
  return promise
}

describe.each(serverHomes.slice(0, 1))('two instances on $name, one killed at random', ({ open }) => {
  let home: TestHome
  let platform: TestPlatform
  const instances: Instance[] = []

  beforeAll(async () => {
    home = await open()
    const sealer = await openSealer(home.store.db, [{ id: 'k1', key: Buffer.alloc(32, 5) }])
    await loadDemoBank({ store: home.store, sealer, now: new Date(), zone: 'Asia/Shanghai' })
    platform = await openPlatform()
    for (let i = 0; i < 2; i += 1) instances.push(await startInstance(platform, home.url))
    platform.serveBots(instances.map(({ address }) => address))
  }, 120_000)

  afterAll(async () => {
    await Promise.all(instances.map(kill))
    await platform.close()
    await home.close()
  })

  it(
    'every note is written once and answered once',
    async () => {
      const codes: string[] = []
      for (let round = 0; round < KILLS; round += 1) {
        const saying = Array.from({ length: MESSAGES_A_KILL }, (_, i) => {
          const { openId, customer } = PEOPLE[i % PEOPLE.length] ?? PEOPLE[0]
          const code = `混沌${round}x${i}y`
          codes.push(code)
          return platform.says(
            openId,
            `电话沟通，客户${customer}说编号${code}的材料已寄出，约明天下午3点来网点`,
          )
        })
        await wait(Math.random() * 400)
        const victim = instances.shift()
        if (victim !== undefined) await kill(victim)
        await Promise.all(saying)
        instances.push(await startInstance(platform, home.url))
        platform.serveBots(instances.map(({ address }) => address))
        await platform.standIn.platform.courier.deliverAll()
      }
      const answers = () => PEOPLE.flatMap(({ openId }) => platform.botMessages(openId))
      await platform.until(() => answers().length >= codes.length)
      const rows = await asKeeper(home.store.db, 'test', (tx) =>
        tx.select({ content: followUps.content }).from(followUps).where(like(followUps.content, '%混沌%')),
      )
      const written = rows.map(({ content }) => /混沌\d+x\d+y/.exec(content)?.[0])
      expect(written.toSorted()).toEqual(codes.toSorted())
      const answered = answers().map((message) => /混沌\d+x\d+y/.exec(wordsOf(message))?.[0])
      expect(answered.toSorted()).toEqual(codes.toSorted())
      const appointments = await asKeeper(home.store.db, 'test', (tx) =>
        tx
          .select({ count: sql<number>`count(*)::int` })
          .from(tasks)
          .where(sql`follow_up_id in (select id from follow_ups where content like '%混沌%')`),
      )
      expect(appointments).toEqual([{ count: codes.length }])
    },
    60_000 + KILLS * 40_000,
  )
})
