// The operator's way out for somebody who lost the authenticator and the recovery codes.

import { eq } from 'drizzle-orm'
import { newId } from '../core/ids.ts'
import { audit } from '../features/audit/schema.ts'
import { employees } from '../features/people/schema.ts'
import { recoveryCodes, secondFactors } from '../features/step-up/schema.ts'
import { type Command, UsageError } from './command.ts'

const reset: Command = {
  name: 'factors reset',
  usage: 'NUMBER',
  does: 'takes away an employee’s second factor and recovery codes; a new one is set up in the chat',
  run: async ({ store, now }, { words: [number] }) =>
    store.db.transaction(async (tx) => {
      const [employee] = await tx
        .select()
        .from(employees)
        .where(eq(employees.number, number ?? ''))
      if (employee === undefined) throw new UsageError('factors reset needs the NUMBER of an employee')
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.employeeId, employee.id))
      await tx.delete(secondFactors).where(eq(secondFactors.employeeId, employee.id))
      await tx.insert(audit).values({
        id: newId(now),
        at: now,
        actorId: null,
        action: 'admin.factor.reset',
        result: 'done',
        entity: 'employee',
        entityId: String(employee.id),
      })
      return [`${employee.number} has no second factor`]
    }),
}

/** Commands about second factors. */
export const factorCommands: readonly Command[] = [reset]
