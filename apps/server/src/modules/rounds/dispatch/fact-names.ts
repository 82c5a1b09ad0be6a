// The independent check speaks in ids and codes, as the files do; people read names.
import { skillLabel } from '../../registry/index.ts'
import { roleZh } from '../orders/issuer.ts'
import type { NamePlace } from '../round/round-names.ts'
import type { ProblemOutline } from './outline.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** A code of a city, county, township or village; a year or a strength is none of them. */
const CODE = /(?<![\d-])(?:[1-8]\d{3}|[1-8]\d{5}|[1-8]\d{8}|[1-8]\d{11})(?![\d-])/g
/** A seat as the solver asks for it: role, perhaps a skill, perhaps the side it comes from. */
const SEAT =
  /(?<![A-Za-z-])(leader|deputy|liaison|director|member)(?: (?!sender|host)([a-z-]+))?(?: (sender|host))?(?![A-Za-z-])/g

/** Puts names for ids and places. An id without a name is an official of the target. */
export function nameFacts(
  problem: ProblemOutline,
  teams: readonly { readonly id: string; readonly name: string }[],
  name?: NamePlace,
): (fact: Words) => { zh: string; en: string } {
  const regions = new Map(problem.regions.map((region) => [region.code, region.name]))
  const names = new Map([...problem.people, ...problem.targets, ...teams].map((one) => [one.id, one.name]))
  const spoken = (text: string, official: string) =>
    text
      .replaceAll(ID, (id) => names.get(id) ?? official)
      .replaceAll(CODE, (code) => name?.(code).name ?? regions.get(code) ?? code)
  return (fact) => ({
    zh: spoken(fact.zh, '班子成员')
      .replaceAll(SEAT, (_whole, role: string, skill?: string, side?: string) => seatZh(role, skill, side))
      .replaceAll(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, '')
      .replaceAll('对象内部人员班子成员', '对象班子成员'),
    en: spoken(fact.en, 'an official').replaceAll('the insider an official', 'an official'),
  })
}

function seatZh(role: string, skill: string | undefined, side: string | undefined): string {
  const from = side === undefined ? '' : side === 'host' ? '被巡地的' : '派出地的'
  return `${from}${skill === undefined ? '' : skillLabel(skill)}${roleZh(role)}`
}
