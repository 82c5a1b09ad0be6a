// Pairs that must not serve together, and objections that inspected units have raised.
import type { Random } from './random.ts'
import type { PlaceCode, WorldPerson, WorldRound, WorldTarget } from './world-types.ts'

const APART_LIMIT = 40

/** Two people of one office or family; `together` names pairs that some valid plan needs in one team. */
export function chooseApart(
  random: Random,
  people: readonly WorldPerson[],
  count: number,
  together: (a: string, b: string) => boolean,
): WorldRound['apart'] {
  const pairs: [string, string][] = []
  for (let tried = 0; pairs.length < count && tried < APART_LIMIT; tried += 1) {
    const [one, other] = random.sample(people, 2)
    if (one && other && one.home === other.home && !together(one.ref, other.ref)) pairs.push([one.ref, other.ref])
  }
  return pairs
}

const WHY = [
  '被巡察党组织书面申请更换：曾因宅基地纠纷与该组员发生争执',
  '被巡察党组织书面申请更换：该组员配偶在当地承包工程',
  '被巡察党组织书面申请更换：曾处理过涉及该单位的案件',
]

export type Objectable = { readonly target: WorldTarget; readonly region: PlaceCode }

export function chooseBarred(
  random: Random,
  people: readonly WorldPerson[],
  targets: readonly Objectable[],
  count: number,
  open: (person: WorldPerson) => readonly PlaceCode[],
): WorldRound['barred'] {
  const barred: WorldRound['barred'] = []
  for (let tried = 0; barred.length < count && tried < APART_LIMIT; tried += 1) {
    const person = random.pick(people)
    const { target, region } = random.pick(targets)
    const taken = barred.some((row) => row.person === person.ref && row.target === target.unit)
    if (taken || region.startsWith(person.home ?? '-') || open(person).some((place) => region.startsWith(place))) continue
    barred.push({ person: person.ref, target: target.unit, why: random.pick(WHY), source: '更换申请书' })
  }
  return barred
}
