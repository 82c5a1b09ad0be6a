import type { Readable } from 'node:stream'
import type { listPetitionTrends, PetitionTrend, ReplyOf } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Trends = ReplyOf<typeof listPetitionTrends>
type Cells = readonly { readonly value: string | number | null }[]

const KINDS = { rising: '上升', level: '未见上升', unknown: '无法判断' } as const

/** Units by months as the page shows them, and a page with the definition and the rule. */
export async function writeTrendSheet(trends: Trends): Promise<Readable> {
  const { months, items, rule, sources } = trends
  return writeWorkbook([
    {
      name: '信访趋势',
      hasHeader: true,
      widths: [28, 18, ...months.map(() => 9), 12, 12, 12, 10, 10, 30],
      rows: [
        cells(['单位', '所在地', ...months, '前6个月', '近6个月', '判断', '紧迫度', '建议', '决定']),
        ...items.map((item) =>
          cells([
            item.name,
            item.place.name,
            ...item.volumes.map((volume) => (volume === null ? '未知' : volume === 'small' ? '<5' : volume)),
            rangeOf(item.earlier),
            rangeOf(item.recent),
            KINDS[item.kind],
            item.urgency,
            item.proposed === null ? '' : `提到${item.proposed}`,
            decisionOf(item),
          ]),
        ),
      ],
    },
    {
      name: '口径',
      hasHeader: false,
      widths: [16, 110],
      rows: [
        cells(['口径', '信访部门按月提供的、反映该单位的信访件次；未提供的月份为未知，不按0计。']),
        cells(['小格', '1至4件不显示，写作<5；合计写成可能的范围。']),
        cells([
          '规则',
          `${rule.name}：近6个月与前6个月各至少${rule.leastKnown}个月有数；同时满足三条才判为上升：合计增多（泊松比较，偶然性不超过${rule.percent}%）、` +
            `逐月走高（曼-肯德尔检验，偶然性不超过${rule.percent}%）、比前期推算至少多${rule.leastMore}件。`,
        ]),
        cells(['用途', '判断只是建议，紧迫度由具名人员决定。']),
        cells(['来源', sources.join('；')]),
        cells(['没有数的单位', trends.without]),
      ],
    },
  ])
}

function rangeOf({ least, most, known }: PetitionTrend['earlier']): string | number {
  return known === 0 ? '未知' : `${least === most ? least : `${least}—${most}`}（${known}个月）`
}

function decisionOf({ decisions }: PetitionTrend): string {
  const standing = decisions.find(({ revoked }) => revoked === null)
  if (standing === undefined) return ''
  return `${standing.by}：${standing.verdict === 'raised' ? `提到${standing.after ?? ''}` : '维持'}，${standing.reason}`
}

function cells(values: readonly (string | number | null)[]): Cells {
  return values.map((value) => ({ value }))
}
