// Chart specifications as far as the platform reads them: plain JSON of a known type, with data.

import { asRecord, isRecord, type JsonRecord } from '../json.ts'
import type { Kind } from './kinds.ts'
import { CardProblem } from './problem.ts'

const TYPES = new Set([
  'area',
  'bar',
  'circularProgress',
  'common',
  'funnel',
  'gauge',
  'line',
  'linearProgress',
  'pie',
  'radar',
  'scatter',
  'wordCloud',
])

/** Fields without which a chart of a type shows nothing. */
const FIELDS: { readonly [type: string]: readonly string[] } = {
  area: ['xField', 'yField'],
  bar: ['xField', 'yField'],
  funnel: ['categoryField', 'valueField'],
  line: ['xField', 'yField'],
  pie: ['categoryField', 'valueField'],
  radar: ['categoryField', 'valueField'],
  scatter: ['xField', 'yField'],
  wordCloud: ['nameField'],
}

/** A VChart specification. */
export const chartSpec: Kind = (value, path) => {
  if (!isRecord(value)) throw problem('chart_spec is not an object', path)
  const type = value['type']
  if (typeof type !== 'string' || !TYPES.has(type)) throw problem('chart_spec has no known type', path)
  const missing = (FIELDS[type] ?? []).find((field) => value[field] === undefined)
  if (missing !== undefined) throw problem(`chart_spec lacks ${missing}`, path)
  if (!hasData(value)) throw problem('chart_spec has no data', path)
  if (value['axes'] !== undefined && !Array.isArray(value['axes'])) throw problem('axes is not a list', path)
}

function hasData(spec: JsonRecord): boolean {
  const data = spec['data']
  if (Array.isArray(data))
    return data.length > 0 && data.every((each) => Array.isArray(asRecord(each)['values']))
  return Array.isArray(asRecord(data)['values'])
}

function problem(message: string, path: string): CardProblem {
  return new CardProblem(200550, message, path)
}
