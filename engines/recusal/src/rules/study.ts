// The same class, the same tutor, teacher and student (北航 2019); the same school or a short course is weaker and warns.
import { tieRule } from '../tie-rule.ts'

export const study = tieRule('study', { zh: '同学、师生关系', en: 'study tie' })
