// What the ceremony makes offline: a root, and the keys of epochs that it signs.
import { makeIdentity, nextManifest, recipientOf, signingKeys, signManifest, type Manifest } from '@shengmian/sealing'
import { random } from '../../intake/testing/desk.ts'

const recipient = (identity: string): string => recipientOf(identity) ?? ''
const signedBy = (secret: string, manifest: Manifest): string => Buffer.from(signManifest(manifest, secret)).toString()

export interface Ceremony {
  readonly root: string
  readonly team: string
  readonly escrow: string
  readonly manifest: Manifest
  readonly signed: string
  /** Signs a changed manifest with the same root. */
  readonly sign: (change: Partial<Manifest>) => string
  /** The next epoch. */
  readonly rotate: () => { readonly team: string; readonly signed: string }
}

export function holdCeremony(round: string, acknowledge: string): Ceremony {
  const root = signingKeys(random(32))
  const [team, escrow] = [makeIdentity(random), makeIdentity(random)]
  const dates = { from: '2026-11-01', until: '2026-12-31' }
  const manifest: Manifest = {
    v: 1,
    round,
    seq: 1,
    ...dates,
    team: recipient(team),
    escrow: recipient(escrow),
    custodian: recipient(makeIdentity(random)),
    verify: signingKeys(random(32)).verify,
    acknowledge,
    minVersion: 1,
  }
  return {
    root: root.verify,
    team,
    escrow,
    manifest,
    signed: signedBy(root.secret, manifest),
    sign: (change) => signedBy(root.secret, { ...manifest, ...change }),
    rotate: () => {
      const next = makeIdentity(random)
      const change = { team: recipient(next), verify: signingKeys(random(32)).verify, ...dates }
      return { team: next, signed: signedBy(root.secret, nextManifest(manifest, change)) }
    },
  }
}
