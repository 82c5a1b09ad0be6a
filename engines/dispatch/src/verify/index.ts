export { measurePlan } from './measure-plan.ts'
export { verifyRotation } from './rotation/verify-rotation.ts'
export { verifyPlan, type Verdict } from './verify-plan.ts'
export type { Breach, WaiverUse, Words } from './finding.ts'
