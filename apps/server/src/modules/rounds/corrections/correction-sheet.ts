import type { Readable } from 'node:stream'
import type { OwnCorrection } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'
import { dayZh } from '../days.ts'

const CHINA_MS = 8 * 3_600_000
const STATES = { open: '待单位答复', answered: '待验收', verified: '已验收', withdrawn: '已撤回' } as const
const STEPS = { answer: '单位答复', return: '退回', verify: '验收', withdraw: '撤回' } as const

/**
 * Orders as the unit's side may read them, since such a list is sent round: not a word of whether one began with a report. A second page says
 * what the columns mean.
 */
export async function writeCorrectionSheet(title: string, items: readonly OwnCorrection[], day: string): Promise<Readable> {
  return writeWorkbook([
    {
      name: '立行立改',
      hasHeader: true,
      widths: [6, 26, 46, 13, 12, 14, 12, 17, 60],
      rows: [
        cells(['序号', '单位', '要改什么', '期限', '状态', '到期情况', '下达人', '下达时间', '办理经过']),
        ...items
          .toSorted((one, other) => (one.at < other.at ? -1 : 1))
          .map((item, at) =>
            cells([
              at + 1,
              item.unit.name,
              item.what,
              item.until,
              STATES[item.state],
              dueOf(item),
              item.by,
              timeOf(item.at),
              item.steps.map(({ kind, by, at: when, text }) => `${timeOf(when)} ${by}${STEPS[kind]}：${text}`).join('\n'),
            ]),
          ),
      ],
    },
    {
      name: '口径',
      hasHeader: false,
      widths: [16, 90],
      rows: [
        cells(['轮次', title]),
        cells(['截至', dayZh(day)]),
        cells(['到期情况', '只对待单位答复的项计算，按日历日：期限当天为今天到期，次日起为逾期。答复以后不再计逾期。']),
        cells(['项数', items.length]),
        ...Object.entries(STATES).map(([state, name]) => cells([name, items.filter((item) => item.state === state).length])),
        cells(['其中逾期', items.filter(({ isOverdue }) => isOverdue).length]),
      ],
    },
  ])
}

function dueOf({ state, daysLeft }: OwnCorrection): string {
  if (state !== 'open') return ''
  if (daysLeft < 0) return `逾期${-daysLeft}天`
  return daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`
}

/** "2026-11-21 10:30" in China. */
function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ')
}

function cells(values: readonly (string | number | null)[]) {
  return values.map((value) => ({ value }))
}
