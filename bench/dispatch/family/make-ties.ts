// Who knows whom. Every tie to an insider goes to an insider of his own, so that no path leads through a target to everybody else.
import type { ProblemPerson, ProblemTarget, ProblemTie } from '@shengmian/dispatch'
import type { Member } from './members.ts'
import type { Random } from './random.ts'

const HUBS = 100
/** At most so many direct ties, and targets of a friend, a person: two and one of a hundred targets, as long as that is fewer. */
const [MOST_DIRECT, MOST_BY_FRIEND] = [8, 4]

interface Known {
  readonly ties: ProblemTie[]
  /** By target. */
  readonly insiders: readonly string[][]
}

/**
 * Per person: direct ties strong enough to bar, to about 2 % of the targets; a friend of his own who knows insiders of about 1 %
 * (two hops) and knows one of a hundred hubs, each of which knows insiders of 7 % (three hops).
 */
export function makeTies(
  random: Random,
  people: readonly ProblemPerson[],
  targets: readonly ProblemTarget[],
  { exposed }: Member,
): Known {
  const ties: ProblemTie[] = []
  const insiders = targets.map((): string[] => [])
  const tie = (a: string, b: string, strength: number, kind = 'work'): void => {
    ties.push({ a, b, kind, strength, source: '' })
  }
  const insiderOf = (d: number): string => {
    const list = insiders[d] ?? []
    const id = `官${d}-${list.length}`
    list.push(id)
    return id
  }
  const weak = (): number => 300 + random.below(500)
  for (let h = 0; h < HUBS; h++) {
    for (let d = 0; d < targets.length; d++) if (random.happens(70)) tie(`友h${h}`, insiderOf(d), weak())
  }
  people.forEach((person, i) => {
    for (let n = spread(random, targets.length * 20, MOST_DIRECT); n > 0; n--) {
      const isKin = random.happens(200)
      tie(person.id, insiderOf(random.below(targets.length)), isKin ? 1000 : 500 + random.below(450), isKin ? 'kinship' : 'work')
    }
    const friend = `友${i}`
    tie(person.id, friend, weak())
    tie(friend, `友h${random.below(HUBS)}`, weak())
    for (let n = spread(random, targets.length * 10, MOST_BY_FRIEND); n > 0; n--) {
      tie(friend, insiderOf(random.below(targets.length)), weak())
    }
  })
  if (exposed > 0) {
    for (let d = 0; d < targets.length; d++) {
      if (!random.happens(exposed)) continue
      for (const { id, roles } of people) if (roles.includes('leader')) tie(id, insiderOf(d), 100 + random.below(350))
    }
  }
  return { ties, insiders }
}

/** A whole number near so many thousandths, and never more than `most`. */
function spread(random: Random, thousandths: number, most: number): number {
  const whole = Math.floor(thousandths / 1000)
  return Math.min(most, whole + (random.happens(thousandths % 1000) ? 1 : 0))
}
