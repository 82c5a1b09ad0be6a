import type { Plan } from '../plan.ts'

/** A plan that claims nothing and seats nobody: the frame for parts of a plan. */
export const NO_PLAN: Plan = {
  format: 'shengmian.dispatch-plan/1',
  problem: '',
  seed: '',
  effort: 0,
  engine: '',
  teams: [],
  unassigned: [],
  objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
  bound: { worstExposure: null, totalExposure: null, unverified: null, memory: null, workloadSpread: null, travel: null },
  certificates: [],
}
