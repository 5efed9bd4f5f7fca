// Rich text (`post`): paragraphs of nodes, in both the form people send and the form the bot sends.

import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { ConsoleMessage } from '../../protocol.ts'
import { Markdown } from '../card/markdown.tsx'
import { CardContext } from '../card/scope.ts'
import { toSafeUrl } from '../card/style.ts'
import { language } from '../state/preferences.ts'
import { toResourceUrl } from '../state/server.ts'
import { nameOf } from '../state/store.ts'

interface PostNode {
  readonly tag: string
  readonly text?: string
  readonly style?: readonly string[]
  readonly href?: string
  readonly user_id?: string
  readonly user_name?: string
  readonly image_key?: string
  readonly emoji_type?: string
  readonly language?: string
}

interface Post {
  readonly title?: string
  readonly content?: readonly (readonly PostNode[])[]
}

type Mentions = NonNullable<ConsoleMessage['mentions']>

/** Markdown of a post stands in no card; it gets an empty one. */
const noCard = { card: {}, busy: signal(null), members: [], press: async () => undefined }

function toPost(content: unknown): Post {
  const all = content as Post & { readonly zh_cn?: Post; readonly en_us?: Post }
  const localised = language.value === 'zh' ? (all.zh_cn ?? all.en_us) : (all.en_us ?? all.zh_cn)
  return localised ?? all
}

export function PostBody({ content, mentions }: { readonly content: unknown; readonly mentions: Mentions }) {
  const post = toPost(content)
  return (
    <CardContext.Provider value={noCard}>
      <div class="bubble post-body">
        {post.title !== undefined && post.title !== '' && <p class="post-title">{post.title}</p>}
        {(post.content ?? []).map((paragraph, index) => (
          <div key={index} class="post-paragraph">
            {paragraph.map((node, at) => (
              <span key={at}>{toNode(node, mentions)}</span>
            ))}
          </div>
        ))}
      </div>
    </CardContext.Provider>
  )
}

function toNode(node: PostNode, mentions: Mentions): ComponentChildren {
  switch (node.tag) {
    case 'text':
      return <span class={(node.style ?? []).map((one) => `post-${one}`).join(' ')}>{node.text}</span>
    case 'a': {
      const url = toSafeUrl(node.href)
      return url === undefined ? (
        node.text
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {node.text}
        </a>
      )
    }
    case 'at': {
      const mentioned = mentions.find((one) => one.key === node.user_id)
      return <span class="mention">@{mentioned?.name ?? node.user_name ?? nameOf(node.user_id ?? '')}</span>
    }
    case 'img':
      return <img class="markdown-image" src={toResourceUrl(node.image_key ?? '')} alt="" />
    case 'emotion':
      return <Markdown content={`:${node.emoji_type ?? ''}:`} inline />
    case 'hr':
      return <hr class="card-rule" />
    case 'code_block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      )
    case 'md':
      return <Markdown content={node.text ?? ''} />
    default:
      return null
  }
}
