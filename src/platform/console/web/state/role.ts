// The role of a person, in the words of the guide.

import type { GuideRole } from '../copy/guide.ts'
import { copy } from '../copy/shell.ts'

const roles: readonly GuideRole[] = ['rm', 'supervisor', 'head', 'administrator', 'auditor']

/** The role as the server names it, by its id or by its word in either language; whoever has none is a stranger. */
export function toGuideRole(role: string | null): GuideRole {
  const named = role?.toLowerCase()
  const isNamed = (one: GuideRole) => {
    const { zh, en } = copy.roles[one]
    return [one, zh, en.toLowerCase()].includes(named ?? '')
  }
  return roles.find(isNamed) ?? 'stranger'
}
