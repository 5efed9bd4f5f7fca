// The command: JSON lines in, JSON lines out, in order, whatever a line holds.

import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const run = (input: string): { lines: unknown[]; code: number | null } => {
  const { stdout, status } = spawnSync(process.execPath, ['src/understand/main-understand.ts'], {
    input,
    encoding: 'utf8',
  })
  return {
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
    code: status,
  }
}

describe('the understand command', () => {
  it('answers each line in order and goes on after bad ones', () => {
    const { lines, code } = run(
      [
        '{"id":"a","text":"撤销","now":"2026-11-21T10:00:00+08:00","tz":"Asia/Shanghai"}',
        'not json',
        '{"id":"b"}',
        '{"id":"c","text":"帮助","tz":"Mars/Olympus"}',
        '{"id":4,"text":"查王芳","customers":["王芳"],"now":"2026-11-21T10:00:00+08:00"}',
      ].join('\n'),
    )
    expect(code).toBe(0)
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatchObject({ id: 'a', intent: 'undo', slots: {} })
    expect(lines[1]).toMatchObject({ error: expect.any(String) })
    expect(lines[2]).toMatchObject({ id: 'b', error: expect.any(String) })
    expect(lines[3]).toMatchObject({ id: 'c', error: expect.any(String) })
    expect(lines[4]).toMatchObject({ id: 4, intent: 'customer.find', slots: { customer: '王芳' } })
  })
})
