// Superior and subordinate, or members of one leadership team: lately or for long they bar (北航 2019), otherwise they warn.
import { RECUSAL_WORDS } from '../rule-words.ts'
import { tieRule } from '../tie-rule.ts'

export const sharedLeadership = tieRule('shared-leadership', RECUSAL_WORDS['shared-leadership'])
