// One member of the inspection family as a problem: invented people of the counties that are inspected, one team a county.
import type { Problem, ProblemPerson, ProblemSlot, ProblemTarget } from '@shengmian/dispatch'
import type { Member } from './members.ts'
import { makeTies } from './make-ties.ts'
import { randomFrom, type Random } from './random.ts'

const SKILLS = ['finance', 'land', 'law', 'projects']
const FACTS = ['home', 'native', 'postings', 'ties'] as const
const NEIGHBOURS = 6
const [FIRST_SLOTS, MEMBER_SLOT]: [ProblemSlot[], ProblemSlot] = [
  [{ role: 'leader' }, { role: 'deputy' }, { role: 'liaison' }, { role: 'member', skill: 'audit' }],
  { role: 'member' },
]

/** The same member gives the same problem on any machine. Distances in kilometres. */
export function makeProblem(name: string, member: Member): Problem {
  const random = randomFrom(member.seed)
  const counties = drawCounties(random, member.teams)
  const people = drawPeople(random, member, counties)
  const { villages, counties: inspected } = member.shared ?? { villages: counties.length, counties: counties.length }
  const targets = Array.from({ length: villages }, (_, d): ProblemTarget => ({
    id: `村${pad(d, 4)}`,
    name: `村${pad(d, 4)}`,
    region: `${counties[d % inspected]?.code ?? ''}101${201 + Math.floor(d / inspected)}`,
    workload: 10 + random.below(11),
    needs: [pick(random, SKILLS)],
    insiders: [],
  }))
  const slots = [...FIRST_SLOTS, ...Array.from({ length: member.teamSize - FIRST_SLOTS.length }, () => MEMBER_SLOT)]
  const known = makeTies(random, people, targets, member)
  return {
    format: 'shengmian.dispatch-problem/1',
    name: `${name}: ${member.people} × ${member.teams}`,
    round: { id: '2026-2', start: '2026-09-01', end: '2026-11-30' },
    rounds: ['2025-2', '2026-1'],
    rules: { mode: 'pooled', maxSameHome: 2, minSenior: member.minSenior, maxNewcomers: 3 },
    regions: counties.map(({ code, at }) => ({ code, name: `县${code}`, at: [at[0], at[1]] })),
    people,
    teams: counties.map(({ code }, t) => ({
      id: `组${pad(t, 4)}`,
      home: null,
      host: member.areHostsOpen ? null : code,
      slots,
    })),
    targets: targets.map((target, d) => ({ ...target, insiders: known.insiders[d] ?? [] })),
    ties: known.ties,
    apart: drawApart(random, people),
    barred: [],
    history: [],
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
  }
}

interface County {
  readonly code: string
  readonly at: readonly [number, number]
  readonly near: readonly number[]
}

/** Anywhere in a square of 1,000 km; up to a hundred to a city, as no province has them. */
function drawCounties(random: Random, count: number): readonly County[] {
  const places = Array.from({ length: count }, () => [random.below(1000), random.below(1000)] as const)
  return places.map((at, k) => {
    const away = (other: number): number => {
      const [x, y] = places[other] ?? at
      return (x - at[0]) ** 2 + (y - at[1]) ** 2
    }
    const others = places.map((_, other) => other).filter((other) => other !== k)
    const near = others.sort((a, b) => away(a) - away(b) || a - b).slice(0, NEIGHBOURS)
    return { code: `53${pad(1 + Math.floor(k / 99), 2)}${pad(1 + (k % 99), 2)}`, at, near }
  })
}

function drawPeople(random: Random, member: Member, counties: readonly County[]): ProblemPerson[] {
  const order = shuffle(
    random,
    Array.from({ length: member.people }, (_, i) => i),
  )
  const rank = new Int32Array(member.people)
  order.forEach((i, at) => (rank[i] = at))
  return Array.from({ length: member.people }, (_, i): ProblemPerson => {
    const home = random.below(counties.length)
    const codeOf = (county: number): string => counties[county]?.code ?? ''
    const nearby = (): string => codeOf(pick(random, counties[home]?.near ?? [home]))
    const at = rank[i] ?? 0
    const isSenior = at < member.seniors
    const isNew = at >= member.people - Math.floor(member.people / 5)
    const leads = !isNew && random.happens(isSenior ? 500 : 250)
    const isDeputy = leads || random.happens(isNew ? 100 : 450)
    return {
      id: `人${pad(i, 5)}`,
      name: `人${pad(i, 5)}`,
      home: codeOf(home),
      native: random.happens(667) ? codeOf(home) : nearby(),
      unit: null,
      roles: [...(leads ? ['leader'] : []), ...(isDeputy ? ['deputy'] : []), 'liaison', 'member'],
      skills: [...(random.happens(350) ? ['audit'] : []), ...SKILLS.filter(() => random.happens(300))],
      experience: isSenior ? 'senior' : isNew ? 'newcomer' : 'ordinary',
      postings: random.happens(500) ? [drawPosting(random, nearby())] : [],
      unverified: FACTS.filter(() => member.unverified > 0 && random.happens(member.unverified)),
      unavailable: false,
    }
  })
}

/** Of a year or of five; a third of them ended lately enough to bar. */
function drawPosting(random: Random, region: string) {
  const ended = random.happens(333) ? 2024 : 2015 + random.below(7)
  return { region, from: `${ended - (random.happens(200) ? 5 : 1)}-03`, to: `${ended}-05` }
}

/** A pair for every five people. */
function drawApart(random: Random, people: readonly ProblemPerson[]): [string, string][] {
  return Array.from({ length: Math.floor(people.length / 5) }, (): [string, string] => {
    const first = random.below(people.length)
    const second = (first + 1 + random.below(people.length - 1)) % people.length
    return [people[first]?.id ?? '', people[second]?.id ?? '']
  })
}

function shuffle(random: Random, list: readonly number[]): readonly number[] {
  const mixed = [...list]
  for (let k = mixed.length - 1; k > 0; k--) {
    const other = random.below(k + 1)
    const kept = mixed[k] ?? 0
    mixed[k] = mixed[other] ?? 0
    mixed[other] = kept
  }
  return mixed
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)] as T
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
