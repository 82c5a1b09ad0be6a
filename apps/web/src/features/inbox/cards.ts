// What the cards in opened reports say, worked out on this device: all hashes of the desk are fetched at once, so that the server does not learn
// which is looked for, and what the team tells itself of cards goes through it sealed.
import { listCardMarks, listPrintedCards, markCard } from '@shengmian/contract'
import {
  CARD_HASH,
  cardHash,
  judgeCards,
  openCardMarks,
  readCardCode,
  sealCardMark,
  type CardUse,
  type CardVerdict,
  type ReadCard,
  type Report,
} from '@shengmian/sealing'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../lib/api.ts'
import type { Keys } from './key-files.ts'

/** How long what the others told may be old. */
const AGAIN_MS = 120_000

/** An opened report, as far as its card goes. */
interface Carded {
  readonly number: number
  readonly card: ReadCard | null
}

export interface Cards {
  readonly verdictOf: (number: number, card: ReadCard | null) => CardVerdict
  /** Where the cards of a batch were printed for. */
  readonly placeOf: (batch: string) => string
}

/** The card of a report; null where it gives none. */
export async function cardOf({ card }: Report, desk: string): Promise<ReadCard | null> {
  if (card === null) return null
  const code = readCardCode(card)
  return { hash: code === null ? null : hexOf(await cardHash(code, desk)) }
}

/** Tells the team, sealed, which card a report had. One that does not get through is told when somebody opens the report again. */
export async function tellCard(desk: string, { number, card }: Carded, keys: Keys): Promise<void> {
  const [identity] = keys.identities
  if (identity === undefined) return
  const mark = sealCardMark(card === null || card.hash === null ? null : bytesOf(card.hash), identity, { desk, number }, random)
  await call(markCard, { params: { desk, number }, body: { mark: btoa(String.fromCharCode(...mark)) } }).catch(() => undefined)
}

/** The desk's cards; null until they are here, and while no key is. */
export function useCards(desk: string, keys: Keys | null, opened: ReadonlyMap<number, Carded>): Cards | null {
  const { data: batches } = useQuery({
    queryKey: [listPrintedCards.id, desk],
    queryFn: ({ signal }) => readBatches(desk, signal),
    enabled: keys !== null,
    refetchInterval: AGAIN_MS,
  })
  const { data: marks } = useQuery({
    queryKey: [listCardMarks.id, desk],
    queryFn: ({ signal }) => readMarks(desk, signal),
    enabled: keys !== null,
    refetchInterval: AGAIN_MS,
  })
  return useMemo(() => {
    if (keys === null || batches === undefined || marks === undefined) return null
    const open = openCardMarks(keys.identities, desk)
    const uses = new Map<number, CardUse>()
    for (const { report, mark } of marks) {
      const hash = open(mark, report)
      if (hash !== null && hash !== 'unread') uses.set(report, { number: report, hash: hexOf(hash) })
    }
    // What this device has opened itself it need not be told.
    for (const { number, card } of opened.values())
      if (card !== null && card.hash !== null) uses.set(number, { number, hash: card.hash })
    const judge = judgeCards(batches, [...uses.values()])
    const places = new Map(batches.map(({ id, place }) => [id, place]))
    return { verdictOf: judge, placeOf: (batch) => places.get(batch) ?? '' }
  }, [desk, keys, batches, marks, opened])
}

async function readBatches(desk: string, signal: AbortSignal) {
  const { items } = await call(listPrintedCards, { params: { desk }, signal })
  return items.map(({ hashes, ...batch }) => {
    const bytes = fromBase64(hashes)
    const all = Array.from({ length: bytes.length / CARD_HASH }, (_, at) =>
      hexOf(bytes.subarray(at * CARD_HASH, (at + 1) * CARD_HASH)),
    )
    return { ...batch, hashes: all }
  })
}

async function readMarks(desk: string, signal: AbortSignal) {
  const marks: { report: number; mark: Uint8Array }[] = []
  for (;;) {
    const { items, hasMore } = await call(listCardMarks, {
      params: { desk },
      query: { after: marks.at(-1)?.report ?? 0 },
      signal,
    })
    for (const { report, mark } of items) marks.push({ report, mark: fromBase64(mark) })
    if (!hasMore) return marks
  }
}

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
