// Which form a file takes on the platform: a picture that is seen at once, or a file of one of its kinds.

import { LIMITS } from './limits.ts'

type FileType = 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream'

const FILE_TYPES: ReadonlyMap<string, FileType> = new Map([
  ['opus', 'opus'],
  ['mp4', 'mp4'],
  ['pdf', 'pdf'],
  ['doc', 'doc'],
  ['docx', 'doc'],
  ['xls', 'xls'],
  ['xlsx', 'xls'],
  ['ppt', 'ppt'],
  ['pptx', 'ppt'],
])

const IMAGES = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif', 'bmp'])

/** The platform's kind of a file, by the ending of its name; `stream` is any other. */
export function toFileType(name: string): FileType {
  return FILE_TYPES.get(endingOf(name)) ?? 'stream'
}

/** Whether a file can be sent as a picture. */
export function isImage(name: string, bytes: Uint8Array): boolean {
  return IMAGES.has(endingOf(name)) && bytes.byteLength <= LIMITS.imageBytes
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}
