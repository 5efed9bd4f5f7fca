// Breaks one line of the wall at a time in a copy of the last commit, and demands that the tests named for it fail.
// Prints one line a mutant, JSON with --json; ends with 1 where one survives. With words behind it, only mutants whose
// description holds them all are tried: node bench/mutants/main-mutants.ts group

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AT_THE_DOOR } from './at-the-door.ts'
import { IN_AN_INCIDENT } from './in-an-incident.ts'
import { IN_KEYS_AND_PEOPLE } from './in-keys-and-people.ts'
import { IN_THE_DATABASE } from './in-the-database.ts'
import { IN_THE_HOUSE } from './in-the-house.ts'
import type { Mutant } from './mutant.ts'

const root = new URL('../..', import.meta.url).pathname
const TIME_LIMIT_MS = 600_000

interface Result {
  readonly what: string
  readonly killed: boolean
  /** The first test that noticed. */
  readonly by: string
}

function main(): void {
  const words = process.argv.slice(2).filter((word) => word !== '--json')
  const asJson = process.argv.includes('--json')
  const mutants = [
    ...AT_THE_DOOR,
    ...IN_THE_DATABASE,
    ...IN_THE_HOUSE,
    ...IN_AN_INCIDENT,
    ...IN_KEYS_AND_PEOPLE,
  ].filter(({ what }) => words.every((word) => what.includes(word)))
  const copy = openCopy()
  try {
    const results = mutants.map((mutant) => {
      const result = tryMutant(copy, mutant)
      console.log(
        asJson
          ? JSON.stringify(result)
          : `${result.killed ? 'killed  ' : 'SURVIVED'} ${result.what} · ${result.by}`,
      )
      return result
    })
    const killed = results.filter((result) => result.killed).length
    if (!asJson) console.log(`${killed} of ${results.length} killed`)
    process.exitCode = killed === results.length ? 0 : 1
  } finally {
    git('worktree', 'remove', '--force', copy)
    rmSync(copy, { recursive: true, force: true })
  }
}

/** A copy of the last commit with the same packages. */
function openCopy(): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'larkspur-mutants-')), 'copy')
  git('worktree', 'add', '--detach', '--quiet', copy, 'HEAD')
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

function tryMutant(copy: string, mutant: Mutant): Result {
  const path = join(copy, mutant.file)
  const whole = readFileSync(path, 'utf8')
  const found = whole.split(mutant.find).length - 1
  if (found !== (mutant.times ?? 1))
    return { what: mutant.what, killed: false, by: `stands ${found} times in ${mutant.file}` }
  writeFileSync(
    path,
    whole.replaceAll(mutant.find, () => mutant.replace),
  )
  try {
    return { what: mutant.what, ...runTests(copy, mutant) }
  } finally {
    writeFileSync(path, whole)
  }
}

/** A run that fails for want of tests, or that hangs, has noticed nothing. */
function runTests(copy: string, { tests, named }: Mutant): Omit<Result, 'what'> {
  const report = join(copy, 'mutant-report.json')
  rmSync(report, { force: true })
  spawnSync(
    join(copy, 'node_modules/.bin/vitest'),
    [
      'run',
      ...tests,
      '--bail=1',
      '--reporter=json',
      `--outputFile=${report}`,
      ...(named === undefined ? [] : ['-t', named]),
    ],
    { cwd: copy, timeout: TIME_LIMIT_MS, killSignal: 'SIGTERM', stdio: 'ignore' },
  )
  return readReport(report)
}

interface Report {
  readonly testResults: readonly {
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function readReport(path: string): Omit<Result, 'what'> {
  let report: Report
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return { killed: false, by: 'no report' }
  }
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  const [first] = failed
  if (first !== undefined) return { killed: true, by: first.fullName }
  // A file that fails as it is prepared, for instance because nothing can be opened any more, has noticed too.
  const broken = report.testResults.find(({ status }) => status === 'failed')
  return broken === undefined
    ? { killed: false, by: 'every test passed' }
    : { killed: true, by: 'the preparation of the tests fails' }
}

function git(...args: readonly string[]): void {
  const done = spawnSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) throw new Error(`git ${args[0]} failed`)
}

main()
