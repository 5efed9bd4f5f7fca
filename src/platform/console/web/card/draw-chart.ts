// The one module that holds the chart library, so that it becomes a file of its own and is loaded only for charts.

import type { ISpec } from '@visactor/vchart'
// The package's index names the bare core by this name too; this file is the one with all chart types registered.
import { VChart } from '@visactor/vchart/esm/vchart-all.js'

/** Draws a chart into an element; the caller releases it when the element goes. */
export function drawChart(
  place: HTMLElement,
  spec: unknown,
  dark: boolean,
): { readonly release: () => void } {
  // The library checks the spec itself and throws where it makes no sense of it.
  const chart = new VChart(spec as ISpec, { dom: place, theme: dark ? 'dark' : 'light' })
  chart.renderSync()
  return chart
}
