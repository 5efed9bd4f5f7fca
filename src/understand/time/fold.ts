// Makes one spelling of many: full-width forms become half-width, letters lower case, all blanks a space.
// Each character stays where it is, so that an index into the folded text is an index into the text as given.

const SINGLE: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '。': '.',
  '、': ',',
  '—': '-',
  '–': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '―': '-',
  '〜': '~',
  '∼': '~',
  '∶': ':',
  '’': "'",
  '‘': "'",
  點: '点',
  鐘: '钟',
  號: '号',
  週: '周',
  後: '后',
  這: '这',
  個: '个',
  時: '时',
  間: '间',
  兩: '两',
  禮: '礼',
  〇: '零',
  '○': '零',
  壹: '一',
  贰: '二',
  叁: '三',
  俩: '两',
}

const FOLDED = new RegExp(`[\\uff01-\\uff5e${Object.keys(SINGLE).join('')}]`, 'g')

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (SINGLE[unit] ?? unit)
}

/** Returns the text in its one spelling; it is exactly as long as the text given. */
export function foldText(text: string): string {
  return text.replace(FOLDED, foldUnit).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
