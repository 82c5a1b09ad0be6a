import type { Readable } from 'node:stream'
import type { ReplyOf, readRotation } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Rotation = ReplyOf<typeof readRotation>
type Cells = readonly { readonly value: string | number | null }[]

/** Two sheets: the schedule, a line a member; and the zones with why they are alike and what ends their rounds. */
export async function writeRotationSheet(rotation: Rotation): Promise<Readable> {
  return writeWorkbook([
    {
      name: '片区轮转',
      hasHeader: true,
      widths: [16, 12, ...(rotation.schedule?.rounds ?? []).map(() => 16), 12],
      rows: scheduleRows(rotation),
    },
    { name: '片区', hasHeader: true, widths: [16, 10, 60, 40, 12, 60], rows: zoneRows(rotation) },
  ])
}

function scheduleRows({ schedule, zones }: Rotation): Cells[] {
  const rounds = schedule?.rounds ?? []
  const header = ['片区', '派出', ...rounds.map((_, k) => `第${k + 1}轮进驻`), '路程合计（公里）']
  const rows = zones.flatMap(({ name, members }) =>
    members.map((member) => {
      const pairs = rounds.map((round) => round.find(({ home }) => home.code === member.code))
      return [
        name ?? '全体',
        member.name,
        ...pairs.map((pair) => pair?.host.name ?? ''),
        pairs.reduce((sum, pair) => sum + (pair?.travel ?? 0), 0),
      ]
    }),
  )
  return [header, ...rows].map(cells)
}

function zoneRows({ zones }: Rotation): Cells[] {
  const header = ['片区', '成员数', '成员', '巡情相近的说明', '还有几轮', '到此为止的原因']
  const rows = zones.map(({ name, members, similarity, most, limit }) => [
    name ?? '全体',
    members.length,
    members.map((member) => member.name).join('、'),
    similarity,
    most === null ? '不限' : most,
    limit.zh,
  ])
  return [header, ...rows].map(cells)
}

const cells = (values: readonly (string | number)[]): Cells => values.map((value) => ({ value }))
