// A party's two secrets never leave its browser before they are opened: they are made here, kept for the length of the visit, and
// saved as a file in the form that the command line reads too.
import { secretFromDice } from '@shengmian/dispatch/draw-party'

export interface Secrets {
  readonly first: string
  readonly second: string
}

export function makeSecrets(): Secrets {
  return { first: randomHex(), second: randomHex() }
}

/** Secrets from dice, fifty throws each; or why not. */
export function secretsFromDice(first: string, second: string) {
  const one = secretFromDice(first)
  if (one.kind === 'refused') return one
  const two = secretFromDice(second)
  if (two.kind === 'refused') return two
  return { kind: 'secrets', secrets: { first: one.secret, second: two.secret } } as const
}

export function writeSecrets({ first, second }: Secrets): string {
  return `${JSON.stringify({ first, second })}\n`
}

/** The secrets of a file that `writeSecrets` wrote; null = it is another file. */
export function readSecrets(text: string): Secrets | null {
  const [, first, second] = /^\s*\{"first":"([0-9a-f]{64})","second":"([0-9a-f]{64})"\}\s*$/.exec(text) ?? []
  return first === undefined || second === undefined ? null : { first, second }
}

export function keepSecrets(draw: string, secrets: Secrets): void {
  sessionStorage.setItem(keyOf(draw), writeSecrets(secrets))
}

export function keptSecrets(draw: string): Secrets | null {
  return readSecrets(sessionStorage.getItem(keyOf(draw)) ?? '')
}

export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function keyOf(draw: string): string {
  return `draw-secrets ${draw}`
}

function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
