// What the grounds are called before people, by their name here and by the name that the dispatch files give to a bar.
import type { FormatRule, RuleName, Words } from './types.ts'

/** The ground in Chinese and English, for either name. */
export const RECUSAL_WORDS: { readonly [rule in RuleName | FormatRule]: Words } = {
  home: { zh: '工作地回避', en: 'recusal by workplace' },
  'own-unit': { zh: '本单位回避', en: 'recusal by own unit' },
  native: { zh: '籍贯地回避', en: 'recusal by native place' },
  posting: { zh: '任职地回避', en: 'recusal by former posting' },
  repeat: { zh: '近几轮巡察过的地区不再去', en: 'no return to a region inspected lately' },
  local: { zh: '本地组员按乡镇、单位回避', en: 'local members keep off their township and unit' },
  kin: { zh: '亲属回避', en: 'recusal by kinship' },
  tie: { zh: '利害关系回避', en: 'recusal by a close tie' },
  study: { zh: '同学、师生关系', en: 'study tie' },
  'shared-leadership': { zh: '上下级、同班子共事关系', en: 'shared leadership' },
  'declared-tie': { zh: '其他申报关系', en: 'other declared tie' },
  barred: { zh: '列明的回避', en: 'listed objection' },
  objection: { zh: '列明的回避', en: 'listed objection' },
  unknown: { zh: '事实未核实不得派出', en: 'nobody with an unverified fact' },
}
