// The stream of messages: only what is in view stands in the page, however long the chat is.

import { ArrowDown } from 'lucide'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { Icon } from '../shell/icon.tsx'
import type { Conversation } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { loadNewest, loadOlder, typingIn } from '../state/store.ts'
import type { ChatWindow } from '../state/window.ts'
import { type StreamItem, toItems } from './items.ts'
import { StreamRow } from './stream-row.tsx'
import { useVirtualList } from './use-virtual-list.ts'

const loadOlderBelowPx = 1_500
const atEndPx = 24
const scrollKeys = new Set(['ArrowUp', 'PageUp', 'Home'])
const showJumpFromPx = 600

function estimate(item: StreamItem | undefined): number {
  if (item?.kind !== 'message') return 44
  return item.message.msgType === 'interactive' ? 280 : 62
}

interface Props {
  readonly window: ChatWindow
  readonly conversation: Conversation
}

export function Stream({ window, conversation }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { messages, refusals, pending, reachesStart, status } = conversation
  const isWorking = typingIn.value.has(conversation.chatId)
  const items = useMemo(
    () => toItems(conversation, isWorking),
    [conversation, messages.value, refusals.value, pending.value, reachesStart.value, isWorking],
  )
  const list = useVirtualList({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(items[index]),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 4,
    paddingStart: 12,
    paddingEnd: 16,
  })
  const isReady = status.value === 'ready'
  useEffect(() => {
    void loadNewest(conversation)
  }, [conversation])
  // Rows are measured only when they are drawn, so the end moves several times until it is reached. Whoever has not
  // scrolled away themselves stays there.
  const isPinned = useRef(true)
  const totalSize = list.getTotalSize()
  useLayoutEffect(() => {
    if (isReady && isPinned.current && !list.isAtEnd()) list.scrollToOffset(totalSize)
  })
  const newestOwn = pending.value.at(-1)?.id
  useLayoutEffect(() => {
    if (newestOwn === undefined) return
    isPinned.current = true
    list.scrollToEnd()
  }, [newestOwn, list])
  const letGo = () => {
    isPinned.current = false
  }
  const onScroll = () => {
    if (list.isAtEnd(atEndPx)) isPinned.current = true
    if ((scroller.current?.scrollTop ?? 0) < loadOlderBelowPx) void loadOlder(conversation)
  }
  const rows = list.getVirtualItems()
  const isFarUp = isReady && list.getDistanceFromEnd() > showJumpFromPx
  return (
    <div class="stream-place">
      <div
        ref={scroller}
        class="stream"
        role="log"
        aria-label={t(copy.stream)}
        tabIndex={0}
        onScroll={onScroll}
        onWheel={letGo}
        onTouchMove={letGo}
        onPointerDown={(event) => event.target === event.currentTarget && letGo()}
        onKeyDown={(event) => scrollKeys.has(event.key) && letGo()}
      >
        {status.value === 'loading' && (
          <p class="stream-note" role="status">
            {t(copy.loading)}
          </p>
        )}
        {status.value === 'failed' && <FailedNote conversation={conversation} />}
        {isReady && items.length <= 1 && <p class="stream-note">{t(copy.emptyChat)}</p>}
        <div class="stream-rows" style={{ height: `${totalSize}px` }}>
          {rows.map((row) => {
            const item = items[row.index]
            return item === undefined ? null : (
              <div
                key={row.key}
                class="stream-row"
                data-index={row.index}
                ref={list.measureElement}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <StreamRow item={item} window={window} conversation={conversation} />
              </div>
            )
          })}
        </div>
      </div>
      {isFarUp && (
        <button
          type="button"
          class="jump-button"
          aria-label={t(copy.toNewest)}
          onClick={() => {
            isPinned.current = true
            list.scrollToEnd()
          }}
        >
          <Icon shape={ArrowDown} />
        </button>
      )}
    </div>
  )
}

function FailedNote({ conversation }: { readonly conversation: Conversation }) {
  return (
    <p class="stream-note" role="alert">
      {t(copy.failedChat)}{' '}
      <button type="button" class="plain-button" onClick={() => void loadNewest(conversation)}>
        {t(copy.retry)}
      </button>
    </p>
  )
}
