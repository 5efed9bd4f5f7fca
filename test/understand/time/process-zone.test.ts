// The tool that reads JSON lines, run as people run it, under process time zones that must not matter.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const texts = [
  '明天下午3点',
  '下周三',
  '月底前',
  '中秋节',
  '每月最后一个工作日',
  '3个工作日后',
  'next Friday at noon',
  '2 hours later',
]
const references = ['2026-03-08T01:30:00', '2026-11-01T01:30:00', '2026-12-31T23:59:00']

function run(zone: string, input: string) {
  const child = spawnSync(process.execPath, ['src/understand/main-datetime.ts'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
  return { status: child.status, lines: child.stdout.trim().split('\n') }
}

const lines = references.flatMap((reference) =>
  texts.map((text) => JSON.stringify({ id: `${reference} ${text}`, text, reference })),
)

test('answers are the same under every process time zone', () => {
  const shanghai = run('Asia/Shanghai', lines.join('\n'))
  expect(shanghai.lines).toHaveLength(lines.length)
  expect(run('UTC', lines.join('\n'))).toEqual(shanghai)
  expect(run('America/New_York', lines.join('\n'))).toEqual(shanghai)
})

test('a bad line is answered with an error and the run goes on', () => {
  const good = { id: 'c', text: '后天', reference: '2026-11-18T23:30:00', tz: 'America/New_York' }
  const { status, lines: answers } = run('UTC', ['not json', '{"id":"b"}', JSON.stringify(good)].join('\n'))
  expect(status).toBe(0)
  const [first, second, third] = answers.map((line) => JSON.parse(line))
  expect(first).toHaveProperty('error')
  expect(second).toMatchObject({ id: 'b', error: expect.not.stringContaining('\n') })
  expect(third).toMatchObject({ id: 'c', result: { kind: 'date', start: '2026-11-20' } })
})

test('a text without a time is answered with null', () => {
  const line = JSON.stringify({ id: 1, text: '客户经理周一鸣', reference: '2026-11-18T10:00:00' })
  expect(run('UTC', line).lines).toEqual(['{"id":1,"result":null}'])
})
