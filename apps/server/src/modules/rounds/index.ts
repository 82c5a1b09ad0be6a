// Term plans, rounds, targets, teams, dispatch, orders and certificates.
export { resumeProposals, roundsJobs } from './jobs.ts'
export { loadRoundSteps } from './round/load-steps.ts'
export { roundsRoutes } from './routes.ts'
