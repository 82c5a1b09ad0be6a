// Any other direct tie to an official of the target: interest, favour, friendship, and kinship between half and full strength.
import { RECUSAL_WORDS } from '../rule-words.ts'
import { tieRule } from '../tie-rule.ts'

export const declaredTie = tieRule('declared-tie', RECUSAL_WORDS['declared-tie'])
