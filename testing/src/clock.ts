/** A clock that stands still until it is moved. */
export function fixedClock(start: string): { now: () => Date; set: (instant: string) => void } {
  let instant = new Date(start)
  return {
    now: () => instant,
    set: (next) => {
      instant = new Date(next)
    },
  }
}
