import type { Text } from '../../lib/language.tsx'

/** The rules that a named approver may lift for one person and one target; kinship is law and never among them. */
export const liftableRules: Readonly<Record<string, Text>> = {
  home: { zh: '工作地回避', en: 'Home' },
  native: { zh: '籍贯与成长地回避', en: 'Native place' },
  posting: { zh: '任职回避', en: 'Postings' },
  repeat: { zh: '重复巡察', en: 'Repeat' },
  local: { zh: '本地人员', en: 'Locals' },
  tie: { zh: '其他关系', en: 'Other ties' },
  barred: { zh: '被巡察单位异议', en: 'Objection of the unit' },
  unknown: { zh: '未核不派', en: 'Unverified' },
}
