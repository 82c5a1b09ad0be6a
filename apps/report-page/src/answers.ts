// Coming back with the code: what the team has answered, checked before it is shown; more to say; and how it was handled.
import type { Mailbox } from '@shengmian/contract'
import type { Manifest, Reporter, Told } from '@shengmian/sealing'
import { readCharacters } from '@shengmian/sealing/characters'
import { readDigits } from '@shengmian/sealing/phone'
import { readReplies } from '@shengmian/sealing/replies'
import { ask } from './connection.ts'
import { deliver } from './deliver.ts'
import { all, byId, dayIn, filled, make, on, press, sayError } from './dom.ts'
import type { Outbox } from './outbox.ts'
import type { Later, Page } from './parts.ts'
import { canReadPictures, readPicture } from './picture.ts'
import { toldFrom } from './told.ts'
import { trustDesk } from './trust.ts'

interface Opened {
  readonly reporter: Reporter
  /** Envelopes that have arrived under this code, oldest first. */
  readonly reports: readonly string[]
}

export interface AnswerScreens {
  readonly open: () => void
  readonly close: () => void
}

export function openAnswers(page: Page, later: Later, outbox: Outbox): AnswerScreens {
  let opened: Opened | null = null
  let isBusy = false

  const fail = (words: string) => sayError('back-error', words, 'receipt')

  const openBox = async () => {
    const sealing = await page.sealing
    const read = readReceipt(byId('receipt', 'textarea').value, later)
    if (typeof read === 'string') return fail(read)
    sayError('back-error', later.working, null)
    const reporter = await sealing.derive(read)
    const words = await fetchBox(reporter)
    if (words !== null) return fail(words)
    fail('')
    byId('receipt', 'textarea').value = ''
  }

  /** Shows the mailbox; or the words that say why not. */
  const fetchBox = async (reporter: Reporter): Promise<string | null> => {
    const desk = await page.desk()
    if (desk === null) return page.said.notConnected
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fetch: reporter.fetch }),
    }
    const answer = await ask(`/intake/${desk.desk}/mailbox`, init, (response) => response.json() as Promise<Mailbox>)
    if (answer.kind === 'no-signal') return page.said.notConnected
    if (answer.kind === 'refused') return filled(later.refused, { code: answer.code || answer.status })
    const manifests = desk.manifests.map((text) => new TextEncoder().encode(text))
    const root = (await page.sealing).fingerprint(desk.root) === page.fingerprint() ? desk.root : ''
    const { replies, fault } = readReplies(answer.value.replies.map(bytesOf), reporter, { root, round: desk.desk, manifests })
    opened = { reporter, reports: answer.value.reports }
    draw(replies, fault?.at ?? null)
    return null
  }

  const draw = (replies: ReturnType<typeof readReplies>['replies'], fault: number | null) => {
    const arrived = opened?.reports.length ?? 0
    byId('fault').textContent = fault === null ? '' : filled(later.fault, { n: fault + 1 })
    byId('answers-note').textContent =
      replies.length > 0 || fault !== null ? '' : arrived === 0 ? later.unknown : filled(later.noAnswer, { n: arrived })
    byId('replies').replaceChildren(
      ...replies.map(({ day, text, accepted }) => {
        const reply = make('div', '', { class: 'reply' })
        reply.append(make('p', filled(later.team, { day: dayIn(page.said.day, day) }), { class: 'hint' }), make('p', text))
        if (accepted !== null) reply.append(make('p', filled(later.accepted, { n: accepted }), { class: 'hint' }))
        return reply
      }),
    )
    // Nobody rates what has not been answered.
    byId('rate').hidden = replies.length === 0
    byId('more-form').hidden = arrived === 0
    page.show('answers', replies.length > 0 && fault === null ? 'checked' : null)
  }

  /** Something later under the same code: sealed, stored, sent. Answers the words to say. */
  const sendMore = async (said: Partial<Told>): Promise<{ readonly words: string; readonly isSafe: boolean }> => {
    if (opened === null || isBusy) return { words: '', isSafe: false }
    isBusy = true
    try {
      const trust = await trustDesk(page, later)
      if (trust.kind === 'not') return { words: trust.words, isSafe: false }
      return await sendSealed(said, opened, trust.manifest)
    } finally {
      isBusy = false
    }
  }

  const sendSealed = async (said: Partial<Told>, { reporter, reports }: Opened, manifest: Manifest) => {
    const sealing = await page.sealing
    const told = toldFrom(page, { ...said, seq: reports.length + 1, prev: reports[reports.length - 1] ?? null })
    const sealed = await sealing.seal({ told, named: null, pieces: [], sendsOriginals: false }, reporter, manifest)
    if (typeof sealed === 'string') return { words: later[sealed], isSafe: false }
    const isStored = await outbox.put(sealed)
    const delivery = await deliver(sealed, page, () => undefined)
    if (delivery.kind === 'arrived') {
      await outbox.remove(sealed.key)
      opened = { reporter, reports: [...reports, sealed.hash] }
      return { words: filled(later.moreSent, { n: delivery.number }), isSafe: true }
    }
    if (delivery.kind === 'refused') return { words: filled(later.refused, { code: delivery.code }), isSafe: isStored }
    return { words: isStored ? later.moreKept : page.said.notConnected, isSafe: isStored }
  }

  const rate = async (button: HTMLElement) => {
    byId('rated').textContent = later.sendingMore
    const rating = button.dataset['rating'] as NonNullable<Told['rating']>
    const { words, isSafe } = await sendMore({ rating })
    for (const one of isSafe ? all('[data-rating]') : []) press(one, one === button)
    byId('rated').textContent = isSafe ? filled(later.ratedAs, { rating: button.textContent }) : words
  }

  const add = async () => {
    const text = byId('more', 'textarea').value.trim()
    sayError('more-error', text === '' ? later.addFirst : '', 'more')
    if (text === '') return
    byId('more-state').textContent = later.sendingMore
    const { words, isSafe } = await sendMore({ text })
    if (isSafe) byId('more', 'textarea').value = ''
    byId('more-state').textContent = words
  }

  const close = () => {
    opened = null
    for (const id of ['replies', 'rated', 'more-state', 'fault', 'answers-note']) byId(id).textContent = ''
    for (const id of ['receipt', 'more'] as const) byId(id, 'textarea').value = ''
    for (const one of all('[data-rating]')) press(one, false)
  }

  on('back-form', 'submit', () => void openBox())
  on('more-form', 'submit', () => void add())
  for (const button of all('[data-rating]')) on(button, 'click', () => void rate(button))
  byId('receipt-picture', 'button').hidden = !canReadPictures
  on('receipt-picture', 'click', () => byId('receipt-file', 'input').click())
  on('receipt-file', 'change', () => {
    const [file] = byId('receipt-file', 'input').files ?? []
    if (file === undefined) return
    void readPicture(file).then((text) => {
      if (text === null) return fail(later.receiptPicture)
      byId('receipt', 'textarea').value = text
      return openBox()
    })
  })
  return {
    open: () => {
      close()
      sayError('back-error', '', 'receipt')
      byId('receipt').blur()
      page.show('back')
    },
    close,
  }
}

/** Digits or characters, whichever somebody has; or the words that say what is wrong. */
function readReceipt(text: string, later: Later): Uint8Array | string {
  const read = /[\u4e00-\u9fff]/.test(text) ? readCharacters(text) : readDigits(text)
  if ('receipt' in read) return read.receipt
  return read.why === 'length' ? later.receiptLength : later.receiptCheck
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
