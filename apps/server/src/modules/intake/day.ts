/** The day in China: the only time that the intake keeps. `back` days earlier where given. */
export function dayOf(now: Date, back = 0): string {
  return new Date(now.getTime() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)
}
