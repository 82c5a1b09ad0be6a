import type { Readable } from 'node:stream'
import type { listCooperationEvents, ReplyOf } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type List = ReplyOf<typeof listCooperationEvents>
type Cells = readonly { readonly value: string | number | null }[]

const KINDS = { pairing: '结对帮扶', area: '片区协作' } as const

/** Two sheets: the events with who took part, where, and what was warned of; and how many there were year by year. */
export async function writeEventSheet({ items, byYear }: List): Promise<Readable> {
  const events = items.map((event, at) => [
    at + 1,
    event.starts,
    event.ends,
    KINDS[event.kind],
    event.title,
    event.people.map(({ name }) => name).join('、'),
    event.units.map(({ name }) => name).join('、'),
    event.exposure / 1000,
    event.warnings.map(({ zh }) => zh).join('；'),
    event.recordedBy,
    event.withdrawnReason ?? '',
  ])
  const head = [
    '序号',
    '开始',
    '结束',
    '类别',
    '名称',
    '参加人员',
    '对象',
    '预计认识班子成员（人）',
    '提示',
    '登记人',
    '撤回理由（撤回的不计数）',
  ]
  const years = byYear.map(({ year, pairing, area, total }) => [year, pairing, area, total])
  return writeWorkbook([
    {
      name: '结对与协作',
      hasHeader: true,
      widths: [6, 12, 12, 10, 36, 30, 40, 14, 60, 10, 30],
      rows: [head, ...events].map(cells),
    },
    {
      name: '历年次数',
      hasHeader: true,
      widths: [10, 12, 12, 10],
      rows: [['年份', '结对帮扶', '片区协作', '合计'], ...years].map(cells),
    },
  ])
}

const cells = (values: readonly (string | number)[]): Cells => values.map((value) => ({ value }))
