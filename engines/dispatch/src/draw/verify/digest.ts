// Verify's own way to hash: its own canonical writer (strings, integers, booleans and null only), its own tree, built from the top.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}

/** `sha256:` and the digits of a value's canonical JSON. */
export function nameOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonical(value))))}`
}

/** The same for a list that begins with what the hash is for. */
export function nameFor(purpose: string, ...parts: readonly unknown[]): string {
  return nameOf([`shengmian.draw/1 ${purpose}`, ...parts])
}

export function leafOf(salt: string, text: string): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), hexToBytes(salt), utf8ToBytes(text)))
}

/** RFC 6962, 2.1: the left part is the largest power of two smaller than the whole. */
export function treeOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return new Uint8Array(32)
  if (leaves.length === 1) return only
  const split = splitOf(leaves.length)
  return join(treeOf(leaves.slice(0, split)), treeOf(leaves.slice(split)))
}

/** The root above a leaf, from the hashes beside its way, lowest first. */
export function rootAbove(leaf: Uint8Array, at: number, leaves: number, path: readonly string[]): string | null {
  const climb = (place: number, width: number, beside: readonly string[]): Uint8Array | null => {
    if (width <= 1) return beside.length === 0 ? leaf : null
    const last = beside.at(-1)
    if (last === undefined) return null
    const [split, other] = [splitOf(width), hexToBytes(last.slice(7))]
    const isLeft = place < split
    const inner = isLeft ? climb(place, split, beside.slice(0, -1)) : climb(place - split, width - split, beside.slice(0, -1))
    if (inner === null) return null
    return isLeft ? join(inner, other) : join(other, inner)
  }
  const root = climb(at, leaves, path)
  return root === null ? null : hexOf(root)
}

export function hexOf(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(bytes)}`
}

function splitOf(width: number): number {
  let split = 1
  while (split * 2 < width) split *= 2
  return split
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}
