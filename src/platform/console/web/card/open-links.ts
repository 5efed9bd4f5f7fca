// Follows the open_url behaviours of a component, with safe addresses only.

import type { Behavior } from './json.ts'
import { toSafeUrl } from './style.ts'

/** Opens the first link among the behaviours in a new tab. */
export function openLinks(behaviors: readonly Behavior[] | undefined): void {
  for (const behavior of behaviors ?? []) {
    if (behavior.type !== 'open_url') continue
    const url = toSafeUrl(behavior.pc_url || behavior.default_url || behavior.url)
    if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer')
  }
}
