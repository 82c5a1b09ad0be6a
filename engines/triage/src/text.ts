/** A report's text under the name that the caller gives it. */
export interface NamedText {
  readonly id: string
  readonly text: string
}

/** Letters, digits and Chinese characters alone, in one width and case: what a copy changes first is left out. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
