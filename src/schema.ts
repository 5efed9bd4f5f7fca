// Every table of the house, for the migration tool and the database clients.
export * from './features/approvals/schema.ts'
export * from './features/audit/schema.ts'
export * from './features/customers/schema.ts'
export * from './features/follow-ups/schema.ts'
export * from './features/freezes/schema.ts'
export * from './features/gaps/schema.ts'
export * from './features/opportunities/schema.ts'
export * from './features/people/schema.ts'
export * from './features/step-up/schema.ts'
export * from './features/tasks/schema.ts'
export * from './features/tickets/schema.ts'
export * from './storage/backup/schema.ts'
export * from './storage/plumbing-schema.ts'
export {
  appRole,
  bankRole,
  branchRole,
  coldRole,
  frozenRole,
  keeperRole,
  noneRole,
  ownRole,
  serviceRole,
  teamRole,
} from './storage/policies.ts'
