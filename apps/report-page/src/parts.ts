// What the three scripts of the page are to each other. Each is a file of its own in the page and brings itself when it has arrived.
import type { IntakeChallenge, IntakeDesk } from '@shengmian/contract'
import type { Manifest, ManifestRefusal, Reporter, SeenManifest, Told } from '@shengmian/sealing'
import type { Texts } from '../texts/zh.ts'

export type Said = Texts['said']
export type Later = Texts['later']

/** Where the words of the reporter are: the band under the head always says it. */
export type Band = 'screen' | 'phone' | 'arrived' | 'checked' | null

export interface Piece {
  readonly kind: 'photo' | 'voice'
  readonly bytes: Uint8Array
  readonly type: Told['attachments'][number]['type']
  /** The untouched photo, sent only if that was ticked. */
  readonly original: File | null
  readonly seconds: number
}

export interface Draft {
  readonly text: string
  readonly lives: Told['lives']
  readonly village: string | null
  readonly card: string | null
  readonly pieces: readonly Piece[]
  readonly sendsOriginals: boolean
  /** Recordings are sent in another voice. */
  readonly disguises: boolean
  readonly named: { readonly name: string; readonly reach: string } | null
  /** A borrowed phone: nothing is stored, not even sealed. */
  readonly keepsNothing: boolean
}

/** A sealed report as it waits in the phone: nothing in it opens here. */
export interface Sealed {
  /** The idempotency key, by which it is kept too. */
  readonly key: string
  readonly desk: string
  readonly round: string
  /** The key that the server's acknowledgement must be signed with. */
  readonly acknowledge: string
  readonly mailbox: string
  readonly envelope: Uint8Array
  readonly hash: string
  readonly attachments: readonly { readonly id: string; readonly file: Uint8Array }[]
  readonly day: string
}

export interface Content {
  readonly told: Told
  readonly named: Draft['named']
  readonly pieces: readonly Piece[]
  readonly sendsOriginals: boolean
}

type SealFault = 'nameTooLong' | 'textTooLong' | 'pieceTooLarge'

type Trust =
  | { readonly kind: 'trusted'; readonly manifest: Manifest; readonly seen: SeenManifest }
  | { readonly kind: 'refused'; readonly why: ManifestRefusal }

/** The second script: all that needs cryptography. */
export interface Sealing {
  readonly makeReceipt: () => Uint8Array
  readonly derive: (receipt: Uint8Array) => Promise<Reporter>
  readonly fingerprint: (root: string) => string
  /** Whether a phone may seal for the desk; `fingerprint` is the paper's. */
  readonly trust: (desk: IntakeDesk, fingerprint: string, seen: SeenManifest | null, today: string) => Trust
  readonly seal: (content: Content, reporter: Reporter, manifest: Manifest) => Promise<Sealed | SealFault>
  readonly work: (challenge: IntakeChallenge) => Promise<string>
  /** The number in the register, where the server's key signed that it has this report. */
  readonly acknowledged: (text: string, sealed: Sealed) => number | null
  readonly hash: (bytes: Uint8Array) => string
}

/** The third script: the code, sending, and coming back. */
interface After {
  readonly toCode: (draft: Draft) => Promise<void>
  readonly toBack: () => void
  readonly forgetAll: () => Promise<void>
}

/** What the first script gives to the third. */
export interface Page {
  readonly said: Said
  readonly place: { readonly desk: string; readonly poster: string | null }
  readonly sealing: Promise<Sealing>
  readonly show: (screen: string, band?: Band) => void
  /** Asks the server where it has not answered yet; null without signal. */
  readonly desk: () => Promise<IntakeDesk | null>
  /** The fingerprint of the paper, or the one that the person compared. */
  readonly fingerprint: () => string
  /** Work that was begun at the first letter, or is begun now; null without signal. */
  readonly work: (desk: string) => Promise<string | null>
  readonly refuse: () => void
  readonly forgetDraft: () => void
}

interface Brought {
  readonly sealing: Sealing
  readonly after: (page: Page) => After
}

declare global {
  var bringPart: (name: keyof Brought, part: never) => void
}

/** Waits for the parts that are still on their way; called once, by the first. */
export function awaitParts(): { readonly [K in keyof Brought]: Promise<Brought[K]> } {
  const arrived: Partial<Record<keyof Brought, (part: never) => void>> = {}
  const wait = <K extends keyof Brought>(name: K) =>
    new Promise<Brought[K]>((resolve) => {
      arrived[name] = resolve
    })
  const parts = { sealing: wait('sealing'), after: wait('after') }
  globalThis.bringPart = (name, part) => arrived[name]?.(part)
  return parts
}

/** Hands a part over to those who wait for it. */
export function bring<K extends keyof Brought>(name: K, part: Brought[K]): void {
  globalThis.bringPart(name, part as never)
}
