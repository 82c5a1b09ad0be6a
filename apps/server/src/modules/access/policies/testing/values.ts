// The values that columns with a closed set take in the worlds of the tests.
export const NOW = Date.parse('2026-11-21T02:00:00Z')
/** Roles for each account, on average. */
export const ROLE_ROWS = 4

const offices = [
  'office',
  'office',
  'office',
  'office',
  'leading-group',
  'leading-group',
  'leading-group',
  'leading-group',
] as const
const others = [
  'security-admin',
  'security-admin',
  'security-admin',
  'security-admin',
  'audit-admin',
  'inspected-head',
  'inspected-liaison',
  'case-management',
  'case-management',
  'case-management',
  'case-management',
  'department',
  'inspector',
  'rectification-reviewer',
  'scorer',
] as const

/** By table and column. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'access.standing_role': { role: [...offices, ...others] },
  'access.delegation': {
    role: ['office', 'leading-group', 'inspected-head', 'inspected-liaison', 'department', 'rectification-reviewer', 'scorer'],
  },
  'access.emergency': { role: ['office', 'leading-group'] },
  'rounds.round': { state: ['draft', 'submitted', 'authorised', 'running', 'running', 'reporting', 'closed'] },
  'rounds.section': { subject_kind: ['round', 'programme'] },
  'rounds.draw_record': { kind: ['commitment', 'pick', 'withdrawal'] },
  'rounds.charge': { kind: ['group-leader', 'liaison', 'liaison', 'area-leader'], level: ['village', 'township', 'county'] },
  'rounds.correction_step': { kind: ['answer', 'answer', 'return', 'verify', 'withdraw'] },
  'rounds.report_step': { event: ['submit', 'review', 'return', 'approve', 'approve'] },
  'documents.issued': { kind: ['engagement-order', 'engagement-order', 'recusal-certificate'] },
  'registry.tie': { source: ['self', 'office'] },
}

/** Whether a range of instants, as the worlds write it, holds the present. */
export function isWithin(range: unknown): boolean {
  const [start, end] = String(range).match(/\d{4}-[^",)]+/g) ?? []
  return start !== undefined && Date.parse(start) <= NOW && (end === undefined || NOW < Date.parse(end))
}
