// What came back of each village. The number of valid sheets is what every question's table adds up to, so a village where it may not be
// told is told nothing of and is in no total; then no total can give away what it hides.
import { isSmall, type Cell } from './hide-small-cells.ts'

export interface ReturnsLine {
  readonly issued: number
  readonly returned: Cell
  readonly valid: Cell
  readonly invalid: Cell
}

export interface Returns {
  readonly villages: readonly ReturnsLine[]
  /** Of the villages whose valid sheets are told; hidden where there is none. */
  readonly total: ReturnsLine
}

interface Counted {
  readonly issued: number
  readonly valid: number
  readonly invalid: number
}

/**
 * Hides small counts of valid and of spoilt sheets, one line a village. Each hidden count of one to four could be any of them for a reader
 * who knows what is shown, how many papers were issued, and this rule.
 */
export function tellReturns(villages: readonly Counted[]): Returns {
  const lines = villages.map(tellVillage)
  const told = villages.filter((_village, index) => typeof lines[index]?.valid === 'number')
  const hides = told.length === 0
  const issued = sumOf(hides ? villages : told, 'issued')
  const [valid, invalid] = [sumOf(told, 'valid'), sumOf(told, 'invalid')]
  const hidesSpoilt = hides || !isVague(told.flatMap(rangeOfSpoilt), invalid - sumOf(told.filter(isSpoiltTold), 'invalid'))
  return {
    villages: lines,
    total: {
      issued,
      valid: hides ? '*' : valid,
      invalid: hidesSpoilt ? '*' : isSmall(invalid) ? '<5' : invalid,
      returned: hidesSpoilt || isSmall(invalid) ? '*' : valid + invalid,
    },
  }
}

const sumOf = (villages: readonly Counted[], part: keyof Counted) => villages.reduce((sum, village) => sum + village[part], 0)

function tellVillage(village: Counted): ReturnsLine {
  const { issued, valid, invalid } = village
  // Of one to four papers there is nothing but small counts.
  if (isSmall(issued)) return { issued, returned: '*', valid: '*', invalid: '*' }
  if (isSmall(valid)) return { issued, returned: '*', valid: '<5', invalid: '*' }
  if (isSpoiltTold(village)) return { issued, returned: valid + invalid, valid, invalid }
  return { issued, returned: '*', valid, invalid: isSmall(issued - valid) ? '*' : '<5' }
}

/** No more can be spoilt than were issued: where that leaves one to four, not even a nought is told. */
function isSpoiltTold({ issued, valid, invalid }: Counted): boolean {
  return !isSmall(issued - valid) && !isSmall(invalid)
}

function rangeOfSpoilt(village: Counted): readonly (readonly [least: number, most: number])[] {
  if (isSpoiltTold(village)) return []
  const left = village.issued - village.valid
  return [isSmall(left) ? [0, left] : [1, 4]]
}

/** Whether numbers within these ranges that add up to `sum` can still be anything in them, each on its own. */
function isVague(ranges: readonly (readonly [number, number])[], sum: number): boolean {
  const least = ranges.reduce((total, [low]) => total + low, 0)
  const most = ranges.reduce((total, [, high]) => total + high, 0)
  return ranges.every(([low, high]) => sum >= high + least - low && sum <= low + most - high)
}
