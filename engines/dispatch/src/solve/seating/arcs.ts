// The pairs of person and team that a linear program may choose from: a few from each of many homes, since the people of one home are much
// alike, and two of them are often all that a team may have.
/** One pair an entry, the teams in order. */
export interface Arcs {
  readonly team: Int32Array
  readonly person: Int32Array
}

/** Pairs under construction: each once. */
export interface ArcSet {
  readonly add: (team: number, person: number) => void
  readonly drop: (team: number, person: number) => void
  readonly size: () => number
  readonly list: (teams: Int32Array) => Arcs
}

export function emptyArcs(teams: number): ArcSet {
  const own: (Set<number> | undefined)[] = Array.from({ length: teams })
  return {
    add(t, i) {
      own[t] ??= new Set()
      own[t]?.add(i)
    },
    drop(t, i) {
      own[t]?.delete(i)
    },
    size: () => own.reduce((sum, people) => sum + (people?.size ?? 0), 0),
    list(wanted) {
      const [team, person]: [number[], number[]] = [[], []]
      for (const t of wanted) {
        for (const i of own[t] ?? []) {
          team.push(t)
          person.push(i)
        }
      }
      return { team: Int32Array.from(team), person: Int32Array.from(person) }
    },
  }
}
