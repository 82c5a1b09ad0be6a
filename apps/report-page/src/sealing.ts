// The second script: from here on the page can seal. All cryptography is that of engines/sealing.
import {
  acceptManifest,
  deriveReporter,
  envelopeHash,
  makeReceipt,
  NO_WORK,
  readAcknowledgement,
  rootFingerprint,
  sealAttachment,
  sealName,
  sealReport,
  solutionOf,
  workOn,
} from '@shengmian/sealing/phone'
import { bring, type Content, type Sealing } from './parts.ts'

/** Hashes between two looks at what the person does. */
const AT_ONCE = 300
const MOST_ATTACHMENTS = 24

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Empty for a desk that names no root. */
const fingerprintOf = (root: string) =>
  root === '' ? '' : rootFingerprint(Uint8Array.from(root.match(/../g) ?? [], (two) => Number.parseInt(two, 16)))

const trust: Sealing['trust'] = (desk, fingerprint, seen, today) => {
  const newest = desk.manifests[desk.manifests.length - 1]
  if (newest === undefined || fingerprintOf(desk.root) !== fingerprint) return { kind: 'refused', why: 'not-signed' }
  const answer = acceptManifest(utf8(newest), { root: desk.root, round: desk.desk, seen, today })
  return answer.kind === 'accepted' ? { ...answer, kind: 'trusted' } : answer
}

const seal: Sealing['seal'] = async ({ told, named, pieces, sendsOriginals }, reporter, manifest) => {
  const name = named === null ? null : sealName({ ...named, verify: reporter.verify }, manifest, random)
  if (named !== null && name === null) return 'nameTooLong'
  const files: { id: string; file: Uint8Array }[] = []
  const described: (typeof told.attachments)[number][] = []
  for (const { bytes, type } of await withOriginals(pieces, sendsOriginals)) {
    const sealed = sealAttachment(bytes, type, random)
    if (sealed === null) return 'pieceTooLarge'
    files.push({ id: sealed.attachment.id, file: sealed.file })
    described.push(sealed.attachment)
    await breath()
  }
  const report = sealReport({ ...told, attachments: described, named: name }, reporter, manifest, random)
  if (report === null) return 'textTooLong'
  const { round, acknowledge } = manifest
  const key = Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ...report, key, desk: round, round, acknowledge, mailbox: reporter.mailbox, attachments: files, day: told.day }
}

async function withOriginals(pieces: Content['pieces'], sendsOriginals: boolean) {
  const sent: Pick<Content['pieces'][number], 'bytes' | 'type'>[] = [...pieces]
  if (sendsOriginals)
    for (const { original } of pieces) {
      const type = (['image/jpeg', 'image/png', 'image/heic'] as const).find((one) => one === original?.type)
      if (original !== null && type !== undefined) sent.push({ bytes: new Uint8Array(await original.arrayBuffer()), type })
    }
  return sent.slice(0, MOST_ATTACHMENTS)
}

const work: Sealing['work'] = async (challenge) => {
  let done = NO_WORK
  for (;;) {
    done = workOn(challenge, done, AT_ONCE)
    const solution = solutionOf(done)
    if (solution !== null) return `${challenge.text};${solution}`
    await breath()
  }
}

bring('sealing', {
  makeReceipt: () => makeReceipt(random),
  derive: deriveReporter,
  fingerprint: fingerprintOf,
  trust,
  seal,
  work,
  acknowledged: (text, { acknowledge, hash, round }) => {
    const read = readAcknowledgement(utf8(text), acknowledge)
    return read !== null && read.envelope === hash && read.round === round ? read.number : null
  },
  hash: envelopeHash,
})
performance.mark('can-seal')
