import type { Problem } from '@shengmian/dispatch'

/** Kilometres from a home to a host as the file format has them: an entry, else the straight line between positions, else 0. */
export function travelOf(
  problem: Pick<Problem, 'travel' | 'regions' | 'people'>,
): (home: string | null, host: string | null) => number {
  const entries = new Map(problem.travel.map(([home, host, kilometres]) => [`${home} ${host}`, kilometres]))
  const positions = new Map(
    problem.regions.flatMap((region) =>
      region.at === undefined || region.at === null ? [] : [[region.code, region.at] as const],
    ),
  )
  // a longer code lies in the shorter one that begins it and inherits its position
  const at = (code: string) =>
    [12, 9, 6, 4, 2].map((digits) => positions.get(code.slice(0, digits))).find((position) => position !== undefined)
  const between = (home: string, host: string): number => {
    const entry = entries.get(`${home} ${host}`)
    if (entry !== undefined) return entry
    const [a, b] = [at(home), at(host)]
    return a === undefined || b === undefined ? 0 : Math.floor(Math.hypot(a[0] - b[0], a[1] - b[1]))
  }
  const homes = [...new Set(problem.people.flatMap((person) => person.home ?? []))]
  return (home, host) => {
    if (host === null) return 0
    return home === null ? Math.max(0, ...homes.map((known) => between(known, host))) : between(home, host)
  }
}
