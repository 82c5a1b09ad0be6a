// Kinship of the degrees K1 to K4 (strength 1000) bars; a more distant relative warns.
import { tieRule } from '../tie-rule.ts'

export const kin = tieRule('kin', { zh: '亲属关系', en: 'kinship' })
