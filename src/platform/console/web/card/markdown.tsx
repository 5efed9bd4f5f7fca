// Draws the platform's markdown from its tokens.

import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { t } from '../state/preferences.ts'
import { toResourceUrl } from '../state/server.ts'
import { LarkTag } from './lark-tag.tsx'
import { Link } from './link.tsx'
import {
  decodeEntities,
  type EmojiToken,
  type LarkToken,
  parseMarkdown,
  type Token,
  type Tokens,
} from './markdown-tokens.ts'
import { Pager } from './pager.tsx'

const tableRowsPerPage = 5

interface Props {
  readonly content: string
  /** Without the paragraph around it, inside a line of text. */
  readonly inline?: boolean
}

export function Markdown({ content, inline = false }: Props) {
  const tokens = useMemo(() => parseMarkdown(content), [content])
  const only = tokens[0]
  if (inline && tokens.length === 1 && only?.type === 'paragraph')
    return <Inlines tokens={only.tokens ?? []} />
  return (
    <div class="markdown">
      <Blocks tokens={tokens} />
    </div>
  )
}

function Blocks({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, index) => (
        <Block key={index} token={token} />
      ))}
    </>
  )
}

function Block({ token }: { readonly token: Token }) {
  switch (token.type) {
    case 'space':
      return null
    case 'hr':
      return <hr class="card-rule" />
    case 'heading':
      return <Heading token={token as Tokens.Heading} />
    case 'paragraph':
      return (
        <p>
          <Inlines tokens={token.tokens ?? []} />
        </p>
      )
    case 'blockquote':
      return (
        <blockquote>
          <Blocks tokens={token.tokens ?? []} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'list':
      return <List token={token as Tokens.List} />
    case 'table':
      return <MarkdownTable token={token as Tokens.Table} />
    default:
      return (
        <Inlines tokens={token.type === 'text' && 'tokens' in token ? (token.tokens ?? [token]) : [token]} />
      )
  }
}

/** Headings inside a card are sizes, not sections of the page, so they stay out of its outline. */
function Heading({ token }: { readonly token: Tokens.Heading }) {
  return (
    <p class={`markdown-heading level-${token.depth}`}>
      <Inlines tokens={token.tokens} />
    </p>
  )
}

function List({ token }: { readonly token: Tokens.List }) {
  const items = token.items.map((item, index) => (
    <li key={index}>
      <Blocks tokens={item.tokens} />
    </li>
  ))
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>
}

function MarkdownTable({ token }: { readonly token: Tokens.Table }) {
  const [page, setPage] = useState(0)
  const pages = Math.ceil(token.rows.length / tableRowsPerPage)
  const rows = token.rows.slice(page * tableRowsPerPage, (page + 1) * tableRowsPerPage)
  return (
    <div class="card-table">
      <div class="card-table-scroll" tabIndex={0} role="group" aria-label={t(copy.table)}>
        <table>
          <thead>
            <tr>
              {token.header.map((cell, index) => (
                <th key={index} style={{ textAlign: cell.align ?? 'left' }}>
                  <Inlines tokens={cell.tokens} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) => (
                  <td key={index} style={{ textAlign: cell.align ?? 'left' }}>
                    <Inlines tokens={cell.tokens} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} onPage={setPage} />
    </div>
  )
}

/** Draws tokens inside a line. */
function Inlines({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, index) => (
        <Inline key={index} token={token} />
      ))}
    </>
  )
}

function Inline({ token }: { readonly token: Token }): ComponentChildren {
  const inner = () => <Inlines tokens={('tokens' in token && token.tokens) || []} />
  switch (token.type) {
    case 'strong':
      return <strong>{inner()}</strong>
    case 'em':
      return <em>{inner()}</em>
    case 'del':
      return <s>{inner()}</s>
    case 'br':
      return <br />
    case 'codespan':
      return <code>{token.text}</code>
    case 'link':
      return <Link href={token.href}>{inner()}</Link>
    case 'image':
      return (
        <img class="markdown-image" src={toResourceUrl(token.href)} alt={token.text} title={token.text} />
      )
    case 'emoji':
      return (token as unknown as EmojiToken).text
    case 'lark':
      return <LarkTag token={token as unknown as LarkToken}>{inner()}</LarkTag>
    case 'checkbox':
      return null
    default:
      return 'tokens' in token && token.tokens
        ? inner()
        : decodeEntities('text' in token ? token.text : token.raw)
  }
}
