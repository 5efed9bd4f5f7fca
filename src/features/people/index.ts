// Who is who, for other features; and how people without a place in the bank are answered.

export { issueBindingCode } from './binding.ts'
export { findDeputy, findOnDuty, listPossibleDeputies, listStoodInFor } from './deputies.ts'
export {
  type Employee,
  findEmployee,
  findEmployeeByAccount,
  listColleagues,
  listSupervisors,
  reachOf,
  toActor,
} from './store.ts'
export { peopleStrangers } from './strangers.ts'
export { listSuperiors } from './superiors.ts'
