// The same class, the same tutor, teacher and student (北航 2019); the same school or a short course is weaker and warns.
import { RECUSAL_WORDS } from '../rule-words.ts'
import { tieRule } from '../tie-rule.ts'

export const study = tieRule('study', RECUSAL_WORDS.study)
