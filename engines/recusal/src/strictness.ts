// Familiarity grows towards the grass roots: the nearer a target is to the people, the weaker a tie that already bars.
import type { PlaceLevel, Profile, Strictness } from './types.ts'

/** What the dispatch file itself demands: a direct tie of half strength bars at every level. A setting may go below it, never above. */
export const HARD_TIE_LIMIT = 500

const STANDARD: Profile = { tieLimit: HARD_TIE_LIMIT, ownUnit: 'warn' }
const STRICT: Profile = { tieLimit: 300, ownUnit: 'bar' }
/** Any known direct tie bars. */
const STRICTEST: Profile = { tieLimit: 1, ownUnit: 'bar' }

/** The profile of a review that names none: exactly the bars of the dispatch file. */
export const FILE_STRICTNESS: Strictness = {
  province: STANDARD,
  city: STANDARD,
  county: STANDARD,
  township: STANDARD,
  village: STANDARD,
}

/**
 * A full strictness table from the levels an office has set (row S0-02). Levels left out are standard above the township, strict for
 * a township and strictest for a village. A limit above the file's own is lowered to it: strictness adds bars, it never lifts one.
 */
export function resolveStrictness(given: { readonly [level in PlaceLevel]?: Profile } = {}): Strictness {
  const merged: Strictness = { ...FILE_STRICTNESS, township: STRICT, village: STRICTEST, ...given }
  return {
    province: capped(merged.province),
    city: capped(merged.city),
    county: capped(merged.county),
    township: capped(merged.township),
    village: capped(merged.village),
  }
}

function capped(profile: Profile): Profile {
  return { ...profile, tieLimit: Math.max(1, Math.min(profile.tieLimit, HARD_TIE_LIMIT)) }
}
