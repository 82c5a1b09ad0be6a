import { entryBytes } from '@shengmian/ledger'
import { expect, it } from 'vitest'
import { readEntry } from './entry.ts'
import { encode } from './testing/small-ledger.ts'

const at = '2026-11-01T00:00:00.000Z'
const place = { table: 'rounds.team', record: ['42', 'a“b'], seq: 2, prev: 'f'.repeat(64), at, logged: at }
const bound = { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }
const text = new TextDecoder().decode(entryBytes(place, { kind: 'row', op: 'update', ...bound }))

it('an entry reads as it was written', () => {
  expect(readEntry(encode(text))).toEqual({ ...place, ...bound, op: 'update', at: Date.parse(at), logged: Date.parse(at) })
})

it.each([
  ['a space', text.replace(':2', ': 2')],
  ['another order', text.replace(`"at":"${at}",`, '').replace(/\}$/, `,"at":"${at}"}`)],
  ['a member twice', text.replace('"v":1', '"v":1,"v":1')],
  ['a member more', text.replace('"v":1', '"v":1,"w":1')],
  ['a member less', text.replace('"seq":2,', '')],
  ['a number in another form', text.replace('"seq":2', '"seq":2.0')],
  ['an escaped letter', text.replace('rounds', String.raw`r\u006funds`)],
  ['an unknown operation', text.replace('update', 'upsert')],
  ['a hash of capitals', text.replace('a'.repeat(64), 'A'.repeat(64))],
  ['no hash for a row', text.replace(`"${'a'.repeat(64)}"`, 'null')],
  ['a time without milliseconds', text.replaceAll('.000Z', 'Z')],
  ['an impossible day', text.replaceAll('11-01', '13-01')],
  ['an empty key', text.replace(/"record":\[.*?\]/, '"record":[]')],
  ['a list', '[]'],
  ['nothing', ''],
])('%s makes it no entry', (_, bent) => {
  expect(bent).not.toBe(text)
  expect(readEntry(encode(bent))).toBeNull()
})

it('a tombstone names its basis and two different people', () => {
  const tombstone = (basis: string, approvers: string[]) => readEntry(entryBytes(place, { kind: 'tombstone', basis, approvers }))
  expect(tombstone('依据', ['a', 'b'])?.op).toBe('tombstone')
  expect(tombstone('', ['a', 'b'])).toBeNull()
  expect(tombstone('依据', ['a', 'a'])).toBeNull()
})
