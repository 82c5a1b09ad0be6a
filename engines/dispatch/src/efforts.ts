/** Iterations behind the names that offices use: some one, ten and a hundred seconds of one core for a city's round, three times as much for a province's. */
export const EFFORTS = { quick: 1_000_000, normal: 10_000_000, long: 100_000_000 } as const
