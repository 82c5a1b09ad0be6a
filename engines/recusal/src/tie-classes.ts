import type { TieClass } from './tie-kinds.ts'

/** How each class of tie is treated, for the declaration form. */
export const tieClasses: readonly {
  readonly class: TieClass
  readonly zh: string
  readonly en: string
  readonly treatment: 'by-rule' | 'by-evidence' | 'declared-reviewed'
  readonly treatmentZh: string
  readonly treatmentEn: string
}[] = [
  {
    class: 'interest',
    zh: '人情、利益',
    en: 'favour and interest',
    treatment: 'by-evidence',
    treatmentZh: '申报并附证明，查实即回避',
    treatmentEn: 'declared with proof; recused once proven',
  },
  {
    class: 'kinship',
    zh: '亲情',
    en: 'kinship',
    treatment: 'by-rule',
    treatmentZh: '按亲等逐条比对，属规定范围即回避',
    treatmentEn: 'compared degree by degree; recused by rule',
  },
  {
    class: 'friendship',
    zh: '友情',
    en: 'friendship and schooling',
    treatment: 'declared-reviewed',
    treatmentZh: '如实申报，由专人审核',
    treatmentEn: 'declared, then reviewed by a named person',
  },
]
