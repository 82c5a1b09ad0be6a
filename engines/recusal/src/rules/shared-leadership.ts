// Superior and subordinate, or members of one leadership team: lately or for long they bar (北航 2019), otherwise they warn.
import { tieRule } from '../tie-rule.ts'

export const sharedLeadership = tieRule('shared-leadership', { zh: '上下级、同班子共事关系', en: 'shared leadership' })
