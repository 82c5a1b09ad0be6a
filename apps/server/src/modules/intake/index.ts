// The public intake: sealed reports in, signed acknowledgements and sealed replies out. It reads nothing of what it holds.
export { dayOf } from './day.ts'
export { openIntake } from './open-intake.ts'
export { freeUnder, watchDisk } from './watch-disk.ts'
export type { Intake } from './open-intake.ts'
export type { Terms } from './load.ts'
export { intakeRoutes } from './routes.ts'
