// Three people moved: two teams and the reserve, or three teams in a ring. A hole in the team shortens the first by one.
import type { DraftTeam } from '../solve/draft.ts'
import { fitterAt, fittersOf, isOut, keepBest, type Bench, type Fitter, type Mended } from './exchanges.ts'

/**
 * The reserve fills a place in another team, from which somebody comes here; or the reserve comes here, and who leaves here displaces
 * somebody there. Cut short, the first found stands.
 */
export function chainThroughReserve(bench: Bench, t: number, leavers: readonly (number | null)[]): Mended | null {
  const found = keepBest(bench)
  for (const here of fittersOf(bench, t)) {
    const ownMembers = membersOf(bench, t)
    const arrivals = leavers.flatMap((leaver) => {
      if (leaver === null) return []
      const rest = ownMembers.filter((person) => person !== leaver)
      return bench.standing.reserve.flatMap((comer) => {
        if (here.open(comer) === 0 || isOut(bench)) return []
        const mended = here.fit([...rest, comer])
        return mended === null ? [] : [{ leaver, mended }]
      })
    })
    for (const [u, other] of bench.standing.teams.entries()) {
      if (u === t) continue
      const there = fitterAt(bench, other)
      pullFrom(bench, here, there, leavers, found.offer)
      if (bench.isCut && found.best() !== null) return found.best()
      for (const { leaver, mended } of arrivals) pushTo(bench, mended, there, leaver, found.offer)
    }
  }
  return found.best()
}

type Offer = (teams: readonly (DraftTeam | null)[]) => void

function membersOf(bench: Bench, t: number): readonly number[] {
  return (bench.standing.teams[t]?.members ?? []).map(({ person }) => person)
}

function pullFrom(bench: Bench, here: Fitter, there: Fitter, leavers: readonly (number | null)[], offer: Offer): void {
  const [own, others] = [membersOf(bench, here.place.option.team), membersOf(bench, there.place.option.team)]
  for (const comer of others) {
    if (here.open(comer) === 0) continue
    for (const leaver of leavers) {
      if (isOut(bench)) return
      const mended = here.fit([...own.filter((person) => person !== leaver), comer])
      if (mended === null) continue
      const rest = others.filter((person) => person !== comer)
      for (const filler of bench.standing.reserve) {
        if (there.open(filler) === 0) continue
        if (isOut(bench)) return
        offer([mended, there.fit([...rest, filler])])
      }
    }
  }
}

function pushTo(bench: Bench, mended: DraftTeam, there: Fitter, leaver: number, offer: Offer): void {
  if (there.open(leaver) === 0) return
  const others = membersOf(bench, there.place.option.team)
  for (const displaced of others) {
    if (isOut(bench)) return
    offer([mended, there.fit([...others.filter((person) => person !== displaced), leaver])])
  }
}

/** Here → there → beyond → here, three people of three teams. */
export function ring(bench: Bench, t: number, leavers: readonly number[]): Mended | null {
  const found = keepBest(bench)
  const { teams } = bench.standing
  const own = membersOf(bench, t)
  const fitters = teams.map((team) => fitterAt(bench, team))
  for (const here of fittersOf(bench, t)) {
    for (const [v, last] of fitters.entries()) {
      if (v === t) continue
      for (const comer of membersOf(bench, v)) {
        if (here.open(comer) === 0) continue
        for (const leaver of leavers) {
          if (isOut(bench)) return found.best()
          const mended = here.fit([...own.filter((person) => person !== leaver), comer])
          if (mended === null) continue
          const rest = membersOf(bench, v).filter((person) => person !== comer)
          for (const [u, middle] of fitters.entries()) {
            if (u === t || u === v || middle.open(leaver) === 0) continue
            for (const passed of membersOf(bench, u)) {
              if (last.open(passed) === 0) continue
              if (isOut(bench)) return found.best()
              const beyond = last.fit([...rest, passed])
              if (beyond === null) continue
              found.offer([mended, middle.fit([...membersOf(bench, u).filter((person) => person !== passed), leaver]), beyond])
            }
          }
        }
      }
    }
  }
  return found.best()
}
