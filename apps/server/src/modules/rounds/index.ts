// Term plans, rounds, targets, teams, dispatch, orders and certificates.
export { resumeComparisons } from './comparison/ask-comparison.ts'
export { loadDemonstrationRounds } from './demonstration-store.ts'
export type { DemonstrationRounds } from './demonstration-world.ts'
export { resumeProposals } from './dispatch/resume-proposals.ts'
export { resumeDraws } from './draws/ask-solver.ts'
export { roundsJobs } from './jobs.ts'
export { loadRoundSteps } from './round/step-store.ts'
export { roundsRoutes } from './routes.ts'
