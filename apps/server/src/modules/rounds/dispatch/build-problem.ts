// The problem file of a round as it stands: the same that the command line takes. Pure, and in a fixed order, so that the
// same round always has the same hash.
import type { Problem } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { DispatchPerson, DispatchRegion } from '../../registry/index.ts'
import { applyGranted } from '../relaxations/effects.ts'
import { grantedBy } from '../relaxations/relaxation-store.ts'
import type { RoundWorld } from './round-world.ts'

export function buildProblem(world: RoundWorld): Problem {
  return applyGranted(strictProblem(world), world.relaxations.map(grantedBy))
}

/** The same without what was signed to give way: what a plan breaks of it, it breaks by that signature. */
export function strictProblem(world: RoundWorld): Problem {
  const { round, facts } = world
  const peopleById = new Map(facts.people.map((person) => [person.id, person]))
  const targetsById = new Map(facts.targets.map((target) => [target.id, target]))
  const people = world.pool.flatMap((entry) => peopleById.get(entry.person) ?? [])
  const targets = world.targets.flatMap((row) => {
    const unit = targetsById.get(row.unit)
    return unit === undefined ? [] : [{ row, unit }]
  })
  const named = new Set(people.map((person) => person.id))
  const inspected = new Set(targets.map(({ unit }) => unit.id))
  const labels = new Set(world.past.rounds.map((past) => past.label))
  return {
    format: 'shengmian.dispatch-problem/1',
    name: round.title,
    round: { id: `${round.year}-${round.number}`, start: round.starts, end: round.ends },
    rounds: world.past.rounds.map((past) => past.label),
    rules: { mode: round.mode, ...round.rules, ...(round.elevated ? { elevated: true } : {}) },
    regions: regionsOf(world),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      home: person.home,
      native: person.native,
      unit: person.unit,
      roles: [...person.roles],
      skills: [...person.skills],
      experience: person.experience,
      postings: person.postings?.map(({ region, from, to }) => ({ region, from, to })) ?? null,
      unverified: [...person.unverified],
      unavailable: person.unavailable || world.withdrawn.has(person.id) || isAway(person, round),
    })),
    teams: world.teams.map((team) => ({
      id: team.id,
      home: team.sending === null ? null : wireCode(team.sending),
      host: team.host === null ? null : wireCode(team.host),
      slots: team.slots.map((slot) => ({ ...slot })),
    })),
    targets: targets.map(({ row, unit }) => ({
      id: unit.id,
      name: unit.name,
      region: unit.region,
      workload: row.workload,
      needs: [...row.needs],
      insiders: [...(unit.insiders ?? [])],
    })),
    ties: facts.ties.map(({ a, b, kind, strength, source }) => ({ a, b, kind, strength, source })).toSorted(byText),
    apart: round.apart.filter(([a, b]) => named.has(a) && named.has(b)).map(([a, b]) => [a, b]),
    barred: facts.barred
      .filter((pair) => named.has(pair.person) && inspected.has(pair.target))
      .map(({ person, target, why, source }) => ({ person, target, why, source }))
      .toSorted(byText),
    history: world.past.visits
      .filter((visit) => named.has(visit.person) && labels.has(visit.label))
      .map(({ label, person, region }) => ({ round: label, person, region })),
    dispatched: world.past.dispatches.map(({ label, home, host }) => ({ round: label, home, host })),
    travel: world.past.travel.map(({ home, host, kilometres }) => [home, host, kilometres]),
    pins: world.pool.flatMap((entry) =>
      entry.pinned !== null && named.has(entry.person) ? [{ person: entry.person, team: entry.pinned }] : [],
    ),
    waivers: world.waivers
      .filter((waiver) => named.has(waiver.person) && inspected.has(waiver.unit))
      .map((waiver) => ({ rule: waiver.rule, person: waiver.person, target: waiver.unit, by: waiver.by_name, why: waiver.why })),
  }
}

/** Away on any day of the round: he cannot be sent for all of it. */
function isAway(person: DispatchPerson, round: { readonly starts: string; readonly ends: string }): boolean {
  return person.absences.some(({ from, to }) => from <= round.ends && to >= round.starts)
}

/** Rows without a position of their own come in the order of their words. */
function byText(a: object, b: object): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

function regionsOf(world: RoundWorld): Problem['regions'] {
  const zones = new Map(world.round.zones.flatMap((zone) => zone.members.map((code) => [code, zone.name] as const)))
  const position = (region: DispatchRegion) => world.round.positions[region.code] ?? region.at
  return [...world.facts.regions]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((region) => {
      const zone = zones.get(region.code)
      const at = position(region)
      return {
        code: region.code,
        name: region.name,
        ...(region.parent === null ? {} : { parent: region.parent }),
        ...(zone === undefined ? {} : { zone }),
        ...(at === null || at === undefined ? {} : { at: [at[0], at[1]] as [number, number] }),
      }
    })
}
