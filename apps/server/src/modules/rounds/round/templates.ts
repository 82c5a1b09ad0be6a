// Round templates by their formula, and the policy documents that each mode and type rests on.
import type { RoundMode, RoundType } from '@shengmian/contract'
import type { PolicyBasis } from './round-record.ts'

export interface RoundTemplate {
  readonly label: string
  readonly zh: string
  readonly en: string
  readonly mode: RoundMode
  readonly types: readonly RoundType[]
  readonly parts: readonly {
    readonly count: number
    readonly zh: string
    readonly en: string
    readonly items: readonly string[]
    readonly role: string | null
  }[]
}

export const roundTemplates: readonly RoundTemplate[] = [
  {
    label: '4+5+17',
    zh: '4种机制、5名巡察办主任、17名巡察组组长交叉分散到各组',
    en: '4 mechanisms, 5 office directors and 17 team leaders spread crosswise over the teams',
    mode: 'scattered',
    types: ['cross-region', 'level-raised'],
    parts: [
      {
        count: 4,
        zh: '工作机制',
        en: 'mechanisms',
        items: [
          '上借下力下乘上势的优势互补机制',
          '互学互鉴指导传导的经验交流机制',
          '有效衔接规范高效的沟通联络机制',
          '信息互通一体运用的成果共享机制',
        ],
        role: null,
      },
      { count: 5, zh: '县（市、区）巡察办主任', en: 'office directors of the counties', items: [], role: 'director' },
      { count: 17, zh: '县（市、区）巡察组组长', en: 'team leaders of the counties', items: [], role: 'leader' },
    ],
  },
]

const OPINIONS_2018 = '《关于推进巡察工作向纵深发展的意见》（2018）'
const REGULATION = '《中国共产党巡视工作条例》'

/** The rule that allows each mode and type; a round cites those it uses, and its orders print them. */
export const policyBases: readonly ({ readonly of: RoundMode | RoundType } & PolicyBasis)[] = [
  { of: 'rotation', title: OPINIONS_2018, clause: '设区市党委可统筹力量，探索开展交叉巡察' },
  { of: 'pooled', title: OPINIONS_2018, clause: '设区市党委可统筹力量，探索开展交叉巡察' },
  { of: 'paired', title: OPINIONS_2018, clause: '设区市党委可统筹力量，探索开展交叉巡察' },
  { of: 'scattered', title: OPINIONS_2018, clause: '设区市党委可统筹力量，探索开展交叉巡察' },
  { of: 'level-raised', title: OPINIONS_2018, clause: '探索开展提级巡察、交叉巡察' },
  { of: 'cross-region', title: REGULATION, clause: '巡察工作按照党组织隶属关系开展，实行回避' },
  { of: 'assistance', title: OPINIONS_2018, clause: '加强对市县巡察工作的指导督导' },
]

/** The bases of a mode and its types, each document once. */
export function basisOf(mode: RoundMode, types: readonly RoundType[]): readonly PolicyBasis[] {
  const cited = policyBases.filter((basis) => basis.of === mode || types.some((type) => type === basis.of))
  const found = new Map<string, PolicyBasis>()
  for (const { title, clause } of cited) {
    const known = found.get(title)
    found.set(title, { title, clause: known === undefined || known.clause === clause ? clause : `${known.clause}；${clause}` })
  }
  return [...found.values()]
}
