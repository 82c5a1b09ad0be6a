// One to four petitions of a village in a month lead to whoever wrote them. Nothing that is shown lets them be worked out: a sum over
// hidden months is given as the range that any reader could have guessed.

/** A number, `small` for one to four, `null` for unknown. */
export type ShownVolume = number | 'small' | null

const LARGEST_SMALL = 4

/** What may be shown of a month's volume; zero and unknown stay what they are. */
export function hideSmall(volume: number | null): ShownVolume {
  return volume !== null && volume >= 1 && volume <= LARGEST_SMALL ? 'small' : volume
}

/** The sum of the known months as far as it may be shown: least and most petitions that the shown months allow, and how many months are known. */
export function sumShown(volumes: readonly ShownVolume[]): {
  readonly least: number
  readonly most: number
  readonly known: number
} {
  return volumes.reduce(
    (sum, volume) =>
      volume === null
        ? sum
        : {
            least: sum.least + (volume === 'small' ? 1 : volume),
            most: sum.most + (volume === 'small' ? LARGEST_SMALL : volume),
            known: sum.known + 1,
          },
    { least: 0, most: 0, known: 0 },
  )
}
