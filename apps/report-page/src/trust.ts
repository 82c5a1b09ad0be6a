// Whether this phone may seal now: the server's newest keys, the paper's fingerprint, and what the phone has seen before.
import type { Manifest } from '@shengmian/sealing'
import type { Later, Page } from './parts.ts'
import { keepSeen, readSeen, today } from './seen.ts'

export type Trusted = { readonly kind: 'trusted'; readonly manifest: Manifest; readonly remember: () => void }

/** The manifest to seal with; or the words to say, after which nothing is sealed. */
export async function trustDesk(page: Page, later: Later): Promise<Trusted | { readonly kind: 'not'; readonly words: string }> {
  const desk = await page.desk()
  if (desk === null) return { kind: 'not', words: page.said.notConnected }
  const trust = (await page.sealing).trust(desk, page.fingerprint(), readSeen(desk.desk), today())
  if (trust.kind === 'trusted')
    return { kind: 'trusted', manifest: trust.manifest, remember: () => keepSeen(desk.desk, trust.seen) }
  if (trust.why === 'not-yet' || trust.why === 'expired') return { kind: 'not', words: later.clock }
  if (trust.why === 'too-new') return { kind: 'not', words: later.tooNew }
  // Swapped, forked or rolled back: somebody has had a hand in it.
  page.refuse()
  return { kind: 'not', words: later.notTrusted }
}
