export { ALL_RULES, formatRule } from './all-rules.ts'
export { prepareBars, type Bars } from './bars.ts'
export { prepareExposure, type Exposure, type Hop, type Path } from './exposure.ts'
export { resolveRules } from './resolve-rules.ts'
export { prepareReview, type Review } from './review.ts'
export type { Rule } from './rule.ts'
export { resolveStrictness } from './strictness.ts'
export { tieClasses, tieKinds, type TieClass, type TieKind } from './tie-kinds.ts'
export type {
  Answer,
  Evidence,
  Fact,
  FactName,
  FormatRule,
  PlaceCode,
  PlaceLevel,
  RecusalRules,
  Result,
  ReviewBarred,
  ReviewHistory,
  ReviewPerson,
  ReviewPosting,
  ReviewSchooling,
  ReviewTarget,
  ReviewTie,
  ReviewWaiver,
  RuleName,
  Seat,
  Setting,
  Strictness,
} from './types.ts'
export { unverifiedFacts } from './unverified-facts.ts'
