// Who knows whom. Most ties are weak or run through a third person; a few bar outright. Strengths are the recusal engine's catalogue's.
import { tieKinds } from '@shengmian/recusal'
import { dayIn, monthNumber, monthText } from './dates.ts'
import type { Random } from './random.ts'
import type { PlaceCode, WorldOfficial, WorldPerson, WorldTie } from './world-types.ts'

type Kind = readonly [kind: string, degree: string | null]
const WEAK: readonly Kind[] = [
  ['study', null],
  ['study', null],
  ['study', 'course'],
  ['townsman', null],
  ['friendship', null],
  ['colleague', null],
  ['kinship', 'distant'],
]
const STRONG: readonly Kind[] = [
  ['kinship', 'K3'],
  ['kinship', 'K4'],
  ['study', 'class'],
  ['study', 'tutor'],
  ['shared-leadership', null],
  ['favour', null],
  ['superior', null],
]
const HOP: readonly Kind[] = [
  ['kinship', 'K4'],
  ['kinship', 'K3'],
  ['study', 'class'],
  ['friendship', null],
  ['friendship', null],
  ['colleague', null],
  ['favour', null],
]

type Insider = { readonly official: WorldOfficial; readonly region: PlaceCode }

export type TiesSetting = {
  readonly random: Random
  readonly month: string
  readonly people: readonly WorldPerson[]
  /** Officials of the targets, with the region of their unit. */
  readonly insiders: readonly Insider[]
  /** Regions to which this person must have no tie that bars. */
  readonly open: (person: WorldPerson) => readonly PlaceCode[]
  /** In how many of 1000 cases a person declares a weak tie, a barring one. */
  readonly weak: number
  readonly strong: number
  /** People of the same talent pool who are not called up and know both sides. */
  readonly others: readonly WorldPerson[]
}

export function makeTies(setting: TiesSetting): readonly WorldTie[] {
  const book = startBook(setting)
  for (const person of setting.people) declareTies(setting, book, person)
  setting.others.forEach((other, index) => joinBothSides(setting, book, other, setting.others[index - 1]))
  return book.ties
}

type Book = { readonly ties: WorldTie[]; readonly add: (person: string, other: string, kind: Kind, source: string) => void }

/** A pair is joined once: a second tie between the same two would only hide behind the stronger. */
function startBook({ random, month }: TiesSetting): Book {
  const ties: WorldTie[] = []
  const joined = new Set<string>()
  const add = (person: string, other: string, [kind, degree]: Kind, source: string) => {
    if (joined.has(`${person} ${other}`)) return
    joined.add(`${person} ${other}`)
    const entry = tieKinds.find((known) => known.kind === kind && known.degree === degree)
    if (!entry) throw new Error(`no kind of tie ${kind} ${degree}`)
    const faded = entry.faded !== undefined && random.chance(600) ? entry.faded : entry.strength
    const day = dayIn(monthText(monthNumber(month) - random.between(1, 2)), random)
    ties.push({ person, other, kind, degree, strength: faded, source, day })
  }
  return { ties, add }
}

function declareTies({ random, insiders, open, weak, strong }: TiesSetting, book: Book, person: WorldPerson): void {
  for (let more = 0; more < 2; more += 1)
    if (random.chance(weak)) book.add(person.ref, random.pick(insiders).official.ref, random.pick(WEAK), '本人申报')
  if (!random.chance(strong)) return
  const allowed = insiders.filter(({ region }) => !open(person).some((place) => region.startsWith(place)))
  if (allowed.length > 0)
    book.add(
      person.ref,
      random.pick(allowed).official.ref,
      random.pick(STRONG),
      random.pick(['本人申报', '干部档案', '个人有关事项报告']),
    )
}

/** Knows one to three inspectors and one to three officials of one neighbourhood, and now and then another such person. */
function joinBothSides(
  { random, people, insiders }: TiesSetting,
  book: Book,
  other: WorldPerson,
  previous: WorldPerson | undefined,
): void {
  for (const person of random.sample(people, random.between(1, 3))) book.add(other.ref, person.ref, random.pick(HOP), '本人申报')
  const first = random.int(insiders.length)
  const near = insiders.slice(first, first + 6)
  for (const { official } of random.sample(near, random.between(1, 3)))
    book.add(other.ref, official.ref, random.pick(HOP), '组织部门核查')
  if (previous && random.chance(180)) book.add(previous.ref, other.ref, random.pick(HOP), '组织部门核查')
}
