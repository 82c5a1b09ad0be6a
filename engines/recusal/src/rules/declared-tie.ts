// Any other direct tie to an official of the target: interest, favour, friendship, and kinship between half and full strength.
import { tieRule } from '../tie-rule.ts'

export const declaredTie = tieRule('declared-tie', { zh: '其他申报关系', en: 'other declared tie' })
