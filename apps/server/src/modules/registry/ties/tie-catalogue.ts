// Kinds of ties as the recusal engine knows them, by the words that people write.
import { kinRelations, tieKinds, type TieClass } from '@shengmian/recusal'

export interface TieEntry {
  readonly kind: string
  readonly degree: string | null
  readonly class: TieClass
  readonly strength: number
}

const byWord = new Map<string, TieEntry>()
for (const { kind, degree, zh, en, class: tieClass, strength } of tieKinds) {
  for (const word of [zh, en, degree ?? kind, ...zh.split('、')])
    byWord.set(word.toLowerCase(), { kind, degree, class: tieClass, strength })
}
const kinshipByDegree = new Map(tieKinds.filter(({ kind }) => kind === 'kinship').map((entry) => [entry.degree, entry]))
for (const { code, degree, zh, en } of kinRelations) {
  const entry = kinshipByDegree.get(degree)
  if (entry === undefined) continue
  for (const word of [zh, en, ...zh.split('、')])
    byWord.set(word.toLowerCase(), { kind: 'kinship', degree: code, class: 'kinship', strength: entry.strength })
}

/** The tie that a word names (同学, 配偶, K3 …), or null. */
export function tieOfWord(word: string): TieEntry | null {
  return byWord.get(word.trim().toLowerCase()) ?? null
}

/** The entry of a kind and degree; `degree` may also be a relation of kinship. `null` where the catalogue has no such kind. */
export function tieEntry(kind: string, degree: string | null): TieEntry | null {
  const relation = kind === 'kinship' ? kinRelations.find(({ code }) => code === degree) : undefined
  const entry = tieKinds.find((one) => one.kind === kind && one.degree === (relation?.degree ?? degree))
  return entry === undefined ? null : { kind, degree, class: entry.class, strength: entry.strength }
}

/** What people read: 同班同学, 配偶. */
export function tieLabel(kind: string, degree: string | null): string {
  const relation = kind === 'kinship' ? kinRelations.find(({ code }) => code === degree) : undefined
  return relation?.zh ?? tieKinds.find((one) => one.kind === kind && one.degree === degree)?.zh ?? kind
}

/** The words to offer, in the order of the catalogue; kinship by relation, since nobody knows his degrees by number. */
export const tieWords: readonly string[] = [...kinRelations.map(({ zh }) => zh), ...tieKinds.map(({ zh }) => zh)]

/** The sources that the product writes itself, in the words that people read; any other is an office's own text. */
const sources: ReadonlyMap<string, string> = new Map([
  ['self', '本人申报'],
  ['office', '巡察办核实'],
  ['unit', '被巡察单位提出'],
])

/** What people read of where a tie comes from. A person's own declaration is `self` in the database, which is what lets him enter it. */
export function sourceLabel(source: string): string {
  return sources.get(source) ?? source
}

/** The source as the database keeps it. */
export function sourceOfWord(word: string): string {
  return [...sources].find(([, label]) => label === word)?.[0] ?? word
}
