// Codes of a batch of cards: drawn and hashed here, handed to the server as hashes in ascending order, and printed. They are in the memory of
// this page and nowhere else, so a sheet that was spoilt is printed as another batch.
import { CARD_HASH, cardHash, makeCardCode } from '@shengmian/sealing'

export interface DrawnBatch {
  /** In the order of the sheets. */
  readonly codes: readonly string[]
  /** Base64, in ascending order: it says nothing of the order of the sheets. */
  readonly hashes: string
}

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))

/** Draws codes for a desk; `progress` is told how many are ready. */
export async function drawBatch(cards: number, desk: string, progress: (ready: number) => void): Promise<DrawnBatch> {
  const codes = [...Array(cards)].map(() => makeCardCode(random))
  const hashes: Uint8Array[] = []
  for (const code of codes) {
    hashes.push(await cardHash(code, desk))
    if (hashes.length % 8 === 0) progress(hashes.length)
  }
  hashes.sort(compare)
  const bytes = new Uint8Array(cards * CARD_HASH)
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * CARD_HASH)
  return { codes, hashes: btoa(String.fromCharCode(...bytes)) }
}

function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
