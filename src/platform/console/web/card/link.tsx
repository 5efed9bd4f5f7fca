// A link inside of words.

import type { ComponentChildren } from 'preact'
import { toSafeUrl } from './style.ts'

/** A link as the platform follows it: http and https everywhere, phone numbers on a phone. */
export function Link({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const url = toSafeUrl(href)
  if (url !== undefined)
    return (
      <a href={url} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  return <>{children}</>
}
