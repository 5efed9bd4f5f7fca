// Places a popover beside what opened it, within the window.

const gapPx = 4
const edgePx = 8

/** Puts the popover under its opener, or above where there is more room, never outside the window. */
export function placeBeside(opener: Element, popover: HTMLElement): void {
  const box = opener.getBoundingClientRect()
  popover.style.minWidth = `${Math.min(box.width, innerWidth - 2 * edgePx)}px`
  const below = innerHeight - box.bottom - gapPx - edgePx
  const above = box.top - gapPx - edgePx
  const isAbove = below < Math.min(240, popover.scrollHeight) && above > below
  popover.style.maxHeight = `${Math.min(320, isAbove ? above : below)}px`
  popover.style.top = isAbove ? 'auto' : `${box.bottom + gapPx}px`
  popover.style.bottom = isAbove ? `${innerHeight - box.top + gapPx}px` : 'auto'
  popover.style.left = `${Math.max(edgePx, Math.min(box.left, innerWidth - popover.offsetWidth - edgePx))}px`
}
