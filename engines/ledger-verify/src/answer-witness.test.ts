import { consistencyRanges, hashesOf, readFromTiles, witnessRequest } from '@shengmian/ledger'
import { expect, it } from 'vitest'
import { answerWitness, type Seen } from './answer-witness.ts'
import { readKey } from './keys.ts'
import { readPolicy } from './policy.ts'
import { buildLedger, hashes, makeSigner, policyOf, type Step } from './testing/small-ledger.ts'
import { checkCheckpoint } from './checkpoint.ts'
import { sign, generateKeyPairSync } from 'node:crypto'
import { verifierKey } from '@shengmian/ledger'

const log = makeSigner('example.com/log', 'ed25519')
const pair = generateKeyPairSync('ed25519')
const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
const witnessKey = verifierKey(hashes.sha256, { name: 'w.example/1', type: 'cosignature', publicKey })
const policy = readPolicy(hashes, policyOf(log, [], 0))
const key = readKey(hashes, witnessKey)
if ('why' in policy || key === null) throw new Error('no policy')
const witness = { hashes, policy, key, sign: (message: Uint8Array) => new Uint8Array(sign(null, message, pair.privateKey)) }

const steps = Array.from({ length: 300 }, (_, k): Step => ({ key: `${k}`, op: 'insert', content: '{}' }))
const at = (size: number, signer = log, origin?: string) => buildLedger(steps.slice(0, size), [signer], origin)
const noteAt = (...args: Parameters<typeof at>) => new TextDecoder().decode(at(...args).files.get('checkpoint'))
function proofTo(size: number, older: number): readonly Uint8Array[] {
  const { files } = at(size)
  const read = readFromTiles(hashes.sha256, (level, n) => {
    const name = [...files.keys()].find((path) => path.startsWith(`tile/${level}/${String(n).padStart(3, '0')}`))
    return files.get(name ?? '') ?? new Uint8Array()
  })
  return hashesOf(hashes.sha256, read, consistencyRanges(older, size))
}
const seconds = 1_795_000_000

it('cosigns what continues the last checkpoint, and what it signs holds under its key', () => {
  let seen: Seen | null = null
  for (const [older, size] of [
    [0, 120],
    [120, 300],
    [300, 300],
  ] as const) {
    const answer = answerWitness(witness, () => seen, witnessRequest(older, proofTo(size, older), noteAt(size)), seconds)
    expect(answer.status).toBe(200)
    const both = readPolicy(hashes, `${policyOf(log, [], 0).replace('quorum none', '')}witness w ${witnessKey}\nquorum w\n`)
    if ('why' in both) throw new Error(both.why)
    expect(checkCheckpoint(hashes, both, noteAt(size) + answer.body)).toMatchObject({
      isQuorum: true,
      cosigned: [{ name: 'w', seconds }],
    })
    seen = answer.seen?.head ?? null
    expect(seen?.size).toBe(size)
  }
})

it('refuses a stranger, an unknown log, a wrong size with the right one, a fork, and what is no request', () => {
  const seen = answerWitness(witness, () => null, witnessRequest(0, [], noteAt(120)), seconds).seen?.head ?? null
  const ask = (body: string) => {
    const { status, body: text, seen: kept } = answerWitness(witness, () => seen, body, seconds)
    expect(kept).toBeNull()
    return [status, text.trim()]
  }
  expect(ask(witnessRequest(0, [], noteAt(300)))).toEqual([409, '120'])
  expect(ask(witnessRequest(120, [], noteAt(300)))[0]).toBe(422)
  expect(ask(witnessRequest(120, proofTo(300, 121), noteAt(300)))[0]).toBe(422)
  expect(ask(witnessRequest(120, [], noteAt(100)))[0]).toBe(400)
  const stranger = makeSigner('example.com/log', 'ed25519')
  expect(ask(witnessRequest(120, proofTo(300, 120), noteAt(300, stranger)))[0]).toBe(403)
  expect(ask(witnessRequest(0, [], noteAt(300, makeSigner('other', 'ed25519'), 'other')))[0]).toBe(404)
  const fork = buildLedger(
    steps.slice(0, 120).map((step, k) => (k === 5 ? { ...step, content: '[]' } : step)),
    [log],
  )
  expect(ask(witnessRequest(120, [], new TextDecoder().decode(fork.files.get('checkpoint'))))).toEqual([409, '120'])
  expect(ask('hello')[0]).toBe(400)
  expect(ask('old 120\n\nnonsense')[0]).toBe(400)
})
