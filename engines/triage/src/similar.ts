// Reports that repeat one another, by the runs of four characters (shingles) that they share. A campaign then fills one card and not a page;
// how many say it is shown, and never decides whether it is true.
import { bareText, type NamedText } from './text.ts'

const SHINGLE = 4
/** Shorter texts say too little: "路坏了" twice is two reports. */
const LEAST_SHINGLES = 8
const LEAST_SHARE = 0.5
const SHOWN_PHRASES = 3

export interface SimilarGroup {
  /** The first of them in the order given. */
  readonly first: string
  readonly others: readonly {
    readonly id: string
    /** Shared shingles over those of the shorter text: 0.5 to 1. */
    readonly share: number
    /** The longest shared passages, without punctuation. */
    readonly phrases: readonly string[]
  }[]
}

/** Puts each text to the earliest one that it repeats; every text is in exactly one group, and most are alone in theirs. */
export function groupSimilar(texts: readonly NamedText[]): readonly SimilarGroup[] {
  const leaders: { id: string; bare: string; shingles: ReadonlySet<string>; others: SimilarGroup['others'][number][] }[] = []
  for (const { id, text } of texts) {
    const bare = bareText(text)
    const shingles = shinglesOf(bare)
    const alike = leaders
      .map((leader) => ({ leader, share: shareOf(leader.shingles, shingles) }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((one, other) => other.share - one.share)[0]
    if (alike === undefined) leaders.push({ id, bare, shingles, others: [] })
    else alike.leader.others.push({ id, share: alike.share, phrases: phrasesOf(bare, alike.leader.shingles) })
  }
  return leaders.map(({ id, others }) => ({ first: id, others }))
}

function shinglesOf(bare: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, bare.length - SHINGLE + 1) }, (_, at) => bare.slice(at, at + SHINGLE)))
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  if (fewer.size < LEAST_SHINGLES) return 0
  let shared = 0
  for (const shingle of fewer) if (more.has(shingle)) shared += 1
  return shared / fewer.size
}

/** Maximal runs of a text whose every shingle the other has too, the longest first. */
function phrasesOf(bare: string, shingles: ReadonlySet<string>): readonly string[] {
  const phrases: string[] = []
  let from: number | null = null
  for (let at = 0; at <= bare.length - SHINGLE + 1; at += 1) {
    const isShared = at <= bare.length - SHINGLE && shingles.has(bare.slice(at, at + SHINGLE))
    if (isShared) from ??= at
    else if (from !== null) {
      phrases.push(bare.slice(from, at + SHINGLE - 1))
      from = null
    }
  }
  return [...new Set(phrases)].sort((a, b) => b.length - a.length).slice(0, SHOWN_PHRASES)
}
