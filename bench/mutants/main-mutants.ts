// Breaks one line of the wall at a time in a copy of the last commit, and demands that the tests named for it fail.
// Prints one line a mutant, or with --markdown the rows of docs/security.md; ends with 1 where one survives, and where a
// test fails at the end though nothing is broken any more: what it noticed before would tell nothing. With words
// behind it, only mutants whose description holds them all are tried: node bench/mutants/main-mutants.ts group

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MUTANTS } from './every-mutant.ts'
import type { Mutant } from './mutant.ts'
import { openTests, type Tests } from './tests.ts'

const root = new URL('../..', import.meta.url).pathname

/** What a test run's databases are made by: a mutant in it needs databases of its own. */
const MAKES_DATABASES = ['migrations/', 'src/storage/', 'src/demo/']

interface Result {
  readonly what: string
  readonly file: string
  readonly killed: boolean
  /** The first test that noticed. */
  readonly by: string
}

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => word !== '--markdown')
  const print = process.argv.includes('--markdown') ? toRow : toLine
  const mutants = MUTANTS.filter(({ what }) => words.every((word) => what.includes(word)))
  const copy = openCopy()
  // migrations are read from where the process stands
  process.chdir(copy)
  const shared = await openTests(copy)
  let survived = 0
  try {
    for (const mutant of mutants) {
      const result = await tryMutant(copy, mutant, shared)
      if (!result.killed) survived += 1
      process.stdout.write(`${print(result)}\n`)
    }
    process.stderr.write(`${mutants.length - survived} of ${mutants.length} killed\n`)
    const whole = await shared.run({ tests: [...new Set(mutants.flatMap(({ tests }) => tests))] })
    if (whole.killed) survived += 1
    process.stderr.write(`with nothing broken: ${whole.by}\n`)
  } finally {
    await shared.close()
    git('worktree', 'remove', '--force', copy)
    rmSync(copy, { recursive: true, force: true })
  }
  process.exit(survived === 0 ? 0 : 1)
}

const toLine = ({ killed, what, by }: Result) => `${killed ? 'killed  ' : 'SURVIVED'} ${what} · ${by}`
const toRow = ({ killed, what, file, by }: Result) =>
  `| ${what} | \`${file}\` | ${killed ? by.replaceAll('|', '\\|') : '**survived**'} |`

/** A copy of the last commit with the same packages and the same empty database. */
function openCopy(): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'larkspur-mutants-')), 'copy')
  git('worktree', 'add', '--detach', '--quiet', copy, 'HEAD')
  for (const folder of ['node_modules', 'dist']) symlinkSync(join(root, folder), join(copy, folder))
  return copy
}

async function tryMutant(copy: string, mutant: Mutant, shared: Tests): Promise<Result> {
  const { what, file } = mutant
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  const found = whole.split(mutant.find).length - 1
  if (found !== (mutant.times ?? 1)) return { what, file, killed: false, by: `stands ${found} times` }
  writeFileSync(
    path,
    whole.replaceAll(mutant.find, () => mutant.replace),
  )
  try {
    return { what, file, ...(await runTests(copy, mutant, shared)) }
  } finally {
    writeFileSync(path, whole)
    shared.forget(path)
  }
}

async function runTests(copy: string, mutant: Mutant, shared: Tests) {
  if (!MAKES_DATABASES.some((place) => mutant.file.startsWith(place))) {
    shared.forget(join(copy, mutant.file))
    return shared.run(mutant)
  }
  const own = await openTests(copy)
  try {
    return await own.run(mutant)
  } finally {
    await own.close()
  }
}

function git(...args: readonly string[]): void {
  const done = spawnSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) throw new Error(`git ${args[0]} failed`)
}

await main()
