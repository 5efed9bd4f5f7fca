// The file by which lists of customers come in: its header is law, its example row shows how (S24, S25).

/** The header of the file, in this order. */
export const HEADER = ['姓名', '手机号', '来源'] as const

/** The template: CSV in UTF-8 with a byte order mark, because spreadsheet programs take it for another encoding without. */
export function makeTemplate(): Uint8Array {
  const lines = [HEADER.join(','), '张三,13800000000,转介绍']
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}
