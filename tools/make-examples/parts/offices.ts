// Where inspectors are borrowed from: the seven offices of a county or city that a talent pool is drawn from, with their skills.
import type { Random } from './random.ts'
import type { WorldUnit } from './world-types.ts'

type Office = {
  readonly key: string
  readonly skill: string | null
  readonly source: string
  readonly name: (place: string) => string
}

const OFFICES: readonly Office[] = [
  { key: 'inspection', skill: null, source: '巡察', name: (place) => `中共${place}委巡察工作领导小组办公室` },
  { key: 'discipline', skill: 'discipline', source: '纪检', name: (place) => `${place}纪委监委` },
  { key: 'organisation', skill: 'organisation', source: '组织', name: (place) => `中共${place}委组织部` },
  { key: 'audit', skill: 'audit', source: '审计', name: (place) => `${place}审计局` },
  { key: 'finance', skill: 'finance', source: '财政', name: (place) => `${place}财政局` },
  { key: 'rural', skill: 'rural', source: '农业农村', name: (place) => `${place}农业农村局` },
  { key: 'petitions', skill: 'petitions', source: '信访', name: (place) => `${place}信访局` },
]

export type OfficeBook = {
  /** The office as a unit; it comes into being when first asked for. */
  readonly at: (region: string, office: Office) => WorldUnit
  readonly withSkill: (skill: string) => Office
  /** One of them; those whose keys are in `without` left out. */
  readonly any: (random: Random, without: readonly string[]) => Office
  readonly units: () => readonly WorldUnit[]
}

export function officeBook(prefix: string, nameOf: (region: string) => string): OfficeBook {
  const units = new Map<string, WorldUnit>()
  return {
    at: (region, office) => {
      const ref = `${prefix}-${office.key}-${region}`
      const unit = units.get(ref) ?? { ref, name: office.name(nameOf(region)), kind: 'bureau', place: region }
      units.set(ref, unit)
      return unit
    },
    withSkill: (skill) => OFFICES.find((office) => office.skill === skill) ?? office0(),
    any: (random, without) => random.pick(OFFICES.filter(({ key }) => !without.includes(key))),
    units: () => [...units.values()].sort((one, other) => (one.ref < other.ref ? -1 : 1)),
  }
}

function office0(): Office {
  const [first] = OFFICES
  if (!first) throw new Error('no office')
  return first
}
