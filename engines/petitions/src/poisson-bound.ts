export interface Counted {
  readonly volume: number
  /** Months that it was counted in. */
  readonly months: number
}

/**
 * The chance that at least so many of all petitions fall into the recent months if the monthly rate never changed: given their sum, each
 * falls there with the recent months' share of all months (Przyborowski and Wilenski 1940). Exact for any numbers, small ones included.
 */
export function chanceOfMore(earlier: Counted, recent: Counted): number {
  const all = earlier.volume + recent.volume
  const share = recent.months / (recent.months + earlier.months)
  if (recent.volume === 0) return 1
  // Backwards from the last term, each term from the one before it in logarithms: nothing under- or overflows.
  let term = all * Math.log(share)
  let sum = Math.exp(term)
  for (let k = all; k > recent.volume; k -= 1) {
    term += Math.log(k) - Math.log(all - k + 1) + Math.log1p(-share) - Math.log(share)
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}
