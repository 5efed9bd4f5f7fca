// Changes in the company's directory that end, suspend or restore a person's access.

import { z } from 'zod'
import { defineNormaliser, Ids, toAccount } from './about.ts'

const Removed = z.object({ object: Ids })

/** How the platform tells whether somebody may still use an account. */
export const Status = z.object({
  is_frozen: z.boolean().nullish(),
  is_resigned: z.boolean().nullish(),
  is_exited: z.boolean().nullish(),
})

const Departments = z.array(z.string()).nullish()

const Updated = z.object({
  // Left out where the application lacks the field's permission; then the change tells nothing about access.
  object: Ids.extend({ status: Status.nullish(), department_ids: Departments }),
  // Holds what changed, and may hold nothing else.
  old_object: z.object({ status: Status.nullish(), department_ids: Departments }).nullish(),
})

/** A person left the company. */
export const accountRemoved = defineNormaliser(Removed, (body, { id, happenedAt }) => ({
  kind: 'account',
  id,
  happenedAt,
  person: toAccount(body.object),
  change: 'removed',
}))

/**
 * A person's profile changed; of all that can change only status and departments matter to access. Access comes back only
 * with the status that took it: a new title does not thaw whom the bank's operator froze. Of a return and a move in one
 * event the move counts.
 */
export const accountUpdated = defineNormaliser(Updated, (body, { id, happenedAt }) => {
  const { status, department_ids: departments } = body.object
  const about = { kind: 'account', id, happenedAt, person: toAccount(body.object) } as const
  const state = status ? stateOf(status) : null
  if (state === 'left') return { ...about, change: 'removed' }
  if (state === 'frozen') return { ...about, change: 'frozen' }
  if (departments && body.old_object?.department_ids) return { ...about, change: 'moved', departments }
  const before = body.old_object?.status
  if (state === null || !before || stateOf(before) === 'active') return null
  return { ...about, change: 'active' }
})

const Changed = z.union([
  z.object({ added: z.looseObject({}) }),
  z.object({ removed: z.looseObject({}) }),
  z.object({ object: z.looseObject({}) }),
])

/** The range of people whom the application may see was changed, or a department was: people may be gone without a word. */
export const directoryChanged = defineNormaliser(Changed, (_, { id, happenedAt }) => ({
  kind: 'directory',
  id,
  happenedAt,
}))

/** Whether somebody may still use an account. */
export function stateOf(status: z.infer<typeof Status>): 'active' | 'frozen' | 'left' {
  if (status.is_resigned === true || status.is_exited === true) return 'left'
  return status.is_frozen === true ? 'frozen' : 'active'
}
