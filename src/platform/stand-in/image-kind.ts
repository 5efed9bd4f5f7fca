// Telling the kind of an image from its first bytes, as the platform does; names and headers prove nothing.

/** Media types and the hexadecimal digits with which their files begin. */
const STARTS: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^474946383[79]61/],
  ['image/webp', /^52494646.{8}57454250/],
  ['image/bmp', /^424d/],
  ['image/x-icon', /^00000100/],
  ['image/tiff', /^(?:49492a00|4d4d002a)/],
  ['image/heic', /^.{8}66747970(?:68656963|68656978|6d696631)/],
]

/** Media type of an image, or null for bytes that are none which the platform takes. */
export function findImageType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return STARTS.find(([, pattern]) => pattern.test(start))?.[0] ?? null
}
