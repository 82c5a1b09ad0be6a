/** Best level first: the solver minimises them lexicographically. */
export const LEVELS = ['worstExposure', 'totalExposure', 'unverified', 'memory', 'workloadSpread', 'travel'] as const
export type ObjectiveLevel = (typeof LEVELS)[number]
