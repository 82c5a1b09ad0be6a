// A round with all its keys, a reporter and a first report: what most tests begin with.
import { makeIdentity, recipientOf, signingKeys } from '../keys.ts'
import { signManifest, type Manifest } from '../manifest.ts'
import { makeReceipt } from '../receipt/digits.ts'
import { deriveReporter, type Reporter } from '../receipt/reporter.ts'
import type { Told } from '../report.ts'
import { seededRandom } from './random.ts'

export const ROUND = '2026-2'

export const told: Told = {
  village: '130207102205',
  poster: 'p7',
  day: '2026-11-28',
  seq: 1,
  prev: null,
  channel: 'page',
  lives: 'here',
  category: null,
  text: '村里的路修了一半，钱说是用完了。听说账上记的是全修好了。',
  attachments: [],
  card: null,
  named: null,
  rating: null,
  answers: null,
}

export interface World {
  readonly random: ReturnType<typeof seededRandom>
  readonly root: ReturnType<typeof signingKeys>
  readonly team: string
  readonly escrow: string
  readonly custodian: string
  readonly replies: ReturnType<typeof signingKeys>
  readonly manifest: Manifest
  readonly published: Uint8Array
  readonly reporter: Reporter
}

/** The same keys for the same seed. */
export async function makeWorld(seed = 'world'): Promise<World> {
  const random = seededRandom(seed)
  const root = signingKeys(random(32))
  const [team, escrow, custodian] = [makeIdentity(random), makeIdentity(random), makeIdentity(random)]
  const replies = signingKeys(random(32))
  const manifest: Manifest = {
    v: 1,
    round: ROUND,
    seq: 1,
    from: '2026-11-23',
    until: '2026-12-06',
    team: sure(recipientOf(team)),
    escrow: sure(recipientOf(escrow)),
    custodian: sure(recipientOf(custodian)),
    verify: replies.verify,
    acknowledge: signingKeys(random(32)).verify,
    minVersion: 1,
  }
  const published = signManifest(manifest, root.secret)
  const reporter = await deriveReporter(makeReceipt(random))
  return { random, root, team, escrow, custodian, replies, manifest, published, reporter }
}

/** A value that the test knows to be there. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the test expected a value')
  return value
}
