// A chart by the platform's own chart library, which is loaded when the first chart comes into view.

import { useEffect, useRef, useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { isDark, t } from '../state/preferences.ts'
import type { ElementProps } from './element.tsx'
import type { Component } from './json.ts'
import { toMarginStyle } from './style.ts'

interface ChartNode extends Component {
  readonly chart_spec: { readonly [key: string]: unknown }
  readonly aspect_ratio?: '1:1' | '2:1' | '4:3' | '16:9'
  readonly color_theme?: 'brand' | 'rainbow' | 'complementary' | 'converse' | 'primary'
  readonly height?: string
}

const palettes: { readonly [theme: string]: readonly string[] } = {
  brand: ['#3370ff', '#14c0a5', '#ff9f3f', '#7b61ff', '#f54a6e', '#35bd4b', '#4e83fd', '#d39ff2'],
  rainbow: ['#f54a45', '#ff8800', '#ffc60a', '#35bd4b', '#14c0ff', '#3370ff', '#7f3bf5', '#d136d1'],
  complementary: ['#3370ff', '#ff9f3f', '#5f9bff', '#ffb866', '#8bb8ff', '#ffd199', '#b8d4ff', '#ffe5c7'],
  converse: ['#3370ff', '#f54a45', '#5f9bff', '#f87872', '#8bb8ff', '#fba6a1', '#b8d4ff', '#fdd3d0'],
  primary: ['#1456f0', '#3370ff', '#5f8fff', '#8bafff', '#b3cbff', '#d0dfff', '#0442d2', '#002fa7'],
}

/** The spec with the card's theme and without what would move or cover the page. */
function toSpec(node: ChartNode): { readonly [key: string]: unknown } {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const spec = node.chart_spec
  const colours = spec['color'] === undefined ? { color: palettes[node.color_theme ?? 'brand'] } : {}
  return { ...colours, background: 'transparent', ...spec, ...(calm ? { animation: false } : {}) }
}

function toTitle(spec: { readonly [key: string]: unknown }): string {
  const title = spec['title'] as { readonly text?: unknown } | undefined
  return typeof title?.text === 'string' ? title.text : t(copy.chart)
}

/** The chart's data in words, for people who do not see it. */
function toReading(spec: { readonly [key: string]: unknown }): string {
  const data = spec['data'] as
    | { readonly values?: unknown }
    | readonly { readonly values?: unknown }[]
    | undefined
  const values =
    (Array.isArray(data) ? data[0]?.values : (data as { readonly values?: unknown } | undefined)?.values) ??
    []
  const rows = Array.isArray(values) ? values : []
  return rows
    .slice(0, 20)
    .map((row: object) => Object.values(row).join(' '))
    .join('; ')
}

export function Chart({ node }: ElementProps<ChartNode>) {
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading')
  const dark = isDark()
  useEffect(() => {
    const place = box.current
    if (place === null) return
    let chart: { release: () => void } | undefined
    let isGone = false
    const draw = async () => {
      const { drawChart } = await import('./draw-chart.ts')
      if (isGone) return
      chart = drawChart(place, toSpec(node), dark)
      setState('drawn')
    }
    draw().catch(() => setState('failed'))
    return () => {
      isGone = true
      chart?.release()
    }
  }, [node, dark])
  const height = /^\d+px$/.test(node.height ?? '') ? node.height : undefined
  const ratio = (node.aspect_ratio ?? '16:9').replace(':', ' / ')
  return (
    <div
      class={`chart is-${state}`}
      style={{ ...toMarginStyle(node), height, aspectRatio: height === undefined ? ratio : undefined }}
      role="img"
      aria-label={`${toTitle(node.chart_spec)}: ${toReading(node.chart_spec)}`}
    >
      <div ref={box} class="chart-box" />
      {state === 'failed' && <div class="chart-failed">230099 · ErrCode: 200550 · {t(copy.chartFailed)}</div>}
    </div>
  )
}
