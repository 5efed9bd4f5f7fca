// The demo bank's people and groups as the chat platform knows them: the employees, and somebody from outside.

import { BRANCHES, EMPLOYEES, TEAMS } from './demo-people.ts'

const ROLE_WORDS = {
  rm: '客户经理',
  supervisor: '团队主管',
  head: '行长',
  administrator: '管理员',
  auditor: '审计',
} as const

const branchName = (code: string | undefined) => BRANCHES.find((branch) => branch.code === code)?.name ?? null

/** Everybody with an account. */
export const DEMO_PEOPLE = [
  ...EMPLOYEES.map(({ account, number, name, role, team, branch, deputyOf }) => ({
    openId: account,
    name,
    number,
    role: ROLE_WORDS[role],
    team: team ?? null,
    branch: branchName(branch),
    leader: deputyOf ?? leaderOf(team, role),
  })),
  {
    openId: 'ou_stranger',
    name: '外部人员',
    number: null,
    role: null,
    team: null,
    branch: null,
    leader: null,
  },
] as const

function leaderOf(team: string | undefined, role: string): string | null {
  if (team === undefined || role !== 'rm') return null
  return (
    EMPLOYEES.find(
      (other) => other.team === team && other.role === 'supervisor' && other.deputyOf === undefined,
    )?.account ?? null
  )
}

const membersOf = (team: string) =>
  EMPLOYEES.filter((employee) => employee.team === team).map(({ account }) => account)

/** The groups that the bot is in: each team that has one, and everybody of the branch. */
export const DEMO_GROUPS = [
  ...TEAMS.flatMap(({ name, conversation }) =>
    conversation === null ? [] : [{ chatId: conversation, name, members: membersOf(name) }],
  ),
  {
    chatId: 'oc_branch2',
    name: '路北支行全员',
    members: EMPLOYEES.filter(({ branch }) => branch === 'TS02').map(({ account }) => account),
  },
]
