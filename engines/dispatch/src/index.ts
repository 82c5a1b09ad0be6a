export { assignSlots } from './assignment/assign-slots.ts'
export { boundOfPrices, type SlotAnswer, type SlotProblem } from './assignment/slot-problem.ts'
export { cutCalendar, joinCalendars, type CalendarPart } from './calendar/cut-calendar.ts'
export {
  planCalendar,
  roundsFor,
  type CalendarAnswer,
  type CalendarOptions,
  type CalendarProgress,
} from './calendar/plan-calendar.ts'
export type { CalendarPlan, CalendarVisit } from './calendar/plan.ts'
export type { CalendarProblem } from './calendar/problem.ts'
export { restateCalendar } from './calendar/restate-calendar.ts'
export { readCalendarPlan, readCalendarProblem } from './calendar/read-calendar.ts'
export { compareModes, type CompareOptions } from './compare/compare-modes.ts'
export {
  COMPARED_MODES,
  FIGURES,
  type ComparedMode,
  type Comparison,
  type FigureName,
  type Measured,
  type ModeColumn,
  type Rates,
} from './compare/comparison.ts'
export { deriveMode, rulesUnder } from './compare/derive-mode.ts'
export { FIGURE_WORDS } from './compare/figure-words.ts'
export { MODE_WORDS } from './compare/mode-words.ts'
export { readRates } from './compare/read-rates.ts'
export { abortDraw } from './draw/abort-draw.ts'
export { commitSecrets, secretFromDice } from './draw/commit-secrets.ts'
export type {
  DrawAbort,
  DrawBranch,
  DrawCommitment,
  DrawDice,
  DrawFreeze,
  DrawPick,
  DrawPortfolio,
  DrawReveal,
  DrawSalts,
  DrawSide,
  DrawTerms,
  DrawWithdrawal,
} from './draw/draw.ts'
export type { DrawFiles, DrawReceipt, DrawRefusal } from './draw/draw-files.ts'
export { hashValue } from './draw/digest.ts'
export { freezeDraw } from './draw/freeze-draw.ts'
export { makePortfolio, type PortfolioAnswer } from './draw/make-portfolio.ts'
export { pickTicket } from './draw/pick-ticket.ts'
export { provePerson, proveRecord } from './draw/prove-record.ts'
export { readDraw, readDrawFile, readReceipts, type DrawFile } from './draw/read-draw.ts'
export { recordPublic } from './draw/record-public.ts'
export { timeOfRound } from './draw/quicknet.ts'
export { readTerms } from './draw/read-terms.ts'
export { rehearseDraw, type RehearsalAnswer } from './draw/rehearse-draw.ts'
export { revealSecret } from './draw/reveal-secret.ts'
export { sayEnd } from './draw/verify/aborts.ts'
export { verifyDraw, type DrawFinding, type DrawVerdict } from './draw/verify/verify-draw.ts'
export { planNow, withdrawPerson, type WithdrawAnswer } from './draw/withdraw-person.ts'
export {
  explainPlacement,
  reviewPlacement,
  type ExplainAnswer,
  type Explanation,
  type Placement,
} from './explain/explain-placement.ts'
export { prepareRepair, type Repair, type RepairOptions } from './repair/prepare-repair.ts'
export type { RepairAnswer, RepairChange, RepairProof } from './repair/repair-answer.ts'
export type { SeatTried } from './explain/try-seats.ts'
export type { PriceDifference, WhatIf } from './explain/what-if.ts'
export { canonicalText, hashProblem } from './hash-problem.ts'
export { LEVELS, type Objective, type ObjectiveLevel, type Plan, type PlanTeam } from './plan.ts'
export type {
  DispatchMode,
  FactName,
  PlaceLevel,
  Problem,
  ProblemPerson,
  ProblemRules,
  ProblemSlot,
  ProblemTarget,
  ProblemTeam,
  ProblemTie,
} from './problem.ts'
export type { ReadIssue, ReadOutcome } from './read-outcome.ts'
export { readPlan } from './read-plan.ts'
export { readJson } from './read-json.ts'
export { isJsonLines, type LineCollector } from './read-lines.ts'
export {
  problemFromLines,
  readProblem,
  readProblemHead,
  readProblemLine,
  type ProblemElement,
  type ProblemList,
} from './read-problem.ts'
export { countLegalPermutations } from './rotation/count-legal.ts'
export type { ZoneCount } from './rotation/count-zone.ts'
export type { RotationPair, RotationPlan } from './rotation/plan.ts'
export type { RotationMember, RotationProblem } from './rotation/problem.ts'
export { readRotationPlan, readRotationProblem } from './rotation/read-rotation.ts'
export { countRounds, drawNextRound, scheduleRotation, type RotationAnswer } from './rotation/schedule-rotation.ts'
export { teamsFromRotation, type TeamPattern } from './rotation/teams-from-rotation.ts'
export { resolveRules, type ResolvedRules } from './rules.ts'
export type { Clash, ClashItem, DispatchAnswer, PlanChange, Relaxation } from './solve/answer.ts'
export type { Progress } from './solve/meter.ts'
export { EFFORTS } from './efforts.ts'
export { planDispatch, type DispatchOptions } from './solve/plan-dispatch.ts'
export { RULE_WORDS } from './solve/rule-words.ts'
export { sumZones, type ZoneFigures } from './zones/sum-zones.ts'
export { surveyZones, type ZoneSurvey } from './zones/zone-survey.ts'
