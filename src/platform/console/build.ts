// Builds the console's page with Vite into a cache folder, once for each state of its sources.
// It must not know what the page or the server do. Node only; never part of the service.

import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const consoleFolder = dirname(fileURLToPath(import.meta.url))
const sourceFolder = join(consoleFolder, 'web')
const projectFolder = join(consoleFolder, '..', '..', '..')

/** Folder in which the built page lies, next to its stamp. */
const pageFolder = join(projectFolder, 'dist', 'console')

const stampFile = join(pageFolder, 'stamp.txt')

/** Builds the page when its sources have changed since the last build, and returns its folder. */
export async function buildPage(): Promise<string> {
  const wanted = await hashSources()
  if ((await findStamp()) === wanted) return pageFolder
  await build(wanted)
  return pageFolder
}

async function findStamp(): Promise<string | null> {
  return await readFile(stampFile, 'utf8').catch(() => null)
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  const lock = join(projectFolder, 'package.json')
  for (const file of [...(await listSources()), join(consoleFolder, 'protocol.ts'), lock]) {
    hash
      .update(relative(projectFolder, file).split(sep).join('/'))
      .update('\0')
      .update(await readFile(file))
  }
  return hash.digest('hex')
}

async function listSources(): Promise<string[]> {
  const entries = await readdir(sourceFolder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Builds beside the old page and swaps at the end, so that nobody is ever served half a page. */
async function build(stamp: string): Promise<void> {
  const { build: runVite } = await import('vite')
  const fresh = `${pageFolder}.${process.pid}`
  await runVite({
    root: sourceFolder,
    base: '/console/',
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: fresh,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
    },
  })
  await writeFile(join(fresh, 'stamp.txt'), stamp)
  await rm(pageFolder, { recursive: true, force: true })
  try {
    await rename(fresh, pageFolder)
  } catch (cause) {
    // Another process built the same page at the same moment and was first; any other cause is a fault.
    await rm(fresh, { recursive: true, force: true })
    if ((await findStamp()) !== stamp) throw cause
  }
}
