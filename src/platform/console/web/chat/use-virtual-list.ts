// TanStack's virtual list, tied to Preact. It keeps the end of the stream in place when rows are added above.

import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

type Options = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'count' | 'getScrollElement' | 'estimateSize' | 'getItemKey' | 'overscan' | 'paddingStart' | 'paddingEnd'
>

/** Draws the component anew whenever other rows come into view. */
export function useVirtualList(options: Options): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((round: number, _: undefined) => round + 1, 0)
  const all: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...options,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 80,
    onChange: () => redraw(undefined),
  }
  const [virtualizer] = useState(() => new Virtualizer(all))
  virtualizer.setOptions(all)
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())
  return virtualizer
}
