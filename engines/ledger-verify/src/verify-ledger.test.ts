import { describe, expect, it } from 'vitest'
import { entryBytes, hex } from '@shengmian/ledger'
import { readPolicy } from './policy.ts'
import { buildLedger, encode, hashes, inMemory, layOut, makeSigner, policyOf, type Step } from './testing/small-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

const log = makeSigner('example.com/log', 'ed25519')
const witnesses = [makeSigner('w.example/1', 'cosignature'), makeSigner('w.example/2', 'cosignature')]
const read = readPolicy(hashes, policyOf(log, witnesses, 2))
if ('why' in read) throw new Error(read.why)
const policy = read

/** 300 records that are added, every third changed twice, every tenth removed. */
const steps: Step[] = Array.from({ length: 300 }, (_, k): Step[] => {
  const key = `r${k}`
  return [
    { key, op: 'insert', content: `{"name":"${k}"}` },
    ...(k % 3 === 0
      ? ([
          { key, op: 'update', content: `{"name":"${k}b"}` },
          { key, op: 'update', content: `{"name":"${k}c"}` },
        ] as Step[])
      : []),
    ...(k % 10 === 0 ? ([{ key, op: 'delete', content: null }] as Step[]) : []),
  ]
}).flat()
const sound = buildLedger(steps, [log, ...witnesses])
const noteOf = (files: ReadonlyMap<string, Uint8Array>) => new TextDecoder().decode(files.get('checkpoint'))

async function found(
  files: ReadonlyMap<string, Uint8Array>,
  more: { kept?: string[]; copy?: ReadonlyMap<string, Uint8Array> } = {},
) {
  const copy = more.copy === undefined ? null : inMemory(more.copy)
  return verifyLedger({ hashes, files: inMemory(files), policy, kept: more.kept ?? [], copy })
}
/** The findings as `check subject`, each once. */
const named = async (...args: Parameters<typeof found>) => [
  ...new Set((await found(...args)).findings.map(({ check, subject }) => `${check} ${subject}`)),
]

const edited = (edit: (text: string) => string, path = 'rows.jsonl') => {
  const files = new Map(sound.files)
  files.set(path, encode(edit(new TextDecoder().decode(files.get(path)))))
  return files
}

it('finds nothing in a log that nobody touched, and says what it looked at', async () => {
  const older = buildLedger(steps.slice(0, 301), [log, ...witnesses])
  const verification = await found(sound.files, { kept: [noteOf(older.files)], copy: older.files })
  expect(verification).toMatchObject({ findings: [], entries: 530, records: 300, rows: 270, waiting: 0, erased: 0 })
})

it('holds a checkpoint that was kept at any size against the log, at the edge of a tile and within one', async () => {
  const bent = steps.map((step, k) => (k === 3 ? { ...step, content: '{}' } : step))
  for (const size of [1, 255, 256, 257, 511, 512, 513, 530]) {
    const kept = (made: readonly Step[]) => noteOf(buildLedger(made.slice(0, size), [log, ...witnesses]).files)
    expect([size, await named(sound.files, { kept: [kept(steps)] })]).toEqual([size, []])
    const forked = size > 3 ? [`forked checkpoint ${size}`] : []
    expect([size, await named(sound.files, { kept: [kept(bent)] })]).toEqual([size, forked])
  }
})

describe('rows', () => {
  it('that were changed, removed, added or put back are named', async () => {
    expect(await named(edited((text) => text.replace('"{\\"name\\":\\"1\\"}"', '"{\\"name\\":\\"x\\"}"')))).toEqual([
      'changed rounds.team 420000000000/r1',
    ])
    expect(await named(edited((text) => text.replace(/^.*"r7".*\n/m, '')))).toEqual(['removed rounds.team 420000000000/r7'])
    expect(await named(edited((text) => `${text}${text.split('\n')[1]?.replace('"r2"', '"r9999"')}\n`))).toEqual([
      'added rounds.team 420000000000/r9999',
    ])
    expect(await named(edited((text) => text.replace('9c\\"}', '9b\\"}')))).toContain('restored rounds.team 420000000000/r9')
    expect(await named(edited((text) => `${text}${text.split('\n')[1]?.replace('"r2"', '"r10"')}\n`))).toEqual([
      'returned rounds.team 420000000000/r10',
    ])
  })

  it('that wait for their place are not held against the log, unless they are held back', async () => {
    const files = edited((text) => text.replace('"{\\"name\\":\\"1\\"}"', '"{\\"name\\":\\"x\\"}"'))
    const waiting = (at: string) => encode(`${JSON.stringify({ table: 'rounds.team', record: ['420000000000', 'r1'], at })}\n`)
    files.set('pending.jsonl', waiting('2026-11-01T00:09:00.000Z'))
    expect(await found(files)).toMatchObject({ findings: [], waiting: 1 })
    files.set('pending.jsonl', waiting('2026-10-01T00:00:00.000Z'))
    expect(await named(files)).toEqual(['held-back rounds.team 420000000000/r1'])
  })

  it('are not spoken of where there are no salts', async () => {
    const files = new Map(sound.files)
    files.delete('salts.bin')
    expect(await found(files)).toMatchObject({ findings: [], rows: null })
  })
})

describe('erasure', () => {
  const erased: Step[] = [...steps, { key: 'r1', op: 'erase', content: null }]

  it('with its tombstone is sound', async () => {
    expect(await found(buildLedger(erased, [log, ...witnesses]).files)).toMatchObject({ findings: [], erased: 1 })
  })

  it('without a tombstone, or one that destroyed nothing, is found', async () => {
    const { files } = buildLedger(erased, [log, ...witnesses])
    const salts = (files.get('salts.bin') ?? new Uint8Array()).slice()
    salts.fill(0, 64 * 32, 65 * 32)
    expect((await named(new Map([...files, ['salts.bin', salts]]))).map((line) => line.split(' ')[0])).toContain('salt-lost')
    const kept = (sound.files.get('salts.bin') ?? new Uint8Array()).slice()
    const whole = new Uint8Array(kept.length + 32)
    whole.set(kept)
    expect(await named(new Map([...files, ['salts.bin', whole]]))).toEqual(['salt-kept rounds.team 420000000000/r1'])
  })

  it('is broken when the record comes back', async () => {
    const back: Step[] = [...erased, { key: 'r1', op: 'insert', content: '{}' }]
    expect(await named(buildLedger(back, [log, ...witnesses]).files)).toContain('returned rounds.team 420000000000/r1')
  })
})

describe('a log whose entries were bent and laid out anew', () => {
  /** Entries exchanged, all tiles and the checkpoint made to fit: only records, witnesses and copies can tell. */
  const rebuilt = (entries: Uint8Array[], signers = [log]) => {
    const files = new Map(buildLedger([], signers).files)
    for (const name of ['rows.jsonl', 'salts.bin']) files.set(name, sound.files.get(name) ?? new Uint8Array())
    const made = buildLedger(steps.slice(0, entries.length), signers).files
    files.set('checkpoint', made.get('checkpoint') ?? new Uint8Array())
    layOut(entries, files)
    return files
  }

  it('is found by the record that misses a step, has one twice, or follows another', async () => {
    const without = await named(rebuilt(sound.entries.toSpliced(1, 1)))
    expect(without).toContain('entry-removed rounds.team 420000000000/r0')
    const swapped = [...sound.entries]
    ;[swapped[1], swapped[2]] = [swapped[2] ?? new Uint8Array(), swapped[1] ?? new Uint8Array()]
    expect(await named(rebuilt(swapped))).toContain('re-ordered rounds.team 420000000000/r0')
    const changed = [...sound.entries]
    const place = {
      table: 'rounds.team',
      record: ['420000000000', 'r0'],
      seq: 1,
      prev: null,
      at: '2026-11-01T00:00:00.000Z',
      logged: '2026-11-01T00:00:00.000Z',
    }
    changed[0] = entryBytes(place, { kind: 'row', op: 'insert', sha256: hex(new Uint8Array(32)), sm3: hex(new Uint8Array(32)) })
    expect(await named(rebuilt(changed))).toContain('entry-changed rounds.team 420000000000/r0')
  })

  it('is found by what was kept: too few witnesses, another beginning, fewer entries, another copy', async () => {
    const other: Step[] = steps.map((step, k) => (k === 100 ? { ...step, content: '{"name":"other"}' } : step))
    const forged = buildLedger(other, [log]).files
    const checks = await named(forged, { kept: [noteOf(sound.files)], copy: sound.files })
    expect(checks).toContain('quorum checkpoint')
    expect(checks).toContain('forked checkpoint 530')
    expect(checks.some((line) => line.startsWith('rewritten rounds.team'))).toBe(true)
    const shorter = buildLedger(steps.slice(0, 400), [log, ...witnesses]).files
    expect(await named(shorter, { kept: [noteOf(sound.files)] })).toContain('rolled-back checkpoint 530')
  })

  it('is found when it lies about time', async () => {
    const late: Step[] = steps.map((step, k) => (k === 200 ? { ...step, at: '2026-10-01T00:00:00.000Z' } : step))
    expect((await named(buildLedger(late, [log, ...witnesses]).files)).map((line) => line.split(' ')[0])).toEqual(['back-dated'])
    const early: Step[] = steps.map((step, k) => (k === 200 ? { ...step, at: '2026-12-01T00:00:00.000Z' } : step))
    expect((await named(buildLedger(early, [log, ...witnesses]).files)).map((line) => line.split(' ')[0])).toEqual(['post-dated'])
  })
})

describe('files', () => {
  it('that are missing, cut, exchanged or unreadable are named', async () => {
    const without = (path: string) => new Map([...sound.files].filter(([name]) => name !== path))
    expect(await named(without('checkpoint'))).toEqual(['checkpoint checkpoint'])
    expect(await named(without('tile/entries/001'))).toContain('missing entry 256')
    expect(await named(without('tile/0/000'))).toEqual(['tile tile/0/000'])
    expect(await named(without('tile/1/000.p/2'))).toEqual(['tile tile/1/000'])
    const bundle = (sound.files.get('tile/entries/000') ?? new Uint8Array()).slice()
    bundle[40] = 0
    const bent = await named(new Map([...sound.files, ['tile/entries/000', bundle]]))
    expect(bent).toContain('unreadable entry 0')
    expect(bent).toContain('root entry 0–529')
    expect(await named(new Map([...sound.files, ['tile/entries/000', bundle.subarray(0, 100)]]))).toContain('missing entry 0')
  })

  it('with two entries exchanged name both', async () => {
    const entries = [...sound.entries]
    ;[entries[10], entries[50]] = [entries[50] ?? new Uint8Array(), entries[10] ?? new Uint8Array()]
    const made = new Map<string, Uint8Array>()
    layOut(entries, made)
    const files = new Map([...sound.files, ['tile/entries/000', made.get('tile/entries/000') ?? new Uint8Array()]])
    const lines = await named(files)
    expect(lines.filter((line) => line.startsWith('re-ordered')).length).toBeGreaterThanOrEqual(2)
  })
})
