// Who is talking to the bot. Rights are decided from the role and the reach, in the database.

import type { Language } from '../../cards/kit/index.ts'

/** The roles an employee can have. */
export const ROLES = ['rm', 'supervisor', 'head', 'administrator', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** How far a person sees: own rows, the team's, the branch's, the whole bank's, or no customer data at all. */
export type Reach = 'own' | 'team' | 'branch' | 'bank' | 'none'

/** An identity on the chat platform. `account` is always there; the others may be missing. */
export interface Account {
  readonly account: string
  readonly unionAccount?: string
  readonly userAccount?: string
}

/** An employee in a conversation. */
export interface Actor {
  readonly id: number
  readonly account: string
  readonly name: string
  readonly role: Role
  readonly reach: Reach
  readonly teamId: number | null
  readonly branchId: number | null
  readonly language: Language | null
  /** 总是先确认: every write is shown to this person before it is saved (mission D1). */
  readonly alwaysConfirm: boolean
  /** Whether their data is frozen: only what touches no customer data is open to them. */
  readonly frozen: boolean
}
