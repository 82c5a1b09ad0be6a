// What a card says of a report. It is never required: a report without one, or with one that nobody printed, counts as much.

/** Codes that were printed together, for one place. */
export interface CardBatch {
  readonly id: string
  readonly isRevoked: boolean
  /** Hashes of its codes, hexadecimal. */
  readonly hashes: readonly string[]
}

/** A report that carried a card. */
export interface CardUse {
  /** The number of the report. */
  readonly number: number
  /** Hexadecimal. */
  readonly hash: string
}

/** The card of a report as it was read; the hash, hexadecimal, is null where its code has a wrong letter. */
export interface ReadCard {
  readonly hash: string | null
}

export type CardVerdict =
  | { readonly kind: 'none' }
  /** A code that no batch has, or that was copied wrongly. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'revoked'; readonly batch: string }
  /** The household's first. */
  | { readonly kind: 'valid'; readonly batch: string }
  /** The household has spoken before, in report `first`. */
  | { readonly kind: 'used'; readonly batch: string; readonly first: number }

/** Judges the card of a report by its number, null where it has none: by the order in which reports came, in whatever order they were opened. */
export function judgeCards(
  batches: readonly CardBatch[],
  uses: readonly CardUse[],
): (number: number, card: ReadCard | null) => CardVerdict {
  const printed = new Map(batches.flatMap((batch) => batch.hashes.map((hash) => [hash, batch] as const)))
  const first = new Map<string, number>()
  for (const { number, hash } of uses) first.set(hash, Math.min(number, first.get(hash) ?? number))
  return (number, card) => {
    if (card === null) return { kind: 'none' }
    const batch = card.hash === null ? undefined : printed.get(card.hash)
    if (batch === undefined) return { kind: 'unknown' }
    if (batch.isRevoked) return { kind: 'revoked', batch: batch.id }
    const before = first.get(card.hash ?? '') ?? number
    return before < number ? { kind: 'used', batch: batch.id, first: before } : { kind: 'valid', batch: batch.id }
  }
}
