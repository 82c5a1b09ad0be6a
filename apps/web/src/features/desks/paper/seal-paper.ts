// What an inspector types is sealed here, as a villager's phone would: to the same two recipients, through the same public addresses, with a
// receipt of its own. The words leave this device sealed, and the receipt leaves it on paper.
import type { IntakeDesk, PaperDesk } from '@shengmian/contract'
import {
  acceptManifest,
  deriveReporter,
  makeReceipt,
  NO_WORK,
  readAcknowledgement,
  readCardCode,
  receiptDigits,
  receiptGroups,
  sealAttachment,
  sealName,
  sealReport,
  solutionOf,
  workOn,
  type Challenge,
  type Manifest,
  type SeenManifest,
  type Told,
} from '@shengmian/sealing'
import { sendPhotos, type SealedPhoto } from './send-photos.ts'

export type PaperChannel = Exclude<Told['channel'], 'page'>

export interface Written {
  readonly channel: PaperChannel
  readonly village: string | null
  readonly lives: Told['lives']
  readonly text: string
  /** The code of the household's card, where the paper or the teller had one; empty: none. */
  readonly card: string
  /** JPEGs of the paper, painted anew. */
  readonly photos: readonly Uint8Array[]
  /** Empty: without a name. */
  readonly name: string
  readonly reach: string
}

/** What goes with the teller: the receipt in three faces, and the number in the register. */
export interface Slip {
  readonly digits: string
  readonly groups: readonly string[]
  readonly characters: string
  readonly number: number
  readonly day: string
}

/** Sealed and not yet acknowledged; sending it again is the same report. */
export interface Sealed {
  readonly desk: string
  readonly envelope: Uint8Array
  readonly photos: readonly SealedPhoto[]
  readonly hash: string
  readonly mailbox: string
  readonly key: string
  readonly manifest: Manifest
  readonly receipt: Uint8Array
}

export type PaperFault = 'offline' | 'closed' | 'no-keys' | 'keys-refused' | 'too-long' | 'photos-full' | 'not-acknowledged'

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
const SEEN = 'shengmian.manifest.'
/** As many hashes between two breaths of the page. */
const BREATH = 4_000

/** Seals what was written for the desk, or says why it cannot be. `today`: the day in China. */
export async function sealPaper(desk: PaperDesk, written: Written, today: string): Promise<Sealed | PaperFault> {
  const seen = await askDesk(desk.desk)
  if (typeof seen === 'string') return seen
  if (!seen.isOpen) return 'closed'
  const manifest = newestManifest(desk, seen, today)
  if (typeof manifest === 'string') return manifest
  const receipt = makeReceipt(random)
  const reporter = await deriveReporter(receipt)
  const { name, reach, card, photos, ...told } = written
  const named =
    name.trim() === '' ? null : sealName({ name: name.trim(), reach: reach.trim(), verify: reporter.verify }, manifest, random)
  if (name.trim() !== '' && named === null) return 'too-long'
  const files = photos.map((photo) => sealAttachment(photo, 'image/jpeg', random)).filter((file) => file !== null)
  if (files.length < photos.length) return 'too-long'
  const code = card.trim() === '' ? null : (readCardCode(card) ?? card.trim())
  const nothing = { poster: null, category: null, rating: null, answers: null }
  const known = { attachments: files.map(({ attachment }) => attachment), card: code, day: today, seq: 1, prev: null, named }
  const sealed = sealReport({ ...nothing, ...told, ...known }, reporter, manifest, random)
  if (sealed === null) return 'too-long'
  const key = [...random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const sealedPhotos = files.map(({ file, attachment }) => ({ id: attachment.id, file }))
  return { desk: desk.desk, ...sealed, photos: sealedPhotos, mailbox: reporter.mailbox, key, manifest, receipt }
}

/** Sends what was sealed; the slip exists only once the server has signed that the report is on its disk. */
export async function sendPaper(sealed: Sealed): Promise<Slip | PaperFault> {
  try {
    const brought = await sendPhotos(sealed.desk, sealed.photos, solved)
    if (brought !== 'sent') return brought === 'full' ? 'photos-full' : 'offline'
    const challenge = await fetch(`/intake/${sealed.desk}/challenge?bytes=${sealed.envelope.length}`)
    if (!challenge.ok) return challenge.status === 410 ? 'closed' : 'offline'
    const answer = await fetch(`/intake/${sealed.desk}/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-work': await solved((await challenge.json()) as Challenge),
        'x-mailbox': sealed.mailbox,
        'idempotency-key': sealed.key,
        ...(sealed.photos.length === 0 ? {} : { 'x-attachments': sealed.photos.map(({ id }) => id).join(',') }),
      },
      body: new Uint8Array(sealed.envelope),
    })
    if (!answer.ok) return answer.status === 410 ? 'closed' : 'offline'
    const said = readAcknowledgement(new Uint8Array(await answer.arrayBuffer()), sealed.manifest.acknowledge)
    if (said === null || said.envelope !== sealed.hash) return 'not-acknowledged'
    const { receiptCharacters } = await import('@shengmian/sealing/characters')
    const { receipt } = sealed
    return {
      digits: receiptDigits(receipt),
      groups: receiptGroups(receipt),
      characters: receiptCharacters(receipt),
      number: said.number,
      day: said.day,
    }
  } catch (error) {
    if (error instanceof TypeError) return 'offline'
    throw error
  }
}

async function askDesk(code: string): Promise<IntakeDesk | PaperFault> {
  try {
    const answer = await fetch(`/intake/${code}`)
    return answer.ok ? ((await answer.json()) as IntakeDesk) : 'offline'
  } catch {
    return 'offline'
  }
}

/** Signed by the root that the office approved, in date, and not older than what this device has taken before. */
function newestManifest({ desk, root }: PaperDesk, { manifests }: IntakeDesk, today: string): Manifest | PaperFault {
  const newest = manifests.at(-1)
  if (newest === undefined) return 'no-keys'
  const before = localStorage.getItem(SEEN + desk)
  const seen = before === null ? null : (JSON.parse(before) as SeenManifest)
  const answer = acceptManifest(new TextEncoder().encode(newest), { root, round: desk, seen, today })
  if (answer.kind === 'refused') return answer.why === 'not-yet' || answer.why === 'expired' ? 'no-keys' : 'keys-refused'
  localStorage.setItem(SEEN + desk, JSON.stringify(answer.seen))
  return answer.manifest
}

async function solved(challenge: Challenge): Promise<string> {
  let work = NO_WORK
  for (;;) {
    work = workOn(challenge, work, BREATH)
    const solution = solutionOf(work)
    if (solution !== null) return `${challenge.text};${solution}`
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
