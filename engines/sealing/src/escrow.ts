// A key that several bodies keep together: split with Shamir's scheme, each share sealed to its holder. The scheme itself is an audited
// library; its randomness is handed in with it. Joining tells which share is wrong, because the key's public half is known.
import { combine } from 'shamir-secret-sharing'
import { openFile, sealFile } from './age/file.ts'
import { base64, fromBase64, textOf, utf8, type Random } from './bytes.ts'
import { identitySecret, identityText, recipientOf } from './keys.ts'
import { isBase64, isCount, isExactly, isRecipient, isText, readShape } from './shape.ts'

const SHAPE = {
  v: isExactly(1),
  /** What the key is for: `escrow` or `custodian`, and the round. */
  purpose: isText(100),
  /** The public half of the key that was split. */
  recipient: isRecipient,
  need: isCount,
  of: isCount,
  /** From 1. */
  number: isCount,
  share: isBase64(100),
}

export type Share = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>

/** Shamir's split over GF(2^8): secret, shares, threshold. */
export type Split = (secret: Uint8Array, shares: number, threshold: number) => Promise<readonly Uint8Array[]>

/** One share for each holder (`age1…`), sealed to that holder; any `need` of them join again. Null where the identity is none. */
export async function splitKey(
  identity: string,
  { purpose, holders, need }: { readonly purpose: string; readonly holders: readonly string[]; readonly need: number },
  { split, random }: { readonly split: Split; readonly random: Random },
): Promise<readonly Uint8Array[] | null> {
  const secret = identitySecret(identity)
  const recipient = recipientOf(identity)
  if (secret === null || recipient === null) return null
  const of = holders.length
  const shares = await split(secret, of, need)
  return holders.map((holder, at) => {
    const share: Share = { v: 1, purpose, recipient, need, of, number: at + 1, share: base64(shares[at] ?? new Uint8Array(0)) }
    return sealFile(utf8(`${JSON.stringify(share)}\n`), [holder], random)
  })
}

/** A share, opened by its holder; null where it is not for him or was changed. */
export function openShare(file: Uint8Array, identity: string): Share | null {
  const opened = openFile(file, [identity])
  return opened === null ? null : readShare(opened)
}

/** A share that its holder opened elsewhere, with the stock tool say; null where it is none. */
export function readShare(opened: Uint8Array): Share | null {
  const text = textOf(opened)
  return text === null ? null : readShape(text, SHAPE)
}

export type JoinAnswer =
  | { readonly kind: 'joined'; readonly identity: string; readonly wrong: readonly number[] }
  | { readonly kind: 'refused'; readonly why: 'too-few' | 'not-of-one-key' | 'wrong-shares' }

/** The key that the shares make, and the numbers of those that are not of it. Every choice of `need` is tried. */
export async function joinKey(shares: readonly Share[]): Promise<JoinAnswer> {
  const [first] = shares
  const distinct = shares.filter((share, at) => shares.findIndex(({ number }) => number === share.number) === at)
  if (first === undefined || first.need < 2 || distinct.length < first.need) return { kind: 'refused', why: 'too-few' }
  if (
    shares.some(
      ({ recipient, need, purpose }) => recipient !== first.recipient || need !== first.need || purpose !== first.purpose,
    )
  )
    return { kind: 'refused', why: 'not-of-one-key' }
  for (const chosen of choices(distinct, first.need)) {
    const identity = await combined(chosen)
    if (identity === null || recipientOf(identity) !== first.recipient) continue
    const fits = async (share: Share) => chosen.includes(share) || (await combined([...chosen.slice(1), share])) === identity
    const wrong: number[] = []
    for (const share of distinct) if (!(await fits(share))) wrong.push(share.number)
    return { kind: 'joined', identity, wrong }
  }
  return { kind: 'refused', why: 'wrong-shares' }
}

async function combined(shares: readonly Share[]): Promise<string | null> {
  try {
    const secret = await combine(shares.map(({ share }) => fromBase64(share) ?? new Uint8Array(0)))
    return secret.length === 32 ? identityText(secret) : null
  } catch {
    // The library throws where shares are of different lengths or the same one twice.
    return null
  }
}

function choices(shares: readonly Share[], need: number): readonly (readonly Share[])[] {
  if (need === 0) return [[]]
  return shares.flatMap((share, at) => choices(shares.slice(at + 1), need - 1).map((rest) => [share, ...rest]))
}
