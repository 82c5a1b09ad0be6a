// When a report comes into the list of its team. The list names the day of arrival, so the draw must not let a release near midnight
// narrow the hours in which it can have arrived: whatever is drawn, a window as long as the hold stays possible.

/** Releases happen at these moments only, for whatever is due together. */
export const SLOT_MS = 600_000
const SLOTS_OF_HOUR = 3_600_000 / SLOT_MS
const SLOTS_OF_DAY = 24 * SLOTS_OF_HOUR
/** Days are those of China. */
const OFFSET_MS = 8 * 3_600_000

/** The running number of the slot that holds a moment, counted from a midnight in China. */
export function slotOf(now: Date): number {
  return Math.floor((now.getTime() + OFFSET_MS) / SLOT_MS)
}

/**
 * The slot for a report of `day` (2026-11-21) that is first looked at in `slot`: usually a random one of the next `holdHours` hours.
 * In its first hours no report of a day is released; one that waits past midnight comes at any time of the first hours of the next day.
 * `draw` answers a random whole number from 0 up to, not including, its argument.
 */
export function drawSlot(day: string, slot: number, holdHours: number, draw: (below: number) => number): number {
  const hold = holdHours * SLOTS_OF_HOUR
  const midnight = (Date.parse(day) / 86_400_000) * SLOTS_OF_DAY
  const next = midnight + SLOTS_OF_DAY
  const drawn = slot + draw(hold)
  if (drawn < midnight + hold) return midnight + hold + draw(hold)
  if (slot < next && drawn >= next) return next + draw(hold)
  return drawn
}
