// How figures of a comparison are shown: persons, yuan and per cent instead of the engine's thousandths and fen; what stands together.
import type { listComparisons, ReplyOf } from '@shengmian/contract'
import type { Text } from '../../../lib/language.tsx'

export type Comparison = ReplyOf<typeof listComparisons>['items'][number]
export type ComparisonRow = Comparison['rows'][number]
export type AdoptableMode = Exclude<Comparison['columns'][number]['mode'], 'local'>

interface FigureGroup {
  readonly title: Text
  readonly figures: readonly string[]
}

const groups: readonly FigureGroup[] = [
  { title: { zh: '熟人关系', en: 'Acquaintance' }, figures: ['worstExposure', 'totalExposure', 'unverified'] },
  {
    title: { zh: '回避', en: 'Recusal' },
    figures: ['barsBroken', 'barredPairs', 'consideredPairs', 'fewestEligible', 'medianEligible'],
  },
  {
    title: { zh: '路程与费用', en: 'Travel and cost' },
    figures: [
      'travel',
      'farthest',
      'travelSending',
      'travelHost',
      'travelCommissioning',
      'costSending',
      'costHost',
      'costCommissioning',
    ],
  },
  { title: { zh: '保密与持续', en: 'Secrecy and future rounds' }, figures: ['largestPair', 'rounds', 'strictRounds'] },
]

/** The rows of a comparison under their headings; a figure that no heading knows stands at the end. */
export function groupRows(
  rows: readonly ComparisonRow[],
): readonly { readonly title: Text; readonly rows: readonly ComparisonRow[] }[] {
  const known = new Set(groups.flatMap(({ figures }) => figures))
  const others = rows.filter(({ figure }) => !known.has(figure))
  return [
    ...groups.map(({ title, figures }) => ({
      title,
      rows: figures.flatMap((figure) => rows.find((row) => row.figure === figure) ?? []),
    })),
    { title: { zh: '其他', en: 'Others' }, rows: others },
  ].filter((group) => group.rows.length > 0)
}

/** The unit as it is shown. */
export function unitOf({ unit }: ComparisonRow): Text {
  if (unit.zh === '‰人') return { zh: '人', en: 'persons' }
  if (unit.zh === '分') return { zh: '元', en: 'yuan' }
  return unit.zh === '‰' ? { zh: '%', en: '%' } : unit
}

/** A value of a row in the unit that is shown: exposure to three decimals of a person, money to the cent. */
export function figureText({ unit }: ComparisonRow, value: number): string {
  if (value === 0) return '0'
  if (unit.zh === '‰人') return (value / 1000).toFixed(3)
  if (unit.zh === '‰') return (value / 10).toLocaleString('en')
  if (unit.zh === '分') return (value / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return value.toLocaleString('en')
}

/** Definitions in the order of the rows; figures with one definition share a line. */
export function definitionsOf(
  rows: readonly ComparisonRow[],
): readonly { readonly names: readonly Text[]; readonly means: Text }[] {
  const lines: { names: Text[]; means: Text }[] = []
  for (const { name, means } of groupRows(rows).flatMap((group) => group.rows)) {
    const line = lines.find((known) => known.means.zh === means.zh)
    if (line === undefined) lines.push({ names: [name], means })
    else line.names.push(name)
  }
  return lines
}

export function isUnderWay(comparison: Comparison | undefined): boolean {
  return comparison?.state === 'queued' || comparison?.state === 'running'
}
