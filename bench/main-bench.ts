// `npm run bench`: every benchmark, as a table for people or, with --json, as one object. A name as argument runs that one.

import type { Benchmark, Figure } from './bench.ts'

const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  door: async () => (await import('./door.ts')).door,
  'whole-path': async () => (await import('./whole-path.ts')).wholePath,
  'look-ups': async () => (await import('./look-ups.ts')).lookUps,
  'trust-cost': async () => (await import('./trust-cost.ts')).trustCost,
  'follow-up': async () => (await import('./follow-up.ts')).followUp,
  demo: async () => (await import('./demo.ts')).demo,
  rotation: async () => (await import('./rotation.ts')).rotation,
  freeze: async () => (await import('./freeze.ts')).freeze,
  audit: async () => (await import('./audit.ts')).audit,
  understanding: async () => (await import('./understand.ts')).understanding,
  console: async () => (await import('./console.ts')).consoleBenchmark,
}

const asJson = process.argv.includes('--json')
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const names = wanted.length > 0 ? wanted : Object.keys(BENCHMARKS)

const figures: Figure[] = []
for (const name of names) {
  const load = BENCHMARKS[name]
  if (load === undefined) {
    process.stderr.write(`no benchmark ${name}; there are: ${Object.keys(BENCHMARKS).join(', ')}\n`)
    process.exit(2)
  }
  if (!asJson) process.stderr.write(`running ${name} …\n`)
  figures.push(...(await (await load()).run()))
}

if (asJson) {
  const entries = figures.map(
    ({ name, value, limit, ratio, unit }) => [name, { value, limit, ratio, unit }] as const,
  )
  process.stdout.write(`${JSON.stringify(Object.fromEntries(entries))}\n`)
} else {
  for (const line of table(figures)) process.stdout.write(`${line}\n`)
}
process.exit(0)

function table(rows: readonly Figure[]): readonly string[] {
  const cells = rows.map((row) => [
    row.met ? '✓' : '✗',
    row.name,
    show(row.value),
    show(row.limit),
    row.ratio.toFixed(2),
    row.unit,
    row.goal,
  ])
  const all = [['', 'figure', 'ours', 'limit', 'ratio', 'unit', 'goal'], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? []
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
