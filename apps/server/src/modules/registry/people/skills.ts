// Specialties that the pages offer. An office may write others; a known one has one code in the database, whatever was typed.
const skills: readonly { readonly skill: string; readonly zh: string; readonly words: readonly string[] }[] = [
  { skill: 'audit', zh: '审计', words: [] },
  { skill: 'finance', zh: '财务', words: ['财会', '会计', '财政'] },
  { skill: 'discipline', zh: '纪检', words: ['纪检监察', '监察', '执纪'] },
  { skill: 'organisation', zh: '组织', words: ['组织人事', '党建', '干部', 'organization'] },
  { skill: 'petitions', zh: '信访', words: [] },
  { skill: 'law', zh: '法律', words: ['政法', '司法', 'legal'] },
  { skill: 'rural', zh: '农业农村', words: ['农业', '三农', '乡村振兴', 'agriculture'] },
  { skill: 'civil-affairs', zh: '民政', words: [] },
  { skill: 'construction', zh: '工程', words: ['工程建设', '项目', '住建'] },
  { skill: 'environment', zh: '生态环保', words: ['环保', '生态'] },
  { skill: 'education', zh: '教育', words: [] },
  { skill: 'health', zh: '卫生', words: ['医疗', '卫健'] },
  { skill: 'data', zh: '信息', words: ['大数据', '计算机', '信息化'] },
  { skill: 'writing', zh: '文字', words: ['写作', '文字综合', '公文'] },
]

const bySpelling = new Map(
  skills.flatMap(({ skill, zh, words }) => [skill, zh, ...words].map((word) => [word.toLowerCase(), skill] as const)),
)
const labels = new Map(skills.map(({ skill, zh }) => [skill, zh]))

/** The one spelling of a specialty in the database: audit for Audit and 审计; a specialty of the office's own stays as it is. */
export function skillCode(text: string): string {
  return bySpelling.get(text.trim().toLowerCase()) ?? text.trim()
}

/** What people read: 审计 for audit. */
export function skillLabel(skill: string): string {
  return labels.get(skill) ?? skill
}

/** The specialties to offer. */
export const skillLabels: readonly string[] = skills.map(({ zh }) => zh)
