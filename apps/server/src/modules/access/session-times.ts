// How long a session lives, and how failures slow the next attempt.

/** Without a request for so long, a session ends. */
export const IDLE_MINUTES = 30
/** Without a request for so long it locks; the passphrase unlocks it. The database keeps the same figure (`access.account_id`). */
export const LOCK_MINUTES = 10
/** So long a session waits for its second factor. */
export const SECOND_STEP_MINUTES = 5
/** So long the step before leads holds. */
export const LEADS_MINUTES = 30
/** It ends in any case after so long. */
export const LONGEST_HOURS = 12
/** So long a proposed link with the identity provider waits for its person. */
export const CONFIRM_DAYS = 14
/** So many sessions of an account are open at once; the next ends the one that was used longest ago. */
export const MOST_SESSIONS = 5
/** So many failures are free of waiting; from then on each doubles the wait. */
const FREE_FAILURES = 5
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 15 * 60

/** Seconds that the next attempt must wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 20))
}
