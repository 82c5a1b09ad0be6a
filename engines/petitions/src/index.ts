// Monthly petition volumes of one unit: whether they rise, by a stated rule, and how they are shown without small numbers.
export { judgeTrend, trendRule } from './judge-trend.ts'
export type { Trend } from './judge-trend.ts'
export { hideSmall, sumShown } from './hide-small.ts'
export type { ShownVolume } from './hide-small.ts'
export { monthsThrough } from './months.ts'
