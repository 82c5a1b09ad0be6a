// Term plans, rounds, targets, teams, dispatch, orders and certificates.
export { loadDemonstrationRounds } from './demonstration-store.ts'
export type { DemonstrationRounds } from './demonstration-world.ts'
export { resumeProposals, roundsJobs } from './jobs.ts'
export { loadRoundSteps } from './round/load-steps.ts'
export { roundsRoutes } from './routes.ts'
