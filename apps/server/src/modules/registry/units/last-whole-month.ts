/** The last month that is over in China: `YYYY-MM`. Figures of a month that still runs would be too small. */
export function lastWholeMonth(now: Date): string {
  const inChina = new Date(now.getTime() + 8 * 3_600_000)
  return new Date(Date.UTC(inChina.getUTCFullYear(), inChina.getUTCMonth(), 0)).toISOString().slice(0, 7)
}
