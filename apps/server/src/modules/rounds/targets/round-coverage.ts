import type { ReplyOf, readRoundCoverage } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findPlan } from '../dispatch/plan-store.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { termCoverageOf } from '../terms/term-coverage.ts'
import { countLevels } from './targets-view.ts'

type Coverage = ReplyOf<typeof readRoundCoverage>
const LEVELS = ['county', 'township', 'village', 'other'] as const
const DONE = ['reporting', 'closed', 'archived']

/** Coverage of the round, the matrix team × county of the plan in force, and the term's coverage apart from it. */
export async function readCoverage(tx: Transaction, round: RoundRecord): Promise<Coverage> {
  const world = await gatherWorld(tx, round)
  const units = world.facts.targets
  const row = await findPlan(tx, round.id)
  const plan = row === null ? null : (JSON.parse(row.plan) as Plan)
  const counties = [...new Set(units.map((unit) => unit.county))].toSorted((a, b) => a - b)
  const name = await placeNames(
    tx,
    counties.map((county) => wireCode(county * 1e6)),
  )
  const countyOfUnit = new Map(units.map((unit) => [unit.id, unit.county]))
  const homes = new Map(world.facts.people.map((person) => [person.id, person.home]))
  const placed = new Map((plan?.teams ?? []).map((team) => [team.id, team]))
  const matrix = world.teams.map((team) => {
    const own = placed.get(team.id)
    return counties.map((county) => ({
      targets: (own?.targets ?? []).filter((target) => countyOfUnit.get(target) === county).length,
      home: (own?.members ?? []).some((member) => homes.get(member.person)?.startsWith(String(county)) === true),
    }))
  })
  return {
    round: LEVELS.map((level) => {
      const due = units.filter((unit) => levelOfCoverage(unit.level) === level).length
      return { level, due, inspected: DONE.includes(round.state) ? due : 0 }
    }).filter((line) => line.due > 0),
    term: await termCoverageOf(tx, round),
    totals: countLevels(units),
    counties: counties.map((county, index) => ({
      county: name(wireCode(county * 1e6)),
      targets: units.filter((unit) => unit.county === county).length,
      teams: matrix.filter((cells) => (cells[index]?.targets ?? 0) > 0).length,
    })),
    teams: world.teams.map((team) => ({ team: team.id, name: team.name })),
    matrix,
    targetsPerTeam: world.teams.length === 0 ? null : Math.round((units.length / world.teams.length) * 10) / 10,
  }
}

function levelOfCoverage(level: string): (typeof LEVELS)[number] {
  return level === 'township' || level === 'village' || level === 'county' ? level : 'other'
}
