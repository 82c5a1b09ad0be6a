/** A day that many days from now, as China counts days. */
export function dayIn(days: number): string {
  return new Date(Date.now() + (8 * 60 + days * 24 * 60) * 60_000).toISOString().slice(0, 10)
}
