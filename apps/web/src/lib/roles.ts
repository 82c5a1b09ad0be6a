import type { SessionView } from '@shengmian/contract'
import type { Text } from './language.tsx'

type Role = SessionView['roles'][number]['role']

/** Names of the standing roles as the screen shows them. */
export const roleNames: Readonly<Record<Role, Text>> = {
  office: { zh: '巡察办', en: 'Inspection office' },
  'leading-group': { zh: '领导小组', en: 'Leading group' },
  'inspected-head': { zh: '被巡察单位负责人', en: 'Head of an inspected unit' },
  'inspected-liaison': { zh: '被巡察单位联络员', en: 'Liaison of an inspected unit' },
  department: { zh: '职能部门', en: 'Department' },
  inspector: { zh: '巡察干部', en: 'Inspector' },
  'rectification-reviewer': { zh: '整改审核', en: 'Rectification reviewer' },
  'case-management': { zh: '案件监督管理', en: 'Case management' },
  scorer: { zh: '评分员', en: 'Scorer' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
}
