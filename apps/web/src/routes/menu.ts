import type { ChargeKind, SessionView } from '@shengmian/contract'
import type { Text } from '../lib/language.tsx'

type Role = SessionView['roles'][number]['role']

interface MenuItem {
  readonly to: string
  readonly title: Text
  /** Who works there by his role. */
  readonly roles: readonly Role[]
  /** Who answers for something has work there too. */
  readonly charges?: readonly ChargeKind[]
  /** Whoever is of a talent pool finds it, whatever his role. */
  readonly isOfPerson?: boolean
}

interface MenuGroup {
  readonly title: Text
  readonly items: readonly MenuItem[]
}

const EVERYBODY: readonly Role[] = []
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
  { title: { zh: '', en: '' }, items: [{ to: '/', title: { zh: '工作台', en: 'My desk' }, roles: EVERYBODY }] },
  {
    title: { zh: '派遣', en: 'Dispatch' },
    items: [
      { to: '/term-plans', title: { zh: '五年规划', en: 'Term plans' }, roles: planners },
      { to: '/rounds', title: { zh: '轮次计划', en: 'Rounds' }, roles: planners },
      { to: '/calendar', title: { zh: '全盘日历', en: 'Calendar' }, roles: planners },
      { to: '/programmes', title: { zh: '统一方案', en: 'Programmes' }, roles: planners },
      { to: '/cooperation-events', title: { zh: '结对与片区协作', en: 'Cooperation' }, roles: planners },
      { to: '/draws', title: { zh: '抽签席位', en: 'Draws' }, roles: EVERYBODY },
    ],
  },
  {
    title: { zh: '责任与联络', en: 'Duties and liaison' },
    items: [
      { to: '/own-areas', title: { zh: '我的联系片区', en: 'My areas' }, roles: [], charges: ['area-leader'] },
      {
        to: '/logistics',
        title: { zh: '行程与调阅', en: 'Schedule and documents' },
        roles: ['office', 'inspector'],
        charges: ['liaison'],
      },
      { to: '/liaison-messages', title: { zh: '联络通知', en: 'Messages to liaisons' }, roles: planners },
      { to: '/charges', title: { zh: '责任名册', en: 'Roster' }, roles: planners },
      { to: '/duty-matrix', title: { zh: '职责分工表', en: 'Duty matrix' }, roles: planners },
    ],
  },
  {
    title: { zh: '群众反映', en: 'From villagers' },
    items: [{ to: '/paper-lane', title: { zh: '纸质代录', en: 'Paper lane' }, roles: ['inspector', 'office'] }],
  },
  {
    title: { zh: '线索与应急', en: 'Leads and emergencies' },
    items: [
      { to: '/inbox', title: { zh: '收件箱', en: 'Inbox' }, roles: ['inspector'] },
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
      { to: '/ledger', title: { zh: '存证日志', en: 'Ledger' }, roles: EVERYBODY },
      { to: '/retention', title: { zh: '保存期限', en: 'Retention' }, roles: [...planners, 'case-management'] },
    ],
  },
  {
    title: { zh: '授权', en: 'Rights' },
    items: [
      {
        to: '/accounts',
        title: { zh: '账号与角色', en: 'Accounts and roles' },
        roles: [...planners, 'security-admin', 'audit-admin'],
      },
      { to: '/own-recusals', title: { zh: '我的回避', en: 'My recusals' }, roles: ['inspector'], isOfPerson: true },
      { to: '/own-ties', title: { zh: '我的关系', en: 'My ties' }, roles: [], isOfPerson: true },
      { to: '/delegations', title: { zh: '角色委托', en: 'Delegations' }, roles: lenders },
      {
        to: '/identity-links',
        title: { zh: '统一身份关联', en: 'Linked identities' },
        roles: ['security-admin', 'audit-admin'],
      },
      { to: '/denials', title: { zh: '拒绝查询', en: 'Denials' }, roles: ['security-admin'] },
      { to: '/readings', title: { zh: '查阅与导出记录', en: 'Reads and exports' }, roles: ['audit-admin'] },
    ],
  },
]

/** The menu of a reader: what his roles and charges have work for, and what is of himself; nothing greyed out. */
export function menuOf(session: SessionView | null | undefined): readonly MenuGroup[] {
  const held = session?.roles.map(({ role }) => role) ?? []
  const charges = session?.charges.map(({ kind }) => kind) ?? []
  const isOfPool = (session?.person ?? null) !== null
  const groups = menu.map((group) => ({
    ...group,
    items: group.items.filter(
      (item) =>
        item.roles === EVERYBODY ||
        item.roles.some((role) => held.includes(role)) ||
        (item.charges ?? []).some((kind) => charges.includes(kind)) ||
        (item.isOfPerson === true && isOfPool),
    ),
  }))
  return groups.filter((group) => group.items.length > 0)
}
