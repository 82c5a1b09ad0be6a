export { hashProblem } from './hash-problem.ts'
export { LEVELS, type Objective, type ObjectiveLevel, type Plan, type PlanTeam } from './plan.ts'
export {
  type DispatchMode,
  type FactName,
  type PlaceLevel,
  type Problem,
  type ProblemPerson,
  type ProblemRules,
  type ProblemSlot,
  type ProblemTarget,
  type ProblemTeam,
  type ProblemTie,
} from './problem.ts'
export { readPlan } from './read-plan.ts'
export { readProblem } from './read-problem.ts'
export type { ReadIssue, ReadOutcome } from './read-outcome.ts'
export { resolveRules, type ResolvedRules } from './rules.ts'
