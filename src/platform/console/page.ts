// Serves the console's built page; builds it first where that has not been done. Node only, demo only.
// It must not know the console's data: that is the server's part.

import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { buildPage } from './build.ts'

const contentTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

let building: Promise<string> | undefined

/** Starts the build unless it runs already; a failed build is tried again at the next call. */
function preparePage(): Promise<string> {
  building ??= buildPage().catch((cause: unknown) => {
    building = undefined
    throw cause
  })
  return building
}

/**
 * Answers GET /console, /console/cards and /console/assets/…; null for any other path, which then is the server's.
 * The first call may take some seconds, because it waits for the build.
 */
export async function answerPage(pathname: string): Promise<Response | null> {
  const isPage = ['/console', '/console/', '/console/cards', '/console/cards/'].includes(pathname)
  if (!isPage && !pathname.startsWith('/console/assets/')) return null
  const folder = await preparePage()
  const file = isPage ? 'index.html' : normalize(pathname.slice('/console/'.length))
  if (!isPage && !file.startsWith('assets')) return new Response(null, { status: 404 })
  const body = await readFile(join(folder, file)).catch(() => null)
  if (body === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      // Names of assets carry a hash of their content; the page itself must be asked for each time.
      'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}
