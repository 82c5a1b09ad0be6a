// From the noted code to the acknowledgement: sealed, stored, sent, and only then cleared. Told at each step where the words are.
import { byId, dayIn, filled, on, sayError } from './dom.ts'
import { openCodeScreen, type CodeScreen } from './code.ts'
import { readCardCode } from '@shengmian/sealing/card'
import { disguiseVoices } from './disguise.ts'
import { deliver, type Delivery, type Step } from './deliver.ts'
import type { Outbox } from './outbox.ts'
import type { Draft, Later, Page, Sealed } from './parts.ts'
import { toldFrom } from './told.ts'
import { trustDesk } from './trust.ts'

/** Work that takes longer than this is told. */
const LONG_MS = 4_000

interface Sending {
  readonly draft: Draft
  readonly receipt: Uint8Array
  readonly sealed: Sealed | null
  readonly isStored: boolean
}

export interface SendingScreens {
  readonly toCode: (draft: Draft) => Promise<void>
  readonly isBusy: () => boolean
  readonly forget: () => void
}

export function openSending(page: Page, later: Later, outbox: Outbox): SendingScreens {
  const { said, show } = page
  let code: CodeScreen | null = null
  let sending: Sending | null = null
  let isBusy = false
  let wrongCard = ''

  const toCode = async (draft: Draft) => {
    sayError('card-error', '', 'card')
    // Told once: who does not want to mend it sends it as it is.
    if (draft.card !== null && draft.card !== wrongCard && readCardCode(draft.card) === null) {
      wrongCard = draft.card
      byId('card').closest('details')?.setAttribute('open', '')
      sayError('check-error', '')
      return sayError('card-error', later.cardWrong, 'card')
    }
    const sealing = await page.sealing
    code ??= openCodeScreen(later, sealing)
    const trust = await trustDesk(page, later)
    if (trust.kind === 'not') return sayError('check-error', trust.words)
    sayError('check-error', '')
    sending = { draft, receipt: sealing.makeReceipt(), sealed: null, isStored: false }
    code.open(sending.receipt)
    show('code', 'screen')
  }

  const backWith = (words: string) => {
    show('check', 'screen')
    sayError('check-error', words)
    return null
  }

  const seal = async ({ draft, receipt }: Sending): Promise<Sealed | null> => {
    const sealing = await page.sealing
    const trust = await trustDesk(page, later)
    if (trust.kind === 'not') return backWith(trust.words)
    if (!draft.keepsNothing) trust.remember()
    const { text, lives, village, named, sendsOriginals } = draft
    const card = draft.card === null ? null : (readCardCode(draft.card) ?? draft.card)
    const pieces = draft.disguises ? await disguiseVoices(draft.pieces) : draft.pieces
    if (pieces === null) return backWith(later.notDisguised)
    const content = { told: toldFrom(page, { text, lives, village, card }), named, pieces, sendsOriginals }
    const sealed = await sealing.seal(content, await sealing.derive(receipt), trust.manifest)
    return typeof sealed === 'string' ? backWith(later[sealed]) : sealed
  }

  const store = async (now: Sending & { readonly sealed: Sealed }): Promise<Sending & { readonly sealed: Sealed }> => {
    const isStored = await outbox.put(now.sealed)
    // What is sealed and in the phone need not stand on the screen any longer.
    if (isStored) page.forgetDraft()
    return { ...now, isStored }
  }

  const send = async () => {
    if (sending === null || isBusy) return
    isBusy = true
    const slow = setTimeout(() => say(later.busy), LONG_MS)
    try {
      say(later.working)
      show('sending', sending.isStored ? 'phone' : 'screen')
      const sealed = sending.sealed ?? (await seal(sending))
      if (sealed === null) return
      let now = { ...sending, sealed }
      if (!now.draft.keepsNothing && !now.isStored) now = await store(now)
      sending = now
      byId('sending-hint').hidden = !now.isStored
      show('sending', now.isStored ? 'phone' : 'screen')
      const delivery = await deliver(sealed, page, (step) => {
        clearTimeout(slow)
        say(wordsOf(step))
      })
      if (delivery.kind === 'arrived') await arrived(sealed, delivery.number)
      else wait(now, delivery)
    } finally {
      clearTimeout(slow)
      isBusy = false
    }
  }

  const say = (text: string) => {
    byId('progress').textContent = text
  }
  const wordsOf = (step: Step) =>
    step === 'text' ? later.sendingText : filled(later.sendingPiece, { n: step.piece, all: step.pieces })

  const arrived = async (sealed: Sealed, number: number) => {
    await outbox.remove(sealed.key)
    forget()
    page.forgetDraft()
    byId('number').textContent = filled(later.number, { n: number })
    show('sent', 'arrived')
  }

  const wait = (
    { isStored, draft, sealed }: Sending & { readonly sealed: Sealed },
    why: Exclude<Delivery, { kind: 'arrived' }>,
  ) => {
    const isGone = why.kind === 'no-signal'
    byId('wait-head').textContent = !isGone ? later.notSentHead : isStored ? later.keptHead : later.noSignalHead
    const cannotStore = !isStored && !draft.keepsNothing
    byId('wait-why').textContent = [whyOf(why, later), cannotStore ? later.notStored : '']
      .filter((words) => words !== '')
      .join(' ')
    byId('in-phone').hidden = !isStored
    byId('own').hidden = isStored || cannotStore
    byId('text-only').hidden = !(why.kind === 'refused' && why.code === 'attachments-full')
    byId('kept-count').textContent = filled(later.count, { n: 1 })
    byId('kept-day').textContent = dayIn(said.day, sealed.day)
    const bytes = sealed.attachments.reduce((sum, { file }) => sum + file.length, sealed.envelope.length)
    byId('kept-size').textContent = filled(later.size, { size: (bytes / 1_000_000).toFixed(bytes < 100_000 ? 2 : 1) })
    show('wait', isStored ? 'phone' : 'screen')
  }

  /** No room for photos: the words alone, under the same code. The draft is still in memory, on no disk. */
  const sendText = async () => {
    if (sending?.sealed === null || sending === null) return
    await outbox.remove(sending.sealed.key)
    sending = { ...sending, draft: { ...sending.draft, pieces: [] }, sealed: null, isStored: false }
    await send()
  }

  const forget = () => {
    sending = null
    code?.forget()
  }

  on('code-form', 'submit', () => {
    if (code?.isNoted() === true) void send()
  })
  on('send-anyway', 'click', () => void send())
  on('again', 'click', () => void send())
  on('text-only', 'click', () => void sendText())
  on('keep', 'click', () => {
    if (sending === null || sending.sealed === null) return
    void store({ ...sending, sealed: sending.sealed }).then((now) => {
      sending = { ...now, draft: { ...now.draft, keepsNothing: false } }
      wait({ ...now, draft: { ...now.draft, keepsNothing: false } }, { kind: 'no-signal' })
    })
  })
  return { toCode, isBusy: () => isBusy, forget }
}

function whyOf(why: Exclude<Delivery, { kind: 'arrived' }>, later: Later): string {
  if (why.kind === 'no-signal') return ''
  if (why.kind === 'bad-answer') return later.badAnswer
  if (why.code === 'intake-closed') return later.closed
  if (why.code === 'attachments-full') return later.full
  return filled(later.refused, { code: why.code })
}
