// Every sabotage, in the order in which docs/security.md lists them.

import { AT_THE_DOOR } from './at-the-door.ts'
import { IN_AN_INCIDENT } from './in-an-incident.ts'
import { IN_EXPORTS } from './in-exports.ts'
import { IN_KEYS_AND_PEOPLE } from './in-keys-and-people.ts'
import { IN_THE_DATABASE } from './in-the-database.ts'
import { IN_THE_HOUSE } from './in-the-house.ts'
import { IN_WHAT_IS_KEPT } from './in-what-is-kept.ts'
import type { Mutant } from './mutant.ts'

export const MUTANTS: readonly Mutant[] = [
  ...AT_THE_DOOR,
  ...IN_THE_DATABASE,
  ...IN_THE_HOUSE,
  ...IN_AN_INCIDENT,
  ...IN_KEYS_AND_PEOPLE,
  ...IN_WHAT_IS_KEPT,
  ...IN_EXPORTS,
]
