// Follows the open_url behaviours of a component, with safe addresses only.

import type { Behavior } from './json.ts'
import { toSafeUrl } from './style.ts'

/** Opens a link in a new tab, if it is one that is safe to open. */
export function openLink(url: string | undefined): void {
  const safe = toSafeUrl(url)
  if (safe !== undefined) window.open(safe, '_blank', 'noopener,noreferrer')
}

/** Opens the links among the behaviours in new tabs. */
export function openLinks(behaviors: readonly Behavior[] | undefined): void {
  for (const behavior of behaviors ?? []) {
    if (behavior.type === 'open_url') openLink(behavior.pc_url || behavior.default_url || behavior.url)
  }
}
