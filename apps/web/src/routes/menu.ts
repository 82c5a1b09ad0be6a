import type { SessionView } from '@shengmian/contract'
import type { Text } from '../lib/language.tsx'

type Role = SessionView['roles'][number]['role']
type Charge = SessionView['charges'][number]['kind']

interface MenuItem {
  readonly to: string
  readonly title: Text
  /** Who works there; empty: everybody signed in. */
  readonly roles: readonly Role[]
  /** Who answers for something of this kind works there too. */
  readonly charge?: Charge
}

interface MenuGroup {
  readonly title: Text
  readonly items: readonly MenuItem[]
}

const lenders = [
  'office',
  'leading-group',
  'inspected-head',
  'inspected-liaison',
  'department',
  'rectification-reviewer',
  'scorer',
  'security-admin',
  'audit-admin',
] as const satisfies readonly Role[]
const planners = ['office', 'leading-group'] as const satisfies readonly Role[]

const menu: readonly MenuGroup[] = [
  { title: { zh: '', en: '' }, items: [{ to: '/', title: { zh: '工作台', en: 'My desk' }, roles: [] }] },
  {
    title: { zh: '派遣', en: 'Dispatch' },
    items: [
      { to: '/term-plans', title: { zh: '五年规划', en: 'Term plans' }, roles: planners },
      { to: '/rounds', title: { zh: '轮次计划', en: 'Rounds' }, roles: planners },
      { to: '/calendar', title: { zh: '全盘日历', en: 'Calendar' }, roles: planners },
      { to: '/programmes', title: { zh: '统一方案', en: 'Programmes' }, roles: planners },
      { to: '/cooperation-events', title: { zh: '结对与片区协作', en: 'Cooperation' }, roles: planners },
      { to: '/logistics', title: { zh: '进驻后勤', en: 'Logistics' }, roles: [...planners, 'inspector'], charge: 'liaison' },
      { to: '/own-areas', title: { zh: '分包片区', en: 'My areas' }, roles: [], charge: 'area-leader' },
      { to: '/duty-matrix', title: { zh: '职责分工', en: 'Duties' }, roles: planners },
      { to: '/draws', title: { zh: '抽签席位', en: 'Draws' }, roles: [] },
    ],
  },
  {
    title: { zh: '线索与应急', en: 'Leads and emergencies' },
    items: [
      { to: '/leads/new', title: { zh: '移交线索', en: 'Hand over a lead' }, roles: ['inspector'] },
      { to: '/leads', title: { zh: '线索收件', en: 'Leads received' }, roles: ['case-management'] },
      { to: '/emergencies', title: { zh: '紧急授权', en: 'Emergencies' }, roles: [...planners, 'security-admin', 'audit-admin'] },
      { to: '/leads/book', title: { zh: '打开登记', en: 'Book of openings' }, roles: ['audit-admin'] },
    ],
  },
  {
    title: { zh: '资料', en: 'Register' },
    items: [
      { to: '/units', title: { zh: '一村一档', en: 'Units and dossiers' }, roles: planners },
      { to: '/people', title: { zh: '人才库', en: 'Talent pool' }, roles: planners },
    ],
  },
  {
    title: { zh: '凭证', en: 'Evidence' },
    items: [
      { to: '/ledger', title: { zh: '存证日志', en: 'Ledger' }, roles: [] },
      { to: '/retention', title: { zh: '保存期限', en: 'Retention' }, roles: planners },
    ],
  },
  {
    title: { zh: '授权', en: 'Rights' },
    items: [
      { to: '/delegations', title: { zh: '角色委托', en: 'Delegations' }, roles: lenders },
      { to: '/denials', title: { zh: '拒绝查询', en: 'Denials' }, roles: ['security-admin'] },
      { to: '/readings', title: { zh: '查阅与导出记录', en: 'Reads and exports' }, roles: ['audit-admin'] },
    ],
  },
]

/** The menu of a reader: what his roles have work for, nothing greyed out. */
export function menuOf(held: readonly Role[], charges: readonly Charge[]): readonly MenuGroup[] {
  const groups = menu.map((group) => ({
    ...group,
    items: group.items.filter((item) => isFor(item, held, charges)),
  }))
  return groups.filter((group) => group.items.length > 0)
}

function isFor({ roles, charge }: MenuItem, held: readonly Role[], charges: readonly Charge[]): boolean {
  if (charge !== undefined && charges.includes(charge)) return true
  return roles.length === 0 ? charge === undefined : roles.some((role) => held.includes(role))
}
