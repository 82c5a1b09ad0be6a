// Brings one sealed report to the server: its attachments, each from where the server has it, then the report under its one key. However
// often it is tried, it arrives once.
import type { IntakePart } from '@shengmian/contract'
import { INTAKE_HEADERS } from '@shengmian/contract/intake-headers'
import { ask, askChallenge } from './connection.ts'
import type { Page, Sealed } from './parts.ts'

export type Delivery =
  | { readonly kind: 'arrived'; readonly number: number }
  | { readonly kind: 'no-signal' }
  | { readonly kind: 'refused'; readonly code: string }
  /** The server says that it has it, but not under the seal that the manifest names. */
  | { readonly kind: 'bad-answer' }

export type Step = { readonly piece: number; readonly pieces: number } | 'text'

const OCTETS = { 'content-type': 'application/octet-stream' }
/** Tries that bring nothing forward before the signal counts as gone. */
const MOST_IN_VAIN = 3
const MOST_CHALLENGES = 4
/** As slow as a link may be: 2 KB a second. */
const patienceFor = (bytes: number) => 60_000 + bytes / 2

export async function deliver(sealed: Sealed, page: Page, step: (step: Step) => void): Promise<Delivery> {
  const sealing = await page.sealing
  // The server asks for them again where it has dropped one in between.
  for (let round = 0; round < 2; round += 1) {
    for (const [at, attachment] of sealed.attachments.entries()) {
      step({ piece: at + 1, pieces: sealed.attachments.length })
      const failed = await upload(sealed.desk, attachment, page)
      if (failed !== null) return failed
    }
    step('text')
    const posted = await post(sealed, page)
    if (posted.kind === 'answered') {
      const number = sealing.acknowledged(posted.value, sealed)
      return number === null ? { kind: 'bad-answer' } : { kind: 'arrived', number }
    }
    if (posted.kind === 'no-signal') return posted
    if (posted.code !== 'attachments-missing') return { kind: 'refused', code: posted.code || String(posted.status) }
  }
  return { kind: 'refused', code: 'attachments-missing' }
}

async function post(sealed: Sealed, page: Page) {
  for (let challenges = 0; ; challenges += 1) {
    const work = await page.work(sealed.desk)
    if (work === null) return { kind: 'no-signal' } as const
    const headers = {
      ...OCTETS,
      [INTAKE_HEADERS.work]: work,
      [INTAKE_HEADERS.key]: sealed.key,
      [INTAKE_HEADERS.mailbox]: sealed.mailbox,
      ...(sealed.attachments.length === 0
        ? {}
        : { [INTAKE_HEADERS.attachments]: sealed.attachments.map(({ id }) => id).join(',') }),
    }
    const init = { method: 'POST', headers, body: sealed.envelope.slice().buffer }
    const answer = await ask(`/intake/${sealed.desk}/reports`, init, (response) => response.text())
    // Ten minutes have passed, or the server was started anew: another challenge, the same key.
    const isStale = answer.kind === 'refused' && answer.code === 'work-needed' && challenges < MOST_CHALLENGES
    if (!isStale) return answer
  }
}

async function upload(desk: string, { id, file }: Sealed['attachments'][number], page: Page): Promise<Delivery | null> {
  const place = `/intake/${desk}/parts/${id}`
  let [before, inVain, challenges] = [0, 0, 0]
  for (;;) {
    const state = await ask(place, {}, (response) => response.json() as Promise<IntakePart>)
    if (state.kind === 'refused') return { kind: 'refused', code: state.code || String(state.status) }
    if (state.kind === 'answered') {
      if (state.value.isWhole) return null
      inVain = state.value.offset > before ? 0 : inVain + 1
      before = state.value.offset
      const sent = await put(place, desk, file, before, page)
      if (sent?.kind === 'answered' && sent.value.isWhole) return null
      const isStale = sent?.kind === 'refused' && ['work-needed', 'offset-differs'].includes(sent.code)
      if (isStale) challenges += 1
      if (sent?.kind === 'refused' && (!isStale || challenges > MOST_CHALLENGES))
        return { kind: 'refused', code: sent.code || String(sent.status) }
    } else inVain += 1
    if (inVain > MOST_IN_VAIN) return { kind: 'no-signal' }
    // Not all phones of a village at the same instant.
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_200))
  }
}

async function put(place: string, desk: string, file: Uint8Array, offset: number, page: Page) {
  const work = offset === 0 ? await workFor(desk, file.length, page) : ''
  if (work === null) return null
  const headers = {
    ...OCTETS,
    [INTAKE_HEADERS.offset]: String(offset),
    [INTAKE_HEADERS.length]: String(file.length),
    ...(work === '' ? {} : { [INTAKE_HEADERS.work]: work }),
  }
  const init = { method: 'PUT', headers, body: file.slice(offset).buffer }
  return ask(place, init, (response) => response.json() as Promise<IntakePart>, patienceFor(file.length - offset))
}

async function workFor(desk: string, bytes: number, page: Page): Promise<string | null> {
  const challenge = await askChallenge(desk, bytes)
  return challenge.kind === 'answered' ? (await page.sealing).work(challenge.value) : null
}
