// Everything the bot can do, indexed by intent, action, entity and schedule. A name that stands twice fails at start.

import type { Intent } from '../understand/frame.ts'
import type { AnyAction, AnyCapability, Feature, Schedule, Turn, Undoer } from './capability.ts'

export interface Registry<T extends Turn> {
  readonly capabilities: ReadonlyMap<Intent, AnyCapability<T>>
  readonly actions: ReadonlyMap<string, AnyAction<T>>
  readonly undoers: ReadonlyMap<string, Undoer<T>>
  readonly schedules: ReadonlyMap<string, Schedule<T>>
}

/**
 * Builds the registry.
 * @throws Error naming the intent, action, entity or schedule that is declared twice
 */
export function buildRegistry<T extends Turn>(features: readonly Feature<T>[]): Registry<T> {
  return {
    capabilities: index(
      'capability',
      features.flatMap((f) => f.capabilities.map((c) => [c.intent, c] as const)),
    ),
    actions: index(
      'action',
      features.flatMap((f) => f.actions.map((a) => [a.name, a] as const)),
    ),
    undoers: index(
      'undo of',
      features.flatMap((f) => Object.entries(f.undo ?? {})),
    ),
    schedules: index(
      'schedule',
      features.flatMap((f) => (f.schedules ?? []).map((s) => [s.kind, s] as const)),
    ),
  }
}

function index<K, V>(what: string, entries: readonly (readonly [K, V])[]): ReadonlyMap<K, V> {
  const map = new Map<K, V>()
  for (const [key, value] of entries) {
    if (map.has(key)) throw new Error(`${what} ${String(key)} is declared twice`)
    map.set(key, value)
  }
  return map
}
