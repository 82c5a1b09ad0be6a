// What the screen calls the objectives of a dispatch, with the unit of each figure.
import type { readBoard, ReplyOf } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export type Board = ReplyOf<typeof readBoard>
export type BoardRow = Board['rows'][number]
export type BoardCell = BoardRow['cells'][number]
type Level = Board['objective'][number]['level']

interface LevelWords extends Text {
  readonly unit: Text
  /** Thousandths of a person are shown as persons with three decimals. */
  readonly isExposure: boolean
}

const people = { zh: '人', en: 'persons' }

/** Best level first: the order in which the solver decides. */
export const levels: Readonly<Record<Level, LevelWords>> = {
  worstExposure: { zh: '最大暴露', en: 'Worst exposure', unit: people, isExposure: true },
  totalExposure: { zh: '总暴露', en: 'Total exposure', unit: people, isExposure: true },
  unverified: { zh: '未核事实', en: 'Unverified facts', unit: { zh: '项', en: '' }, isExposure: false },
  memory: { zh: '重复与对调', en: 'Repeats, reversals', unit: { zh: '对', en: 'pairs' }, isExposure: false },
  workloadSpread: { zh: '工作量差', en: 'Workload spread', unit: { zh: '人天', en: 'person-days' }, isExposure: false },
  travel: { zh: '路程', en: 'Travel', unit: { zh: '公里', en: 'km' }, isExposure: false },
}

/** A figure of a level: exposure as persons to three decimals, zero as plain 0, the rest with thousands commas. */
export function levelFigure(level: Level, value: number): string {
  return levels[level].isExposure ? exposureFigure(value) : value.toLocaleString('en')
}

/** Thousandths of a person, as the expected number of insiders that somebody knows. */
export function exposureFigure(thousandths: number): string {
  return thousandths === 0 ? '0' : (thousandths / 1000).toFixed(3)
}

/** A change of a level with its sign. */
export function deltaFigure(level: Level, by: number): string {
  return `${by > 0 ? '+' : '−'}${levelFigure(level, Math.abs(by))}`
}
