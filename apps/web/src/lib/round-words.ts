// What the screen calls the closed sets of a round.
import type { CheckName, CheckResult, RoundKind, RoundMode, RoundState, RoundType } from '@shengmian/contract'
import type { Text } from './language.tsx'

export const roundKinds: Readonly<Record<RoundKind, Text>> = {
  routine: { zh: '常规', en: 'Routine' },
  special: { zh: '专项', en: 'Special' },
  mobile: { zh: '机动', en: 'Mobile' },
  'look-back': { zh: '回头看', en: 'Look-back' },
}

export const roundModes: Readonly<Record<RoundMode, Text>> = {
  rotation: { zh: '“推磨”', en: 'Rotation' },
  pooled: { zh: '“统配”', en: 'Pooled' },
  paired: { zh: '帮扶混编', en: 'Paired' },
  scattered: { zh: '交叉分散', en: 'Scattered' },
}

export const roundTypes: Readonly<Record<RoundType, Text>> = {
  'cross-region': { zh: '异地', en: 'Cross-region' },
  'level-raised': { zh: '提级', en: 'Level raised' },
  assistance: { zh: '跨市州帮扶', en: 'Assistance' },
}

export const roundStates: Readonly<Record<RoundState, Text>> = {
  draft: { zh: '编制中', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Submitted' },
  approved: { zh: '已批准', en: 'Approved' },
  authorised: { zh: '已授权', en: 'Authorised' },
  running: { zh: '进驻中', en: 'Running' },
  reporting: { zh: '报告中', en: 'Reporting' },
  closed: { zh: '已办结', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

/** The six marks in their fixed order, one character each. */
export const checkNames: Readonly<Record<CheckName, Text & { readonly mark: string }>> = {
  home: { mark: '地', zh: '工作地', en: 'Home' },
  native: { mark: '籍', zh: '籍贯与成长地', en: 'Native place' },
  posting: { mark: '任', zh: '任职', en: 'Postings' },
  kin: { mark: '亲', zh: '亲属', en: 'Kin' },
  tie: { mark: '系', zh: '其他关系', en: 'Other ties' },
  repeat: { mark: '复', zh: '重复巡察', en: 'Repeat' },
}

export const checkResults: Readonly<Record<CheckResult, Text>> = {
  pass: { zh: '已核，无', en: 'Checked, none' },
  warn: { zh: '弱关系', en: 'Weak tie' },
  bar: { zh: '禁止', en: 'Forbidden' },
  unknown: { zh: '未核', en: 'Unverified' },
}

/** Names of seats; a template may bring others, which are shown as written. */
const seatRoles: Readonly<Record<string, Text>> = {
  leader: { zh: '组长', en: 'Leader' },
  deputy: { zh: '副组长', en: 'Deputy' },
  liaison: { zh: '联络员', en: 'Liaison' },
  member: { zh: '组员', en: 'Member' },
  director: { zh: '巡察办主任', en: 'Office director' },
}
const skillNames: Readonly<Record<string, Text>> = {
  discipline: { zh: '纪检', en: 'Discipline' },
  organisation: { zh: '组织', en: 'Organisation' },
  audit: { zh: '审计', en: 'Audit' },
  finance: { zh: '财务', en: 'Finance' },
  rural: { zh: '农业农村', en: 'Rural affairs' },
  petitions: { zh: '信访', en: 'Petitions' },
  law: { zh: '法律', en: 'Law' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  construction: { zh: '工程', en: 'Construction' },
  environment: { zh: '生态环保', en: 'Environment' },
  education: { zh: '教育', en: 'Education' },
  health: { zh: '卫生', en: 'Health' },
  data: { zh: '信息', en: 'Data' },
  writing: { zh: '文字', en: 'Writing' },
}

export function seatRole(role: string): Text {
  return seatRoles[role] ?? { zh: role, en: role }
}

export function skillName(skill: string): Text {
  return skillNames[skill] ?? { zh: skill, en: skill }
}

/** What a choice of seats or skills starts from. */
export const knownSeatRoles: readonly string[] = Object.keys(seatRoles)
export const knownSkills: readonly string[] = Object.keys(skillNames)
