/** The `count` months that end with `last` (`YYYY-MM`), oldest first. */
export function monthsThrough(last: string, count: number): readonly string[] {
  const [year = 0, month = 0] = last.split('-').map(Number)
  return Array.from({ length: count }, (_, k) => {
    const at = year * 12 + (month - 1) - (count - 1 - k)
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
