import { readFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { sm2PublicKey, sm2Sign, verifierKey } from '@shengmian/ledger'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, bytesOfText } from './bytes.ts'
import { checkCheckpoint } from './checkpoint.ts'
import { doesSignatureHold, readKey } from './keys.ts'
import { readNote } from './note.ts'
import { readPolicy } from './policy.ts'
import { doesSm2Hold } from './sm2.ts'
import { buildLedger, hashes, makeSigner, policyOf } from './testing/small-ledger.ts'

const vectors = JSON.parse(readFileSync(new URL('../../ledger/vectors/signatures.json', import.meta.url), 'utf8')) as {
  note: { key: string; note: string }
  sm2: Record<'message' | 'privateKey' | 'publicKey' | 'r' | 's', string>
}
const hexed = (text: string) => bytesOfHex(text) ?? new Uint8Array()

describe('signatures', () => {
  it('hold for the published note, and for no other text', () => {
    const key = readKey(hashes, vectors.note.key)
    const note = readNote(vectors.note.note)
    expect(key?.id).toBe('c74f20a3')
    if (key === null || note === null) return
    const [signature] = note.signatures
    expect(signature?.id).toBe('c74f20a3')
    expect(doesSignatureHold(hashes, key, note.text, signature?.bytes ?? new Uint8Array())).toBe(true)
    expect(doesSignatureHold(hashes, key, `${note.text} `, signature?.bytes ?? new Uint8Array())).toBe(false)
  })

  it('of SM2 hold for the example of the standard, and for ECDSA on its curve they do not', async () => {
    const { message, publicKey, r, s } = vectors.sm2
    const signature = hexed(r + s)
    expect(doesSm2Hold(hashes.sm3, hexed(publicKey), bytesOfText(message), signature)).toBe(true)
    expect(doesSm2Hold(hashes.sm3, hexed(publicKey), bytesOfText('another'), signature)).toBe(false)
    for (let byte = 0; byte < 64; byte += 7) {
      const bent = signature.slice()
      bent[byte] = (bent[byte] ?? 0) ^ 1
      expect(doesSm2Hold(hashes.sm3, hexed(publicKey), bytesOfText(message), bent)).toBe(false)
    }
    const { sign } = await import('node:crypto')
    const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const point = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-65))
    const ecdsa = sign('sm3', bytesOfText(message), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })
    expect(doesSm2Hold(hashes.sm3, point, bytesOfText(message), new Uint8Array(ecdsa))).toBe(false)
  })

  it('of SM2 made by the writer hold under a key in a policy', () => {
    const privateKey = hexed(vectors.sm2.privateKey)
    const key = { name: 'example.com/log', type: 'sm2', publicKey: sm2PublicKey(privateKey) } as const
    const random = new Uint8Array(32).fill(9)
    const signer = { key, sign: (text: Uint8Array) => sm2Sign(hashes.sm3, privateKey, text, random) ?? new Uint8Array() }
    const log = makeSigner('example.com/log', 'ed25519')
    const { files } = buildLedger([{ key: 'a', op: 'insert', content: '{}' }], [log, signer])
    const policy = readPolicy(
      hashes,
      `log ${verifierKey(hashes.sha256, log.key)}\nlog ${verifierKey(hashes.sha256, key)}\nquorum none\n`,
    )
    if ('why' in policy) throw new Error(policy.why)
    const checked = checkCheckpoint(hashes, policy, new TextDecoder().decode(files.get('checkpoint')))
    expect(checked).toMatchObject({ size: 1, signedBy: ['ed25519', 'sm2'], isQuorum: true })
  })
})

describe('a policy', () => {
  const log = makeSigner('example.com/log', 'ed25519')
  const witnesses = [
    makeSigner('w.example/1', 'cosignature'),
    makeSigner('w.example/2', 'cosignature'),
    makeSigner('w.example/3', 'cosignature'),
  ]
  const read = (text: string) => readPolicy(hashes, text)

  it('asks for as many witnesses as its quorum says', () => {
    const policy = read(policyOf(log, witnesses, 2))
    if ('why' in policy) throw new Error(policy.why)
    expect(policy.isEnough(new Set(['w0']))).toBe(false)
    expect(policy.isEnough(new Set(['w0', 'w2']))).toBe(true)
  })

  it('counts cosignatures that hold, and refuses a note in which a known one does not', () => {
    const policy = read(policyOf(log, witnesses, 2))
    if ('why' in policy) throw new Error(policy.why)
    const [first, second] = witnesses
    const steps = [{ key: 'a', op: 'insert', content: '{}' }] as const
    const stranger = makeSigner('w.example/9', 'cosignature')
    const noteBy = (signers: Parameters<typeof buildLedger>[1]) =>
      new TextDecoder().decode(buildLedger(steps, signers).files.get('checkpoint'))
    if (first === undefined || second === undefined) return
    expect(checkCheckpoint(hashes, policy, noteBy([log, first, stranger]))).toMatchObject({ isQuorum: false })
    expect(checkCheckpoint(hashes, policy, noteBy([log, first, second]))).toMatchObject({ isQuorum: true })
    expect(checkCheckpoint(hashes, policy, noteBy([first, second]))).toMatchObject({ why: 'unsigned' })
    const forged = { key: second.key, sign: stranger.sign }
    expect(checkCheckpoint(hashes, policy, noteBy([log, first, forged]))).toMatchObject({ why: 'forged', by: 'w.example/2' })
  })

  it('is refused with the line that is wrong', () => {
    const key = verifierKey(hashes.sha256, log.key)
    const witness = verifierKey(hashes.sha256, makeSigner('w', 'cosignature').key)
    expect(read('quorum nobody')).toMatchObject({ line: 1 })
    expect(read(`log ${key}`)).toMatchObject({ why: 'a policy needs a quorum' })
    expect(read(`log ${key}\nlog ${key}\nquorum none`)).toMatchObject({ line: 2 })
    expect(read(`witness a ${key}\nquorum a`)).toMatchObject({ line: 1 })
    expect(read(`log ${witness}\nquorum none`)).toMatchObject({ line: 1 })
    expect(read(`witness a ${witness}\ngroup g 2 a\nquorum g`)).toMatchObject({ line: 2 })
    expect(read(`witness a ${witness}\ngroup g 1 a\ngroup h 1 a\nquorum h`)).toMatchObject({ line: 3 })
    expect(read(`log ${key.replace('+', '+0')}\nquorum none`)).toMatchObject({ line: 1 })
    expect(read(`quorum none\nquorum none`)).toMatchObject({ line: 2 })
    expect(read('nonsense')).toMatchObject({ line: 1 })
  })
})
