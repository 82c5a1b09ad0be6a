import type { Readable } from 'node:stream'
import type { listBlackouts, listCalendarVisits, readTermCalendar, ReplyOf } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Calendar = ReplyOf<typeof readTermCalendar>
type Visits = ReplyOf<typeof listCalendarVisits>['items']
type Blackouts = ReplyOf<typeof listBlackouts>['items']
type Cells = readonly { readonly value: string | number | null; readonly note?: string }[]

const LEVELS = { county: '县直', township: '乡镇（街道）', village: '村（社区）', other: '其他' } as const
const KINDS = { election: '换届', farming: '农忙', other: '其他' } as const
const PINS = { office: '指定', inspected: '已巡察' } as const

/** Townships by periods with days and windows, every unit with its period, the look-backs where some are asked for, the years, and the windows. */
export async function writeCalendarSheet(calendar: Calendar, visits: Visits, blackouts: Blackouts): Promise<Readable> {
  return writeWorkbook([
    {
      name: '排期',
      hasHeader: true,
      widths: [18, 8, ...calendar.periods.map(() => 11)],
      rows: matrixRows(calendar),
    },
    {
      name: '单位',
      hasHeader: true,
      widths: [30, 18, 12, 14, 10, 10, 10, 36],
      rows: [
        cells(['单位', '所在地', '层级', '时段', '组日', '紧迫度', '固定', '已巡察的轮次']),
        ...visits.map((visit) =>
          cells([
            visit.name,
            visit.place.name,
            LEVELS[visit.level],
            visit.period ?? '未排',
            visit.workload,
            visit.urgency,
            visit.pinned === null ? '' : PINS[visit.pinned],
            visit.round?.title ?? '',
          ]),
        ),
      ],
    },
    ...lookBackSheet(calendar, visits),
    ...yearsSheet(calendar),
    {
      name: '避开期',
      hasHeader: true,
      widths: [18, 8, 12, 12, 8, 30, 30],
      rows: [
        cells(['地方', '种类', '自', '至', '每年', '事由', '依据']),
        ...blackouts.map(({ place, kind, from, to, yearly, reason, source }) =>
          cells([place.name, KINDS[kind], from, to, yearly ? '是' : '', reason, source]),
        ),
      ],
    },
  ])
}

function lookBackSheet({ settings: { lookBack } }: Calendar, visits: Visits): Parameters<typeof writeWorkbook>[0] {
  if (lookBack === null) return []
  return [
    {
      name: '回头看',
      hasHeader: true,
      widths: [30, 18, 14, 14, 14, 10, 12, 10, 16],
      rows: [
        cells([
          '单位',
          '所在地',
          '首次巡察时段',
          '回头看时段',
          '由谁回头看',
          '组日',
          '怎样选出',
          '固定',
          '最早—最迟（隔几个时段）',
        ]),
        ...visits.flatMap(({ name, place, period, lookBack: again }) =>
          again === null
            ? []
            : [
                cells([
                  name,
                  place.name,
                  period ?? '未排',
                  again.period ?? '未排',
                  lookBack.by === 'above' ? '上一级' : '本级',
                  again.workload,
                  again.isNamed ? '指名' : '按比例抽取',
                  again.isInspected ? PINS.inspected : again.isPinned ? PINS.office : '',
                  `${lookBack.after}—${lookBack.within ?? '届末'}${again.isLate ? '（已逾期）' : ''}`,
                ]),
              ],
        ),
      ],
    },
  ]
}

function yearsSheet({ years, lookBacks }: Calendar): Parameters<typeof writeWorkbook>[0] {
  return [
    {
      name: '分年',
      hasHeader: true,
      widths: [8, 12, 12, 12, 18, 18, 18],
      rows: [
        cells([
          '年份',
          '排期单位（个）',
          '组日',
          '回头看（个）',
          '年度计划现有（个）',
          '年度计划回头看（个）',
          '年度计划中一致（个）',
        ]),
        ...years.map((year) =>
          cells([
            year.year,
            year.units,
            year.days,
            lookBacks === null ? '' : year.lookBacks,
            year.planned,
            year.plannedLookBacks,
            year.same + year.sameLookBacks,
          ]),
        ),
      ],
    },
  ]
}

/** A closed cell says so and carries its reason as a note. */
function matrixRows({ periods, rows, cells: filled, windows, lookBacks, supplies }: Calendar): Cells[] {
  const count = new Map(filled.map(({ place, period, ...cell }) => [`${place} ${period}`, countOf(cell)]))
  const closed = new Map(windows.map((window) => [`${window.place} ${window.period}`, window]))
  return [
    cells(['乡镇', '应巡察', ...periods.map(({ id }) => id)]),
    ...rows.map(({ place, due }): Cells => [
      { value: place.name },
      { value: due },
      ...periods.map(({ id }) => {
        const key = `${place.code} ${id}`
        const window = closed.get(key)
        const value = count.get(key) ?? (window?.isWhole === true ? '避开' : '')
        return window === undefined ? { value } : { value, note: window.causes.map(({ text }) => text.zh).join('\n') }
      }),
    ]),
    cells(['单位数', rows.reduce((sum, { due }) => sum + due, 0), ...periods.map(({ units }) => units)]),
    ...(lookBacks === null ? [] : [cells(['回头看（个）', lookBacks.due, ...periods.map((period) => period.lookBacks)])]),
    cells(['已用组日', '', ...periods.map(({ used }) => used)]),
    cells(['可用组日', '', ...periods.map(({ days }) => days)]),
    ...(periods.every(({ above }) => above === null)
      ? []
      : [
          cells(['上一级已用组日', '', ...periods.map(({ above }) => above?.used ?? '')]),
          cells(['上一级可用组日', '', ...periods.map(({ above }) => above?.days ?? '')]),
        ]),
    ...supplies.flatMap((supply) => [
      cells([`${supply.name}已用组日`, '', ...supply.periods.map(({ used }) => used)]),
      cells([`${supply.name}可用组日`, '', ...supply.periods.map(({ days }) => days)]),
    ]),
  ]
}

const cells = (values: readonly (string | number)[]): Cells => values.map((value) => ({ value }))

/** `3回1`: three first visits and one look-back. */
const countOf = ({ units, lookBacks }: Pick<Calendar['cells'][number], 'units' | 'lookBacks'>): string | number =>
  lookBacks === 0 ? units : `${units === 0 ? '' : units}回${lookBacks}`
