// Figures for operators, in Prometheus' text format. Labels are closed sets; no id and no person is ever a label.

import { Counter, Gauge, Registry } from 'prom-client'

export interface Metrics {
  count(name: string, labels?: Readonly<Record<string, string>>): void
  set(name: GaugeName, value: number): void
  text(): Promise<string>
}

const COUNTERS = {
  lark_requests_refused_total: { help: 'Requests refused at the door, by reason', labelNames: ['reason'] },
  lark_events_ignored_total: { help: 'Events of a type that the bot has no use for', labelNames: ['type'] },
  larkspur_schedule_runs_total: { help: 'Due rows that were run, by result', labelNames: ['result'] },
} as const

const GAUGES = {
  larkspur_inbox_open: 'Events taken in and not yet answered',
  larkspur_outbox_waiting: 'Messages that wait to be sent',
  larkspur_outbox_dead: 'Messages that could not be delivered and wait for an operator',
} as const
export type GaugeName = keyof typeof GAUGES

/** Makes a registry of its own, so that two apps in one process do not share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const counters = new Map(
    Object.entries(COUNTERS).map(([name, { help, labelNames }]) => [
      name,
      new Counter({ name, help, labelNames: [...labelNames], registers: [registry] }),
    ]),
  )
  const gauges = new Map(
    Object.entries(GAUGES).map(([name, help]) => [name, new Gauge({ name, help, registers: [registry] })]),
  )
  return {
    count: (name, labels = {}) => counters.get(name)?.inc(labels),
    set: (name, value) => gauges.get(name)?.set(value),
    text: () => registry.metrics(),
  }
}
