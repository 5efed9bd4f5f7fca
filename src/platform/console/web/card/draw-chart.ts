// The one module that holds the chart library, so that it becomes a file of its own and is loaded only for charts.

import { type ISpec, VChart } from '@visactor/vchart'

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
