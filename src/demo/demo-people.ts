// The people of the demo bank: branches, teams, employees. The accounts are those of the stand-in platform.

import type { employees, teams } from '../features/people/schema.ts'

/** Branches by code. */
export const BRANCHES = [
  { code: 'TS01', name: '唐山分行营业部' },
  { code: 'TS02', name: '路北支行' },
] as const

export type BranchCode = (typeof BRANCHES)[number]['code']

/** Teams with the branch they belong to and the conversation in which they work. */
export const TEAMS = [
  { name: '零售一组', branch: 'TS02', conversation: 'oc_retail1' },
  { name: '零售二组', branch: 'TS02', conversation: null },
  { name: '公司一组', branch: 'TS01', conversation: null },
] as const satisfies readonly (Pick<typeof teams.$inferInsert, 'name' | 'conversation'> & {
  branch: BranchCode
})[]

type TeamName = (typeof TEAMS)[number]['name']

/** An employee of the demo bank. */
export interface DemoEmployee {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly role: (typeof employees.$inferInsert)['role']
  readonly team?: TeamName
  readonly branch?: BranchCode
  /** Account of the supervisor for whom this one stands in. */
  readonly deputyOf?: string
}

/** Everybody who may talk to the bot of the demo bank. */
export const EMPLOYEES: readonly DemoEmployee[] = [
  { account: 'ou_wangmin', number: '802101', name: '王敏', role: 'rm', team: '零售一组', branch: 'TS02' },
  { account: 'ou_lilei', number: '802102', name: '李磊', role: 'rm', team: '零售一组', branch: 'TS02' },
  { account: 'ou_liuyang', number: '802201', name: '刘洋', role: 'rm', team: '零售二组', branch: 'TS02' },
  { account: 'ou_chenjing', number: '801301', name: '陈静', role: 'rm', team: '公司一组', branch: 'TS01' },
  {
    account: 'ou_zhaoqiang',
    number: '802100',
    name: '赵强',
    role: 'supervisor',
    team: '零售一组',
    branch: 'TS02',
  },
  {
    account: 'ou_qianli',
    number: '802200',
    name: '钱丽',
    role: 'supervisor',
    team: '零售二组',
    branch: 'TS02',
  },
  {
    account: 'ou_zhoujie',
    number: '802109',
    name: '周杰',
    role: 'supervisor',
    team: '零售一组',
    branch: 'TS02',
    deputyOf: 'ou_zhaoqiang',
  },
  { account: 'ou_sunhang', number: '802001', name: '孙航', role: 'head', branch: 'TS02' },
  { account: 'ou_hemei', number: '800001', name: '何梅', role: 'head' },
  { account: 'ou_zhoukai', number: '800101', name: '周凯', role: 'administrator' },
  { account: 'ou_wujing', number: '800201', name: '吴静', role: 'auditor' },
]

/** What the demo bank sells, with the risk from R1 to R5. */
export const PRODUCTS = [
  { name: '大额存单', kind: 'deposit', risk: 'R1' },
  { name: '结构性存款', kind: 'deposit', risk: 'R2' },
  { name: '稳盈理财', kind: 'wealth', risk: 'R2' },
  { name: '国债', kind: 'bond', risk: 'R1' },
  { name: '个人经营贷', kind: 'loan', risk: 'R1' },
  { name: '住房按揭贷款', kind: 'loan', risk: 'R1' },
  { name: '贵金属', kind: 'metal', risk: 'R4' },
  { name: '代发工资', kind: 'payroll', risk: 'R1' },
  { name: '信用卡', kind: 'card', risk: 'R1' },
  { name: '养老金账户', kind: 'pension', risk: 'R2' },
] as const
