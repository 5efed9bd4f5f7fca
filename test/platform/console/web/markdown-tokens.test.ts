import { describe, expect, test } from 'vitest'
import {
  decodeEntities,
  parseMarkdown,
  type Token,
} from '../../../../src/platform/console/web/card/markdown-tokens.ts'
import { toSafeUrl, toSpacing, toWidth } from '../../../../src/platform/console/web/card/style.ts'

/** The inline tokens of a text that is one paragraph. */
function inlines(content: string): readonly Token[] {
  const [paragraph] = parseMarkdown(content)
  return paragraph !== undefined && 'tokens' in paragraph ? (paragraph.tokens ?? []) : []
}

describe('the platform’s markdown', () => {
  test.each([
    ['<at id=ou_wangmin></at>', 'at', { id: 'ou_wangmin' }],
    ["<font color='red'>红</font>", 'font', { color: 'red' }],
    ['<text_tag color="green">好</text_tag>', 'text_tag', { color: 'green' }],
    [
      "<local_datetime millisecond='1' format_type='week'></local_datetime>",
      'local_datetime',
      { millisecond: '1', format_type: 'week' },
    ],
  ])('%s is a tag of its own', (content, tag, attributes) => {
    expect(inlines(content)).toMatchObject([{ type: 'lark', tag, attributes }])
  })

  test('a colour may stand inside of a colour', () => {
    const [outer] = inlines("<font color='red'>a <font color='blue'>b</font> c</font>")
    expect(outer).toMatchObject({ tag: 'font', text: "a <font color='blue'>b</font> c" })
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<div>\n\nx</div>',
    '<at id=ou_1>',
  ])('%s is text and nothing else', (content) => {
    const types = JSON.stringify(parseMarkdown(content)).match(/"type":"(html|lark)"/g)
    expect(types).toBeNull()
  })

  test('what was escaped comes out as the characters it stands for, and is not read again', () => {
    expect(decodeEntities('&#60;at id=all&#62; &amp;amp; &#42;x&#42; &#x4f60;')).toBe(
      '<at id=all> &amp; *x* 你',
    )
    expect(inlines('&#42;&#42;x&#42;&#42;')).toMatchObject([{ type: 'text' }])
  })

  test.each([
    ['https://example.com', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.com', false],
  ])('a link to %s is followed: %s', (url, isFollowed) => {
    expect(toSafeUrl(url) !== undefined).toBe(isFollowed)
  })

  test('lengths are taken only in the platform’s forms', () => {
    expect([
      toSpacing('medium'),
      toSpacing('12px 12px 20px 12px'),
      toSpacing('1px; position: fixed'),
    ]).toEqual(['8px', '12px 12px 20px 12px', undefined])
    expect([toWidth('fill'), toWidth('240px'), toWidth('calc(1px)')]).toEqual(['100%', '240px', undefined])
  })
})
