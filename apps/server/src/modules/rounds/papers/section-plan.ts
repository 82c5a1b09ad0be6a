// The sections that a plan must have before it can be approved.
export interface PlannedSection {
  readonly key: string
  readonly zh: string
  readonly en: string
}

/** 六个统一、统筹: one section of a round's plan each. */
export const roundSections: readonly PlannedSection[] = [
  { key: 'deployment', zh: '统一谋划部署', en: 'Deployment' },
  { key: 'staffing', zh: '统一调配力量', en: 'Staffing' },
  { key: 'training', zh: '统一组织培训', en: 'Training' },
  { key: 'targets', zh: '统筹监督对象', en: 'Targets' },
  { key: 'conduct', zh: '统筹组织实施', en: 'Conduct' },
  { key: 'appraisal', zh: '统筹总结评价', en: 'Appraisal' },
]

/** 四联: the sections of a programme's plan. */
export const programmeSections: readonly PlannedSection[] = [
  { key: 'teams-joined', zh: '队伍联带', en: 'Teams joined' },
  { key: 'strength-united', zh: '力量联合', en: 'Strength united' },
  { key: 'methods-shared', zh: '方法联创', en: 'Methods shared' },
  { key: 'party-building', zh: '党建联建', en: 'Party building together' },
]
