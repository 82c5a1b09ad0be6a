export { ALL_RULES, formatRule } from './all-rules.ts'
export { prepareBars, type Bars } from './bars.ts'
export { drawCertificate, type Certificate, type CertificateInput } from './certificate.ts'
export type { CertificateRow } from './certificate-row.ts'
export type { Conclusion } from './conclude.ts'
export { prepareExposure, type Exposure, type Hop, type Path } from './exposure.ts'
export { kinRelations, type KinDegree, type KinList, type KinRelation } from './kin-relations.ts'
export { gatherMarks, marks, type Mark, type MarkName } from './marks.ts'
export { middleTies, nearTies } from './paths/near-ties.ts'
export { strongestPaths, tabulatePaths, visitPaths, type PathTable, type VisitRow } from './paths/strongest-paths.ts'
export { joinColumns, type PathEnds, type TieColumns } from './paths/tie-columns.ts'
export { resolveRules } from './resolve-rules.ts'
export { prepareReview, type Review } from './review.ts'
export type { Rule } from './rule.ts'
export { prepareStrangerScore, type StrangerHeading, type StrangerLine, type StrangerScore } from './stranger.ts'
export { RECUSAL_WORDS } from './rule-words.ts'
export { resolveStrictness } from './strictness.ts'
export { tieClasses } from './tie-classes.ts'
export { tieKinds, type TieClass, type TieKind } from './tie-kinds.ts'
export { tieStrength, type DeclaredTie } from './tie-strength.ts'
export type {
  Answer,
  Evidence,
  Fact,
  FactName,
  FormatRule,
  PlaceCode,
  PlaceLevel,
  Profile,
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
  Words,
} from './types.ts'
export { unverifiedFacts } from './unverified-facts.ts'
