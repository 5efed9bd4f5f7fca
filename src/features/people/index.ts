// Who is who, for other features; and how people without a place in the bank are answered.

export { issueBindingCode } from './binding.ts'
export {
  type Employee,
  findEmployee,
  findEmployeeByAccount,
  isAbsent,
  listColleagues,
  listSupervisors,
  reachOf,
  toActor,
} from './store.ts'
export { peopleStrangers } from './strangers.ts'
export { listSuperiors } from './superiors.ts'
