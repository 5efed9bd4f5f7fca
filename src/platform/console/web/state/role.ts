// The role of a person, in the words of the guide.

import type { GuideRole } from '../copy/guide.ts'

const roles: readonly GuideRole[] = ['rm', 'supervisor', 'head', 'administrator', 'auditor']

/** The role as the server names it, in any case; whoever has none is a stranger. */
export function toGuideRole(role: string | null): GuideRole {
  return roles.find((one) => one === role?.toLowerCase()) ?? 'stranger'
}
