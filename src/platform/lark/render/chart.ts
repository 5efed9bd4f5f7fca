// A chart, drawn by the client with VChart. The specification is plain data; the oldest client that can show it has
// VChart 1.2, so nothing newer is used.

import { type Chart, join, type Node, say } from '../../../../cards/kit/index.ts'
import { MUTED } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { type Element, paragraph } from './element.ts'
import { renderFigures } from './figures.ts'
import { isBlank, toOneText } from './text.ts'

type Value = Chart['values'][number]

const NOTHING = say('暂无数据', 'No data')

const AXES: readonly object[] = [
  { orient: 'left', type: 'linear', grid: { visible: true } },
  { orient: 'bottom', type: 'band' },
]
const AXES_OF_ROWS: readonly object[] = [
  { orient: 'bottom', type: 'linear', grid: { visible: true } },
  { orient: 'left', type: 'band' },
]

const FORMS: Readonly<Record<Chart['form'], (series: boolean) => object>> = {
  bar: (series) => ({
    type: 'bar',
    xField: series ? ['label', 'series'] : 'label',
    yField: 'value',
    axes: AXES,
  }),
  rows: (series) => ({
    type: 'bar',
    direction: 'horizontal',
    xField: 'value',
    yField: series ? ['label', 'series'] : 'label',
    axes: AXES_OF_ROWS,
    label: { visible: true },
  }),
  line: () => ({ type: 'line', xField: 'label', yField: 'value', axes: AXES, point: { visible: true } }),
  ring: () => ({
    type: 'pie',
    categoryField: 'label',
    valueField: 'value',
    outerRadius: 0.8,
    innerRadius: 0.55,
    label: { visible: true },
    legends: { visible: true, orient: 'right' },
  }),
  funnel: () => ({
    type: 'funnel',
    categoryField: 'label',
    valueField: 'value',
    // The last stage is often the smallest by far: it keeps room for its words.
    minSize: '30%',
    label: { visible: true },
  }),
}

/** A chart below its title. One chart too many becomes a row of figures. */
export function renderChart(
  { chart }: Extract<Node, { node: 'chart' }>,
  drawing: Drawing,
): readonly Element[] {
  const values = chart.values.filter(({ value }) => Number.isFinite(value))
  const title = isBlank(chart.title) ? [] : [paragraph(chart.title, { size: 'heading' })]
  if (values.length === 0) return [...title, paragraph(NOTHING, { size: 'notation', color: MUTED })]
  if (!drawing.takeChart())
    return [...title, ...renderFigures({ node: 'figures', figures: values.map(toFigure) })]
  const drawn = {
    tag: 'chart',
    element_id: drawing.takeId('chart'),
    aspect_ratio: '16:9',
    color_theme: 'brand',
    preview: true,
    chart_spec: toSpec(chart.form, values),
  }
  return [...title, drawn]
}

function toSpec(form: Chart['form'], values: readonly Value[]): object {
  const series = values.some((each) => each.series !== undefined)
  return {
    ...FORMS[form](series),
    data: { values: values.map(toDatum) },
    ...(series ? { seriesField: 'series', legends: { visible: true, orient: 'bottom' } } : {}),
  }
}

function toDatum({ label, value, series }: Value): object {
  return { label: toOneText(label), value, ...(series === undefined ? {} : { series: toOneText(series) }) }
}

function toFigure({ label, value, series }: Value) {
  return { label: series === undefined ? label : join([label, series], ' · '), value: String(value) }
}
