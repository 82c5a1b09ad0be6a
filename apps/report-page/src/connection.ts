// Asking the server. Nothing goes along that says who asks: no cookie, no address of the page, and answers are kept nowhere.
import type { IntakeChallenge, IntakeDesk } from '@shengmian/contract'

export type Answer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'no-signal' }

/** A line that says nothing for so long is none. */
const PATIENCE_MS = 60_000

export async function ask<T>(
  address: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<Answer<T>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  try {
    const response = await fetch(address, {
      ...init,
      signal: abort.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    if (response.ok) return { kind: 'answered', value: await read(response) }
    const code = await response.json().then(
      ({ code }: { code: string }) => code,
      () => '',
    )
    return { kind: 'refused', status: response.status, code }
  } catch {
    return { kind: 'no-signal' }
  } finally {
    clearTimeout(timer)
  }
}

export function askDesk(desk: string): Promise<Answer<IntakeDesk>> {
  return ask(`/intake/${desk}`, {}, (response) => response.json() as Promise<IntakeDesk>)
}

export function askChallenge(desk: string, bytes: number): Promise<Answer<IntakeChallenge>> {
  return ask(`/intake/${desk}/challenge?bytes=${bytes}`, {}, (response) => response.json() as Promise<IntakeChallenge>)
}
