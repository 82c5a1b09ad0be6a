import { hashesOf, inclusionRanges, proofText, readFromTiles } from '@shengmian/ledger'
import { expect, it } from 'vitest'
import { readPolicy } from './policy.ts'
import { buildLedger, hashes, makeSigner, policyOf, type Step } from './testing/small-ledger.ts'
import { readProof, verifyRecord } from './verify-record.ts'

const log = makeSigner('example.com/log', 'ed25519')
const witness = makeSigner('w.example/1', 'cosignature')
const policy = readPolicy(hashes, policyOf(log, [witness], 1))
if ('why' in policy) throw new Error(policy.why)

const steps: Step[] = [
  { key: 'a', op: 'insert', content: '{"n":1}' },
  { key: 'b', op: 'insert', content: '{"n":2}' },
  { key: 'a', op: 'update', content: '{"n":3}' },
]
const { files, entries } = buildLedger(steps, [log, witness])
const note = new TextDecoder().decode(files.get('checkpoint'))
const read = readFromTiles(hashes.sha256, () => files.get('tile/0/000.p/3') ?? new Uint8Array())
const salt = Buffer.from(files.get('salts.bin') ?? new Uint8Array()).toString('hex', 64, 96)
const file = (more: object = {}) => ({
  format: 'shengmian.ledger-record/1',
  table: 'rounds.team',
  record: ['420000000000', 'a'],
  content: '{"n":3}',
  salt,
  entries: [0, 2].map((index) => ({
    entry: new TextDecoder().decode(entries[index]),
    proof: proofText(index, hashesOf(hashes.sha256, read, inclusionRanges(index, 3)), note),
  })),
  ...more,
})
const checks = (value: object) => verifyRecord(hashes, policy, JSON.stringify(value))?.findings.map(({ check }) => check)

it('accepts the proof of a record with its content', () => {
  expect(verifyRecord(hashes, policy, JSON.stringify(file()))).toMatchObject({
    findings: [],
    entries: 2,
    subject: 'rounds.team 420000000000/a',
  })
  expect(checks(file({ content: null, salt: null }))).toEqual([])
})

it('names what does not hold', () => {
  expect(checks(file({ content: '{"n":1}' }))).toEqual(['changed'])
  expect(checks(file({ salt: null }))).toEqual(['salt-lost'])
  const [first, second] = file().entries
  expect(checks(file({ entries: [second] }))).toEqual(['entry-removed', 'unlogged-step'])
  expect(checks(file({ entries: [first, { ...second, proof: first?.proof }] }))).toContain('root')
  expect(checks(file({ record: ['420000000000', 'b'] }))).toContain('unreadable')
  const unsigned = { ...first, proof: first?.proof.replace(/— example.*\n/, '') }
  expect(checks(file({ entries: [unsigned, second] }))).toContain('signature')
  const unseen = file().entries.map((each) => ({ ...each, proof: each.proof.replace(/— w.example.*\n/, '') }))
  expect(checks(file({ entries: unseen }))).toEqual(['quorum', 'quorum'])
  expect(checks(file({ entries: [] }))).toEqual(['missing'])
})

it('takes nothing else for such a file', () => {
  for (const text of ['', '[]', '{}', JSON.stringify(file({ format: 'other' })), JSON.stringify(file({ entries: [1] }))])
    expect(verifyRecord(hashes, policy, text)).toBeNull()
  expect(readProof('c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\nNOTE')).toMatchObject({ index: 0, hashes: [], note: 'NOTE' })
  expect(readProof('c2sp.org/tlog-proof@v1\nindex 01\n\nNOTE')).toBeNull()
  expect(readProof('index 0\n\nNOTE')).toBeNull()
})
